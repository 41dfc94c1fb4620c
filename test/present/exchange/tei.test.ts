import { beforeAll, describe, expect, it } from "vitest"
import type { Findings } from "../../../src/model/findings.ts"
import type { Reading } from "../../../src/model/variant.ts"
import { tei } from "../../../src/present/exchange/tei.ts"
import { xmlText } from "../../../src/present/exchange/xml.ts"
import { expectGolden } from "../golden.ts"
import { CASES, harbour } from "./harbour.ts"
import { all, elementsIn, parseXml, textOf, type XmlElement } from "./xml-tree.ts"

/**
 * What may stand in what, as far as we use it: from the content models of TEI P5 (a child's name; text where there is `#`).
 * A `+` says that there must be at least one.
 */
const CONTENT: Record<string, string> = {
  TEI: "teiHeader text",
  teiHeader: "fileDesc encodingDesc",
  fileDesc: "titleStmt publicationStmt sourceDesc",
  titleStmt: "title",
  publicationStmt: "p",
  sourceDesc: "+ listWit p",
  listWit: "+ head witness",
  witness: "label bibl",
  bibl: "title publisher date idno",
  encodingDesc: "projectDesc variantEncoding",
  projectDesc: "+ p",
  variantEncoding: "",
  text: "group back body",
  group: "+ text",
  body: "+ ab p",
  ab: "anchor #",
  anchor: "",
  back: "+ div",
  div: "+ head p listApp graph",
  listApp: "+ app",
  app: "+ lem rdg note",
  lem: "gap #",
  rdg: "gap #",
  gap: "",
  graph: "+ node arc",
  node: "label",
  arc: "label",
  ...Object.fromEntries(["title", "p", "head", "label", "publisher", "date", "idno", "note"].map(name => [name, "#"])),
}

const REQUIRED: Record<string, readonly string[]> = {
  witness: ["xml:id"],
  variantEncoding: ["method", "location"],
  anchor: ["xml:id"],
  node: ["xml:id", "type"],
  arc: ["from", "to"],
  app: ["type", "from", "to"],
  lem: ["wit"],
  rdg: ["wit", "type", "cause", "corresp"],
}

/** What TEI would not allow, as sentences. */
function faults(element: XmlElement): string[] {
  const model = CONTENT[element.name]
  if (model === undefined) return [`${element.name} is no element we use`]
  const allowed = model.split(" ")
  const children = elementsIn(element)
  const strange = children.filter(({ name }) => !allowed.includes(name)).map(({ name }) => `${name} in ${element.name}`)
  const text = element.children.filter(child => typeof child === "string").join("")
  const stray = !allowed.includes("#") && text.trim() !== "" ? [`text in ${element.name}`] : []
  const empty = allowed[0] === "+" && children.length === 0 ? [`${element.name} is empty`] : []
  const missing = (REQUIRED[element.name] ?? []).filter(name => !(name in element.attributes))
  return [
    ...strange,
    ...stray,
    ...empty,
    ...missing.map(name => `${element.name} without ${name}`),
    ...children.flatMap(faults),
  ]
}

const POINTERS = ["wit", "from", "to", "corresp"]

function pointers(element: XmlElement): string[] {
  const own = POINTERS.flatMap(name => element.attributes[name]?.split(" ") ?? [])
  return [...own, ...elementsIn(element).flatMap(pointers)]
}

function ids(element: XmlElement): string[] {
  const own = element.attributes["xml:id"]
  return [...(own === undefined ? [] : [own]), ...elementsIn(element).flatMap(ids)]
}

/** Where each anchor stands, as the number of UTF-16 units of text before it. */
function anchorsIn(root: XmlElement): Map<string, number> {
  return new Map(
    all(root, "ab").flatMap(({ children }) => {
      let before = 0
      return children.flatMap(child => {
        if (typeof child === "object") return [[child.attributes["xml:id"]!, before] as const]
        before += child.length
        return []
      })
    }),
  )
}

const endsOf = (reading: Reading) =>
  reading.kind === "text" ? [reading.span.start, reading.span.end] : [reading.at, reading.at]

