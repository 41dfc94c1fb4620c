import { wordsOf } from "./sentences.ts"

/** A sentence and what somebody, or a machine, made of it. */
export interface SentencePair {
  readonly before: string
  readonly after: string
}

/** Alike enough to be one sentence twice: share of words in common, in [0, 1]. */
const ALIKE = 0.35
/** The longer one has at most so many times the words of the shorter. */
const LONGER = 1.7
/** What leaving a sentence without a partner costs. */
const ALONE = -0.05

/** Words two sentences have in common, twice, over the words they have (Dice), in [0, 1]. */
function overlap(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>()
  for (const word of a) left.set(word, (left.get(word) ?? 0) + 1)
  let common = 0
  for (const word of b) {
    const count = left.get(word) ?? 0
    if (count > 0) common++
    left.set(word, count - 1)
  }
  return (2 * common) / (a.length + b.length)
}

/** How well two sentences fit, by common words and length; below zero when they should not stand together. */
function match(a: readonly string[], b: readonly string[]): number {
  const long = Math.max(a.length, b.length) / Math.max(1, Math.min(a.length, b.length))
  return overlap(a, b) - (long > LONGER ? 1 : 0) - 0.2
}

/**
 * Sentences one to one, in the order of both texts, so that the sum of matches is greatest. Those that stand alone, and pairs with
 * too little in common, are left out. Costs O(n m).
 */
export function pairSentences(before: readonly string[], after: readonly string[]): SentencePair[] {
  const a = before.map(wordsOf)
  const b = after.map(wordsOf)
  const best = a.map(() => new Float64Array(b.length + 1)).concat([new Float64Array(b.length + 1)])
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      best[i]![j] = Math.max(
        best[i + 1]![j]! + ALONE,
        best[i]![j + 1]! + ALONE,
        best[i + 1]![j + 1]! + match(a[i]!, b[j]!),
      )
  const made: SentencePair[] = []
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const here = best[i]![j]!
    if (here === best[i + 1]![j + 1]! + match(a[i]!, b[j]!)) {
      if (overlap(a[i]!, b[j]!) >= ALIKE && match(a[i]!, b[j]!) > 0) made.push({ before: before[i]!, after: after[j]! })
      i++
      j++
    } else if (here === best[i + 1]![j]! + ALONE) i++
    else j++
  }
  return made
}
