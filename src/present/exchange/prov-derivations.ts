import type { FamilyFindings, Findings } from "../../model/findings.ts"
import type { KinshipKind } from "../../model/passage.ts"
import type { StemmaEdge } from "../../model/stemma.ts"
import { firstEdges } from "../first-edges.ts"
import { iriOf, linksTo, says, type Term, type Thing, type Value } from "./rdf.ts"
import { textId } from "./text-id.ts"

/** What PROV calls a derivation beside being one, and the relation that says so in short. */
const FURTHER = {
  quotation: ["prov:Quotation", "prov:wasQuotedFrom"],
  revision: ["prov:Revision", "prov:wasRevisionOf"],
} as const satisfies Record<string, readonly [Term, Term]>

/**
 * Each edge of each tree: the child was derived from the parent, and a derivation says how sure that is and why. A copy or an excerpt
 * is a quotation too, an update a revision.
 */
export function derivationThings({ families }: Findings): Thing[] {
  return families.flatMap(familyThings)
}

function familyThings(family: FamilyFindings): Thing[] {
  const { id, stemma, kinships } = family
  const idOf = new Map(stemma.nodes.map(node => [node.id, textId(id, node)]))
  const kinOf = new Map(kinships.map(({ a, b, kind }) => [pair(a, b), kind]))
  const first = firstEdges(stemma.edges)
  return stemma.edges.flatMap(edge => {
    const [parent, child] = [idOf.get(edge.parent) ?? edge.parent, idOf.get(edge.child) ?? edge.child]
    const further = furtherKinds(edge, kinOf.get(pair(edge.parent, edge.child)))
    const second = first.get(edge.child) !== edge
    const derivation = iriOf("derivation", pair(parent, child))
    if (stemma.undecided !== undefined)
      return [qualifiedAlone(child, derivation), qualified(edge, parent, derivation, [], second, stemma.undecided)]
    return [derived(parent, child, derivation, further), qualified(edge, parent, derivation, further, second)]
  })
}

type Further = (typeof FURTHER)[keyof typeof FURTHER]

function furtherKinds({ evidence }: StemmaEdge, kinship: KinshipKind | undefined): Further[] {
  const quoted = kinship === "copy" || kinship === "excerpt"
  const revised = evidence.some(({ kind }) => kind === "update")
  return [...(quoted ? [FURTHER.quotation] : []), ...(revised ? [FURTHER.revision] : [])]
}

function derived(parent: string, child: string, derivation: string, further: readonly Further[]): Thing {
  const source = iriOf("text", parent)
  return {
    iri: iriOf("text", child),
    types: [],
    states: [
      linksTo("prov:wasDerivedFrom", source),
      ...further.map(([, relation]) => linksTo(relation, source)),
      linksTo("prov:qualifiedDerivation", derivation),
    ],
  }
}

/** Where the descent cannot be told, nothing says plainly that one came from the other. */
function qualifiedAlone(child: string, derivation: string): Thing {
  return { iri: iriOf("text", child), types: [], states: [linksTo("prov:qualifiedDerivation", derivation)] }
}

function qualified(
  { confidence, evidence }: StemmaEdge,
  parent: string,
  derivation: string,
  further: readonly Further[],
  second: boolean,
  undecided?: string,
): Thing {
  const states: (readonly [Term, Value])[] = [
    linksTo("prov:entity", iriOf("text", parent)),
    ...says("hearsay:confidence", String(confidence), "xsd:decimal"),
    ...says("hearsay:secondSource", String(second), "xsd:boolean"),
    ...(undecided === undefined ? [] : says("hearsay:undecided", undecided)),
    ...evidence.flatMap(({ kind, note }) => says("hearsay:evidence", `${kind}: ${note}`)),
  ]
  return { iri: derivation, types: ["prov:Derivation", ...further.map(([type]) => type)], states }
}

function pair(one: string, other: string): string {
  return `${one} ${other}`
}
