import type { Locus } from "./loci.ts"
import type { Paces } from "./pace.ts"
import { UNKNOWN } from "./readings.ts"
import { childrenOf, fromRoot, ROOT, type Tree } from "./tree.ts"

const FORBIDDEN = 1e9
/** Costs that differ by less count as equal. */
const NEARLY = 0.05

/**
 * For each locus the readings that the parent of `node` may have had, as far as all that is not below `node` tells.
 * O(nodes × readings).
 */
export type ExpectedReadings = (tree: Tree, node: number) => ReadonlySet<number>[]

/**
 * What a text above `n` witnesses is expected to read. At each locus the cheapest history of its readings counts (Sankoff 1975): one reading put
 * for another costs the same whatever the two are, leaving out is cheap, and putting in where nothing was is dear, so that a sentence comes up
 * once and is then only lost, which is Dollo's rule (Farris 1977) made soft. Lost texts may have any reading.
 */
export function expectedReadings(n: number, loci: readonly Locus[], paces: Paces): ExpectedReadings {
  /** Where each locus begins in a node's row; the first cell is the gap. */
  const firsts = new Int32Array(loci.length + 1)
  for (const [k, locus] of loci.entries()) firsts[k + 1] = firsts[k]! + locus.count + 1
  const width = firsts[loci.length]!
  const room = 2 * n + 1
  const count = loci.length
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
    const pace = node < n ? paces.change[node]! : 1
    const omitPace = node < n ? paces.omit[node]! : 1
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

  return (tree, node) => {
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
}
