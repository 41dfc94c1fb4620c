import { DataFactory, Writer } from "n3"
import type { Findings } from "../../model/findings.ts"
import { provenance } from "./prov.ts"
import { PREFIXES, type Term, type Thing, type Value } from "./rdf.ts"

const { literal, namedNode, quad } = DataFactory

/** The findings in PROV-O as Turtle: the same statements as in JSON-LD. */
export function provTurtle(findings: Findings): string {
  const writer = new Writer({ prefixes: PREFIXES })
  for (const thing of provenance(findings)) writeThing(writer, thing)
  let text = ""
  writer.end((_, result: string) => {
    text = result
  })
  return text
}

function writeThing(writer: Writer, { iri, types, states }: Thing): void {
  const subject = namedNode(iri)
  for (const type of types) writer.addQuad(quad(subject, RDF_TYPE, expanded(type)))
  for (const [term, value] of states) writer.addQuad(quad(subject, expanded(term), object(value)))
}

const RDF_TYPE = namedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")

function object(value: Value) {
  if ("iri" in value) return namedNode(value.iri)
  return value.type === undefined ? literal(value.literal) : literal(value.literal, expanded(value.type))
}

function expanded(term: Term) {
  const [prefix = "", name = ""] = term.split(":")
  return namedNode(PREFIXES[prefix as keyof typeof PREFIXES] + name)
}
