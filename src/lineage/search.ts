import type { Judge, Option } from "./judge.ts"
import {
  childrenOf,
  emptyTree,
  fromRoot,
  graft,
  pluck,
  prune,
  ROOT,
  reroot,
  type Tree,
  treeKey,
  UNUSED,
} from "./tree.ts"

/** Trees with how much belief each has; the sum is 1. The first is the best. */
export interface Weighed {
  readonly tree: Tree
  readonly cost: number
  readonly weight: number
}

export interface SearchOptions {
  /** What a unit of cost is worth: of two trees the one that costs this much more is e times less likely. */
  readonly temperature: number
  /** Nodes times readings that the search may look at, in all. */
  readonly effort: number
}

/** Families up to this size are searched through completely. */
export const EXHAUSTIVE = 4
/** Trees that cost so many temperatures more than the best are not rivals. */
const NEAR = 6

/** The trees worth knowing of a family of two witnesses or more. `chance` gives numbers in [0, 1), the same at each run. */
export function search(
  judge: Judge,
  order: readonly number[],
  chance: () => number,
  options: SearchOptions,
): Weighed[] {
  const starts = [greedy(judge, order, () => true), greedy(judge, order, isUnderWitness(judge.n))].map(tree =>
    descend(judge, tree),
  )
  const start = starts.reduce((best, tree) => (judge.cost(tree) < judge.cost(best) - 1e-9 ? tree : best))
  return judge.n <= EXHAUSTIVE ? enumerate(judge, start, options) : wander(judge, start, chance, options)
}

/** Whether a place is directly under a witness, so that no lost text is needed. */
const isUnderWitness =
  (n: number) =>
  ({ spot, at }: Option) =>
    spot === "child" && at < n

/** Witnesses put in one by one, each at the place it costs least at among those allowed. */
function greedy(judge: Judge, order: readonly number[], isAllowed: (option: Option) => boolean): Tree {
  let tree = emptyTree(judge.n)
  tree[order[0]!] = ROOT
  for (const witness of order.slice(1)) {
    const best = cheapest(judge.options(tree, witness).filter(isAllowed))
    tree = graft(tree, judge.n, witness, best.spot, best.at)
  }
  return tree
}

function cheapest(options: readonly Option[]): Option {
  return options.reduce((best, option) => (option.cost < best.cost - 1e-9 ? option : best))
}

/** A branch taken off the tree: what is left, and the node the branch begins with. */
interface Loose {
  readonly rest: Tree
  readonly branch: number
}

/** Every way to take a branch, or a single witness with its children left behind, off a tree. */
function loosenings(tree: Tree, n: number): Loose[] {
  const children = childrenOf(tree)
  const made: Loose[] = []
  for (const node of fromRoot(tree, children)) {
    if (tree[node] !== ROOT) made.push({ rest: prune(tree, n, node), branch: node })
    if (node < n && children[node]!.length > 0) made.push({ rest: pluck(tree, n, node), branch: node })
  }
  return made
}

/** The tree with each of its nodes as the root. */
export function rerootings(tree: Tree, n: number): Tree[] {
  return fromRoot(tree, childrenOf(tree)).map(node => reroot(tree, n, node))
}

/** The best tree reached by moving one branch, or the root, as long as that makes it cheaper. */
function descend(judge: Judge, start: Tree): Tree {
  let tree = start
  let cost = judge.cost(tree)
  for (;;) {
    const before = cost
    for (const turned of rerootings(tree, judge.n)) {
      const other = judge.cost(turned)
      if (other < cost - 1e-6) [tree, cost] = [turned, other]
    }
    for (let node = 0; node < tree.length; node++)
      for (const loose of looseningsAt(tree, judge.n, node)) {
        const best = cheapest(judge.options(loose.rest, loose.branch))
        if (best.cost < cost - 1e-6) {
          const next = graft(loose.rest, judge.n, loose.branch, best.spot, best.at)
          const real = judge.cost(next)
          if (real >= cost - 1e-6) continue
          tree = next
          cost = real
          break
        }
      }
    if (cost > before - 1e-6) return tree
  }
}

function looseningsAt(tree: Tree, n: number, node: number): Loose[] {
  if (tree[node] === UNUSED) return []
  const made: Loose[] = []
  if (tree[node] !== ROOT) made.push({ rest: prune(tree, n, node), branch: node })
  if (node < n && tree.includes(node)) made.push({ rest: pluck(tree, n, node), branch: node })
  return made
}

