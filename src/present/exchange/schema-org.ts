import type { Attestation, Claim } from "../../model/claim.ts"
import type { FamilyFindings, Findings } from "../../model/findings.ts"
import type { Witness } from "../../model/report.ts"
import { decisions } from "../decisions.ts"
import { when } from "../when.ts"
import { jsonText } from "./json-text.ts"
import { iriOf, PREFIXES } from "./rdf.ts"
import { textId } from "./text-id.ts"

const DAY_MS = 86_400_000

/**
 * Claims as schema.org has them (`Claim` with `appearance` and, where all its reports are dated, `firstAppearance`) and the reports as
 * `NewsArticle`, as JSON-LD, one thing a line. There is no `ClaimReview` and no rating: Hearsay gives no verdict. How many origins a
 * claim has, and where which report states it, stands in terms of our own, for schema.org has none for it,
 * nor for what a person decided.
 */
export function schemaOrg(findings: Findings): string {
  const { witnesses, claims, families } = findings
  const witnessById = new Map(witnesses.map(witness => [witness.id, witness]))
  const decided = decisions(findings).map(text => ({ "@type": "hearsay:Judgement", text }))
  const texts = [...witnesses.map(articleJson), ...families.flatMap(lostTexts)]
  const things = [...claims.map(claim => claimJson(claim, witnessById)), ...texts, ...decided]
  const context = { "@vocab": PREFIXES.schema, hearsay: PREFIXES.hearsay }
  return `{"@context":${jsonText(context)},\n"@graph":[\n${things.map(jsonText).join(",\n")}\n]}\n`
}

function claimJson(claim: Claim, witnessById: ReadonlyMap<string, Witness>): unknown {
  const reports = [...new Set(claim.attestations.map(({ witness }) => witness))]
  const first = firstToAppear(reports, witnessById)
  return {
    "@type": "Claim",
    "@id": iriOf("claim", claim.id),
    text: claim.text,
    ...(claim.attributedTo !== undefined && { author: claim.attributedTo }),
    appearance: reports.map(reference),
    ...(first !== undefined && { firstAppearance: reference(first) }),
    "hearsay:kind": claim.kind,
    "hearsay:reports": claim.reports,
    "hearsay:originsAtLeast": claim.origins.min,
    "hearsay:originsAtMost": claim.origins.max,
    "hearsay:attestation": claim.attestations.map(attestationJson),
  }
}

function attestationJson({ witness, span, text, origin }: Attestation): unknown {
  return {
    "hearsay:report": reference(witness),
    "hearsay:origin": reference(origin),
    "hearsay:start": span.start,
    "hearsay:end": span.end,
    text,
  }
}

function articleJson({ id, title, outlet, url, published, modified, language, credits }: Witness): unknown {
  return {
    "@type": "NewsArticle",
    "@id": iriOf("text", id),
    ...(title !== undefined && { headline: title }),
    ...(outlet !== undefined && { publisher: { "@type": "Organization", name: outlet } }),
    ...(url !== undefined && { url }),
    ...(published !== undefined && { datePublished: published }),
    ...(modified !== undefined && { dateModified: modified }),
    ...(language !== undefined && { inLanguage: language }),
    ...(credits.length > 0 && { creditText: credits.join("; ") }),
  }
}

/** The texts that origins may be and nobody handed in. */
function lostTexts({ id, stemma }: FamilyFindings): unknown[] {
  return stemma.nodes
    .filter(({ kind }) => kind === "lost")
    .map(node => ({ "@type": "hearsay:LostText", "@id": iriOf("text", textId(id, node)), name: node.label }))
}

function reference(id: string): { readonly "@id": string } {
  return { "@id": iriOf("text", id) }
}

/** The report that certainly came first. `undefined` when one has no date, or a day without an hour leaves it open. */
function firstToAppear(reports: readonly string[], witnessById: ReadonlyMap<string, Witness>): string | undefined {
  const moments = reports.map(id => ({ id, moment: when(witnessById.get(id)?.published) }))
  const dated = moments.flatMap(({ id, moment }) => (moment ? [{ id, ...moment }] : [])).sort((a, b) => a.ms - b.ms)
  const [first, second] = dated
  if (!first || dated.length < moments.length) return undefined
  const end = first.toTheMinute ? first.ms : first.ms + DAY_MS - 1
  return second === undefined || end < second.ms ? first.id : undefined
}
