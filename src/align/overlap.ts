import type { Range } from "../model/span.ts"
import type { Terms } from "./terms.ts"

/** A stretch of words of each side, as places in their {@link Terms}. */
export interface Stretch {
  readonly a: Range
  readonly b: Range
}

/** Scratch space by term, reused from pair to pair: all zero between pairs. */
export interface TermSpace {
  /** How many sentences of the pair have a term. */
  readonly frequency: Int32Array
  readonly weights: Float64Array
  /** How often a term stands in the stretch of each side. */
  readonly countA: Int32Array
  readonly countB: Int32Array
  /** For the list of a term's sentences or the like; 0 where there is none. */
  readonly head: Int32Array
}

/** Scratch space for so many terms. */
export function termSpace(terms: number): TermSpace {
  return {
    frequency: new Int32Array(terms),
    weights: new Float64Array(terms),
    countA: new Int32Array(terms),
    countB: new Int32Array(terms),
    head: new Int32Array(terms),
  }
}

// A pair's rarity is reckoned as if so many other sentences were there, so that short and long texts are judged alike.
const BACKGROUND = 100
const LEAST_WEIGHT = 0.05
const SMALL_WEIGHT = 0.25

/**
 * Weighs the terms of a pair by how few of its sentences have them (Spärck Jones 1972), less what any term would get; words of
 * grammar weigh a quarter. Depends on the pair alone. O(words).
 */
export function weighTerms(a: Terms, b: Terms, isSmall: readonly boolean[], { frequency, weights }: TermSpace): void {
  const sentences = a.starts.length + b.starts.length - 2
  for (const { bag } of [a, b]) for (let k = 0; k < bag.length; k++) frequency[bag[k]!]!++
  const rarities = new Float64Array(sentences + 1)
  for (const { bag } of [a, b])
    for (let k = 0; k < bag.length; k++) {
      const term = bag[k]!
      const having = frequency[term]!
      // Logarithms take time; 0 is none of them.
      if (rarities[having] === 0)
        rarities[having] = Math.max(LEAST_WEIGHT, Math.log(1 + (sentences + BACKGROUND) / having) - 1)
      weights[term] = isSmall[term] ? SMALL_WEIGHT * rarities[having]! : rarities[having]!
    }
}

/** Makes the space all zero again. */
export function clearTerms(a: Terms, b: Terms, { frequency, weights }: TermSpace): void {
  for (const { bag } of [a, b])
    for (let k = 0; k < bag.length; k++) {
      frequency[bag[k]!] = 0
      weights[bag[k]!] = 0
    }
}

/** What two stretches share, kept up to date while they are moved. */
export interface Overlap {
  /** Costs as many steps as words come in or go out. */
  moveTo(stretch: Stretch): void
  /**
   * What speaks for the stretches being one: the weight they share, both sides counted, less a share of all they weigh. It rises with every
   * part that is shared and falls with every part that is not, so the best stretches are those where it is greatest.
   */
  score(): number
  /** More than the score can be above that of `from` where both sides go so far; `Infinity` where a side is to let go of words. O(1). */
  mostGain(from: Stretch, a1: number, a2: number, b1: number, b2: number): number
  /** Share of the weight of both that is shared, in [0, 1] (Dice). */
  dice(): number
}

// What stands beside a passage shares less than this with it by chance, and what belongs to it more.
const CHANCE = 0.27

/**
 * Watches two stretches as bags of words: a word of one side is shared as often as the other side has it. The order of words
 * does not count, so rewording, moved sentences and back-translation all leave most of the weight shared.
 */
export function overlapOf(a: Terms, b: Terms, { weights, countA, countB }: TermSpace): Overlap {
  const left: Watched = { at: a.at, own: countA, other: countB, first: 0, end: 0 }
  const right: Watched = { at: b.at, own: countB, other: countA, first: 0, end: 0 }
  // What is shared, and all there is.
  const sums = new Float64Array(2)
  const gainsA = gainsOf(a, b, weights, countB)
  const gainsB = gainsOf(b, a, weights, countA)
  return {
    moveTo(stretch) {
      move(left, stretch.a.first, stretch.a.end, weights, sums)
      move(right, stretch.b.first, stretch.b.end, weights, sums)
    },
    score: () => 2 * sums[0]! - CHANCE * sums[1]!,
    mostGain({ a: ownA, b: ownB }, a1, a2, b1, b2) {
      if (a1 > ownA.first || a2 < ownA.end || b1 > ownB.first || b2 < ownB.end) return Number.POSITIVE_INFINITY
      const before = gainsA[ownA.first]! - gainsA[a1]! + gainsB[ownB.first]! - gainsB[b1]!
      return before + gainsA[a2]! - gainsA[ownA.end]! + gainsB[b2]! - gainsB[ownB.end]!
    },
    dice: () => (sums[1]! > 0 ? (2 * sums[0]!) / sums[1]! : 0),
  }
}

/** What each word at most adds to the score, as sums over all words before each place: a word the other side has not can only lower it. */
function gainsOf({ at }: Terms, other: Terms, weights: Float64Array, isInOther: Int32Array): Float64Array {
  for (let k = 0; k < other.bag.length; k++) isInOther[other.bag[k]!] = 1
  const gains = new Float64Array(at.length + 1)
  for (let place = 0; place < at.length; place++) {
    const term = at[place]!
    gains[place + 1] = gains[place]! + weights[term]! * (isInOther[term] === 1 ? 2 - CHANCE : -CHANCE)
  }
  for (let k = 0; k < other.bag.length; k++) isInOther[other.bag[k]!] = 0
  return gains
}

/** One side: its terms, how often each stands in its stretch and in the other's, and from where to where the stretch goes. */
interface Watched {
  readonly at: Int32Array
  readonly own: Int32Array
  readonly other: Int32Array
  first: number
  end: number
}

function move(side: Watched, first: number, end: number, weights: Float64Array, sums: Float64Array): void {
  if (end <= side.first || first >= side.end) {
    // Far away, or empty: nothing is kept.
    drop(side, side.end - 1, -1, side.end - side.first, weights, sums)
    side.first = first
    side.end = first
  }
  add(side, side.first - 1, -1, side.first - first, weights, sums)
  add(side, side.end, 1, end - side.end, weights, sums)
  drop(side, side.first, 1, first - side.first, weights, sums)
  drop(side, side.end - 1, -1, side.end - end, weights, sums)
  side.first = first
  side.end = end
}

/** Takes in so many words from a place on, in steps of 1 or -1. */
function add(
  { at, own, other }: Watched,
  place: number,
  step: number,
  count: number,
  weights: Float64Array,
  sums: Float64Array,
): void {
  let shared = sums[0]!
  let all = sums[1]!
  for (let i = 0; i < count; i++) {
    const term = at[place + i * step]!
    const weight = weights[term]!
    all += weight
    if (own[term]! < other[term]!) shared += weight
    own[term]!++
  }
  sums[0] = shared
  sums[1] = all
}

/** Lets go of so many words from a place on, in steps of 1 or -1. */
function drop(
  { at, own, other }: Watched,
  place: number,
  step: number,
  count: number,
  weights: Float64Array,
  sums: Float64Array,
): void {
  let shared = sums[0]!
  let all = sums[1]!
  for (let i = 0; i < count; i++) {
    const term = at[place + i * step]!
    const weight = weights[term]!
    all -= weight
    own[term]!--
    if (own[term]! < other[term]!) shared -= weight
  }
  sums[0] = shared
  sums[1] = all
}