/** All trees of a small family that can be reached by moving branches, which is all there are. */
function enumerate(judge: Judge, start: Tree, options: SearchOptions): Weighed[] {
  const found = new Map<string, Tree>([[treeKey(start, judge.n), start]])
  for (const tree of found.values())
    for (const { rest, branch } of loosenings(tree, judge.n))
      for (const option of judge.options(rest, branch)) {
        const next = graft(rest, judge.n, branch, option.spot, option.at)
        const key = treeKey(next, judge.n)
        if (!found.has(key)) found.set(key, next)
      }
  const costs = [...found].map(([key, tree]) => ({ key, tree, cost: judge.cost(tree) }))
  const least = Math.min(...costs.map(c => c.cost))
  const sum = costs.reduce((total, c) => total + Math.exp((least - c.cost) / options.temperature), 0)
  return costs
    .sort((a, b) => a.cost - b.cost || (a.key < b.key ? -1 : 1))
    .map(({ tree, cost }) => ({ tree, cost, weight: Math.exp((least - cost) / options.temperature) / sum }))
}

/**
 * The best tree found by drawing: a branch is taken off and put back by the odds of its places, hot first and then cooler (Gibbs sampling
 * with annealing), until `effort` is spent; and its rivals, the trees one move away.
 */
function wander(judge: Judge, start: Tree, chance: () => number, { temperature, effort }: SearchOptions): Weighed[] {
  const { n } = judge
  const steps = Math.min(200 * n, Math.max(4 * n, Math.round(effort / (1.4 * n * Math.max(1, judge.width)))))
  let best = start
  let bestCost = judge.cost(best)
  let tree = start
  for (let step = 0; step < steps; step++) {
    const heat = temperature * 2 * 0.1 ** (step / steps)
    const [next, cost] = step % 40 === 39 ? turnRoot(judge, tree, heat, chance) : moveBranch(judge, tree, heat, chance)
    tree = next
    if (cost >= bestCost - 1e-6) continue
    // What a move was thought to cost leaves out what it does to lost texts elsewhere.
    const real = judge.cost(tree)
    if (real < bestCost - 1e-6) [best, bestCost] = [tree, real]
  }
  return neighbourhood(judge, descend(judge, best), temperature)
}

/** The tree and those one move away, with weights as if there were no others. */
export function neighbourhood(judge: Judge, best: Tree, temperature: number): Weighed[] {
  const { n } = judge
  const least = judge.cost(best)
  const own = treeKey(best, n)
  const known = new Map<string, { tree: Tree; cost: number }>([[own, { tree: best, cost: least }]])
  const meet = (tree: Tree, cost: number) => {
    if (cost > least + NEAR * temperature) return
    const key = treeKey(tree, n)
    if (!known.has(key)) known.set(key, { tree, cost })
  }
  for (const { rest, branch } of loosenings(best, n))
    for (const { spot, at, cost } of judge.options(rest, branch))
      if (cost <= least + NEAR * temperature) meet(graft(rest, n, branch, spot, at), cost)
  for (const turned of rerootings(best, n)) meet(turned, judge.cost(turned))
  const list = [...known].map(([key, { tree, cost }]) => ({
    key,
    tree,
    cost,
    weight: Math.exp((least - cost) / temperature),
  }))
  const sum = list.reduce((total, { weight }) => total + weight, 0)
  return list
    .sort((a, b) => Number(b.key === own) - Number(a.key === own) || a.cost - b.cost || (a.key < b.key ? -1 : 1))
    .map(({ tree, cost, weight }) => ({ tree, cost, weight: weight / sum }))
}

function draw<T extends { readonly cost: number }>(list: readonly T[], heat: number, chance: () => number): T {
  const least = Math.min(...list.map(x => x.cost))
  const weights = list.map(x => Math.exp((least - x.cost) / heat))
  let left = chance() * weights.reduce((sum, w) => sum + w, 0)
  for (const [index, weight] of weights.entries()) {
    left -= weight
    if (left < 0) return list[index]!
  }
  return list.at(-1)!
}

function moveBranch(judge: Judge, tree: Tree, heat: number, chance: () => number): [Tree, number] {
  const used = fromRoot(tree, childrenOf(tree))
  const ways = looseningsAt(tree, judge.n, used[Math.floor(chance() * used.length)]!)
  const loose = ways[Math.floor(chance() * ways.length)]
  if (!loose) return [tree, judge.cost(tree)]
  const option = draw(judge.options(loose.rest, loose.branch), heat, chance)
  return [graft(loose.rest, judge.n, loose.branch, option.spot, option.at), option.cost]
}

function turnRoot(judge: Judge, tree: Tree, heat: number, chance: () => number): [Tree, number] {
  const turned = rerootings(tree, judge.n).map(t => ({ tree: t, cost: judge.cost(t) }))
  const drawn = draw(turned, heat, chance)
  return [drawn.tree, drawn.cost]
}
