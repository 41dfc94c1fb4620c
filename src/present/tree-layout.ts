import { type TreeNode, walk } from "./family-tree.ts"
import { type Naming, nameFor } from "./naming.ts"
import { type TimeAxis, timeAxis } from "./time-axis.ts"

/** A text in the drawing: one row each, so that labels never meet. */
export interface Dot {
  readonly tree: TreeNode
  readonly x: number
  readonly y: number
  /** False for a lost text and for a report without a date: its x only says that it comes after its parent. */
  readonly dated: boolean
}

export interface TreeLayout {
  readonly width: number
  readonly height: number
  readonly dots: readonly Dot[]
  /** Absent when no report is dated. */
  readonly axis?: TimeAxis
}

const ROW = 40
const TOP = 58
const SIDE = 22
/** Least way to the right from parent to child, so that the line between them can be seen. */
const STEP = 34

/** Where each text of a family's trees stands: time from left to right, a row each, parents above children. O(nodes · depth). */
export function layoutTrees(trees: readonly TreeNode[], names: Naming, width: number): TreeLayout {
  const nodes = walk(trees)
  const momentOf = (tree: TreeNode) =>
    tree.node.kind === "witness" ? nameFor(names, tree.node.id).when?.ms : undefined
  const moments = nodes.flatMap(tree => momentOf(tree) ?? [])
  const step = Math.min(STEP, (width - 2 * SIDE) / (deepest(trees) + 1))
  const lead = Math.min(3, Math.max(0, ...trees.map(tree => undatedLead(tree, momentOf)))) * step
  const axis = moments.length > 0 ? timeAxis(moments, SIDE + lead, width - SIDE) : undefined
  const dots: Dot[] = []
  const place = (tree: TreeNode, parentX: number | undefined, room: number): void => {
    const ms = momentOf(tree)
    const parentMs = tree.edge ? moments.length > 0 && msOf(names, tree.edge.parent) : undefined
    const wanted = ms === undefined || !axis ? undefinedX(tree, parentX) : axis.xOf(ms)
    const backwards = ms !== undefined && typeof parentMs === "number" && ms < parentMs
    const least = parentX === undefined || backwards ? SIDE : parentX + step
    const x = Math.max(SIDE, Math.min(Math.max(wanted, least), room))
    dots.push({ tree, x, y: TOP + dots.length * ROW, dated: ms !== undefined })
    for (const child of tree.children) place(child, x, width - SIDE)
  }
  const undefinedX = (tree: TreeNode, parentX: number | undefined): number => {
    if (parentX !== undefined) return parentX + step
    const first = Math.min(...walk([tree]).flatMap(below => momentOf(below) ?? []))
    return axis && Number.isFinite(first) ? axis.xOf(first) - step * undatedLead(tree, momentOf) : SIDE
  }
  for (const tree of trees) place(tree, undefined, width - SIDE)
  return { width, height: TOP + nodes.length * ROW, dots, ...(axis && { axis }) }
}

function msOf(names: Naming, id: string): number | undefined {
  return nameFor(names, id).when?.ms
}

/** How many texts without a date open a tree, one above the other. */
function undatedLead(tree: TreeNode, momentOf: (tree: TreeNode) => number | undefined): number {
  if (momentOf(tree) !== undefined) return 0
  return (
    1 +
    Math.max(
      0,
      ...tree.children.filter(child => momentOf(child) === undefined).map(child => undatedLead(child, momentOf)),
    )
  )
}

function deepest(trees: readonly TreeNode[]): number {
  return trees.reduce((most, { children }) => Math.max(most, 1 + deepest(children)), 0)
}
