/** Mark in {@link Tree} of a place for a lost text that is not in use. */
export const UNUSED = -2
/** Mark in {@link Tree} of the text all others descend from. */
export const ROOT = -1

/**
 * A rooted tree as the parent of each node. The first `n` nodes are witnesses, the others places for lost texts, each
 * {@link UNUSED} or with two children or more. One node has the parent {@link ROOT}.
 */
export type Tree = Int32Array

/** Trees with how much belief each has; the sum is 1. */
export interface Weighed {
  readonly tree: Tree
  readonly cost: number
  readonly weight: number
}

/** An empty tree with room for `n` witnesses and every lost text that could stand between them. */
export function emptyTree(n: number): Tree {
  return new Int32Array(2 * n + 1).fill(UNUSED)
}

/** The children of every node, in the order of the nodes. */
export function childrenOf(tree: Tree): (readonly number[])[] {
  const children: number[][] = new Array(tree.length).fill(NONE)
  for (let node = 0; node < tree.length; node++) {
    const parent = tree[node] as number
    if (parent < 0) continue
    if (children[parent] === NONE) children[parent] = [node]
    else (children[parent] as number[]).push(node)
  }
  return children
}

const NONE: number[] = []

export function rootOf(tree: Tree): number {
  return tree.indexOf(ROOT)
}

/** All nodes from the root down, each after its parent. */
export function fromRoot(tree: Tree, children: readonly (readonly number[])[], root = rootOf(tree)): number[] {
  const order = root < 0 ? [] : [root]
  for (const node of order) for (const child of children[node] as readonly number[]) order.push(child)
  return order
}

/** A place for a lost text that is free. */
export function freePlace(tree: Tree, n: number): number {
  for (let node = n; node < tree.length; node++) if (tree[node] === UNUSED) return node
  throw new Error("a tree has room for more lost texts than it can need")
}

/** Takes `node` out; its children, if any, go to its parent. The caller sees to it that a root taken out has one child at most. */
function splice(tree: Tree, node: number): void {
  const parent = tree[node] as number
  for (let other = 0; other < tree.length; other++) if (tree[other] === node) tree[other] = parent
  tree[node] = UNUSED
}

/** Takes out lost texts that are left with fewer than two children. Changes `tree`. */
function tidy(tree: Tree, n: number, start: number): void {
  let node = start
  while (node >= n) {
    let children = 0
    for (let other = 0; other < tree.length; other++) if (tree[other] === node) children++
    if (children >= 2) return
    const parent = tree[node] as number
    splice(tree, node)
    node = parent
  }
}

/** The tree without the branch that begins at `node`, which is not the root. The branch's own nodes keep their places among themselves. */
export function prune(tree: Tree, n: number, node: number): Tree {
  const rest = tree.slice()
  const parent = tree[node] as number
  rest[node] = UNUSED
  tidy(rest, n, parent)
  return rest
}

/** The tree without the witness `node`, whose children stay: under a lost text in its place, or under its parent when there is one child. */
export function pluck(tree: Tree, n: number, node: number): Tree {
  const rest = tree.slice()
  const children: number[] = []
  for (let other = 0; other < tree.length; other++) if (tree[other] === node) children.push(other)
  if (children.length < 2) splice(rest, node)
  else {
    const place = freePlace(tree, n)
    rest[place] = tree[node] as number
    rest[node] = UNUSED
    for (const child of children) rest[child] = place
  }
  const parent = tree[node] as number
  if (parent >= n) tidy(rest, n, parent)
  return rest
}

/**
 * Where a branch is put back, seen from a node `at` of the rest of the tree. `child`: under it. `sibling`: beside it, under a new
 * lost text. `between`: above it, as its parent. `identity`: as the witness that a lost text turns out to be.
 */
export type Spot = "child" | "sibling" | "between" | "identity"

/** The tree with the branch at `branch` put back. */
export function graft(rest: Tree, n: number, branch: number, spot: Spot, at: number): Tree {
  const tree = rest.slice()
  const above = rest[at] as number
  if (spot === "child") tree[branch] = at
  else if (spot === "between") {
    tree[branch] = above
    tree[at] = branch
  } else if (spot === "sibling") {
    const place = freePlace(withBranch(tree, branch), n)
    tree[place] = above
    tree[at] = place
    tree[branch] = place
  } else {
    for (let other = 0; other < tree.length; other++) if (tree[other] === at) tree[other] = branch
    tree[branch] = above
    tree[at] = UNUSED
  }
  return tree
}

/** The branch's root counts as in use while a free place is looked for. */
function withBranch(tree: Tree, branch: number): Tree {
  const marked = tree.slice()
  marked[branch] = ROOT
  return marked
}

/** For every node the nearest witness above it, itself left out; -1 when there is none. */
export function witnessAbove(tree: Tree, n: number, order: readonly number[]): Int32Array {
  const above = new Int32Array(tree.length).fill(-1)
  for (const node of order) {
    const parent = tree[node] as number
    if (parent >= 0) above[node] = parent < n ? parent : (above[parent] as number)
  }
  return above
}

/** The nearest witnesses at or below `node`. */
export function frontier(node: number, n: number, children: readonly (readonly number[])[]): number[] {
  if (node < n) return [node]
  return (children[node] as readonly number[]).flatMap(child => frontier(child, n, children))
}

/** A name for the tree that does not depend on which places its lost texts have. */
export function treeKey(tree: Tree, n: number): string {
  const children = childrenOf(tree)
  const name = (node: number): string => {
    const below = (children[node] as number[]).map(name).sort()
    return (node < n ? String(node) : "*") + (below.length > 0 ? `(${below.join(",")})` : "")
  }
  return name(rootOf(tree))
}

/** Whether `upper` is an ancestor of `lower`. */
export function isAbove(tree: Tree, upper: number, lower: number): boolean {
  for (let up = tree[lower] as number; up >= 0; up = tree[up] as number) if (up === upper) return true
  return false
}
