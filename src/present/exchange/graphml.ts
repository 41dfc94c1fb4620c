import type { Findings } from "../../model/findings.ts"
import { decisions } from "../decisions.ts"
import { type NetworkEdge, type NetworkNode, network } from "./network.ts"
import { element, lines, type Xml, xmlDocument } from "./xml.ts"

const NODE_KEYS = ["color", "label", "class", "family", "witness", "outlet", "title", "published", "url"] as const
const EDGE_KEYS = ["type", "cert", "confidence", "undecided"] as const

/**
 * The trees of descent as GraphML. `color` (grey: lost; black) and `label` of a node, `type` (filiation, contamination) and `cert` of an edge
 * are as OpenStemmata has them, `class` (extant, hypothetical) as stemmaweb; `confidence` is the number itself, and
 * `undecided` says that the arrow may as well point the other way. What a person decided is
 * the description.
 */
export function graphml(findings: Findings): string {
  const { nodes, edges } = network(findings)
  const keys = [...NODE_KEYS.map(name => key("node", name)), ...EDGE_KEYS.map(name => key("edge", name))]
  const graph = element("graph", { edgedefault: "directed" }, lines([...nodes.map(nodeXml), ...edges.map(edgeXml)]))
  return xmlDocument(
    element(
      "graphml",
      { xmlns: "http://graphml.graphdrawing.org/xmlns" },
      lines([...description(findings), ...keys, graph]),
    ),
  )
}

function description(findings: Findings): Xml[] {
  const decided = decisions(findings)
  return decided.length === 0 ? [] : [element("desc", {}, decided.join("\n"))]
}

function key(what: "node" | "edge", name: string): Xml {
  const type = name === "confidence" ? "double" : name === "undecided" ? "boolean" : "string"
  return element("key", { id: `${what}-${name}`, for: what, "attr.name": name, "attr.type": type })
}

function nodeXml({ name, node, family, witness }: NetworkNode): Xml {
  const lost = node.kind === "lost"
  const values: Record<(typeof NODE_KEYS)[number], string | undefined> = {
    color: lost ? "grey" : "black",
    label: node.label,
    class: lost ? "hypothetical" : "extant",
    family,
    witness: witness?.id,
    outlet: witness?.outlet,
    title: witness?.title,
    published: witness?.published,
    url: witness?.url,
  }
  return element("node", { id: name }, ...NODE_KEYS.flatMap(field => datum(`node-${field}`, values[field])))
}

function edgeXml({ parent, child, confidence, second, undecided }: NetworkEdge): Xml {
  return element(
    "edge",
    { source: parent, target: child },
    ...datum("edge-type", second ? "contamination" : "filiation"),
    ...datum("edge-cert", certainty(confidence)),
    ...datum("edge-confidence", String(confidence)),
    ...datum("edge-undecided", String(undecided)),
  )
}

function datum(id: string, value: string | undefined): Xml[] {
  return value === undefined ? [] : [element("data", { key: id }, value)]
}

/** TEI's word for a confidence: `high` from 0.85, `medium` from 0.55, else `low`. */
function certainty(confidence: number): string {
  if (confidence >= 0.85) return "high"
  return confidence >= 0.55 ? "medium" : "low"
}
