import { doubtsOf, witnessesBelow } from "./doubt.ts"
import type { Judge, Leanings, Option } from "./judge.ts"
import type { Locus } from "./loci.ts"
import { UNKNOWN } from "./readings.ts"
import { childrenOf, fromRoot, frontier, ROOT, type Tree, witnessAbove } from "./tree.ts"

const FORBIDDEN = 1e9
/** Costs that differ by less count as equal. */
const NEARLY = 0.05

/** A branch's root, a node, and the two together: where in the tables the costs of a locus stand. */
interface Sums {
  child: number
  sibling: number
  between: number
  identity: number
}

/**
 * A judge of trees over `n` witnesses. At each locus the cheapest history of its readings counts (Sankoff 1975): one reading put for another costs
 * the same whatever the two are, leaving out is cheap, and putting in where nothing was is dear, so that a sentence comes up once and is
 * then only lost, which is Dollo's rule (Farris 1977) made soft. Lost texts may have any reading.
 */
export function judgeOf(n: number, loci: readonly Locus[], leanings: Leanings): Judge {
  /** Where each locus begins in a node's row; the first cell is the gap. */
  const firsts = new Int32Array(loci.length + 1)
  for (const [k, locus] of loci.entries()) firsts[k + 1] = firsts[k]! + locus.count + 1
  const width = firsts[loci.length]!
  const room = 2 * n + 1
  const count = loci.length
  const doubts = doubtsOf(n, leanings.proof)
  const wording = Uint8Array.from(loci, locus => (locus.level === "word" ? 1 : 0))
  const drops = Float64Array.from(loci, locus => locus.drop)
  const adds = Float64Array.from(loci, locus => locus.add)
  const change = new Float64Array(width)
  /** Cost of a reading in the first text: as of writing it anywhere else, so that wording alone prefers no direction. */
  const origin = new Float64Array(width)
  for (const [k, locus] of loci.entries()) {
    change.set(locus.change, firsts[k]!)
    origin.set(locus.change, firsts[k]!)
    origin[firsts[k]!] = locus.change.reduce((sum, c) => sum + c, 0) / locus.count
  }
  /** Cheapest history at and below a node, for each reading it may have. */
  const inside = new Float64Array(room * width)
  /** The same seen from its parent, for each reading the parent may have. */
  const upward = new Float64Array(room * width)
  /** Cheapest history of all the rest, for each reading the parent may have. */
  const beyond = new Float64Array(room * width)
  const seen = new Float64Array(n * width)
  for (let w = 0; w < n; w++)
    for (const [k, locus] of loci.entries()) {
      const reading = locus.readings[w]!
      if (reading === UNKNOWN) continue
      for (let r = 0; r <= locus.count; r++) if (r !== reading) seen[w * width + firsts[k]! + r] = FORBIDDEN
    }

  /**
   * The cost of what is in `from` after one more edge, for each reading at the other end: down the tree for what is outside
   * (`down`: readings at the upper end are given), up the tree for what is below.
   */
  function carry(
    from: Float64Array,
    source: number,
    to: Float64Array,
    target: number,
    node: number,
    down: boolean,
  ): void {
    const leaving = down ? adds : drops
    const entering = down ? drops : adds
    const pace = node < n ? leanings.paces.change[node]! : 1
    const omitPace = node < n ? leanings.paces.omit[node]! : 1
    for (let k = 0; k < count; k++) {
      const row = firsts[k]!
      const end = firsts[k + 1]!
      const gap = from[source + row]!
      let least = Infinity
      let leastChanged = Infinity
      for (let r = row + 1; r < end; r++) {
        const here = from[source + r]!
        if (here < least) least = here
        const changed = here + pace * change[r]!
        if (changed < leastChanged) leastChanged = changed
      }
      const gapPace = wording[k] ? omitPace : 1
      const intoGap = least + gapPace * entering[k]!
      to[target + row] = Math.min(gap, intoGap)
      const fromGap = gap + gapPace * leaving[k]!
      const other = Math.min(fromGap, leastChanged)
      for (let r = row + 1; r < end; r++) {
        const here = from[source + r]!
        const best = down ? Math.min(fromGap, least + pace * change[r]!) : other
        to[target + r] = Math.min(here, best)
      }
    }
  }

  function inward(order: readonly number[], tree: Tree): void {
    for (const node of order) {
      const base = node * width
      if (node < n) inside.set(seen.subarray(base, base + width), base)
      else inside.fill(0, base, base + width)
    }
    for (let i = order.length - 1; i >= 0; i--) {
      const node = order[i]!
      const base = node * width
      carry(inside, base, upward, base, node, false)
      if (i === 0) return
      const parent = tree[node]! * width
      for (let r = 0; r < width; r++) inside[parent + r]! += upward[base + r]!
    }
  }

  const scratch = new Float64Array(width)

  function outward(order: readonly number[], tree: Tree): void {
    for (const node of order) {
      const base = node * width
      const parent = tree[node]!
      if (parent === ROOT) {
        beyond.set(origin, base)
        continue
      }
      const above = parent * width
      if (tree[parent] === ROOT) scratch.set(origin)
      else carry(beyond, above, scratch, 0, parent, true)
      for (let r = 0; r < width; r++) beyond[base + r] = scratch[r]! + inside[above + r]! - upward[base + r]!
    }
  }

  function wordingCost(rootNode: number): number {
    let sum = 0
    for (let k = 0; k < loci.length; k++) {
      let least = Infinity
      for (let r = firsts[k]!; r < firsts[k + 1]!; r++)
        least = Math.min(least, origin[r]! + inside[rootNode * width + r]!)
      sum += least
    }
    return sum
  }

  function lostCost(tree: Tree, order: readonly number[]): number {
    let sum = 0
    for (const node of order) if (node >= n) sum += tree[node] === ROOT ? leanings.lostRoot : leanings.lost
    return sum
  }

  function leaningCost(tree: Tree, order: readonly number[]): number {
    const above = witnessAbove(tree, n, order)
    let sum = 0
    for (const node of order) {
      if (node >= n || above[node]! < 0) continue
      sum += leanings.above[above[node]! * n + node]!
      if (tree[node] === above[node]) sum += leanings.direct[above[node]! * n + node]!
    }
    return sum
  }

  function cost(tree: Tree): number {
    const children = childrenOf(tree)
    const order = fromRoot(tree, children)
    inward(order, tree)
    return (
      wordingCost(order[0]!) + lostCost(tree, order) + leaningCost(tree, order) + doubts.cost(tree, order, children)
    )
  }

  function options(rest: Tree, branch: number): Option[] {
    const children = childrenOf(rest)
    const branchOrder = fromRoot(rest, children, branch)
    const order = fromRoot(rest, children)
    inward(branchOrder, rest)
    inward(order, rest)
    outward(order, rest)
    const fixed =
      lostCost(rest, order) +
      lostCost(rest, branchOrder) +
      leaningCost(rest, order) +
      leaningCost(rest, branchOrder) +
      doubts.cost(rest, order, children) +
      doubts.cost(rest, branchOrder, children)
    const above = witnessAbove(rest, n, order)
    const ends = frontier(branch, n, children)
    const pull = (parent: number, list: readonly number[]) =>
      parent < 0 ? 0 : list.reduce((sum, node) => sum + leanings.above[parent * n + node]!, 0)
    const direct = (parent: number, child: number) =>
      parent >= 0 && parent < n && child < n ? leanings.direct[parent * n + child]! : 0
    const under = witnessesBelow(n, order, children)
    const inRest = under.get(order[0]!)!
    const inBranch = witnessesBelow(n, branchOrder, children).get(branch)!
    const made: Option[] = []
    for (const at of order) {
      const wording = wordingOf(at, branch, rest[at] === ROOT)
      const parent = rest[at]!
      const self = at < n ? at : above[at]!
      const below = frontier(at, n, children)
      const joined = at >= n ? doubts.ofChild(above[at]!, inBranch, under.get(at)!) : 0
      const apart = doubts.ofNew(
        above[at]!,
        [inBranch, under.get(at)!],
        inRest.filter(w => !under.get(at)!.includes(w)),
      )
      made.push({ spot: "child", at, cost: fixed + wording.child + pull(self, ends) + direct(at, branch) + joined })
      const lost = parent === ROOT ? leanings.lostRoot : leanings.lost
      const demoted = parent === ROOT && at >= n ? leanings.lost - leanings.lostRoot : 0
      const freed = -direct(parent, at)
      made.push({
        spot: "sibling",
        at,
        cost: fixed + wording.sibling + lost + demoted + pull(above[at]!, ends) + freed + apart,
      })
      const moved = branch < n ? pull(branch, below) - pull(above[at]!, below) : 0
      const raised = parent === ROOT && branch >= n ? leanings.lostRoot - leanings.lost : 0
      const between =
        wording.between +
        demoted +
        raised +
        pull(above[at]!, ends) +
        direct(parent, branch) +
        moved +
        freed +
        direct(branch, at)
      made.push({ spot: "between", at, cost: fixed + between })
      if (at < n || branch >= n) continue
      let identity = wording.identity - lost + pull(above[at]!, ends) + direct(parent, branch) + moved
      for (const child of children[at]!) identity += direct(branch, child)
      made.push({ spot: "identity", at, cost: fixed + identity })
    }
    return made
  }

  const own = new Float64Array(width)
  const asLost = new Float64Array(width)
  const asBranch = new Float64Array(width)

  /** The wording's cost of the whole tree with the branch put back at `at` in each of the ways. */
  function wordingOf(at: number, branch: number, first: boolean): Sums {
    const a = at * width
    const b = branch * width
    if (first) for (const row of [own, asLost, asBranch]) row.set(origin)
    else {
      carry(beyond, a, own, 0, at, true)
      carry(beyond, a, asLost, 0, n, true)
      carry(beyond, a, asBranch, 0, branch, true)
    }
    const sums = { child: 0, sibling: 0, between: 0, identity: 0 }
    for (let k = 0; k < count; k++) {
      let child = Infinity
      let sibling = Infinity
      let between = Infinity
      let identity = Infinity
      for (let r = firsts[k]!, end = firsts[k + 1]!; r < end; r++) {
        const toBranch = upward[b + r]!
        const toAt = upward[a + r]!
        const inAt = inside[a + r]!
        const inBranch = inside[b + r]!
        const asChild = own[r]! + inAt + toBranch
        if (asChild < child) child = asChild
        const asSibling = asLost[r]! + toAt + toBranch
        if (asSibling < sibling) sibling = asSibling
        const asParent = asBranch[r]! + inBranch + toAt
        if (asParent < between) between = asParent
        const asSame = asBranch[r]! + inAt + inBranch
        if (asSame < identity) identity = asSame
      }
      sums.child += child
      sums.sibling += sibling
      sums.between += between
      sums.identity += identity
    }
    return sums
  }

  function expected(tree: Tree, node: number): Set<number>[] {
    const order = fromRoot(tree, childrenOf(tree))
    inward(order, tree)
    outward(order, tree)
    return loci.map((locus, k) => {
      const first = node * width + firsts[k]!
      const costs = Array.from(beyond.subarray(first, first + locus.count + 1))
      const least = Math.min(...costs)
      return new Set(costs.flatMap((cost, reading) => (cost <= least + NEARLY ? [reading] : [])))
    })
  }

  return { n, width, cost, options, expected }
}
