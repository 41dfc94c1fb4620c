import type { FamilyFindings } from "../../model/findings.ts"
import type { StemmaEdge, StemmaNode } from "../../model/stemma.ts"
import { firstEdges } from "../first-edges.ts"
import { nodeId, witnessId } from "./tei-ids.ts"
import { element, lines, type Xml } from "./xml.ts"

/** The stemma of a family as a directed graph; `cert` of an arc is the probability that the edge is right. */
export function stemmaGraph({ stemma }: FamilyFindings, number: number): Xml {
  const first = firstEdges(stemma.edges)
  const nodes = stemma.nodes.map(node => nodeXml(node, number))
  const arcs = stemma.edges.map(edge => arcXml(edge, number, first.get(edge.child) !== edge))
  const size = { order: stemma.nodes.length, size: stemma.edges.length }
  const graph = element("graph", { type: "directed", ...size }, lines([...nodes, ...arcs]))
  const reason = stemma.undecided === undefined ? [] : [element("p", {}, stemma.undecided)]
  const head = element("head", {}, `Family ${number}: descent`)
  return element("div", { type: "stemma" }, lines([head, ...reason, graph]))
}

function nodeXml({ id, kind, label }: StemmaNode, family: number): Xml {
  const name = { "xml:id": nodeId(family, id) }
  const what = kind === "lost" ? { type: "hypothetical" } : { type: "witness", corresp: `#${witnessId(id)}` }
  return element("node", { ...name, ...what }, element("label", {}, label))
}

function arcXml({ parent, child, confidence }: StemmaEdge, family: number, second: boolean): Xml {
  const ends = { from: `#${nodeId(family, parent)}`, to: `#${nodeId(family, child)}`, cert: confidence }
  return element("arc", ends, element("label", {}, second ? "contamination" : "filiation"))
}
