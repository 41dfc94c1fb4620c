import type { FamilyFindings } from "../../model/findings.ts"
import type { Reading, Variant } from "../../model/variant.ts"
import { anchorId, witnessId } from "./tei-ids.ts"
import { element, lines, type Xml } from "./xml.ts"

/** The changes of one family as an apparatus, worst first; nothing where there are none. */
export function apparatus({ variants }: FamilyFindings, number: number): Xml[] {
  if (variants.length === 0) return []
  const list = element("listApp", {}, lines(variants.map(entry)))
  return [element("div", { type: "apparatus" }, lines([element("head", {}, `Family ${number}: changes`), list]))]
}

function entry({ kind, severity, note, readings }: Variant): Xml {
  const [base, ...others] = readings
  if (!base) return element("app", { type: kind }, element("note", {}, note))
  const [from, to] = ends(base)
  const parts = [
    element("lem", { wit: `#${witnessId(base.witness)}` }, ...words(base)),
    ...others.map((reading, index) => rdg(reading, severity, index === 0 ? "change" : "inheritance")),
    element("note", {}, note),
  ]
  return element("app", { type: kind, from, to }, ...parts)
}

function rdg(reading: Reading, type: string, cause: string): Xml {
  const [from, to] = ends(reading)
  const corresp = from === to ? from : `${from} ${to}`
  return element("rdg", { wit: `#${witnessId(reading.witness)}`, type, cause, corresp }, ...words(reading))
}

function ends(reading: Reading): readonly [string, string] {
  const { start, end } = reading.kind === "text" ? reading.span : { start: reading.at, end: reading.at }
  return [`#${anchorId(reading.witness, start)}`, `#${anchorId(reading.witness, end)}`]
}

function words(reading: Reading): (string | Xml)[] {
  if (reading.kind === "text") return [reading.text]
  return reading.kind === "lacuna" ? [element("gap", { reason: "lacuna" })] : []
}
