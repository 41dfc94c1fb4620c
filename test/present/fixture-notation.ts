import type { Kinship, KinshipKind } from "../../src/model/passage.ts"
import type { Place, Span } from "../../src/model/span.ts"
import type { EvidenceKind, Stemma, StemmaEdge } from "../../src/model/stemma.ts"
import type { Reading, Severity, Variant, VariantKind } from "../../src/model/variant.ts"
import { witnesses } from "./fixture-texts.ts"

/** Ids of the invented witnesses by their siglum; R is the radio, X and Y the two Persian ones. */
export const ID = {
  A: "a00000000001",
  B: "b00000000002",
  C: "c00000000003",
  D: "d00000000004",
  E: "e00000000005",
  F: "f00000000006",
  G: "a10000000007",
  X: "a20000000008",
  Y: "a30000000009",
  R: "a40000000010",
} as const
/** A letter of a witness. */
export type Siglum = keyof typeof ID

function textOf(siglum: Siglum): string {
  return witnesses.find(witness => witness.id === ID[siglum])!.text
}

function spanOf(siglum: Siglum, part: string): Span {
  const start = textOf(siglum).indexOf(part)
  if (start < 0) throw new Error(`“${part}” is not in ${siglum}`)
  return { start, end: start + part.length }
}

/** Where these words stand in that witness. */
export function place(siglum: Siglum, part: string): Place {
  return { witness: ID[siglum], span: spanOf(siglum, part) }
}

/** `"A: two gates"` has those words; `"A- two gates"` passes over something before those words; `"A! …"` is cut off there. */
function reading(notation: string): Reading {
  const siglum = notation[0] as Siglum
  const part = notation.slice(3)
  const span = spanOf(siglum, part)
  if (notation[1] === ":") return { kind: "text", witness: ID[siglum], span, text: part }
  return { kind: notation[1] === "-" ? "omission" : "lacuna", witness: ID[siglum], at: span.start }
}

/** A variant; the readings as `reading` takes them, the parent's first. */
export function variant(severity: Severity, kind: VariantKind, note: string, ...readings: string[]): Variant {
  return { kind, severity, note, readings: readings.map(reading) }
}

/** One reason for an edge. */
export function evidence(kind: EvidenceKind, note: string, ...places: Place[]) {
  return { kind, note, places }
}

/** An edge with its reasons. */
export function edge(
  parent: string,
  child: string,
  confidence: number,
  ...reasons: StemmaEdge["evidence"]
): StemmaEdge {
  return { parent, child, confidence, evidence: reasons }
}

/** A kinship; the shares in the order of the sigla given. */
export function kinship(a: Siglum, b: Siglum, kind: KinshipKind, coverage: [number, number], longest: number): Kinship {
  const [first, second] = ID[a] < ID[b] ? [a, b] : [b, a]
  const [one, two] = first === a ? coverage : [coverage[1], coverage[0]]
  const stretch = { a: { start: 0, end: 12 }, b: { start: 0, end: 12 } }
  const passages = [{ ...stretch, sentences: [stretch] }]
  return { a: ID[first], b: ID[second], kind, coverage: { a: one, b: two }, longestRunWords: longest, passages }
}

/** The nodes of a stemma: a lost text if there is one, and a witness for each letter. */
export function nodes(lost: string, sigla: string): Stemma["nodes"] {
  const found = [...sigla].map(label => ({ id: ID[label as Siglum], kind: "witness" as const, label }))
  return lost ? [{ id: lost, kind: "lost", label: "ω" }, ...found] : found
}
