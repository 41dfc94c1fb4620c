/** Two reports, as indexes into the list, `a < b`, and how like they are. */
export interface NearPair {
  readonly a: number
  readonly b: number
  /** Of the two sets of word 4-grams, in [0, 1]. */
  readonly jaccard: number
}

const SHINGLE_WORDS = 4
// A shingle that stands in more reports than this says nothing of two of them (a line that every report of a kind ends with).
const MOST_HOLDERS = 60

/** The set of word 4-grams of a text, folded to lower case, marks left out. */
export function shingles(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const found = new Set<string>()
  for (let i = 0; i + SHINGLE_WORDS <= words.length; i++) found.add(words.slice(i, i + SHINGLE_WORDS).join(" "))
  return found
}

/** Jaccard similarity of two sets, in [0, 1]; 0 where both are empty. */
export function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  let shared = 0
  for (const shingle of small) if (large.has(shingle)) shared++
  return shared === 0 ? 0 : shared / (a.size + b.size - shared)
}

/**
 * All pairs of texts with a Jaccard similarity of at least `least` on word 4-grams, by an inverted index; sorted. Two that are this
 * like share a shingle that few have, so shingles of many holders only count, they do not propose. Costs the proposals, not all pairs.
 */
export function nearPairs(texts: readonly string[], least: number): NearPair[] {
  const sets = texts.map(shingles)
  const holders = new Map<string, number[]>()
  sets.forEach((set, index) => {
    for (const shingle of set) {
      const known = holders.get(shingle)
      if (known) known.push(index)
      else holders.set(shingle, [index])
    }
  })
  const proposed = new Map<number, number>()
  for (const list of holders.values())
    if (list.length <= MOST_HOLDERS)
      for (let x = 0; x < list.length; x++)
        for (let y = x + 1; y < list.length; y++) {
          const key = list[x]! * texts.length + list[y]!
          proposed.set(key, (proposed.get(key) ?? 0) + 1)
        }
  const found: NearPair[] = []
  for (const key of proposed.keys()) {
    const [a, b] = [Math.floor(key / texts.length), key % texts.length]
    const similarity = jaccard(sets[a]!, sets[b]!)
    if (similarity >= least) found.push({ a, b, jaccard: similarity })
  }
  return found.sort((x, y) => x.a - y.a || x.b - y.b)
}
