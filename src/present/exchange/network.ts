import type { Findings } from "../../model/findings.ts"
import type { Witness } from "../../model/report.ts"
import type { Stemma, StemmaNode } from "../../model/stemma.ts"
import { firstEdges } from "../first-edges.ts"

/** A text in the trees of all families. */
export interface NetworkNode {
  /** Unique in the whole network: the siglum, with the number of its family in front where there are several. */
  readonly name: string
  readonly node: StemmaNode
  readonly family: string
  /** Absent for a lost text. */
  readonly witness?: Witness
}

/** `parent` and `child` are names of nodes. */
export interface NetworkEdge {
  readonly parent: string
  readonly child: string
  readonly confidence: number
  /** True when the child has a first parent, and this is a further source (contamination). */
  readonly second: boolean
  /** True when the descent of the family cannot be told: then the arrow may as well point the other way. */
  readonly undecided: boolean
}

export interface Network {
  readonly nodes: readonly NetworkNode[]
  readonly edges: readonly NetworkEdge[]
}

/** The trees of all families as one graph, whose parts hang together as the families do. O(nodes + edges). */
export function network({ witnesses, families }: Findings): Network {
  const witnessById = new Map(witnesses.map(witness => [witness.id, witness]))
  const parts = families.map(({ id: family, stemma }, index) => {
    const nameById = nodeNames(stemma.nodes, families.length > 1 ? `${index + 1}` : "")
    const nodes = stemma.nodes.map(node => {
      const witness = witnessById.get(node.id)
      return { name: nameById.get(node.id)!, node, family, ...(witness && { witness }) }
    })
    return { nodes, edges: networkEdges(stemma, nameById) }
  })
  return { nodes: parts.flatMap(({ nodes }) => nodes), edges: parts.flatMap(({ edges }) => edges) }
}

/** The findings of one family, by its number from 1, as the terminal counts. `undefined` when there is none. */
export function oneFamily(findings: Findings, number: number): Findings | undefined {
  const family = findings.families[number - 1]
  if (!family) return undefined
  const members = new Set(family.witnesses)
  return { ...findings, families: [family], witnesses: findings.witnesses.filter(({ id }) => members.has(id)) }
}

function nodeNames(nodes: readonly StemmaNode[], prefix: string): Map<string, string> {
  const unique = new Set(nodes.map(({ label }) => label)).size === nodes.length
  return new Map(nodes.map(({ id, label }) => [id, `${prefix}${label}${unique ? "" : ` ${id}`}`]))
}

function networkEdges({ edges, undecided }: Stemma, nameById: ReadonlyMap<string, string>): NetworkEdge[] {
  const first = firstEdges(edges)
  return edges.flatMap(edge => {
    const [parent, child] = [nameById.get(edge.parent), nameById.get(edge.child)]
    if (parent === undefined || child === undefined) return []
    const second = first.get(edge.child) !== edge
    return [{ parent, child, confidence: edge.confidence, second, undecided: undecided !== undefined }]
  })
}
