import jsonld from "jsonld"
import { Parser, type Quad } from "n3"
import { beforeAll, describe, expect, it } from "vitest"
import type { Findings } from "../../../src/model/findings.ts"
import { provJsonLd } from "../../../src/present/exchange/prov-jsonld.ts"
import { provTurtle } from "../../../src/present/exchange/prov-turtle.ts"
import { iriOf } from "../../../src/present/exchange/rdf.ts"
import { schemaOrg } from "../../../src/present/exchange/schema-org.ts"
import { textId } from "../../../src/present/exchange/text-id.ts"
import { visible } from "../../../src/present/visible.ts"
import { CASES, harbour } from "./harbour.ts"

const PROV = "http://www.w3.org/ns/prov#"
const SCHEMA = "https://schema.org/"
const HEARSAY = "urn:hearsay:term:"
const TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

/** Statements as sorted lines, however they were written. */
async function fromJsonLd(text: string): Promise<string[]> {
  const offline = () => Promise.reject(new Error("asks the network"))
  const quads = (await jsonld.toRDF(JSON.parse(text), {
    format: "application/n-quads",
    documentLoader: offline,
  })) as unknown as string
  return new Parser({ format: "N-Quads" }).parse(quads).map(lineOf).sort()
}

const fromTurtle = (text: string) => new Parser({ format: "text/turtle" }).parse(text)

function lineOf({ subject, predicate, object }: Quad): string {
  const type = object.termType === "Literal" ? object.datatype.value : ""
  return JSON.stringify([subject.value, predicate.value, object.termType, object.value, type])
}

/** Objects of the statements with this predicate, by subject. */
function stated(quads: readonly Quad[], predicate: string): Map<string, string[]> {
  const found = quads.filter(quad => quad.predicate.value === predicate)
  return new Map(
    [...Map.groupBy(found, quad => quad.subject.value)].map(([subject, own]) => [
      subject,
      own.map(({ object }) => object.value),
    ]),
  )
}

const edgesOf = ({ families }: Findings) =>
  families.flatMap(({ id, stemma }) => {
    const iriById = new Map(stemma.nodes.map(node => [node.id, iriOf("text", textId(id, node))]))
    return stemma.edges.map(edge => ({ ...edge, parent: iriById.get(edge.parent)!, child: iriById.get(edge.child)! }))
  })

describe.each(CASES)("PROV-O of %s texts", (_, findings) => {
  const turtle = provTurtle(findings)
  const quads = fromTurtle(turtle)

  it("says the same in JSON-LD and in Turtle, and needs no network", async () => {
    expect(quads.length).toBeGreaterThan(200)
    expect(await fromJsonLd(provJsonLd(findings))).toEqual(quads.map(lineOf).sort())
  })

  it("does nothing where it is shown", () => {
    expect(turtle.match(/[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069]/gu)).toBeNull()
    expect(provJsonLd(findings).match(/[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069<]/gu)).toBeNull()
  })

  it("derives each text from its parents, with the confidence, but where the descent cannot be told", () => {
    const edges = edgesOf(findings)
    const families = findings.families.filter(({ stemma }) => stemma.undecided === undefined)
    expect(families.length).toBeLessThan(findings.families.length)
    const derived = stated(quads, `${PROV}wasDerivedFrom`)
    expect([...derived].flatMap(([child, parents]) => parents.map(parent => `${parent} ${child}`)).sort()).toEqual(
      edgesOf({ ...findings, families })
        .map(({ parent, child }) => `${parent} ${child}`)
        .sort(),
    )
    const derivationOf = stated(quads, `${PROV}qualifiedDerivation`)
    const entityOf = stated(quads, `${PROV}entity`)
    const confidenceOf = stated(quads, `${HEARSAY}confidence`)
    for (const { parent, child, confidence } of edges) {
      const derivation = derivationOf.get(child)!.find(iri => entityOf.get(iri)![0] === parent)!
      expect(confidenceOf.get(derivation)).toEqual([String(confidence)])
    }
  })

  it("has every report, lost text, outlet and agency", () => {
    const types = stated(quads, TYPE)
    const ofType = (type: string) => [...types].filter(([, all]) => all.includes(type)).map(([iri]) => iri)
    expect(ofType(`${SCHEMA}NewsArticle`)).toEqual(findings.witnesses.map(({ id }) => iriOf("text", id)))
    expect(ofType(`${HEARSAY}LostText`)).toHaveLength(
      findings.families.flatMap(({ stemma }) => stemma.nodes.filter(({ kind }) => kind === "lost")).length,
    )
    const labels = stated(quads, "http://www.w3.org/2000/01/rdf-schema#label")
    const agents = new Set(ofType(`${PROV}Agent`).flatMap(iri => labels.get(iri) ?? []))
    const named = [
      ...findings.witnesses.flatMap(({ outlet, credits }) => [...(outlet === undefined ? [] : [outlet]), ...credits]),
      ...findings.claims.flatMap(({ voices }) => voices),
    ]
    expect(agents).toEqual(new Set(named.map(visible)))
  })

  it("has every claim with its origins", () => {
    const origins = stated(quads, `${PROV}hadPrimarySource`)
    expect(new Set(findings.claims.map(({ id }) => iriOf("claim", id)))).toEqual(new Set(origins.keys()))
    for (const { id, attestations } of findings.claims) {
      const expected = new Set(attestations.map(({ origin }) => iriOf("text", origin)))
      expect(new Set(origins.get(iriOf("claim", id)))).toEqual(expected)
    }
  })
})

