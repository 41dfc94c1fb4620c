import type { Alignment } from "../model/passage.ts"
import type { Segmented } from "../model/segmented.ts"
import type { Locus } from "./loci.ts"
import { GAP, UNKNOWN } from "./readings.ts"

/** Whether `other` may be where `witness` has its text from, rather than the other way round. */
export type IsSource = (witness: number, other: number) => boolean

/** How much edits on the way to each witness count, 1 for a usual one. */
export interface Paces {
  readonly change: Float64Array
  readonly omit: Float64Array
}

/**
 * What the costs are made of, in natural logarithms: how unlikely it is that two who change a word at the same place choose the same other word (`sameWord`),
 * or both just leave it out (`sameGap`); `usual` share of words changed, for which a cost counts 1.
 */
export const PACE = { sameWord: 1.4, sameGap: 0.7, usual: 0.08, lightest: 0.01, heaviest: 0.6 } as const

/**
 * In a text where half of the words are new, one more that is new says little, and one more that is gone says nearly nothing: rewriters come to
 * the same by chance. In a reprint every change counts. The share of changed words is taken against the nearest relative that may be a source:
 * against its own copies every text is a reprint.
 * Costs O(loci × witnesses²).
 */
export function pacesOf(
  segmented: readonly Segmented[],
  alignments: readonly Alignment[],
  loci: readonly Locus[],
  isSource: IsSource,
): Paces {
  const shares = changedShares(segmented, alignments, loci, isSource)
  const odds = (share: number) => Math.log((1 - share) / share)
  const scale = (same: number) => shares.map(share => (same + odds(share)) / (same + odds(PACE.usual)))
  return { change: scale(PACE.sameWord), omit: scale(PACE.sameGap) }
}

function changedShares(
  segmented: readonly Segmented[],
  alignments: readonly Alignment[],
  loci: readonly Locus[],
  isSource: IsSource,
): Float64Array {
  const n = segmented.length
  const differing = new Float64Array(n * n)
  for (const { level, readings, words } of loci) {
    if (level !== "word") continue
    for (let a = 0; a < n; a++)
      for (let b = 0; b < n; b++)
        if (readings[a] !== GAP && readings[a] !== readings[b] && readings[a] !== UNKNOWN && readings[b] !== UNKNOWN)
          differing[a * n + b]! += words
  }
  const body = segmented.map(bodyWords)
  const shares = new Float64Array(n).fill(PACE.heaviest)
  const take = (witness: number, other: number, share: number) => {
    if (isSource(witness, other)) shares[witness] = Math.min(shares[witness]!, share)
  }
  for (const { a, b, kinship } of alignments) {
    take(a, b, differing[a * n + b]! / (body[a]! * Math.max(0.3, kinship.coverage.a)))
    take(b, a, differing[b * n + a]! / (body[b]! * Math.max(0.3, kinship.coverage.b)))
  }
  return shares.map(share => Math.max(PACE.lightest, share))
}

function bodyWords({ sentences, tokens }: Segmented): number {
  let words = 1
  for (const { role, tokens: range } of sentences)
    if (role === "body") for (let at = range.first; at < range.end; at++) if (tokens.kinds[at] !== 2) words++
  return words
}
