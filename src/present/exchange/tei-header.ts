import type { FamilyFindings, Findings } from "../../model/findings.ts"
import type { Witness } from "../../model/report.ts"
import { decisions } from "../decisions.ts"
import { witnessId } from "./tei-ids.ts"
import { element, lines, type Xml } from "./xml.ts"

const OFFSETS =
  "The number in the xml:id of an anchor is an offset in the text of its witness, in UTF-16 units; spans are half-open. " +
  "Control characters stand as their pictures, one for one."
const KINDS =
  "app/@type is the kind of the change, rdg/@type its severity (sense, detail, wording, form). rdg/@cause is “change” for the witness " +
  "that made it and “inheritance” for those that have it from there. An empty rdg is an omission, a gap a place that was cut off."
const TRUTH =
  "Found by program, by Hearsay. Descent is inferred: arc/@cert is its probability. Nothing here says what is true."

/** The header: what the file is, who the witnesses are, how the apparatus is encoded. */
export function header(findings: Findings): Xml {
  const { witnesses, families } = findings
  const witnessById = new Map(witnesses.map(witness => [witness.id, witness]))
  const lists = families.map((family, index) => witnessList(family, index + 1, witnessById))
  const sources = lists.length > 0 ? lists : [paragraph("None of the reports is kin to another.")]
  const file = element(
    "fileDesc",
    {},
    lines([
      element("titleStmt", {}, element("title", {}, "Families of news reports, with what was changed on the way")),
      element("publicationStmt", {}, paragraph("Made by Hearsay from the reports listed below.")),
      element("sourceDesc", {}, lines(sources)),
    ]),
  )
  const encoding = element(
    "encodingDesc",
    {},
    lines([
      element("projectDesc", {}, lines([TRUTH, OFFSETS, KINDS].map(paragraph))),
      ...editorial(findings),
      element("variantEncoding", { method: "double-end-point", location: "external" }),
    ]),
  )
  return element("teiHeader", {}, lines([file, encoding]))
}

/** What a person decided. */
function editorial(findings: Findings): Xml[] {
  const decided = decisions(findings)
  return decided.length === 0 ? [] : [element("editorialDecl", {}, lines(decided.map(paragraph)))]
}

function paragraph(text: string): Xml {
  return element("p", {}, text)
}

function witnessList(
  { witnesses, stemma }: FamilyFindings,
  number: number,
  witnessById: ReadonlyMap<string, Witness>,
): Xml {
  const labelById = new Map(stemma.nodes.map(({ id, label }) => [id, label]))
  const members = witnesses.map(id => witnessXml(id, labelById.get(id), witnessById.get(id)))
  return element("listWit", {}, lines([element("head", {}, `Family ${number}`), ...members]))
}

function witnessXml(id: string, label: string | undefined, witness: Witness | undefined): Xml {
  const siglum = label === undefined ? [] : [element("label", { type: "siglum" }, label)]
  return element("witness", { "xml:id": witnessId(id) }, ...siglum, ...(witness ? [bibliography(witness)] : []))
}

function bibliography({ id, title, outlet, published, url }: Witness): Xml {
  const parts = [
    title !== undefined && element("title", {}, title),
    outlet !== undefined && element("publisher", {}, outlet),
    published !== undefined && element("date", { when: temporal(published) }, published),
    url !== undefined && element("idno", { type: "URL" }, url),
    element("idno", { type: "hearsay" }, id),
  ]
  return element("bibl", {}, ...parts.filter(part => part !== false))
}

/** The date where it is one that TEI's `when` allows. */
function temporal(iso: string): string | undefined {
  return /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?)?$/.test(iso) ? iso : undefined
}
