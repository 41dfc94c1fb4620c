import { type Segmented, TOKEN } from "../model/segmented.ts"

const K = 4
const MAX_PLACES = 16

/** The words of the body of a witness, without marks, and where each stands among the tokens. */
export interface BodyWords {
  readonly ids: Int32Array
  readonly tokens: Int32Array
}

/** Body words as numbers, equal words equal numbers. */
export function bodyWords({ sentences, tokens }: Segmented, idByWord: Map<string, number>): BodyWords {
  const ids: number[] = []
  const at: number[] = []
  for (const sentence of sentences) {
    if (sentence.role !== "body" && sentence.role !== "title") continue
    for (let t = sentence.tokens.first; t < sentence.tokens.end; t++) {
      if (tokens.kinds[t] === TOKEN.punctuation) continue
      const word = tokens.words[t]!
      let id = idByWord.get(word)
      if (id === undefined) {
        id = idByWord.size
        idByWord.set(word, id)
      }
      ids.push(id)
      at.push(t)
    }
  }
  return { ids: Int32Array.from(ids), tokens: Int32Array.from(at) }
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
  const places = new Map<number, number[]>()
  for (let j = 0; j + K <= b.ids.length; j++) {
    const key = seed(b.ids, j)
    const list = places.get(key)
    if (list === undefined) places.set(key, [j])
    else if (list.length < MAX_PLACES) list.push(j)
  }
  const found: Run[] = []
  let longest = 0
  // A text that repeats itself has as many runs as words; after so many steps what is left is more of the same.
  const most = 100_000 + MAX_PLACES * (a.ids.length + b.ids.length)
  let steps = 0
  // For each diagonal, how far it is known already: a run is walked once.
  const walked = new Map<number, number>()
  for (let i = 0; i + K <= a.ids.length; i++) {
    const list = places.get(seed(a.ids, i))
    if (list === undefined) continue
    for (const j of list) {
      if ((walked.get(i - j) ?? -1) > i || steps > most) continue
      let length = 0
      while (i + length < a.ids.length && j + length < b.ids.length && a.ids[i + length] === b.ids[j + length]) length++
      walked.set(i - j, i + length)
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

function seed(ids: Int32Array, at: number): number {
  let hash = 0x811c9dc5
  for (let k = 0; k < K; k++) hash = Math.imul(hash ^ ids[at + k]!, 0x01000193) ^ (hash >>> 15)
  return hash
}
