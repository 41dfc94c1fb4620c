/** Numbers for character 4-grams: equal ones have equal numbers, counted from 0 in the order they are met. */
export interface GramIds {
  /** The different 4-grams of a word with its ends marked, by their numbers; of a shorter word the word itself. */
  idsOf(word: string): Int32Array
  count(): number
}

const GRAM = 4
// Of a longer word the beginning counts.
const MOST_GRAMS = 61
const EDGE = 0x5f

/** No 4-grams yet. They are told apart by 32 bits of hash, in a table with open addressing. */
export function gramIds(): GramIds {
  let table = new Int32Array(1 << 13)
  let hashes = new Int32Array(1 << 12)
  let count = 0

  function grow(): void {
    const wider = new Int32Array(2 * hashes.length)
    wider.set(hashes)
    hashes = wider
    table = new Int32Array(2 * table.length)
    for (let id = 0; id < count; id++) table[slotOf(hashes[id]!)] = id + 1
  }

  /** The slot that has the hash, or the empty one where it belongs. */
  function slotOf(hash: number): number {
    const mask = table.length - 1
    let slot = (hash ^ (hash >>> 15)) & mask
    while (table[slot] !== 0 && hashes[table[slot]! - 1] !== hash) slot = (slot + 1) & mask
    return slot
  }

  function idOf(hash: number): number {
    const slot = slotOf(hash)
    if (table[slot] !== 0) return table[slot]! - 1
    if (count === hashes.length) {
      grow()
      return idOf(hash)
    }
    hashes[count] = hash
    table[slot] = ++count
    return count - 1
  }

  function idsOf(word: string): Int32Array {
    const length = word.length + 2
    const grams = Math.min(MOST_GRAMS, Math.max(1, length - GRAM + 1))
    const ids = new Int32Array(grams)
    let different = 0
    for (let i = 0; i < grams; i++) {
      const id = idOf(hashOf(word, i, Math.min(i + GRAM, length)))
      if (ids.subarray(0, different).indexOf(id) < 0) ids[different++] = id
    }
    return ids.slice(0, different)
  }

  return { idsOf, count: () => count }
}

/** The units from `first` to `end` of a word between its two marks. */
function hashOf(word: string, first: number, end: number): number {
  let hash = end - first
  for (let i = first; i < end; i++) {
    const unit = i === 0 || i === word.length + 1 ? EDGE : word.charCodeAt(i - 1)
    hash = Math.imul(hash ^ unit, 0x9e3779b1)
    hash ^= hash >>> 15
  }
  return hash
}
