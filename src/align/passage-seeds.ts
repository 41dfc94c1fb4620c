import type { Stretch, TermSpace } from "./overlap.ts"
import type { Runs } from "./runs.ts"
import type { Terms } from "./terms.ts"

interface Weighed extends Stretch {
  readonly weight: number
}

// Cosine of two sentences from which they may be the heart of a passage.
const SEED_COSINE = 0.4
// What two sentences share is more than one rare word.
const SEED_SHARED = 15
// A sentence is tried with so many others.
const PARTNERS = 8
// A term that so many sentences of the two have does not lead to any.
const LONG_LIST = 256

/**
 * Where passages may be grown from, the most promising first: common runs, the weightiest first, then pairs of sentences whose
 * words are alike (cosine of term weights). O(words), for a term leads to 256 sentences at most.
 */
export function passageSeeds(a: Terms, b: Terms, runs: Runs, space: TermSpace): Stretch[] {
  const common = runs.found.map(({ a: i, b: j, length }): Weighed => {
    let weight = 0
    for (let k = 0; k < length; k++) weight += space.weights[a.at[i + k]!]!
    return { a: { first: i, end: i + length }, b: { first: j, end: j + length }, weight }
  })
  return [...common.sort(byWeight), ...likeSentences(a, b, space).sort(byWeight)]
}

function byWeight(x: Weighed, y: Weighed): number {
  return y.weight - x.weight || x.a.first - y.a.first || x.b.first - y.b.first
}

function likeSentences(a: Terms, b: Terms, space: TermSpace): Weighed[] {
  const index = indexOf(b, space)
  const squaresA = squaresOf(a, space.weights)
  const squaresB = squaresOf(b, space.weights)
  const dots = new Float64Array(squaresB.length)
  const found: Weighed[] = []
  for (let s = 0; s < squaresA.length; s++) {
    const partners: Weighed[] = []
    for (const other of meet(a, s, index, space, dots)) {
      const dot = dots[other]!
      dots[other] = 0
      const cosine = dot / Math.sqrt(squaresA[s]! * squaresB[other]!)
      if (dot < SEED_SHARED || cosine < SEED_COSINE) continue
      const weight = cosine * Math.sqrt(Math.min(squaresA[s]!, squaresB[other]!))
      partners.push({ a: sentence(a, s), b: sentence(b, other), weight })
    }
    for (const partner of partners.sort(byWeight).slice(0, PARTNERS)) found.push(partner)
  }
  for (const term of b.bag) space.head[term] = 0
  return found
}

/** The sentences of one side by term: entry `k` of its bags is chained from `head[term] - 1` on; 0 ends a chain. */
interface Index {
  readonly next: Int32Array
  readonly sentenceOf: Int32Array
  readonly counts: Uint16Array
}

function indexOf({ bag, offsets, counts }: Terms, { head }: TermSpace): Index {
  const next = new Int32Array(bag.length)
  const sentenceOf = new Int32Array(bag.length)
  for (let s = 0; s + 1 < offsets.length; s++)
    for (let k = offsets[s]!; k < offsets[s + 1]!; k++) {
      const term = bag[k]!
      next[k] = head[term]!
      head[term] = k + 1
      sentenceOf[k] = s
    }
  return { next, sentenceOf, counts }
}

/** Adds up in `dots` what each sentence of the index shares with sentence `s`; gives those that share anything. */
function meet(
  { bag, offsets, counts }: Terms,
  s: number,
  index: Index,
  { weights, frequency, head }: TermSpace,
  dots: Float64Array,
): number[] {
  const met: number[] = []
  for (let k = offsets[s]!; k < offsets[s + 1]!; k++) {
    const term = bag[k]!
    if (frequency[term]! > LONG_LIST) continue
    const weight = counts[k]! * weights[term]! * weights[term]!
    for (let entry = head[term]! - 1; entry >= 0; entry = index.next[entry]! - 1) {
      const other = index.sentenceOf[entry]!
      if (dots[other] === 0) met.push(other)
      dots[other] = dots[other]! + weight * index.counts[entry]!
    }
  }
  return met
}

function squaresOf({ bag, offsets, counts }: Terms, weights: Float64Array): Float64Array {
  const squares = new Float64Array(offsets.length - 1)
  for (let s = 0; s < squares.length; s++) {
    let sum = 0
    for (let k = offsets[s]!; k < offsets[s + 1]!; k++) sum += (counts[k]! * weights[bag[k]!]!) ** 2
    squares[s] = sum
  }
  return squares
}

function sentence({ starts }: Terms, s: number): Stretch["a"] {
  return { first: starts[s]!, end: starts[s + 1]! }
}
