import { type Segmented, TOKEN } from "../model/segmented.ts"

const K = 4
const MAX_PLACES = 16

/** The words of the body of a witness, without marks, and where each stands among the tokens. */
export interface BodyWords {
  readonly ids: Int32Array
  readonly tokens: Int32Array
  /** For each place from which so many words follow a hash of the four words from there on. */
  readonly seeds: Int32Array
}

/** Body words as numbers, equal words equal numbers. `wordIds` has the number of each token. */
export function bodyWords({ sentences, tokens }: Segmented, wordIds: Int32Array): BodyWords {
  const ids = new Int32Array(tokens.length)
  const at = new Int32Array(tokens.length)
  let count = 0
  for (const sentence of sentences) {
    if (sentence.role !== "body" && sentence.role !== "title") continue
    for (let t = sentence.tokens.first; t < sentence.tokens.end; t++) {
      if (tokens.kinds[t] === TOKEN.punctuation) continue
      ids[count] = wordIds[t]!
      at[count++] = t
    }
  }
  const own = ids.slice(0, count)
  return { ids: own, tokens: at.slice(0, count), seeds: seedsOf(own) }
}

/** A run of words that is the same in both: `length` words from the places `a` and `b` on. */
export interface Run {
  readonly a: number
  readonly b: number
  readonly length: number
}

/** What two witnesses have in common word for word. */
export interface Runs {
  /** Length of the longest run that is the same in both, in words. */
  readonly longest: number
  /** For each word of `a` and of `b`: 1 when it lies in a common run of at least {@link MIN_RUN} words. */
  readonly inRunA: Uint8Array
  readonly inRunB: Uint8Array
  /** The common runs of at least {@link MIN_RUN} words, by their place in `a`. */
  readonly found: readonly Run[]
}

/** Shorter common runs are what any two texts on one subject share. */
export const MIN_RUN = 6

/**
 * Common runs of words, by 4-word seeds extended to both sides. Of a seed the first 16 places in `b` are tried, and a bounded number of steps is
 * taken, so that a repeated line cannot make it quadratic. O(words).
 */
export function commonRuns(a: BodyWords, b: BodyWords): Runs {
  const inRunA = new Uint8Array(a.ids.length)
  const inRunB = new Uint8Array(b.ids.length)
  const places = placesOf(b.seeds)
  const found: Run[] = []
  let longest = 0
  // A text that repeats itself has as many runs as words; after so many steps what is left is more of the same.
  const most = 100_000 + MAX_PLACES * (a.ids.length + b.ids.length)
  let steps = 0
  // For each diagonal, how far it is known already: a run is walked once.
  const walked = new Int32Array(a.ids.length + b.ids.length + 1)
  for (let i = 0; i < a.seeds.length; i++) {
    for (let j = places.firstOf(a.seeds[i]!); j >= 0; j = places.next[j]!) {
      const diagonal = i - j + b.ids.length
      if (walked[diagonal]! > i || steps > most) continue
      let length = 0
      while (i + length < a.ids.length && j + length < b.ids.length && a.ids[i + length] === b.ids[j + length]) length++
      walked[diagonal] = i + length
      steps += length
      longest = Math.max(longest, length)
      if (length < MIN_RUN) continue
      found.push({ a: i, b: j, length })
      inRunA.fill(1, i, i + length)
      inRunB.fill(1, j, j + length)
    }
  }
  return { longest, inRunA, inRunB, found }
}

function seedsOf(ids: Int32Array): Int32Array {
  const seeds = new Int32Array(Math.max(0, ids.length - K + 1))
  for (let at = 0; at < seeds.length; at++) {
    let hash = 0x811c9dc5
    for (let k = 0; k < K; k++) hash = Math.imul(hash ^ ids[at + k]!, 0x01000193) ^ (hash >>> 15)
    seeds[at] = hash
  }
  return seeds
}

/** The first places of each seed, ascending: `firstOf` gives the first, `next` for each the next, -1 at the end. */
interface Places {
  readonly firstOf: (seed: number) => number
  readonly next: Int32Array
}

/** A hash table with open addressing; a slot holds a seed's first and last place and how many there are. */
function placesOf(seeds: Int32Array): Places {
  let size = 16
  while (size < 2 * seeds.length) size *= 2
  const mask = size - 1
  const counts = new Uint8Array(size)
  const first = new Int32Array(size)
  const last = new Int32Array(size)
  const next = new Int32Array(seeds.length).fill(-1)
  const slotOf = (seed: number) => {
    let slot = Math.imul(seed, 0x9e3779b1) & mask
    while (counts[slot] !== 0 && seeds[first[slot]!] !== seed) slot = (slot + 1) & mask
    return slot
  }
  for (let j = 0; j < seeds.length; j++) {
    const slot = slotOf(seeds[j]!)
    if (counts[slot] === MAX_PLACES) continue
    if (counts[slot] === 0) first[slot] = j
    else next[last[slot]!] = j
    last[slot] = j
    counts[slot]!++
  }
  const firstOf = (seed: number) => {
    const slot = slotOf(seed)
    return counts[slot] === 0 ? -1 : first[slot]!
  }
  return { firstOf, next }
}
