import type { Range } from "../model/span.ts"
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
 * Where passages may be grown from: common runs, the weightiest first. O(words).
 */
export function runSeeds(a: Terms, runs: Runs, { weights }: TermSpace): Stretch[] {
  const common = runs.found.map(({ a: i, b: j, length }): Weighed => {
    let weight = 0
    for (let k = 0; k < length; k++) weight += weights[a.at[i + k]!]!
    return { a: { first: i, end: i + length }, b: { first: j, end: j + length }, weight }
  })
  return common.sort(byWeight)
}

function byWeight(x: Weighed, y: Weighed): number {
  return y.weight - x.weight || x.a.first - y.a.first || x.b.first - y.b.first
}

/**
 * Where else passages may be grown from: pairs of sentences whose words are alike (cosine of term weights), the most promising first. Pairs
 * that lie within `held` on both sides may be left out. O(words), for a term leads to 256 sentences at most.
 */
export function sentenceSeeds(a: Terms, b: Terms, space: TermSpace, held: Stretch | undefined): Stretch[] {
  const heldA = sentencesIn(a, held?.a)
  const heldB = sentencesIn(b, held?.b)
  const all = { first: 0, end: b.starts.length - 1 }
  if (heldA.end - heldA.first === a.starts.length - 1 && heldB.end - heldB.first === all.end) return []
  const index = indexOf(b, heldB, space)
  const squaresA = squaresOf(a, space.weights)
  const squaresB = squaresOf(b, space.weights)
  const dots = new Float64Array(squaresB.length)
  const found: Weighed[] = []
  const partnersOf = (s: number, limit: number) => {
    const partners: Weighed[] = []
    for (const other of meet(a, s, index, limit, space, dots)) {
      const dot = dots[other]!
      dots[other] = 0
      const cosine = dot / Math.sqrt(squaresA[s]! * squaresB[other]!)
      if (dot < SEED_SHARED || cosine < SEED_COSINE) continue
      const weight = cosine * Math.sqrt(Math.min(squaresA[s]!, squaresB[other]!))
      partners.push({ a: sentence(a, s), b: sentence(b, other), weight })
    }
    return partners
  }
  for (let s = 0; s < squaresA.length; s++) {
    const isHeld = heldA.first <= s && s < heldA.end
    // Of a sentence that is held, those it was found with already may be the likest; without another there is nothing to tell.
    if (isHeld && partnersOf(s, index.held).length === 0) continue
    for (const partner of partnersOf(s, 0).sort(byWeight).slice(0, PARTNERS)) found.push(partner)
  }
  for (const term of b.bag) space.head[term] = 0
  return found.sort(byWeight)
}

/** The sentences that lie in a range of words as a whole. */
function sentencesIn({ starts, sentenceOf }: Terms, words: Range | undefined): Range {
  if (!words || words.first === words.end) return { first: 0, end: 0 }
  const opening = sentenceOf[words.first]!
  const closing = sentenceOf[words.end - 1]!
  const first = starts[opening] === words.first ? opening : opening + 1
  const end = starts[closing + 1] === words.end ? closing + 1 : closing
  return { first, end: Math.max(first, end) }
}

/**
 * The sentences of one side by term: entry `k` is chained from `head[term] - 1` on; 0 ends a chain. The first `held` entries, which come last in
 * every chain, are those of sentences that are held.
 */
interface Index {
  readonly next: Int32Array
  readonly sentenceOf: Int32Array
  readonly counts: Uint16Array
  readonly held: number
}

function indexOf({ bag, offsets, counts }: Terms, held: Range, { head }: TermSpace): Index {
  const next = new Int32Array(bag.length)
  const sentenceOf = new Int32Array(bag.length)
  const ordered = new Uint16Array(bag.length)
  let entry = 0
  const enter = (first: number, end: number) => {
    for (let s = first; s < end; s++)
      for (let k = offsets[s]!; k < offsets[s + 1]!; k++) {
        const term = bag[k]!
        next[entry] = head[term]!
        sentenceOf[entry] = s
        ordered[entry] = counts[k]!
        head[term] = ++entry
      }
  }
  enter(held.first, held.end)
  const inHeld = entry
  enter(0, held.first)
  enter(held.end, offsets.length - 1)
  return { next, sentenceOf, counts: ordered, held: inHeld }
}

/** Adds up in `dots` what each sentence of the index shares with sentence `s`, of entries from `limit` on; gives those that share anything. */
function meet(
  { bag, offsets, counts }: Terms,
  s: number,
  index: Index,
  limit: number,
  { weights, frequency, head }: TermSpace,
  dots: Float64Array,
): number[] {
  const met: number[] = []
  for (let k = offsets[s]!; k < offsets[s + 1]!; k++) {
    const term = bag[k]!
    if (frequency[term]! > LONG_LIST) continue
    const weight = counts[k]! * weights[term]! * weights[term]!
    for (let entry = head[term]! - 1; entry >= limit; entry = index.next[entry]! - 1) {
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
