import type { Judge } from "./judge.ts"
import { EXHAUSTIVE, rerootings, type Weighed } from "./search.ts"
import { childrenOf, fromRoot, prune, ROOT, type Tree } from "./tree.ts"

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
 * For each node of the best tree, which is the first, how likely the edge above it is, in [0, 1]; 0 for the root. In small families the trees are all
 * trees; in larger ones each branch is weighed at every other place, and the root at every other node, the rest being as it is.
 * Costs O(nodes² × readings).
 */
export function supportOf(judge: Judge, trees: readonly Weighed[], temperature: number): Float64Array {
  return judge.n <= EXHAUSTIVE ? fromAllTrees(trees, judge.n) : fromPlaces(judge, trees[0]!.tree, temperature)
}

function fromAllTrees(trees: readonly Weighed[], n: number): Float64Array {
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

function fromPlaces(judge: Judge, best: Tree, temperature: number): Float64Array {
  const { n } = judge
  const order = fromRoot(best, childrenOf(best))
  const own = belowEach(best, n, order)
  const kept = directionsKept(judge, best, order, temperature)
  const support = new Float64Array(best.length)
  for (const node of order) {
    const parent = best[node]!
    if (parent < 0) continue
    const rest = prune(best, n, node)
    const below = belowEach(rest, n, fromRoot(rest, childrenOf(rest)))
    const options = judge.options(rest, node)
    const least = Math.min(...options.map(option => option.cost))
    let all = 0
    let same = 0
    for (const { spot, at, cost } of options) {
      const weight = Math.exp((least - cost) / temperature)
      all += weight
      const above = spot === "child" || spot === "sibling" ? at : rest[at]!
      const lost = spot === "sibling" || above >= n
      if (above < 0 || lost !== parent >= n) continue
      const matches = lost
        ? alike(new Set([...below.get(above)!, ...own.get(node)!]), own.get(parent)!)
        : above === parent
      if (matches) same += weight
    }
    support[node] = (same / all) * kept[node]!
  }
  return support
}

/** For each node how likely it is that the edge above it does not go the other way. */
function directionsKept(judge: Judge, best: Tree, order: readonly number[], temperature: number): Float64Array {
  const turned = rerootings(best, judge.n).map(tree => ({ tree, cost: judge.cost(tree) }))
  const least = Math.min(...turned.map(t => t.cost))
  const kept = new Float64Array(best.length)
  let all = 0
  for (const { tree, cost } of turned) {
    const weight = Math.exp((least - cost) / temperature)
    all += weight
    for (const node of order) if (tree[best[node]!] !== node) kept[node]! += weight
  }
  return kept.map(k => k / all)
}
