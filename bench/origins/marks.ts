import type { JudgedClaim, JudgedWorld } from "./judged.ts"

/** What is counted over many worlds. Shares in [0, 1]. */
export interface Marks {
  readonly claims: number
  readonly found: number
  /** Smallest and largest bound are the true number. */
  readonly exact: number
  readonly inside: number
  /** Mean of the largest less the smallest bound, of those found. */
  readonly width: number
  readonly byReport: number
  readonly byFamily: number
  readonly conflicts: number
  /** Errors called errors, and updates and corrections called one or the other. */
  readonly kinds: number
  /** Of three kinds. */
  readonly strictKinds: number
  readonly makers: number
  /** Reports that made an error first. */
  readonly firstMakers: number
}

/** Counts what was found over worlds. Claims and conflicts that were not found count as wrong. */
export function marksOf(worlds: readonly JudgedWorld[], only: (claim: JudgedClaim) => boolean = () => true): Marks {
  const claims = worlds.flatMap(world => world.claims).filter(only)
  const conflicts = worlds.flatMap(world => world.conflicts)
  const found = claims.filter(({ origins }) => origins !== undefined)
  const errors = conflicts.filter(({ known }) => known.kind === "error" && known.firstBy !== undefined)
  const isExact = ({ origins, known }: JudgedClaim) => origins?.min === known.origins && origins.max === known.origins
  const isInside = ({ origins, known }: JudgedClaim) =>
    origins !== undefined && origins.min <= known.origins && known.origins <= origins.max
  const isChange = (kind: string | undefined) => kind === "update" || kind === "correction"
  return {
    claims: claims.length,
    found: found.length / claims.length,
    exact: share(claims, isExact),
    inside: share(claims, isInside),
    width: found.reduce((sum, { origins }) => sum + origins!.max - origins!.min, 0) / found.length,
    byReport: share(claims, ({ known, baselines }) => baselines.reports === known.origins),
    byFamily: share(claims, ({ known, baselines }) => baselines.families === known.origins),
    conflicts: conflicts.length,
    kinds: share(conflicts, ({ known, kind }) => (known.kind === "error" ? kind === "error" : isChange(kind))),
    strictKinds: share(conflicts, ({ known, kind }) => known.kind === kind),
    makers: errors.length,
    firstMakers: share(errors, ({ known, firstBy }) => known.firstBy === firstBy),
  }
}

function share<T>(of: readonly T[], test: (one: T) => boolean): number {
  return of.length === 0 ? 1 : of.filter(test).length / of.length
}
