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
  for (const { bag } of [a, b]) for (const term of bag) frequency[term]!++
  for (const { bag } of [a, b])
    for (const term of bag) {
      const rarity = Math.max(LEAST_WEIGHT, Math.log(1 + (sentences + BACKGROUND) / frequency[term]!) - 1)
      weights[term] = isSmall[term] ? SMALL_WEIGHT * rarity : rarity
    }
}

/** Makes the space all zero again. */
export function clearTerms(a: Terms, b: Terms, { frequency, weights }: TermSpace): void {
  for (const { bag } of [a, b])
    for (const term of bag) {
      frequency[term] = 0
      weights[term] = 0
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
  const left = { at: a.at, own: countA, other: countB, first: 0, end: 0 }
  const right = { at: b.at, own: countB, other: countA, first: 0, end: 0 }
  let shared = 0
  let all = 0
  const add = ({ at, own, other }: typeof left, place: number) => {
    const term = at[place]!
    all += weights[term]!
    if (own[term]! < other[term]!) shared += weights[term]!
    own[term]!++
  }
  const drop = ({ at, own, other }: typeof left, place: number) => {
    const term = at[place]!
    all -= weights[term]!
    own[term]!--
    if (own[term]! < other[term]!) shared -= weights[term]!
  }
  const move = (side: typeof left, { first, end }: Range) => {
    if (end <= side.first || first >= side.end) {
      // Far away, or empty: nothing is kept.
      while (side.first < side.end) drop(side, --side.end)
      side.first = first
      side.end = first
    }
    while (side.first > first) add(side, --side.first)
    while (side.end < end) add(side, side.end++)
    while (side.first < first) drop(side, side.first++)
    while (side.end > end) drop(side, --side.end)
  }
  return {
    moveTo(stretch) {
      move(left, stretch.a)
      move(right, stretch.b)
    },
    score: () => 2 * shared - CHANCE * all,
    dice: () => (all > 0 ? (2 * shared) / all : 0),
  }
}