describe.each(CASES)("schema.org of %s texts", (_, findings) => {
  it("has every claim and report, exact, and no verdict", async () => {
    const text = schemaOrg(findings)
    expect(text.match(/[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069<]/gu)).toBeNull()
    const things = (await jsonld.expand(JSON.parse(text))) as Record<string, { "@value"?: string; "@id"?: string }[]>[]
    const ofType = (type: string) =>
      things.filter(thing => (thing["@type"] as unknown as string[]).includes(SCHEMA + type))
    const values = (type: string, term: string) =>
      ofType(type).map(thing => thing[SCHEMA + term]?.map(one => one["@value"] ?? one["@id"]))
    expect(values("Claim", "text")).toEqual(findings.claims.map(claim => [claim.text.toWellFormed()]))
    expect(values("Claim", "appearance")).toEqual(
      findings.claims.map(({ attestations }) => [
        ...new Set(attestations.map(({ witness }) => iriOf("text", witness))),
      ]),
    )
    expect(values("NewsArticle", "headline")).toEqual(
      findings.witnesses.map(({ title }) => (title === undefined ? undefined : [title.toWellFormed()])),
    )
    expect(text).not.toMatch(/ClaimReview"|reviewRating|"truth/)
  })
})

it("schema.org of the example names no text that is not in it, lost ones too", async () => {
  const findings = await harbour()
  const { "@graph": things } = JSON.parse(schemaOrg(findings)) as { "@graph": Record<string, unknown>[] }
  const named = new Set(things.map(thing => thing["@id"]))
  const origins = findings.claims.flatMap(({ attestations }) => attestations.map(({ origin }) => iriOf("text", origin)))
  expect(origins.some(origin => origin.includes("%2F"))).toBe(true)
  expect(origins.filter(origin => !named.has(origin))).toEqual([])
})

describe("the first appearance of a claim", () => {
  const clean = CASES[0]![1]
  const [claim] = clean.claims.filter(({ attestations }) => attestations.length > 2)
  const dated = (dates: readonly (string | undefined)[]) => {
    const ids = claim!.attestations.map(({ witness }) => witness)
    const witnesses = clean.witnesses.map(({ published: _, ...witness }) => {
      const published = ids.includes(witness.id) ? (dates[ids.indexOf(witness.id)] ?? dates.at(-1)) : undefined
      return published === undefined ? witness : { ...witness, published }
    })
    const { "@graph": things } = JSON.parse(schemaOrg({ ...clean, witnesses, claims: [claim!] })) as {
      "@graph": { firstAppearance?: { "@id": string } }[]
    }
    const first = things[0]!.firstAppearance?.["@id"]
    return first === undefined ? undefined : ids.findIndex(id => first === iriOf("text", id))
  }

  it.each([
    ["the earliest of dated ones", ["2026-03-02T08:00:00Z", "2026-03-01T08:00:00Z", "2026-03-03T08:00:00Z"], 1],
    ["a day before an hour of the next", ["2026-03-02", "2026-03-03T00:00:00Z", "2026-03-04"], 0],
    ["not told where a day leaves it open", ["2026-03-02", "2026-03-02T09:00:00Z", "2026-03-04"], undefined],
    ["not told where two came at once", ["2026-03-02T09:00:00Z", "2026-03-02T09:00:00Z", "2026-03-04"], undefined],
    ["not told where one has no date", ["2026-03-02T09:00:00Z", undefined], undefined],
  ])("%s", (_, dates, first) => expect(dated(dates)).toBe(first))
})

describe("PROV-O of the example", () => {
  let quads: Quad[]
  beforeAll(async () => {
    quads = fromTurtle(provTurtle(await harbour()))
  })

  it("uses only words that PROV has", () => {
    const words = new Set(
      quads.flatMap(({ predicate, object }) => [predicate.value, object.value]).filter(iri => iri.startsWith(PROV)),
    )
    const known = [
      "Agent",
      "Derivation",
      "Entity",
      "Quotation",
      "Revision",
      "entity",
      "hadPrimarySource",
      "qualifiedDerivation",
      "wasAttributedTo",
      "wasDerivedFrom",
      "wasQuotedFrom",
      "wasRevisionOf",
    ]
    expect([...words].sort()).toEqual(known.map(word => PROV + word))
  })

  it("calls a copy a quotation and an update a revision", () => {
    const titles = stated(quads, "http://purl.org/dc/terms/identifier")
    const [, revised] =
      [...stated(quads, `${PROV}wasRevisionOf`)]
        .map(([child, parents]) => [child, ...parents])
        .map(pair => pair.flatMap(iri => titles.get(iri) ?? []))[0] ?? []
    expect(revised).toBe("https://halyard.example/2026/03/03/kelder-bay-collision")
    expect(stated(quads, `${PROV}wasQuotedFrom`).size).toBeGreaterThan(3)
  })
})
