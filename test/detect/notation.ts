import { type DetectOptions, detect } from "../../src/detect/detect.ts"
import type { Segmented } from "../../src/model/segmented.ts"
import { segment } from "../../src/segment/segment.ts"

/** Reports by their ids, cut into sentences. What follows a line of dashes is page furniture. */
export function reports(texts: Readonly<Record<string, string>>): Segmented[] {
  const witnesses = Object.entries(texts).map(([id, whole]) => {
    const text = whole.replace("\n---\n", "\n\n")
    const at = whole.indexOf("\n---\n")
    const furniture = at < 0 ? [] : [{ span: { start: at + 2, end: text.length }, kind: "related" as const }]
    return { id, where: id, credits: [], creditLines: [], text, furniture, language: "und" }
  })
  return segment(witnesses)
}

/** The candidates as "A B", the smaller id first, sorted. */
export function pairsIn(segmented: readonly Segmented[], options?: DetectOptions): string[] {
  const idOf = (index: number) => segmented[index]!.witness.id
  return detect(segmented, options)
    .map(({ a, b }) => [idOf(a), idOf(b)].sort().join(" "))
    .sort()
}

/** Sentences of invented words: the same for the same seed, nothing in common for different ones. */
export function invent(seed: number, sentences: number, words = 14): string {
  const word = (n: number) => `${"bdfgklmnprstvz"[n % 14]}a${(n * 7919 + seed * 104_729).toString(36)}`
  const sentence = (first: number) => `${Array.from({ length: words }, (_, i) => word(first + i)).join(" ")}.`
  return Array.from({ length: sentences }, (_, i) => sentence(1 + i * words)).join(" ")
}
