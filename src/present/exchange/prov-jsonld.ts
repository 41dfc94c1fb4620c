import type { Findings } from "../../model/findings.ts"
import { jsonText } from "./json-text.ts"
import { provenance } from "./prov.ts"
import { PREFIXES, type Thing, type Value } from "./rdf.ts"

/** The findings in PROV-O as JSON-LD, one thing a line. Its context is in it, so that a reader needs no network. */
export function provJsonLd(findings: Findings): string {
  const things = provenance(findings).map(thing => jsonText(node(thing)))
  return `{"@context":${jsonText(PREFIXES)},\n"@graph":[\n${things.join(",\n")}\n]}\n`
}

function node({ iri, types, states }: Thing): unknown {
  const values = Map.groupBy(states, ([term]) => term)
  const fields = [...values].map(([term, several]) => [term, several.map(([, value]) => object(value))])
  return { "@id": iri, ...(types.length > 0 && { "@type": types }), ...Object.fromEntries(fields) }
}

function object(value: Value): unknown {
  if ("iri" in value) return { "@id": value.iri }
  return value.type === undefined ? value.literal : { "@value": value.literal, "@type": value.type }
}
