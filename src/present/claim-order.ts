import type { Attestation, Claim } from "../model/claim.ts"
import { group } from "./group.ts"

/** The attestations of one line of descent. `number` counts from 1 in the order of first attestation. */
export interface OriginGroup {
  readonly number: number
  readonly attestations: readonly Attestation[]
}

/** A claim's attestations by origin. */
export function originGroups({ attestations }: Claim): OriginGroup[] {
  const groups = group(attestations, ({ origin }) => origin)
  return [...groups.values()].map((found, index) => ({ number: index + 1, attestations: found }))
}

const KINDS: readonly Claim["kind"][] = ["quotation", "figure", "statement"]

/** Claims in the order of showing: the most repeated first, of these what can be checked best, then the fewest origins. */
export function claimsInOrder(claims: readonly Claim[]): {
  readonly shared: readonly Claim[]
  readonly single: readonly Claim[]
} {
  const sorted = claims.toSorted(
    (a, b) =>
      b.reports - a.reports ||
      KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
      a.origins.min - b.origins.min ||
      a.origins.max - b.origins.max ||
      (a.id < b.id ? -1 : Number(a.id > b.id)),
  )
  return { shared: sorted.filter(({ reports }) => reports > 1), single: sorted.filter(({ reports }) => reports <= 1) }
}

/** What one report alone states. */
export interface Alone {
  readonly witness: string
  /** In the order of its text. */
  readonly claims: readonly Claim[]
}

/** The claims of one report only, by report, the reports in the order of `sorted`. */
export function claimsAlone(single: readonly Claim[], sorted: (a: string, b: string) => number): Alone[] {
  const byWitness = group(single, ({ attestations }) => attestations[0]!.witness)
  return [...byWitness]
    .map(([witness, claims]) => ({ witness, claims: claims.toSorted((x, y) => startOf(x) - startOf(y)) }))
    .sort((x, y) => sorted(x.witness, y.witness))
}

const startOf = ({ attestations }: Claim) => attestations[0]!.span.start
