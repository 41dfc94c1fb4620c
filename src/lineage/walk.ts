import { arborescence } from "./arborescence.ts"
import {
  childrenOf,
  emptyTree,
  freePlace,
  fromRoot,
  graft,
  pluck,
  prune,
  ROOT,
  type Spot,
  type Tree,
  treeKey,
  UNUSED,
  type Weighed,
} from "./tree.ts"

/** Heats in nats; of the trees met while sampling one in `every` is kept. */
const WALK = { hot: 2, heat: 1, every: 20 }

/** What a walk is led by: the less a tree costs, the longer it stays there. */
export interface Judge {
  readonly n: number
  /** Of a whole tree. */
  cost(tree: Tree): number
  /** Of each witness (column) under each other (row), by itself. */
  readonly pairs: Float64Array
}

/** How long a walk is: steps of cooling down, and of sampling. */
export interface Length {
  readonly anneal: number
  readonly sample: number
}

type Chance = () => number

const pick = <T>(list: readonly T[], chance: Chance): T => list[Math.floor(chance() * list.length)]!

const SPOTS: readonly Spot[] = ["child", "child", "sibling", "sibling", "between", "identity"]

/** A branch, or a single witness, put elsewhere. */
function moveBranch(
  tree: Tree,
  n: number,
  chance: Chance,
  near: (node: number) => readonly number[],
): Tree | undefined {
  const children = childrenOf(tree)
  const used = fromRoot(tree, children)
  const branch = pick(used, chance)
  const alone = branch < n && children[branch]!.length > 0 && chance() < 0.4
  if (tree[branch] === ROOT && !(alone && children[branch]!.length > 0)) return undefined
  const rest = alone ? pluck(tree, n, branch) : prune(tree, n, branch)
  const options = fromRoot(rest, childrenOf(rest))
  let at = pick(options, chance)
  if (branch < n && chance() < 0.6) {
    const close = near(branch).filter(other => rest[other] !== UNUSED && other !== branch && options.includes(other))
    if (close.length > 0) {
      at = close[Math.min(close.length - 1, Math.floor(-Math.log(1 - chance()) * 2))]!
      if (chance() < 0.3 && rest[at]! >= 0) at = rest[at]!
    }
  }
  const spot = pick(SPOTS, chance)
  if (spot === "identity" && (at < n || branch >= n)) return undefined
  if (spot === "between" && branch >= n && rest[at] === UNUSED) return undefined
  const made = graft(rest, n, branch, spot, at)
  return made
}

/** A witness that has copies, and the lost text in whose place it stands; or a lost text, and one of its copies put in its place. */
function hideOrShow(tree: Tree, n: number, chance: Chance): Tree | undefined {
  const children = childrenOf(tree)
  const node = pick(fromRoot(tree, children), chance)
  const made = tree.slice()
  if (node < n) {
    if (children[node]!.length === 0) return undefined
    const place = freePlace(tree, n)
    made[place] = tree[node]!
    made[node] = place
    const stay = children[node]!.map(() => chance() < 0.2)
    children[node]!.forEach((child, i) => {
      if (!stay[i]) made[child] = place
    })
    return children[node]!.length > 0 && stay.every(Boolean) ? undefined : made
  }
  const heirs = children[node]!.filter(child => child < n)
  if (heirs.length === 0) return undefined
  const heir = pick(heirs, chance)
  for (const child of children[node]!) made[child] = heir
  made[heir] = tree[node]!
  made[node] = UNUSED
  return made
}

/** A lost text less, its copies going to what it was made from; or one more, above some copies of one text. */
function gatherOrScatter(tree: Tree, n: number, chance: Chance): Tree | undefined {
  const children = childrenOf(tree)
  const node = pick(fromRoot(tree, children), chance)
  const made = tree.slice()
  if (node >= n && chance() < 0.5) {
    if (tree[node] === ROOT) return undefined
    for (const child of children[node]!) made[child] = tree[node]!
    made[node] = UNUSED
    return made
  }
  const own = children[node]!
  if (own.length < 2) return undefined
  const first = pick(own, chance)
  const chosen = own.filter(child => child === first || chance() < 0.4)
  if (chosen.length < 2 || (node >= n && chosen.length === own.length)) return undefined
  const place = freePlace(tree, n)
  made[place] = node
  for (const child of chosen) made[child] = place
  // A lost text keeps two copies at least.
  return node >= n && own.length - chosen.length + 1 < 2 ? undefined : made
}

