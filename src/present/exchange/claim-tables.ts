import type { Claim } from "../../model/claim.ts"
import type { Findings } from "../../model/findings.ts"
import { column, type Row, type Table } from "./table.ts"
import { textId } from "./text-id.ts"

/** One row a claim. */
export const CLAIMS: Table = {
  name: "claims",
  holds: "One row a claim. Nothing says which claims are true.",
  columns: [
    column("claim", "text", "its id"),
    column("kind", "text", "quotation, figure or statement"),
    column("text", "text", "the words of the first attestation"),
    column("reports", "integer", "how many reports state it"),
    column("origins_min", "integer", "at least so many independent origins"),
    column("origins_max", "integer", "at most so many"),
    column("story", "text", "the story it belongs to"),
    column("attributed_to", "text", "whom the reports say it is from"),
    column("number", "number", "the value of a figure"),
    column("unit", "text", "its unit"),
    column("counted", "text", "what it counts"),
    column("hedge", "text", "such as “at least”"),
    column("voices", "list", "the people or bodies the words go back to"),
    column("why", "list", "why reports were counted together, in words"),
  ],
  rows: ({ claims }) => claims.map(claimRow),
}

/** One row a report that states a claim. */
export const ATTESTATIONS: Table = {
  name: "attestations",
  holds: "One row a place where a report states a claim. Offsets are half-open, in UTF-16 units of the report's text.",
  columns: [
    column("claim", "text", "the claim"),
    column("witness", "text", "the report that states it"),
    column("text_start", "integer", "where its words begin"),
    column("text_end", "integer", "where they end"),
    column("text", "text", "its words"),
    column("origin", "text", "the line of descent; attestations with the same one are not independent"),
  ],
  rows: ({ claims }) => claims.flatMap(attestationRows),
}

/** One row a conflict between claims. */
export const CONFLICTS: Table = {
  name: "conflicts",
  holds: "One row a set of claims whose values differ.",
  columns: [
    column("conflict", "integer", "its number, from 1"),
    column("kind", "text", "update, correction, error or open"),
    column("claims", "list", "the claims"),
    column("first_by", "text", "the text that had the other value first, a lost one perhaps"),
    column("inherited_by", "list", "reports that have it from there"),
    column("note", "text", "the conflict in words"),
  ],
  rows: conflictRows,
}

function conflictRows({ conflicts, families }: Findings): Row[] {
  const familyOf = new Map(families.flatMap(({ id, witnesses }) => witnesses.map(witness => [witness, id] as const)))
  return conflicts.map(({ kind, claims, firstBy, inheritedBy, note }, index) => {
    const family = familyOf.get(inheritedBy[0] ?? "")
    const isLost = firstBy !== undefined && family !== undefined && !familyOf.has(firstBy)
    const first = isLost ? textId(family, { id: firstBy, kind: "lost" }) : firstBy
    return { conflict: index + 1, kind, claims, first_by: first, inherited_by: inheritedBy, note }
  })
}

function claimRow({ id, kind, text, reports, origins, story, attributedTo, value, voices, why }: Claim): Row {
  return {
    claim: id,
    kind,
    text,
    reports,
    origins_min: origins.min,
    origins_max: origins.max,
    story,
    attributed_to: attributedTo,
    number: value?.number,
    unit: value?.unit,
    counted: value?.of,
    hedge: value?.hedge,
    voices,
    why: why.map(({ note }) => note),
  }
}

function attestationRows({ id, attestations }: Claim): Row[] {
  return attestations.map(({ witness, span, text, origin }) => ({
    claim: id,
    witness,
    text_start: span.start,
    text_end: span.end,
    text,
    origin,
  }))
}
