import { type Hint, isStated } from "./hint.ts"
import { RELATIONS, relationsIn, STEPS } from "./relations.ts"
import { childrenOf, emptyTree, fromRoot, ROOT, type Tree, UNUSED, witnessAbove } from "./tree.ts"
import type { Judge } from "./walk.ts"

/**
 * How much the parts weigh, for each witness, chosen on made traditions for tuning: the relations themselves (a composite likelihood: Varin, Reid
 * and Firth 2011); which of two is nearer to a third, and which of two is nearer the root, as far as the tree is expected to be right in that. `lost`, `lostFirst`: a lost text, and one that is the first of all.
 * `stated`: what it counts for that a source was stated, for each nat: a sender who names it knows better than signs do.
 */
const WEIGHT = {
  relations: 10,
  nearer: 50,
  older: 25,
  lost: 5,
  lostFirst: 10,
  stated: 30,
}

/** No relation is held for less likely than this, as a natural logarithm. */
const LEAST = -9

/** The furthest that two witnesses are told apart. */
const FAR = 2 * STEPS - 1

/** Of each relation the edges between the two, and 0, 1 or 2 where the second is nearer the root, neither, or the first. */
const FAR_OF = Uint8Array.from(
  { length: RELATIONS },
  (_, relation) => Math.floor(relation / STEPS) + (relation % STEPS),
)
const OLDER_OF = Uint8Array.from(
  { length: RELATIONS },
  (_, relation) => Math.sign((relation % STEPS) - Math.floor(relation / STEPS)) + 1,
)
/** Of each two distances 0, 1 or 2: the first is less, both are alike, the first is more. */
const ORDER_OF = Uint8Array.from({ length: FAR * FAR }, (_, k) => Math.sign(Math.floor(k / FAR) - (k % FAR)) + 1)

/** Among more witnesses than this it is not asked which of two is nearer to a third, which would cost O(witnesses³) a tree. */
const MOST_NEARER = 32

/** Trees weighed by what is known of each two witnesses, and by what was stated. O(witnesses³) a tree, among many O(witnesses² × depth). */
export function relationCost(odds: Float64Array, n: number, hints: readonly Hint[]): Judge {
  const asksNearer = n <= MOST_NEARER
  const nearer = asksNearer ? nearerIn(odds, n) : new Float32Array(0)
  const older = olderIn(odds, n)
  const stated = hints.filter(isStated)
  const scale = WEIGHT.relations / Math.max(1, n - 1)
  const perThree = (WEIGHT.nearer * n) / Math.max(1, (n * (n - 1) * (n - 2)) / 2)
  const perTwo = (WEIGHT.older * n) / Math.max(1, (n * (n - 1)) / 2)
  const likelihoods = odds.map(one => Math.max(LEAST, one))
  const size = emptyTree(n).length
  const relations = new Uint8Array(size * size)
  const far = new Uint8Array(n)
  const met = new Map<string, number>()

  /** Walks come back to the same trees. */
  function cost(tree: Tree): number {
    const key = tree.join()
    let sum = met.get(key)
    if (sum === undefined) {
      sum = costOf(tree)
      met.set(key, sum)
    }
    return sum
  }

  function costOf(tree: Tree): number {
    relationsIn(tree, relations)
    let [likely, sure, ranked] = [0, 0, 0]
    for (let a = 0; a < n; a++) {
      for (let b = 0; b < n; b++) {
        const relation = relations[a * size + b]!
        far[b] = FAR_OF[relation]!
        if (a >= b) continue
        likely += likelihoods[(a * n + b) * RELATIONS + relation]!
        ranked += older[(a * n + b) * 3 + OLDER_OF[relation]!]!
      }
      for (let b = 0; asksNearer && b < n; b++) {
        if (a === b) continue
        const row = (a * n + b) * n
        const order = far[b]! * FAR
        // Nothing is kept for c = a.
        for (let c = b + 1; c < n; c++) sure += nearer[(row + c) * 3 + ORDER_OF[order + far[c]!]!]!
      }
    }
    let lost = 0
    for (let node = n; node < tree.length; node++)
      if (tree[node] !== UNUSED) lost += tree[node] === ROOT ? WEIGHT.lostFirst : WEIGHT.lost
    return WEIGHT.stated * against(tree, n, stated) + lost - scale * likely - perThree * sure - perTwo * ranked
  }
  const pairs = Float64Array.from({ length: n * n }, (_, k) => -likelihoods[k * RELATIONS + 1]!)
  for (const { parent, child, cost: price } of stated) pairs[parent * n + child]! += WEIGHT.stated * price
  return { n, cost, pairs }
}

