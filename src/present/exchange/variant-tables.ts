import type { Findings } from "../../model/findings.ts"
import type { Reading, Variant } from "../../model/variant.ts"
import { column, type Row, type Table } from "./table.ts"

/** One row a change. */
export const VARIANTS: Table = {
  name: "variants",
  holds: "One row a change, worst first within a family. Offsets are half-open, in UTF-16 units of the reports' texts.",
  columns: [
    column("variant", "text", "the family's id, a colon, and the change's number in it, from 1"),
    column("family", "text", "the family"),
    column("kind", "text", "what kind of change, from the glossary's list"),
    column("severity", "text", "sense, detail, wording or form"),
    column("note", "text", "the change in words"),
    column("base", "text", "the report before the change (the parent, or the base where the descent cannot be told)"),
    column("base_has", "text", "text, omission (passed over) or lacuna (cut off, so nothing can be told)"),
    column("base_start", "integer", "where its words begin; where they would stand"),
    column("base_end", "integer", "where they end"),
    column("base_text", "text", "its words"),
    column("witness", "text", "the report that made the change"),
    column("witness_has", "text", "text, omission or lacuna"),
    column("witness_start", "integer", "where its words begin; where they would stand"),
    column("witness_end", "integer", "where they end"),
    column("witness_text", "text", "its words"),
    column("inherited_by", "list", "reports that have the change from there"),
  ],
  rows: variantRows,
}

/** One row what a report has at a change. */
export const READINGS: Table = {
  name: "readings",
  holds: "One row what one report has at a change, in the order base, changed, inherited.",
  columns: [
    column("variant", "text", "the change"),
    column(
      "reading",
      "integer",
      "1 for the base, 2 for the report that made the change, then those that have it from there",
    ),
    column("witness", "text", "the report"),
    column("has", "text", "text, omission or lacuna"),
    column("text_start", "integer", "where the words begin; where they would stand"),
    column("text_end", "integer", "where they end"),
    column("text", "text", "the words"),
  ],
  rows: readingRows,
}

function* numbered({ families }: Findings): Iterable<{ id: string; family: string; variant: Variant }> {
  for (const family of families) {
    for (const [index, variant] of family.variants.entries()) {
      yield { id: `${family.id}:${index + 1}`, family: family.id, variant }
    }
  }
}

function* variantRows(findings: Findings): Iterable<Row> {
  for (const { id, family, variant } of numbered(findings)) {
    const { kind, severity, note, readings } = variant
    const [base, changed, ...heirs] = readings
    yield {
      variant: id,
      family,
      kind,
      severity,
      note,
      ...(base && side("base", base)),
      ...(changed && side("witness", changed)),
      inherited_by: heirs.map(({ witness }) => witness),
    }
  }
}

function side(name: "base" | "witness", reading: Reading): Row {
  const { start, end, text } = place(reading)
  return {
    [name]: reading.witness,
    [`${name}_has`]: reading.kind,
    [`${name}_start`]: start,
    [`${name}_end`]: end,
    [`${name}_text`]: text,
  }
}

function* readingRows(findings: Findings): Iterable<Row> {
  for (const { id, variant } of numbered(findings)) {
    for (const [index, reading] of variant.readings.entries()) {
      const { start, end, text } = place(reading)
      yield {
        variant: id,
        reading: index + 1,
        witness: reading.witness,
        has: reading.kind,
        text_start: start,
        text_end: end,
        text,
      }
    }
  }
}

function place(reading: Reading): { readonly start: number; readonly end: number; readonly text?: string } {
  if (reading.kind === "text") return { ...reading.span, text: reading.text }
  return { start: reading.at, end: reading.at }
}
