import type { Findings } from "../../model/findings.ts"
import type { Witness } from "../../model/report.ts"
import type { StemmaNode } from "../../model/stemma.ts"
import { iriOf, linksTo, says, type Term, type Thing } from "./rdf.ts"
import { textId } from "./text-id.ts"

/** Reports and lost texts as entities, outlets and agencies as agents. */
export function textThings({ witnesses, families }: Findings): Thing[] {
  const lost = families.flatMap(({ id, stemma }) =>
    stemma.nodes.filter(({ kind }) => kind === "lost").map(node => lostText(id, node)),
  )
  const names = new Set(
    witnesses.flatMap(({ outlet, credits }) => [...(outlet === undefined ? [] : [outlet]), ...credits]),
  )
  return [...witnesses.map(report), ...lost, ...[...names].sort().map(agent)]
}

/** A person or body, of which Hearsay knows the name only. */
export function agent(name: string): Thing {
  return { iri: iriOf("agent", name), types: ["prov:Agent"], states: says("rdfs:label", name) }
}

function lostText(family: string, node: StemmaNode): Thing {
  const iri = iriOf("text", textId(family, node))
  return { iri, types: ["prov:Entity", "hearsay:LostText"], states: says("rdfs:label", node.label) }
}

function report({ id, title, url, published, language, outlet, credits }: Witness): Thing {
  return {
    iri: iriOf("text", id),
    types: ["prov:Entity", "schema:NewsArticle"],
    states: [
      ...says("dcterms:title", title),
      ...says("dcterms:identifier", url),
      ...says("dcterms:issued", published, dateType(published)),
      ...says("dcterms:language", language),
      ...(outlet === undefined ? [] : [linksTo("dcterms:publisher", iriOf("agent", outlet))]),
      ...credits.map(name => linksTo("prov:wasAttributedTo", iriOf("agent", name))),
    ],
  }
}

function dateType(iso: string | undefined): Term | undefined {
  if (iso === undefined) return undefined
  if (/^\d{4}-\d\d-\d\d$/.test(iso)) return "xsd:date"
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/.test(iso) ? "xsd:dateTime" : undefined
}
