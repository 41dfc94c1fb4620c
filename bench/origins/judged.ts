import type { Claim } from "../../src/model/claim.ts"
import type { Findings } from "../../src/model/findings.ts"
import { trace } from "../../src/pipeline.ts"
import type { KnownClaim, KnownConflict } from "./made/truth.ts"
import type { OriginsWorld } from "./made/world.ts"

/** A planted claim that two reports or more attest, and what was found of it. */
export interface JudgedClaim {
  readonly known: KnownClaim
  /** Bounds found; not there where no claim of ours stands on its words. */
  readonly origins?: Claim["origins"]
  /** The claim of ours that stands on its words. */
  readonly found?: Claim
  /** Reports that attest it, as found. */
  readonly reports: number
  /** Two origins counted where there is one report each, or one each family. */
  readonly baselines: { readonly reports: number; readonly families: number }
}

/** A planted conflict and what was found of it. */
export interface JudgedConflict {
  readonly known: KnownConflict
  readonly kind?: Findings["conflicts"][number]["kind"]
  readonly firstBy?: string
}

/** Of the findings what is judged. */
type Told = Pick<Findings, "witnesses" | "claims" | "conflicts">

export interface JudgedWorld {
  readonly seed: number
  readonly claims: readonly JudgedClaim[]
  readonly conflicts: readonly JudgedConflict[]
}

/** Traces the reports of a world. */
export const traced = ({ reports }: OriginsWorld): Findings =>
  trace(reports.map(({ id, uncredited: _, ...report }) => ({ ...report, where: id })))

/** Sets what is found beside what was planted. */
export function judge(world: OriginsWorld, findings: Told = traced(world)): JudgedWorld {
  const foundFor = new Map(world.claims.map(known => [known.id, foundOf(known, findings)]))
  const reportOf = new Map(findings.witnesses.map(({ id, where }) => [id, where]))
  return {
    seed: world.seed,
    claims: world.claims
      .filter(({ sentences }) => Object.keys(sentences).length > 1)
      .map(known => judgedClaim(known, foundFor.get(known.id), world)),
    conflicts: world.conflicts.map(known => {
      const found = conflictOf(known, foundFor, findings)
      const firstBy = found?.firstBy === undefined ? undefined : reportOf.get(found.firstBy)
      return { known, ...(found ? { kind: found.kind } : {}), ...(firstBy === undefined ? {} : { firstBy }) }
    }),
  }
}

function judgedClaim(known: KnownClaim, found: Claim | undefined, { familyOf }: OriginsWorld): JudgedClaim {
  const reports = Object.keys(known.sentences)
  return {
    known,
    ...(found ? { origins: found.origins, found } : {}),
    reports: found?.reports ?? 0,
    baselines: { reports: reports.length, families: new Set(reports.map(id => familyOf[id])).size },
  }
}

/** The claim of the same kind and number (of any kind for a statement, which may hold a quotation or a figure) most of whose attestations stand on the planted sentences. */
function foundOf({ kind, number, sentences }: KnownClaim, { witnesses, claims }: Told): Claim | undefined {
  const spans = new Map(
    witnesses.flatMap(({ id, where, text }) => {
      const sentence = sentences[where]
      const start = sentence === undefined ? -1 : text.indexOf(sentence)
      return start < 0 ? [] : [[id, { start, end: start + sentence!.length }] as const]
    }),
  )
  const hits = (claim: Claim) =>
    claim.attestations.filter(({ witness, span }) => {
      const own = spans.get(witness)
      return own !== undefined && span.start < own.end && own.start < span.end
    }).length
  return claims
    .filter(
      claim =>
        (claim.kind === kind || kind === "statement") && (number === undefined || claim.value?.number === number),
    )
    .map(claim => ({ claim, hits: hits(claim) }))
    .filter(one => one.hits > 0)
    .sort((x, y) => y.hits - x.hits || x.claim.attestations.length - y.claim.attestations.length)[0]?.claim
}

function conflictOf(
  { claims: [before, other] }: KnownConflict,
  foundFor: ReadonlyMap<string, Claim | undefined>,
  { conflicts }: Told,
): Findings["conflicts"][number] | undefined {
  const [x, y] = [foundFor.get(before)?.id, foundFor.get(other)?.id]
  if (x === undefined || y === undefined) return undefined
  return conflicts.find(({ claims }) => claims.includes(x) && claims.includes(y))
}
