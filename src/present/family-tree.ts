import type { FamilyFindings } from "../model/findings.ts"
import type { StemmaEdge, StemmaNode } from "../model/stemma.ts"
import { changesOf } from "./changes.ts"
import { firstEdges } from "./first-edges.ts"
import { group } from "./group.ts"
import { byTime, type Naming } from "./naming.ts"
import { oneLine } from "./visible.ts"

/** A stemma as a tree to walk: each text under its first parent. */
export interface TreeNode {
  readonly node: StemmaNode
  /** From the first parent; absent at a root. */
  readonly edge?: StemmaEdge
  /** From further parents. */
  readonly also: readonly StemmaEdge[]
  readonly children: readonly TreeNode[]
  /** Plain copies that stand behind this one and are not drawn one by one. */
  readonly folded: readonly StemmaNode[]
}

/** From this many texts on, plain copies of one parent are folded into one node. */
const MANY_NODES = 40

/** The trees of one family, one a root. Children in order of time. O(nodes log nodes). */
export function familyTrees(family: FamilyFindings, names: Naming): TreeNode[] {
  const parents = group(family.stemma.edges, ({ child }) => child)
  const first = firstEdges(family.stemma.edges)
  const children = group(first.values(), ({ parent }) => parent)
  const order = byTime(names)
  const grow = (node: StemmaNode, edge?: StemmaEdge): TreeNode => {
    const below = (children.get(node.id) ?? []).filter(({ child }) => nodeById.has(child))
    return {
      node,
      ...(edge && { edge }),
      also: (parents.get(node.id) ?? []).filter(other => other !== edge),
      children: below.sort((a, b) => order(a.child, b.child)).map(next => grow(nodeById.get(next.child)!, next)),
      folded: [],
    }
  }
  const labels = labelById(family)
  const nodeById = new Map(family.stemma.nodes.map(node => [node.id, { ...node, label: labels.get(node.id)! }]))
  const roots = [...nodeById.values()].filter(({ id }) => !nodeById.has(first.get(id)?.parent ?? ""))
  const trees = roots.map(root => grow(root)).sort((a, b) => size(b) - size(a) || order(a.node.id, b.node.id))
  return nodeById.size > MANY_NODES ? foldCopies(trees, family) : trees
}

/** The letters of a family's texts, harmless and short. */
export function labelById({ stemma }: FamilyFindings): Map<string, string> {
  return new Map(stemma.nodes.map(({ id, label }) => [id, oneLine(label, 12)]))
}

/** How many handed-in texts a tree holds. */
export function size(tree: TreeNode): number {
  const own = tree.node.kind === "witness" ? 1 : 0
  return tree.children.reduce((sum, child) => sum + size(child), own + tree.folded.length)
}

/** All nodes of trees in the order of drawing: parents first. */
export function walk(trees: readonly TreeNode[]): TreeNode[] {
  return trees.flatMap(tree => [tree, ...walk(tree.children)])
}

function foldCopies(trees: readonly TreeNode[], family: FamilyFindings): TreeNode[] {
  const keep = new Set(
    changesOf(family)
      .filter(({ variant }) => variant.severity === "sense" || variant.severity === "detail")
      .map(({ after }) => after.witness),
  )
  const second = new Set(walk(trees).flatMap(({ also }) => also.map(({ parent }) => parent)))
  const kinds = new Map(family.kinships.map(({ a, b, kind }) => [`${a} ${b}`, kind]))
  const isCopy = ({ node, edge, also }: TreeNode): boolean => {
    if (!edge || also.length > 0 || keep.has(node.id) || second.has(node.id) || node.kind === "lost") return false
    const kind = kinds.get([edge.parent, node.id].sort().join(" "))
    return kind === undefined || kind === "copy"
  }
  const isPlain = (tree: TreeNode): boolean => isCopy(tree) && tree.children.every(isPlain)
  const fold = (tree: TreeNode): TreeNode => {
    const plain = tree.children.filter(isPlain)
    const others = tree.children.filter(child => !isPlain(child)).map(fold)
    const [shown, ...rest] = walk(plain)
    if (!shown || rest.length < 2) return { ...tree, children: tree.children.map(fold) }
    return { ...tree, children: [{ ...shown, children: [], folded: rest.map(({ node }) => node) }, ...others] }
  }
  return trees.map(fold)
}
