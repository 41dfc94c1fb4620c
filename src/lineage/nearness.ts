import type { Segmented } from "../model/segmented.ts"
import { arborescence } from "./arborescence.ts"
import type { Hint } from "./hint.ts"
import type { Collation } from "./loci.ts"
import type { Proof } from "./proof.ts"
import { GAP, UNKNOWN } from "./readings.ts"
import { childrenOf, emptyTree, freePlace, fromRoot, isAbove, ROOT, type Tree, UNUSED, type Weighed } from "./tree.ts"

/**
 * What a child costs under a parent, in changed words: a word that is another (`change`, and `fact` for each unit of weight that a name or number
 * has more), left out (`drop`) or put in (`add`), and a word that others have otherwise in a sentence that the parent has not at all (`strange`); a sentence that the
 * parent has not (`newSentence`), and one that the child leaves out (`omitted`).
 * `temperature`: of two parents the one that costs this much more is e times less likely.
 */
const COST = { change: 1, drop: 0.5, add: 0.8, strange: 0.5, newSentence: 4, omitted: 0.3, temperature: 8 } as const

/** What is to be said for an edge from or to a lost text: about so many of them were right on made traditions. */
const LOST_EDGE = 0.7

/** Costs beyond this are a person's word, not evidence. */
const DECIDED = 1e5

/** The tree found, its rivals, and how much is to be said for the edge above each node. */
export interface Nearness {
  readonly trees: Weighed[]
  readonly support: Float64Array
}

/**
 * Descent by nearness: the cheapest tree in which each witness hangs on another (its wording, dates, credits and flaws being the costs), with lost
 * texts put in where two children of one parent agree against it more than chance allows, or a child keeps what its nearest has changed.
 * O(witnesses² × sites + witnesses³).
 */
export function byNearness(
  segmented: readonly Segmented[],
  collation: Collation,
  hints: readonly Hint[],
  proof: Proof,
): Nearness {
  const n = segmented.length
  const distance = distances(n, collation, hints)
  const tree = emptyTree(n)
  arborescence(n, distance, new Float64Array(n)).forEach((parent, node) => {
    tree[node] = parent
  })
  splitForbidden(tree, n, distance)
  const order = fromRoot(tree, childrenOf(tree)).filter(node => node < n)
  const ranked = Array.from({ length: n }, (_, child) =>
    rank(
      order.filter(parent => parent !== child && !isAbove(tree, child, parent)),
      child,
      distance,
      n,
    ),
  )
  const pinned = pinnedIn(n, distance)
  divide(tree, n, order, proof, pinned)
  gather(tree, n, order, proof, pinned, distance)
  const crowned = crown(tree, n, proof)
  pin(crowned, n, distance)
  return weigh(tidyAll(crowned, n), n, ranked)
}

interface Parent {
  readonly parent: number
  readonly cost: number
  readonly weight: number
}

function rank(earlier: readonly number[], child: number, distance: Float64Array, n: number): Parent[] {
  const costs = earlier.map(parent => distance[parent * n + child]!)
  const least = Math.min(...costs)
  const odds = costs.map(cost => Math.exp((least - cost) / COST.temperature))
  const sum = odds.reduce((total, odd) => total + odd, 0)
  return earlier
    .map((parent, i) => ({ parent, cost: costs[i]!, weight: odds[i]! / sum }))
    .filter(({ cost }) => cost < DECIDED)
    .sort((a, b) => a.cost - b.cost || earlier.indexOf(a.parent) - earlier.indexOf(b.parent))
}

/** Cost of each witness under each other, row the parent, column the child. */
function distances(n: number, { sites, clusters }: Collation, hints: readonly Hint[]): Float64Array {
  const distance = new Float64Array(n * n)
  for (const { locus, change } of sites) {
    const { readings } = locus
    for (let child = 0; child < n; child++) {
      const own = readings[child]!
      if (own === UNKNOWN) continue
      const weight = own === GAP ? 1 : Math.max(0.5, change[own]!)
      for (let parent = 0; parent < n; parent++) {
        const other = readings[parent]!
        if (other === own) continue
        const rate = other === UNKNOWN ? COST.strange : own === GAP ? COST.drop : other === GAP ? COST.add : COST.change
        distance[parent * n + child]! += rate * weight
      }
    }
  }
  for (const { members } of clusters.list) {
    const has = new Uint8Array(n)
    for (const { witness } of members) has[witness] = 1
    for (let parent = 0; parent < n; parent++)
      for (let child = 0; child < n; child++)
        if (has[parent] !== has[child])
          distance[parent * n + child]! += has[child] === 1 ? COST.newSentence : COST.omitted
  }
  for (const { parent, child, cost } of hints) distance[parent * n + child]! += 2 * cost
  return distance
}

/** An edge that a person forbade is only left where nothing else was possible: then both come from a lost text. */
function splitForbidden(tree: Tree, n: number, distance: Float64Array): void {
  for (let child = 0; child < n; child++) {
    const parent = tree[child]!
    if (parent < 0 || parent >= n || distance[parent * n + child]! < DECIDED) continue
    tree[child] = tree[parent]!
    if (tree[parent]! < n) putLostOver(tree, n, [parent, child])
  }
}

/** What a person pinned holds against everything else: the parent, if it hangs below the child, first takes the child's place. */
function pin(tree: Tree, n: number, distance: Float64Array): void {
  for (let child = 0; child < n; child++)
    for (let parent = 0; parent < n; parent++) {
      if (parent === child || distance[parent * n + child]! > -DECIDED) continue
      if (isAbove(tree, child, parent)) tree[parent] = tree[child]!
      tree[child] = parent
    }
}

