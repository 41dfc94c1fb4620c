import type { Check } from "../bench.ts"
import type { KinPair } from "./kin.ts"

const GRAM = 5

/** Two reports of which one has much of the other. */
export interface ContainedPair {
  readonly a: string
  readonly b: string
  /** Share of the word 5-grams of the one with fewer that the other has too, in (0, 1]. */
  readonly containment: number
}

/** Every pair with at least this containment, by looking at all pairs. O(reports² · words). */
export function containedPairs(
  reports: readonly { readonly id: string; readonly text: string }[],
  least: number,
): ContainedPair[] {
  const grams = reports.map(({ text }) => gramsOf(text))
  return reports.flatMap(({ id: a }, i) =>
    reports.slice(i + 1).flatMap(({ id: b }, k) => {
      const containment = containmentOf(grams[i]!, grams[i + 1 + k]!)
      return containment >= least ? [{ a, b, containment }] : []
    }),
  )
}

/** Share of the smaller set that the larger has too, in [0, 1]. */
export function containmentOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  let shared = 0
  for (const gram of small) if (large.has(gram)) shared++
  return small.size === 0 ? 0 : shared / small.size
}

/** The word 5-grams of a text, without case and marks. */
export function gramsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(words.slice(GRAM - 1).map((_, at) => words.slice(at, at + GRAM).join(" ")))
}

/** Holds the kinships against containment: a contained pair without a copy, an excerpt or a rewrite between them is wrong. */
export function checkContained(contained: readonly ContainedPair[], kin: readonly KinPair[]): Check {
  const known = new Set(
    kin.filter(({ kind }) => kind !== "shared-quotation").flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`]),
  )
  const wrong = contained
    .filter(({ a, b }) => !known.has(`${a} ${b}`))
    .map(({ a, b, containment }) => `${a} and ${b} share ${containment.toFixed(2)} of their 5-grams and are not kin`)
  return { name: "kinships against the containment of word 5-grams, all pairs", compared: contained.length, wrong }
}