/** Parent and child change places. */
function turnEdge(tree: Tree, n: number, chance: Chance): Tree | undefined {
  const children = childrenOf(tree)
  const node = pick(fromRoot(tree, children), chance)
  const parent = tree[node]!
  if (parent < 0 || node >= n || parent >= n) return undefined
  const made = tree.slice()
  made[node] = tree[parent]!
  made[parent] = node
  const how = chance()
  for (const child of children[parent]!)
    if (child !== node && (how < 0.4 || (how < 0.6 && chance() < 0.5))) made[child] = node
  if (how > 0.75) for (const child of children[node]!) made[child] = parent
  return made
}

function isSound(tree: Tree, n: number): boolean {
  const children = childrenOf(tree)
  for (let node = n; node < tree.length; node++) if (tree[node] !== UNUSED && children[node]!.length < 2) return false
  let count = 0
  for (let node = 0; node < tree.length; node++) if (tree[node] !== UNUSED) count++
  return fromRoot(tree, children).length === count
}

function propose(tree: Tree, n: number, chance: Chance, near: (node: number) => readonly number[]): Tree | undefined {
  const luck = chance()
  const made =
    luck < 0.62
      ? moveBranch(tree, n, chance, near)
      : luck < 0.74
        ? hideOrShow(tree, n, chance)
        : luck < 0.88
          ? gatherOrScatter(tree, n, chance)
          : turnEdge(tree, n, chance)
  return made && isSound(made, n) ? made : undefined
}

/** Trees visited by a random walk that stays where trees are likely (Metropolis et al. 1953), cooling down first (Kirkpatrick et al. 1983). */
export function walk(judge: Judge, chance: Chance, length: Length): Weighed[] {
  const { n, pairs } = judge
  const tree0 = emptyTree(n)
  arborescence(n, pairs, new Float64Array(n)).forEach((parent, node) => {
    tree0[node] = parent
  })
  const nearest = Array.from({ length: n }, (_, w) =>
    Array.from({ length: n }, (_, o) => o)
      .filter(o => o !== w)
      .sort((a, b) => pairs[a * n + w]! - pairs[b * n + w]! || a - b),
  )
  const near = (w: number) => nearest[w]!
  let tree: Tree = tree0
  let cost = judge.cost(tree)
  let best = { tree, cost }
  for (let step = 0; step < length.anneal; step++) {
    const heat = WALK.hot * (WALK.heat / WALK.hot) ** (step / length.anneal)
    const next = propose(tree, n, chance, near)
    if (!next) continue
    const other = judge.cost(next)
    if (other > cost && chance() >= Math.exp((cost - other) / heat)) continue
    tree = next
    cost = other
    if (cost < best.cost - 1e-9) best = { tree, cost }
  }
  tree = best.tree
  cost = best.cost
  const met = new Map<string, { tree: Tree; cost: number; times: number }>()
  for (let step = 0; step < length.sample; step++) {
    const next = propose(tree, n, chance, near)
    if (next) {
      const other = judge.cost(next)
      if (other <= cost || chance() < Math.exp((cost - other) / WALK.heat)) {
        tree = next
        cost = other
        if (cost < best.cost - 1e-9) best = { tree, cost }
      }
    }
    if (step % WALK.every !== 0) continue
    const key = treeKey(tree, n)
    const known = met.get(key)
    if (known) known.times++
    else met.set(key, { tree, cost, times: 1 })
  }
  const key = treeKey(best.tree, n)
  if (!met.has(key)) met.set(key, { ...best, times: 1 })
  const all = [...met.values()].reduce((sum, { times }) => sum + times, 0)
  return [...met.values()]
    .map(({ tree, cost, times }) => ({ tree, cost, weight: times / all }))
    .sort((a, b) => a.cost - b.cost)
}
