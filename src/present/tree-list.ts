import type { FamilyFindings } from "../model/findings.ts"
import type { Rival, Stemma, StemmaEdge } from "../model/stemma.ts"
import { labelById, type TreeNode, walk } from "./family-tree.ts"
import { html, type Markup } from "./html.ts"
import { type Naming, nameFor } from "./naming.ts"
import { inline, langOf, placeLinks, reportLink } from "./report-link.ts"
import { rivalArrows } from "./rivals.ts"
import { dayAndTime } from "./when.ts"
import { confidence, counted, EVIDENCE, percent, unstopped } from "./words.ts"

const DEEPEST = 6

/** The tree in words, a line a text, with the reasons for each edge folded under it. Says all that the drawing says. */
export function treeList(family: FamilyFindings, trees: readonly TreeNode[], names: Naming): Markup {
  const labels = labelById(family)
  const depths = depthById(trees)
  const lines = walk(trees).map(tree => textLine(tree, Math.min(DEEPEST, depths.get(tree.node.id)!), labels, names))
  return html`<ul class="texts" aria-label="The tree in words">${lines}</ul>`
}

function depthById(trees: readonly TreeNode[]): Map<string, number> {
  const depths = new Map<string, number>()
  for (const { node, edge } of walk(trees)) depths.set(node.id, edge ? depths.get(edge.parent)! + 1 : 0)
  return depths
}

type Labels = ReadonlyMap<string, string>

function textLine(tree: TreeNode, depth: number, labels: Labels, names: Naming): Markup {
  const { node, edge, also, folded } = tree
  const from = edge && html` <span class="from">from ${labels.get(edge.parent)}, ${confidence(edge.confidence)}</span>`
  const further = also.map(
    other => html` <span class="from">· also from ${labels.get(other.parent)}, ${confidence(other.confidence)}</span>`,
  )
  const reasons = [...(edge ? [edge] : []), ...also].flatMap(one => reasonItems(one, labels, names))
  return html`
<li class="depth-${depth} ${node.kind}" data-node="${node.id}"><p>${nodeName(tree, names)}${from}${further}</p>${
    folded.length > 0 && foldedList(tree, names)
  }${reasons.length > 0 && html`<details class="why"><summary>Why: ${counted(reasons.length, "reason")}</summary><ul>${reasons}</ul></details>`}</li>`
}

function nodeName({ node }: TreeNode, names: Naming): Markup {
  if (node.kind === "lost")
    return html`<span class="siglum lost">${node.label}</span> <em>lost text, not among the reports</em>`
  const { title, when, witness } = nameFor(names, node.id)
  return html`${reportLink(names, node.id)} <span class="time">${when ? dayAndTime(when) : "no date"}</span> <cite${langOf(witness)} dir="auto">${title}</cite>`
}

function foldedList({ folded }: TreeNode, names: Naming): Markup {
  const links = folded.map(({ id }) => html`<li>${reportLink(names, id)}</li>`)
  return html`<details class="folded"><summary>and ${counted(folded.length, "more plain copy", "more plain copies")}</summary><ul>${links}</ul></details>`
}

function reasonItems({ parent, evidence }: StemmaEdge, labels: Labels, names: Naming): Markup[] {
  return evidence.map(
    ({ kind, note, places }) =>
      html`<li><span class="badge plain">${EVIDENCE[kind]}</span> <span class="from">${labels.get(parent)} →</span> ${inline(note)} ${placeLinks(places, names)}</li>`,
  )
}

/** That the descent cannot be told, and why; nothing when it can. */
export function undecided({ stemma }: FamilyFindings): Markup {
  if (stemma.undecided === undefined) return html``
  return html`<p class="undecided"><strong>Cannot tell.</strong> Which text came from which is open: ${inline(unstopped(stemma.undecided))}. The tree shown is one of several.</p>`
}

/** The other trees that the evidence allows. */
export function rivals(family: FamilyFindings): Markup {
  const { rivals: others } = family.stemma
  if (others.length === 0) return html``
  const labels = labelById(family)
  return html`<div class="rivals"><h4>Other trees that are possible</h4><ul>${others.map(rival => rivalItem(rival, family.stemma, labels))}</ul></div>`
}

function rivalItem(rival: Rival, stemma: Stemma, labels: Labels): Markup {
  return html`<li><span class="weight">${percent(rival.weight)}</span> ${rivalArrows(rival, stemma, labels)} <span class="note">${inline(rival.note)}</span></li>`
}
