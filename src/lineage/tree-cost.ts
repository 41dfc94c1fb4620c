import { type CopyCost, TEXT, type Text } from "./copying.ts"
import type { Grid } from "./grid.ts"
import type { Hint } from "./hint.ts"
import { type Gains, gainsOf, type LostGroup, type Restore } from "./lost-texts.ts"
import { MIXING, type Mixing, mixed } from "./mixing.ts"
import { childrenOf, fromRoot, isAbove, ROOT, type Tree, witnessAbove } from "./tree.ts"

/**
 * Costs in nats, chosen on made traditions for tuning. `lost`, `lostRoot`: a lost text, and one that all others descend from. `wrongDate`: a date
 * taken for wrong; `slip`: one that is off by at most `slipHours`. `perLogHour`: each e-fold of the hours between a text and its source.
 */
const PRIOR = { lost: 6, lostRoot: 20, wrongDate: 25, slip: 2, slipHours: 1, perLogHour: 0.3 }

/** When a text was published, and how wide that is. */
export interface Moment {
  readonly from: number
  readonly until: number
}

/** What trees of one family cost, in nats: the less, the likelier. */
export interface TreeCost {
  readonly n: number
  /** Of a whole tree, with the best choice of second sources. O(edges × sites), less where its parts were met before. */
  cost(tree: Tree): number
  /** Of each witness (column) under each other (row), by itself. */
  readonly pairs: Float64Array
  /** The second sources that make the tree cheapest. */
  mixingsIn(tree: Tree): Mixing[]
}

/** What a copy, or the copies around some lost texts, cost, and the rows put in there. */
interface Part {
  readonly cost: number
  readonly gains: Gains
}

const HOUR = 3_600_000

