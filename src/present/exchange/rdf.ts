import { visible } from "../visible.ts"

/** Prefixes of the vocabularies used. What no vocabulary has a word for is `hearsay:`. */
export const PREFIXES = {
  prov: "http://www.w3.org/ns/prov#",
  schema: "https://schema.org/",
  dcterms: "http://purl.org/dc/terms/",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
  hearsay: "urn:hearsay:term:",
} as const

/** A term with its prefix: `prov:Entity`. */
export type Term = `${keyof typeof PREFIXES}:${string}`

/** What stands at the end of a statement: a thing with an IRI, or a literal. */
export type Value = { readonly iri: string } | { readonly literal: string; readonly type?: Term }

/** A thing and what is stated of it, in order. */
export interface Thing {
  readonly iri: string
  readonly types: readonly Term[]
  readonly states: readonly (readonly [Term, Value])[]
}

/** The IRI of something of ours. Different ids give different IRIs, whatever is in them. */
export function iriOf(
  kind: "text" | "agent" | "claim" | "derivation" | "attestation" | "judgement",
  id: string,
): string {
  return `urn:hearsay:${kind}:${encodeURIComponent(id.toWellFormed())}`
}

/** A statement with a text, harmless to show: control characters become their pictures, one for one. */
export function says(term: Term, text: string | undefined, type?: Term): [Term, Value][] {
  return text === undefined ? [] : [[term, { literal: visible(text), ...(type && { type }) }]]
}

/** A statement with another thing. */
export function linksTo(term: Term, iri: string): [Term, Value] {
  return [term, { iri }]
}
