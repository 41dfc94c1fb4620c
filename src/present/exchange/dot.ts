import type { Findings } from "../../model/findings.ts"
import { decisions } from "../decisions.ts"
import { visible } from "../visible.ts"
import { type NetworkEdge, type NetworkNode, network } from "./network.ts"

/**
 * The trees of descent as one Graphviz digraph. `class` (extant, hypothetical) is as stemmaweb has it, grey for a lost text and dashes
 * for a second source as OpenStemmata. An edge is labelled with its confidence in per cent; where the descent of a
 * family cannot be told, its lines are dotted and have no heads. No attribute is one that Graphviz would
 * make a link of. What a person decided stands in comments.
 */
export function dot(findings: Findings): string {
  const { nodes, edges } = network(findings)
  const decided = decisions(findings).map(text => `// ${text}`)
  return [...decided, "digraph stemma {", ...nodes.map(nodeLine), ...edges.map(edgeLine), "}", ""].join("\n")
}

function nodeLine({ name, node, family, witness }: NetworkNode): string {
  const lost = node.kind === "lost"
  const told = witness && [witness.outlet, witness.published, witness.title].filter(Boolean).join(" · ")
  return `  ${quoted(name)} ${list({
    class: lost ? "hypothetical" : "extant",
    label: shown(node.label),
    color: lost ? "grey" : undefined,
    tooltip: told ? shown(told) : undefined,
    witness: witness?.id,
    family,
  })}`
}

function edgeLine({ parent, child, confidence, second, undecided }: NetworkEdge): string {
  return `  ${quoted(parent)} -> ${quoted(child)} ${list({
    style: undecided ? "dotted" : second ? "dashed" : undefined,
    dir: undecided ? "none" : undefined,
    label: undecided ? "undecided" : `${Math.round(confidence * 100)} %`,
    confidence: String(confidence),
  })}`
}

function list(attributes: Readonly<Record<string, string | undefined>>): string {
  const pairs = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${quoted(value)}`],
  )
  return `[${pairs.join(", ")}];`
}

/** What Graphviz shows as written: it reads entities in what it shows. */
function shown(text: string): string {
  return text.replaceAll("&", "&amp;")
}

/** A quoted string on one line. Graphviz keeps a backslash for what it shows, so it is doubled. */
function quoted(text: string): string {
  return `"${visible(text).replace(/\s/g, " ").replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`
}