export function treeCostOf(
  grid: Grid,
  copyCost: CopyCost,
  restore: Restore,
  mixings: readonly (readonly Mixing[])[],
  hints: readonly Hint[],
  moments: readonly (Moment | undefined)[],
): TreeCost {
  const { n, has, readings } = grid
  const textOf = (w: number): Text => ({ has: has[w]!, readings: readings[w]! })
  const pairs = new Float64Array(n * n)
  const pairGains: Gains[] = []
  for (let p = 0; p < n; p++)
    for (let c = 0; c < n; c++) {
      const times = new Float64Array(grid.rows.length)
      if (p !== c) pairs[p * n + c] = copyCost(textOf(p), textOf(c), undefined, times)
      pairGains.push(gainsOf(times))
    }
  const mixedPairs = new Map<string, Part>()
  /** A witness made from a parent and the second source of one of its mixings; worked out when first asked for. */
  function mixedPair(p: number, c: number, choice: number): Part {
    const key = `${p} ${c} ${choice}`
    let found = mixedPairs.get(key)
    if (found === undefined) {
      const { source, run } = mixings[c]![choice]!
      const times = new Float64Array(grid.rows.length)
      const cost = MIXING.price + copyCost(mixed(grid, textOf(p), textOf(source), run), textOf(c), undefined, times)
      found = { cost, gains: gainsOf(times) }
      mixedPairs.set(key, found)
    }
    return found
  }
  const prices = Float64Array.from(grid.rows, row => TEXT.regain * row.words)
  const times = new Float64Array(grid.rows.length)
  /** Counts rows that were put in, or, by -1, takes them off again; gives what that changes in the price of rows put in more than once. */
  const count = ({ rows, times: often }: Gains, by: 1 | -1 = 1): number => {
    let change = 0
    for (let i = 0; i < rows.length; i++) {
      const r = rows[i]!
      const before = Math.max(1, times[r]!)
      times[r]! += by * often[i]!
      change += (Math.max(1, times[r]!) - before) * prices[r]!
    }
    return change
  }
  const above = new Float64Array(n * n)
  const direct = new Float64Array(n * n)
  for (const { parent, child, scope, cost, evidence } of hints)
    if (evidence.kind !== "date") (scope === "above" ? above : direct)[parent * n + child]! += cost
  const known = new Map<string, Part>()

  function groupFrom(tree: Tree, children: readonly number[][], top: number): LostGroup {
    const nodes = [top]
    const place = new Map([[top, 0]])
    const over = [-1]
    const copies: number[] = []
    const from: number[] = []
    for (const node of nodes)
      for (const child of children[node]!) {
        if (child < n) {
          copies.push(child)
          from.push(place.get(node)!)
        } else {
          place.set(child, nodes.length)
          over.push(place.get(node)!)
          nodes.push(child)
        }
      }
    return { source: tree[top]!, above: over, copies, from }
  }

  function keyOf(tree: Tree, children: readonly number[][], top: number): string {
    const name = (node: number): string => {
      if (node < n)
        return chosen[node]! >= 0
          ? `${String.fromCharCode(256 + node)}${chosen[node]}`
          : String.fromCharCode(256 + node)
      const parts = children[node]!.map(name)
      return `(${parts.sort().join("")})`
    }
    return String.fromCharCode(256 + tree[top]!) + name(top)
  }

  function groupPart(tree: Tree, children: readonly number[][], top: number): Part {
    const key = keyOf(tree, children, top)
    let found = known.get(key)
    if (found === undefined) {
      const group = groupFrom(tree, children, top)
      const { cost, gains } = restore(
        group,
        group.copies.map(w => chosen[w]!),
      )
      found = { cost, gains }
      known.set(key, found)
    }
    return found
  }

  function pairPart(parent: number, child: number): Part {
    const choice = chosen[child]!
    if (choice >= 0) return mixedPair(parent, child, choice)
    return { cost: pairs[parent * n + child]!, gains: pairGains[parent * n + child]! }
  }

  /** The part of the tree in which a witness, which is not the root, is copied: it alone, or with the lost texts it hangs from. */
  function partOf(tree: Tree, children: readonly number[][], w: number): Part {
    let top = w
    while (tree[top]! >= n) top = tree[top]!
    return top === w ? pairPart(tree[w]!, w) : groupPart(tree, children, top)
  }

  function dateCost(children: readonly number[][], node: number, bound: Moment | undefined): number {
    const own = node < n ? moments[node] : undefined
    const below = (limit: Moment | undefined) => {
      let sum = 0
      for (const child of children[node]!) sum += dateCost(children, child, limit)
      return sum
    }
    if (!own) return below(bound)
    let right = 0
    if (bound) {
      const gap = (own.until - bound.from) / HOUR
      if (gap < 0) right = gap >= -PRIOR.slipHours ? PRIOR.slip : Infinity
      else right = PRIOR.perLogHour * Math.log(1 + gap)
    }
    const asRight = right === Infinity ? Infinity : right + below(own)
    // A date that fits is not doubted, unless doubting it helps what is below.
    if (children[node]!.length === 0) return Math.min(asRight, PRIOR.wrongDate)
    return Math.min(asRight, PRIOR.wrongDate + below(bound))
  }

  const chosen = new Int32Array(n).fill(-1)
  const suspects = mixings.flatMap((list, w) => (list.length > 0 ? [w] : []))

  /** Whether `node` goes back to `source` by first or second sources. */
  function comesFrom(tree: Tree, node: number, source: number): boolean {
    for (let up = node; up >= 0; up = tree[up]!) {
      if (up === source) return true
      const one = up < n && chosen[up]! >= 0 ? mixings[up]![chosen[up]!]!.source : -1
      if (one >= 0 && comesFrom(tree, one, source)) return true
    }
    return false
  }

  const costs = new Map<string, number>()

  /** The cost with the best choice of mixings; of a tree that was met before it is known. */
  function cost(tree: Tree): number {
    const key = String.fromCharCode(...tree)
    let found = costs.get(key)
    if (found === undefined) {
      found = cheapest(tree)
      costs.set(key, found)
    }
    return found
  }

  /** Chooses the mixings one after the other. */
  function cheapest(tree: Tree): number {
    chosen.fill(-1)
    const children = childrenOf(tree)
    let best = costOf(tree, children)
    for (const w of suspects) {
      if (tree[w]! < 0) continue
      const now = partOf(tree, children, w)
      const taken = count(now.gains, -1)
      let pick = { choice: -1, part: now, change: 0 }
      for (const [choice, { source }] of mixings[w]!.entries()) {
        if (source === tree[w] || isAbove(tree, source, w) || comesFrom(tree, source, w)) continue
        chosen[w] = choice
        const part = partOf(tree, children, w)
        const change = part.cost - now.cost + taken + count(part.gains)
        count(part.gains, -1)
        if (change < pick.change - 1e-9) pick = { choice, part, change }
      }
      chosen[w] = pick.choice
      count(pick.part.gains)
      best += pick.change
    }
    return best
  }

  function costOf(tree: Tree, children: readonly number[][]): number {
    const order = fromRoot(tree, children)
    const over = witnessAbove(tree, n, order)
    times.fill(0)
    if (order[0]! < n) times.set(has[order[0]!]!)
    let sum = dateCost(children, order[0]!, undefined)
    for (const node of order) {
      const parent = tree[node]!
      if (node >= n) {
        sum += parent === ROOT ? PRIOR.lostRoot : PRIOR.lost
        if (parent >= n) continue
        const part = groupPart(tree, children, node)
        sum += part.cost + count(part.gains)
        continue
      }
      if (over[node]! >= 0) sum += above[over[node]! * n + node]!
      if (parent < 0 || parent >= n) continue
      sum += pairs[parent * n + node]! + count(pairGains[parent * n + node]!) + direct[parent * n + node]!
    }
    return sum
  }

  function mixingsIn(tree: Tree): Mixing[] {
    cheapest(tree)
    return suspects.flatMap(w => (chosen[w]! >= 0 ? [mixings[w]![chosen[w]!]!] : []))
  }

  /** What each edge between two witnesses costs by itself, a row that others have counting as put in once more. */
  const edges = pairs.map((cost, k) => {
    const [p, c] = [Math.floor(k / n), k % n]
    if (p === c) return 0
    const { rows, times: often } = pairGains[k]!
    let sum = cost + above[k]! + direct[k]!
    for (let i = 0; i < rows.length; i++)
      if (grid.rows[rows[i]!]!.holders.length > 1) sum += often[i]! * prices[rows[i]!]!
    const [early, late] = [moments[p], moments[c]]
    if (early && late && late.until < early.from) sum += PRIOR.wrongDate
    return sum
  })

  return { n, cost, pairs: edges, mixingsIn }
}
