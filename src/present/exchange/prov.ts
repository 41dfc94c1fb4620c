import type { Findings } from "../../model/findings.ts"
import { decisions } from "../decisions.ts"
import { claimThings } from "./prov-claims.ts"
import { derivationThings } from "./prov-derivations.ts"
import { textThings } from "./prov-texts.ts"
import { iriOf, says, type Term, type Thing, type Value } from "./rdf.ts"

/**
 * The findings in the words of PROV-O: texts as entities, outlets, agencies and voices as agents, edges as derivations, claims with
 * their origins as primary sources, judgements of a person as entities with a comment. Each thing once, in an order that depends on the findings alone. O(findings).
 */
export function provenance(findings: Findings): Thing[] {
  const things = [
    ...textThings(findings),
    ...derivationThings(findings),
    ...claimThings(findings),
    ...judgementThings(findings),
  ]
  return [...Map.groupBy(things, ({ iri }) => iri).values()].map(joined)
}

function judgementThings(findings: Findings): Thing[] {
  return decisions(findings).map((text, index) => ({
    iri: iriOf("judgement", JSON.stringify(findings.judgements![index])),
    types: ["prov:Entity", "hearsay:Judgement"],
    states: says("rdfs:comment", text),
  }))
}

/** What several places state of one thing, put together, each once. */
function joined(parts: readonly Thing[]): Thing {
  const types = new Set(parts.flatMap(part => part.types))
  const states = new Map(parts.flatMap(part => part.states).map(state => [stateKey(state), state]))
  return { iri: parts[0]!.iri, types: [...types], states: [...states.values()] }
}

function stateKey([term, value]: readonly [Term, Value]): string {
  return JSON.stringify([term, value])
}