/** Children that a person pinned to a parent: nothing is put between. */
function pinnedIn(n: number, distance: Float64Array): Set<number> {
  const pinned = new Set<number>()
  distance.forEach((cost, at) => {
    if (cost < -DECIDED) pinned.add(at % n)
  })
  return pinned
}

/** Of `places` the nearest that `child` may be made from, rather than the place from it. */
function nearestOf(places: readonly number[], child: number, n: number, distance: Float64Array): number | undefined {
  const cost = (parent: number) => distance[parent * n + child]!
  const may = places.filter(place => cost(place) < DECIDED && cost(place) < distance[child * n + place]!)
  return may.sort((x, y) => cost(x) - cost(y))[0]
}

/**
 * A child that agrees with the parent of its nearest against it did not come from the nearest: both come from a lost text, unless the nearest is
 * pinned to that parent.
 */
function divide(tree: Tree, n: number, order: readonly number[], proof: Proof, pinned: ReadonlySet<number>): void {
  for (const child of order) {
    const near = tree[child]!
    const above = near >= 0 && near < n ? witnessOver(tree, n, near) : -1
    if (above < 0 || pinned.has(child) || !proof.agree(near, proof.maskOf([child]), proof.maskOf([above]))) continue
    if (tree[near]! >= n) tree[child] = tree[near]!
    else if (!proof.agree(above, proof.maskOf([child]), proof.maskOf([near]))) tree[child] = above
    else if (!pinned.has(near)) putLostOver(tree, n, [near, child])
  }
}

function witnessOver(tree: Tree, n: number, node: number): number {
  let up = tree[node]!
  while (up >= n) up = tree[up]!
  return up
}

/**
 * Children of one parent that agree against it more than chance allows get a lost text between; where one of them is pinned to the parent, it is
 * that text, and the others hang on it.
 */
function gather(
  tree: Tree,
  n: number,
  order: readonly number[],
  proof: Proof,
  pinned: ReadonlySet<number>,
  distance: Float64Array,
): void {
  for (const parent of order) {
    const children = order.filter(node => tree[node] === parent)
    const groups: number[][] = []
    for (const child of children) {
      const kin = groups.filter(group => proof.agree(parent, proof.maskOf([child]), proof.maskOf(group)))
      for (const group of kin) groups.splice(groups.indexOf(group), 1)
      groups.push([...kin.flat(), child])
    }
    for (const group of groups) {
      const places = group.filter(node => pinned.has(node))
      const others = group.filter(node => !pinned.has(node))
      for (const node of others) tree[node] = nearestOf(places, node, n, distance) ?? parent
      const left = others.filter(node => tree[node] === parent)
      if (left.length > 1) putLostOver(tree, n, left)
    }
  }
}

function putLostOver(tree: Tree, n: number, group: readonly number[]): void {
  const place = freePlace(tree, n)
  tree[place] = tree[group[0]!]!
  for (const node of group) tree[node] = place
}

/**
 * When all others hang on the first witness through a single lost text, they did not come from it: the lost text stands at the top and the first
 * witness is one of its children.
 */
function crown(tree: Tree, n: number, proof: Proof): Tree {
  const root = tree.indexOf(ROOT)
  const children = [...tree.keys()].filter(node => tree[node] === root)
  const only = children.length === 1 ? children[0]! : -1
  if (root >= n || only < n) return tree
  const below = [...tree.keys()].filter(node => node < n && node !== root && isAbove(tree, only, node))
  if (!below.some((a, i) => below.slice(i + 1).some(b => proof.agree(root, proof.maskOf([a]), proof.maskOf([b])))))
    return tree
  const crowned = tree.slice()
  crowned[only] = ROOT
  crowned[root] = only
  return crowned
}

/** Rivals: each witness under its next best parent. The weight of the whole is the product of what is to be said for the edges, as a mean. */
function weigh(tree: Tree, n: number, ranked: readonly (readonly Parent[])[]): Nearness {
  const support = new Float64Array(tree.length)
  const rivals: { tree: Tree; odds: number }[] = []
  for (let node = 0; node < n; node++) {
    const parent = tree[node]!
    if (parent === ROOT) continue
    const [first, second] = ranked[node]!
    const held = parent >= n ? LOST_EDGE : (ranked[node]!.find(one => one.parent === parent)?.weight ?? 0.5)
    support[node] = held
    if (parent >= n || !first || !second || second.weight < 0.05) continue
    const other = tree.slice()
    other[node] = first.parent === parent ? second.parent : first.parent
    if (!isAbove(tree, node, other[node]!)) rivals.push({ tree: other, odds: second.weight / first.weight })
  }
  for (let node = n; node < tree.length; node++) if (tree[node]! >= 0) support[node] = LOST_EDGE
  const sum = 1 + rivals.reduce((total, { odds }) => total + odds, 0)
  const trees = [{ tree, odds: 1 }, ...rivals.sort((a, b) => b.odds - a.odds)]
  return { support, trees: trees.map(({ tree: one, odds }, i) => ({ tree: one, cost: i, weight: odds / sum })) }
}

/** Lost texts that were left with fewer than two children go. */
function tidyAll(tree: Tree, n: number): Tree {
  for (let node = n; node < tree.length; node++) {
    const children = [...tree.keys()].filter(other => tree[other] === node)
    if (tree[node] === UNUSED || children.length > 1) continue
    for (const child of children) tree[child] = tree[node]!
    tree[node] = UNUSED
  }
  return tree
}
