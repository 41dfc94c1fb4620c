import type { FamilyFindings } from "../model/findings.ts"
import type { StemmaEdge } from "../model/stemma.ts"
import { columns, cutTo, wrap } from "./columns.ts"
import { familyTrees, labelById, type TreeNode, walk } from "./family-tree.ts"
import { type Naming, nameFor } from "./naming.ts"
import { mixed, rivalArrows } from "./rivals.ts"
import type { Page } from "./terminal-page.ts"
import { oneLine } from "./visible.ts"
import { dayAndTime } from "./when.ts"
import { confidence, counted, EVIDENCE, percent, unstopped } from "./words.ts"

const DEEPEST = 8
const FOLDED_NAMED = 8
const MOST_RIVALS = 3
const MOST_REASONS = 4

type Labels = ReadonlyMap<string, string>

/** The tree of one family, a line or two a text, with its rivals and the reasons for each edge. */
export function treeLines(family: FamilyFindings, names: Naming, page: Page): string[] {
  const labels = labelById(family)
  const trees = familyTrees(family, names)
  const drawing = { names, labels, page }
  return [
    ...undecided(family, page),
    ...trees.flatMap(tree => nodeLines(tree, drawing, "", "", 0)),
    ...rivalLines(family, labels, page),
    ...reasonLines(walk(trees), labels, page),
  ]
}

interface Drawing {
  readonly names: Naming
  readonly labels: Labels
  readonly page: Page
}

function undecided({ stemma }: FamilyFindings, page: Page): string[] {
  if (!stemma.undecided) return []
  const text = `Which came from which cannot be told: ${unstopped(oneLine(stemma.undecided))}. The tree below is one of several.`
  return wrap(text, page.width).map(page.ink.yellow)
}

function nodeLines(tree: TreeNode, drawing: Drawing, head: string, rest: string, depth: number): string[] {
  const { ink, width } = drawing.page
  const { names, labels } = drawing
  const label = labels.get(tree.node.id)!
  const own = tree.node.kind === "lost" ? "lost text, not among the reports" : describe(names, tree.node.id)
  const deep = depth > DEEPEST && tree.edge ? ` (from ${labels.get(tree.edge.parent)})` : ""
  const line = cutTo(`${label}  ${own}${deep}`, width - columns(head))
  const under = tree.children.length > 0 ? "│" : " "
  const notes = [sureness(tree, labels), foldedNote(tree, labels)].filter(Boolean).join(" · ")
  const noteLines = notes ? wrap(notes, width, `${rest}${under}    `).map(text => ink.dim(text)) : []
  const first = `${ink.dim(head)}${ink.bold(label)}${line.slice(label.length)}`
  return [
    first,
    ...noteLines,
    ...tree.children.flatMap((child, index) => childLines(tree, child, index, drawing, rest, depth)),
  ]
}

function childLines(
  parent: TreeNode,
  child: TreeNode,
  index: number,
  drawing: Drawing,
  rest: string,
  depth: number,
): string[] {
  const last = index === parent.children.length - 1
  const deeper = depth < DEEPEST ? `${rest}${last ? "   " : "│  "}` : rest
  return nodeLines(child, drawing, `${rest}${last ? "└─ " : "├─ "}`, deeper, depth + 1)
}

function describe(names: Naming, id: string): string {
  const { outlet, title, when } = nameFor(names, id)
  return [outlet, when ? dayAndTime(when) : "no date", title].filter(Boolean).join(" · ")
}

function sureness({ edge, also }: TreeNode, labels: Labels): string {
  if (!edge) return ""
  const further = also.map(other => `also from ${labels.get(other.parent) ?? "?"} (${confidence(other.confidence)})`)
  return [confidence(edge.confidence), ...further].join(" · ")
}

function foldedNote({ folded }: TreeNode, labels: Labels): string {
  if (folded.length === 0) return ""
  const shown = folded.slice(0, FOLDED_NAMED).map(({ id }) => labels.get(id))
  const more = folded.length > FOLDED_NAMED ? ", …" : ""
  return `and ${counted(folded.length, "more plain copy", "more plain copies")}: ${shown.join(", ")}${more}`
}

function rivalLines({ stemma }: FamilyFindings, labels: Labels, page: Page): string[] {
  const shown = page.all ? stemma.rivals : stemma.rivals.slice(0, MOST_RIVALS)
  const lines = shown.flatMap(rival => {
    const arrows = rivalArrows(rival, stemma, labels)
    const text = [`Another tree is possible (${percent(rival.weight)}):`, arrows && `${arrows}.`, oneLine(rival.note)]
    return wrap(text.filter(Boolean).join(" "), page.width, "", "  ")
  })
  const more = stemma.rivals.length - shown.length
  if (more > 0) lines.push(page.ink.dim(`… and ${counted(more, "more tree")} (--all shows them)`))
  return lines.length > 0 ? ["", ...lines] : []
}

function reasonLines(nodes: readonly TreeNode[], labels: Labels, page: Page): string[] {
  const edges = nodes.flatMap(({ edge, also }) => (edge ? [edge, ...also] : []))
  const lines = edges.flatMap(edge => edgeReasons(edge, labels, page))
  return lines.length > 0 ? ["", page.ink.bold("Why"), ...lines] : []
}

function edgeReasons({ parent, child, evidence }: StemmaEdge, labels: Labels, page: Page): string[] {
  const arrow = `  ${labels.get(parent) ?? "?"} → ${labels.get(child) ?? "?"}  `
  const blank = " ".repeat(columns(arrow))
  const shown = page.all ? evidence : mixed(evidence).slice(0, MOST_REASONS)
  const lines = shown.flatMap(({ kind, note }, index) =>
    wrap(`${EVIDENCE[kind]}: ${oneLine(note)}`, page.width, index === 0 ? arrow : blank, `${blank}  `),
  )
  const more = evidence.length - shown.length
  return more > 0 ? [...lines, page.ink.dim(`${blank}… and ${counted(more, "more reason")} (--all)`)] : lines
}