/** What was stated against the tree, and for it. */
function against(tree: Tree, n: number, stated: readonly Hint[]): number {
  if (stated.length === 0) return 0
  const above = witnessAbove(tree, n, fromRoot(tree, childrenOf(tree)))
  let sum = 0
  for (const { parent, child, scope, cost } of stated)
    if ((scope === "above" ? above[child] : tree[child]) === parent) sum += cost
  return sum
}

/** How far a tree is expected to be right that puts `b` nearer to `a` than `c`, both alike far, or `c` nearer, in [0, 1]; at `((a * n + b) * n + c) * 3`. */
function nearerIn(odds: Float64Array, n: number): Float32Array {
  const made = new Float32Array(n * n * n * 3)
  const chances = Array.from({ length: n * n }, (_, k) => distancesOf(odds, k))
  const beyond = chances.map(list => {
    const sums = new Float64Array(FAR)
    for (let d = FAR - 2; d >= 0; d--) sums[d] = sums[d + 1]! + list[d + 1]!
    return sums
  })
  for (let a = 0; a < n; a++)
    for (let b = 0; b < n; b++)
      for (let c = b + 1; c < n; c++) {
        if (a === b || a === c) continue
        let [nearer, same] = [0, 0]
        const own = chances[a * n + b]!
        for (let d = 1; d < FAR; d++) {
          same += own[d]! * chances[a * n + c]![d]!
          nearer += own[d]! * beyond[a * n + c]![d]!
        }
        rightness(made, ((a * n + b) * n + c) * 3, nearer, same)
      }
  return made
}

/** The same for which of two stands nearer the root: `b`, neither, `a`; at `(a * n + b) * 3`. */
function olderIn(odds: Float64Array, n: number): Float32Array {
  const made = new Float32Array(n * n * 3)
  for (let a = 0; a < n; a++)
    for (let b = 0; b < n; b++) {
      if (a === b) continue
      let [older, same, all] = [0, 0, 0]
      for (let relation = 1; relation < RELATIONS; relation++) {
        const chance = Math.exp(odds[(a * n + b) * RELATIONS + relation]!)
        const steps = (relation % STEPS) - Math.floor(relation / STEPS)
        all += chance
        if (steps < 0) older += chance
        else if (steps === 0) same += chance
      }
      rightness(made, (a * n + b) * 3, older / all, same / all)
    }
  return made
}

/** A tie counts half where it is none, and the other way round. */
function rightness(made: Float32Array, at: number, first: number, same: number): void {
  const last = Math.max(0, 1 - first - same)
  made[at] = first + same / 2
  made[at + 1] = same + (first + last) / 2
  made[at + 2] = last + same / 2
}

/** The chances of each distance of two witnesses, in edges. */
function distancesOf(odds: Float64Array, k: number): Float64Array {
  const made = new Float64Array(FAR)
  let all = 0
  for (let relation = 1; relation < RELATIONS; relation++) {
    const chance = Math.exp(odds[k * RELATIONS + relation]!)
    made[Math.floor(relation / STEPS) + (relation % STEPS)]! += chance
    all += chance
  }
  for (let d = 0; d < FAR; d++) made[d]! /= all
  return made
}
