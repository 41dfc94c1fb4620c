import type { Claim } from "../../src/model/claim.ts"
import type { Findings } from "../../src/model/findings.ts"
import { fileOf, locate, type TrueClaim, type Truth } from "./harbour.ts"

export interface ClaimScore {
  readonly claim: TrueClaim
  readonly found?: Claim
  readonly exact: boolean
}

/**
 * For each true claim the found one that shares most of its attestations, one of its own kind before others ("the third accident"
 * may be told as a statement and found as a figure), and whether reports and origins are exact.
 */
export function scoreClaims(findings: Findings, truth: Truth): ClaimScore[] {
  return truth.claims.map(claim => {
    const ranked = findings.claims
      .map(found => ({ found, hits: hits(found, claim, findings) }))
      .filter(({ hits }) => hits > 0)

      .sort(
        (x, y) =>
          y.hits - x.hits ||
          Number(y.found.kind === claim.kind) - Number(x.found.kind === claim.kind) ||
          x.found.attestations.length - y.found.attestations.length,
      )
    const found = ranked[0]?.found
    if (!found) return { claim, exact: false }
    const exact =
      found.reports === claim.reports &&
      found.origins.min === claim.origins.min &&
      found.origins.max === claim.origins.max
    return { claim, found, exact }
  })
}

/** Attestations of the found claim that lie on the true claim's words in the same report. */
function hits(found: Claim, claim: TrueClaim, { witnesses }: Findings): number {
  return found.attestations.filter(({ witness: id, span }) => {
    const witness = witnesses.find(other => other.id === id)!
    const words = claim.words[fileOf(witness)]
    const place = words === undefined ? undefined : locate(witness.text, words)
    return place !== undefined && place.start < span.end && span.start < place.end
  }).length
}