describe.each(CASES)("an edition of %s texts", (_, findings) => {
  const root = parseXml(tei(findings))
  const variants = findings.families.flatMap(family => family.variants)

  it("has only what TEI allows, where it allows it", () => expect(faults(root)).toEqual([]))

  it("has ids that are names, each once, and points at nothing that is missing", () => {
    const found = ids(root)
    expect(found.filter(id => !/^[A-Za-z_][\w.-]*$/.test(id))).toEqual([])
    expect(new Set(found).size).toBe(found.length)
    expect(pointers(root).filter(pointer => !found.includes(pointer.slice(1)))).toEqual([])
  })

  it("has the texts in full", () => {
    const members = new Set(findings.families.flatMap(({ witnesses }) => witnesses))
    const texts = findings.witnesses.filter(({ id }) => members.has(id)).map(({ text }) => xmlText(text))
    expect(all(root, "ab").map(textOf)).toEqual(texts)
  })

  it("has every change with its kind, severity, note and all readings", () => {
    const entries = all(root, "app")
    expect(entries.map(({ attributes }) => attributes.type)).toEqual(variants.map(({ kind }) => kind))
    for (const [index, entry] of entries.entries()) {
      const { readings, severity, note } = variants[index]!
      const [lem, ...rdgs] = elementsIn(entry).filter(({ name }) => name !== "note")
      expect([lem!, ...rdgs].map(textOf)).toEqual(readings.map(one => (one.kind === "text" ? xmlText(one.text) : "")))
      expect(rdgs.map(({ attributes }) => attributes.type)).toEqual(rdgs.map(() => severity))
      expect(rdgs.map(({ attributes }) => attributes.cause)).toEqual(
        rdgs.map((__, i) => (i === 0 ? "change" : "inheritance")),
      )
      expect([lem!, ...rdgs].map(one => all(one, "gap").length)).toEqual(
        readings.map(one => Number(one.kind === "lacuna")),
      )
      expect(textOf(all(entry, "note")[0]!)).toBe(xmlText(note))
    }
  })

  it("has the ends of every reading where they are, in UTF-16 units", () => {
    const placeOf = anchorsIn(root)
    const places = (words: string) => words.split(" ").map(pointer => placeOf.get(pointer.slice(1)))
    for (const [index, entry] of all(root, "app").entries()) {
      const [base, ...others] = variants[index]!.readings
      expect([placeOf.get(entry.attributes.from!.slice(1)), placeOf.get(entry.attributes.to!.slice(1))]).toEqual(
        endsOf(base!),
      )
      const found = all(entry, "rdg").map(({ attributes }) => places(attributes.corresp!))
      expect(found).toEqual(others.map(other => [...new Set(endsOf(other))]))
    }
  })

  it("has the stemma of each family", () => {
    const stemmata = findings.families.map(({ stemma }) => stemma)
    const graphs = all(root, "graph")
    expect(graphs.map(graph => all(graph, "node").map(textOf))).toEqual(
      stemmata.map(({ nodes }) => nodes.map(({ label }) => xmlText(label))),
    )
    expect(graphs.map(graph => all(graph, "arc").map(({ attributes }) => Number(attributes.cert)))).toEqual(
      stemmata.map(({ edges }) => edges.map(({ confidence }) => confidence)),
    )
  })
})

describe("the edition of the example", () => {
  let findings: Findings
  beforeAll(async () => {
    findings = await harbour()
  })

  it("is as in its golden file, the second family alone", () => {
    const family = findings.families[1]!
    const witnesses = findings.witnesses.filter(({ id }) => family.witnesses.includes(id))
    expectGolden("exchange/edition.xml", tei({ ...findings, families: [family], witnesses }))
  })

  it("has words in the lemma that stand between its anchors", () => {
    const root = parseXml(tei(findings))
    const placeOf = anchorsIn(root)
    const textById = new Map(all(root, "text").map(text => [text.attributes.corresp, textOf(text)]))
    const entries = all(root, "app")
    expect(entries.length).toBeGreaterThan(300)
    for (const entry of entries) {
      const lem = all(entry, "lem")[0]!
      const [from, to] = [entry.attributes.from!, entry.attributes.to!].map(pointer => placeOf.get(pointer.slice(1)))
      expect(textById.get(lem.attributes.wit)!.trim().slice(from, to)).toBe(textOf(lem))
    }
  })

  it("of nothing is still a document", () => {
    const nothing = { witnesses: [], families: [], stories: [], claims: [], conflicts: [], problems: [] }
    expect(faults(parseXml(tei(nothing)))).toEqual([])
  })
})
