import type { SentencePair } from "./pairs.ts"
import { bare } from "./sentences.ts"

/** Other words for a phrase; `weight` grows with the pairs of sentences in which they stood for it. */
export interface Choice {
  readonly words: string
  readonly weight: number
}

/** Phrases of one to three words in small letters, with what stood in their place. */
export type PhraseTable = ReadonlyMap<string, readonly Choice[]>

/** The longest phrase, in words. */
export const LONGEST = 3

/** A stretch of one sentence and what stands between the same neighbours in the other. */
interface Change {
  readonly from: string
  readonly to: string
}

/** Where two word lists agree, by the longest common subsequence; pairs of indexes in order. */
function anchors(a: readonly string[], b: readonly string[]): [number, number][] {
  const length = a.map(() => new Uint16Array(b.length + 1)).concat([new Uint16Array(b.length + 1)])
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      length[i]![j] = a[i] === b[j] ? length[i + 1]![j + 1]! + 1 : Math.max(length[i + 1]![j]!, length[i]![j + 1]!)
  const made: [number, number][] = []
  for (let i = 0, j = 0; i < a.length && j < b.length; )
    if (a[i] === b[j]) made.push([i++, j++])
    else if (length[i + 1]![j]! >= length[i]![j + 1]!) i++
    else j++
  return made
}

/**
 * The changes between two sentences: the phrases between common neighbours, up to three words on both sides, without names and
 * figures. Where one side is empty, the common word before it stands with both.
 */
export function changesOf({ before, after }: SentencePair): Change[] {
  const [left, right] = [before.split(" "), after.split(" ")]
  const [a, b] = [left.map(bare), right.map(bare)]
  const same: [number, number][] = [[-1, -1], ...anchors(a, b), [a.length, b.length]]
  const made: Change[] = []
  for (const [k, [endA, endB]] of same.entries()) {
    if (k === 0) continue
    let [startA, startB] = [same[k - 1]![0] + 1, same[k - 1]![1] + 1]
    if ((startA === endA) !== (startB === endB)) {
      startA--
      startB--
    }
    if (startA < 0 || startA >= endA || endA - startA > LONGEST || startB >= endB || endB - startB > LONGEST) continue
    if (!isPlain(left, startA, endA) || !isPlain(right, startB, endB)) continue
    made.push({ from: a.slice(startA, endA).join(" "), to: b.slice(startB, endB).join(" ") })
  }
  return made
}

/** Whether a stretch has no name, no figure and no mark inside; a capital counts where it does not begin the sentence. */
function isPlain(tokens: readonly string[], start: number, end: number): boolean {
  return (
    tokens
      .slice(start, end)
      .every(
        (token, k) =>
          (start + k === 0 || !/^\P{L}*\p{Lu}/u.test(token)) && /^["“(]?[\p{L}’'-]+[,.;:!?"”)]*$/u.test(token),
      ) && tokens.slice(start, end - 1).every(token => /[\p{L}]$/u.test(token))
  )
}

/**
 * The phrase table of many pairs, read in both directions. A change counts when both sides have as many words that are not small
 * ones, so that a phrase does not grow or lose a thing said; one of small words only when it was seen twice. Two phrases that stood for the same
 * third one stand for each other too, with less weight (pivoting: Bannard and Callison-Burch 2005).
 */
export function phraseTable(pairs: readonly SentencePair[], small: ReadonlySet<string>): PhraseTable {
  const large = (phrase: string) => phrase.split(" ").filter(word => !small.has(word)).length
  const seen = new Counts()
  for (const pair of pairs)
    for (const { from, to } of changesOf(pair)) if (from !== to && from !== "" && to !== "") seen.add(from, to, 1)
  const both = new Counts()
  for (const [from, to, count] of seen.all())
    if (large(from) === large(to) && (count > 1 || large(from) > 0)) {
      both.add(from, to, count)
      both.add(to, from, count)
    }
  const table = new Counts()
  for (const [from, to, count] of both.all()) table.add(from, to, count)
  for (const [from, by, count] of both.all())
    if (large(by) > 0)
      for (const [to, further] of both.of(by))
        if (to !== from && large(to) === large(from)) table.add(from, to, (PIVOT * count * further) / both.total(by))
  return new Map(
    table.keys().map(from => [from, table.of(from).map(([words, weight]) => ({ words, weight: Math.sqrt(weight) }))]),
  )
}

/** The weight of a choice that was found over a third phrase. */
const PIVOT = 0.7

/** How often one phrase stood for another. */
class Counts {
  readonly #byPhrase = new Map<string, Map<string, number>>()

  add(from: string, to: string, count: number): void {
    const choices = this.#byPhrase.get(from) ?? new Map<string, number>()
    this.#byPhrase.set(from, choices.set(to, (choices.get(to) ?? 0) + count))
  }
  keys(): string[] {
    return [...this.#byPhrase.keys()]
  }
  of(from: string): [string, number][] {
    return [...(this.#byPhrase.get(from) ?? [])]
  }
  total(from: string): number {
    return this.of(from).reduce((sum, [, count]) => sum + count, 0)
  }
  all(): [string, string, number][] {
    return this.keys().flatMap(from => this.of(from).map(([to, count]): [string, string, number] => [from, to, count]))
  }
}
