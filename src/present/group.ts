/** Records by a key, keys in the order in which they first appear. */
export function group<Key, T>(records: Iterable<T>, keyOf: (record: T) => Key): Map<Key, T[]> {
  const groups = new Map<Key, T[]>()
  for (const record of records) {
    const key = keyOf(record)
    const found = groups.get(key)
    if (found) found.push(record)
    else groups.set(key, [record])
  }
  return groups
}
