import { join } from "node:path"
import type { Attestation, Claim } from "../../src/model/claim.ts"
import type { Findings } from "../../src/model/findings.ts"
import type { Span } from "../../src/model/span.ts"
import { trace } from "../../src/pipeline.ts"
import { readReports } from "../kinship/kinship.ts"
import { type Drawn, draw } from "./draw.ts"

const COUNT = 50
/** Of these so many that may have two origins. */
const DOUBTED = 25
/** Characters of a report shown on either side of its words for the claim. */
const AROUND = 350
/** Attestations of one origin that are shown. */
const SHOWN = 4

/**
 * Fifty claims of the Helsinki reports that two kin reports or more attest, at least 25 of them with a most of two origins or more: are
 * kin reports counted as two origins that are one?
 */
export function confirmations(data: string, seed: string): Drawn[] {
  const reports = readReports(join(data, "helsinki-2018/reports.jsonl"))
  const findings = trace(reports.map(({ id, ...report }) => ({ ...report, where: id })))
  const familyOf = familiesOf(findings)
  const kin = findings.claims.filter(claim => kinOf(claim, familyOf).length > 0)
  const idsOf = (claims: readonly Claim[]) => claims.map(({ id }) => id)
  const doubted = draw(idsOf(kin.filter(({ origins }) => origins.max > 1)), DOUBTED, seed)
  const chosen = new Set(doubted)
  const rest = draw(
    idsOf(kin).filter(id => !chosen.has(id)),
    COUNT - DOUBTED,
    seed,
  )
  const byId = new Map(kin.map(claim => [claim.id, claim]))
  return [...doubted, ...rest].map(id => ({ id, lines: linesOf(byId.get(id)!, findings, familyOf) }))
}

/** The family of each report that has one. */
export const familiesOf = ({ families }: Findings): ReadonlyMap<string, string> =>
  new Map(families.flatMap(({ id, witnesses }) => witnesses.map(witness => [witness, id] as const)))

/** Families of which two reports or more attest a claim. */
function kinOf({ attestations }: Claim, familyOf: ReadonlyMap<string, string>): string[] {
  const families = attestations.flatMap(({ witness }) => familyOf.get(witness) ?? [])
  return [...new Set(families.filter((family, at) => families.indexOf(family) !== at))]
}

function linesOf(claim: Claim, findings: Findings, familyOf: ReadonlyMap<string, string>): string[] {
  const origins = [...new Set(claim.attestations.map(({ origin }) => origin))]
  return [
    `${claim.kind} · ${claim.reports} reports · ${claim.origins.min} to ${claim.origins.max} origins · ${claim.text}`,
    ...claim.why.map(({ note }) => `  because ${note}`),
    ...origins.flatMap((origin, at) => {
      const own = claim.attestations.filter(attestation => attestation.origin === origin)
      const family = familyOf.get(own[0]!.witness) ?? "no family"
      return [
        `  origin ${at + 1}, ${family}, ${own.length} reports`,
        ...own.slice(0, SHOWN).map(attestation => wordsOf(attestation, findings)),
      ]
    }),
  ]
}

/** The words of an attestation in their surroundings, between marks, on one line. */
export function wordsOf({ witness, span }: Attestation, { witnesses }: Findings, around = AROUND): string {
  const { where, outlet, text } = witnesses.find(({ id }) => id === witness)!
  return `    ${where} ${outlet ?? ""}: ${inContext(text, span, around)}`
}

function inContext(text: string, { start, end }: Span, around: number): string {
  const before = text.slice(Math.max(0, start - around), start)
  return `${before}⟦${text.slice(start, end)}⟧${text.slice(end, end + around)}`.replace(/\s+/g, " ")
}
