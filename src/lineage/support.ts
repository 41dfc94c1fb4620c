import { childrenOf, fromRoot, ROOT, type Tree, type Weighed } from "./tree.ts"

/** Two lost texts of different trees are the same when what descends from them is the same for at least this share. */
const SAME_LOST = 0.5

type Witnesses = ReadonlySet<number>

/** The witnesses at or below each node. */
function belowEach(tree: Tree, n: number, order: readonly number[]): Map<number, Set<number>> {
  const below = new Map(order.map(node => [node, new Set<number>()]))
  for (const node of order) {
    if (node >= n) continue
    for (let up = node; up >= 0; up = tree[up]!) below.get(up)?.add(node)
  }
  return below
}

function alike(a: Witnesses, b: Witnesses): boolean {
  let common = 0
  for (const node of a) if (b.has(node)) common++
  return common >= SAME_LOST * (a.size + b.size - common)
}

/**
 * For each node of the chosen tree, which is the first, the weight of all trees that have the edge above it; 0 for the root. Lost texts of two trees
 * are one when half of what descends from them is the same. O(trees × nodes²).
 */
export function supportOf(trees: readonly Weighed[], n: number): Float64Array {
  const best = trees[0]!.tree
  const own = belowEach(best, n, fromRoot(best, childrenOf(best)))
  const support = new Float64Array(best.length)
  for (const { tree, weight } of trees) {
    const below = belowEach(tree, n, fromRoot(tree, childrenOf(tree)))
    const twin = (node: number) =>
      node < n ? node : ([...below].find(([other, set]) => other >= n && alike(set, own.get(node)!))?.[0] ?? ROOT)
    for (const [node, parent] of best.entries()) {
      if (parent < 0) continue
      const child = twin(node)
      if (child >= 0 && tree[child]! >= 0 && tree[child] === twin(parent)) support[node]! += weight
    }
  }
  return support
}
