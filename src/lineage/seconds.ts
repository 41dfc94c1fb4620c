import type { Segmented } from "../model/segmented.ts"
import type { ExpectedReadings } from "./expected.ts"
import type { Collation, Locus } from "./loci.ts"
import { GAP, UNKNOWN } from "./readings.ts"
import { childrenOf, type Tree } from "./tree.ts"

/** A witness that took a passage from a text other than its parent. */
export interface SecondSource {
  readonly child: number
  readonly source: number
  /** How sure it is, in (0, 1). */
  readonly confidence: number
  /** The sentences of the passage, as indexes, in the order of the text. */
  readonly sentences: readonly number[]
}

/**
 * `least`: smaller gains are chance. `rows`: sentences a passage has at least. The others: what a sentence counts that the source has and the parent
 * has not, that only the parent has, and that neither has; `strange`: the share that wording counts which is in neither.
 */
export const SECOND = { least: 4.5, rows: 2, fromSource: 1.5, fromParent: -1, own: -0.3, strange: 0.2 } as const

/** One sentence of a child: its wording at the loci in it, and the witnesses that have the sentence. */
interface Row {
  readonly sentence: number
  readonly sites: readonly {
    readonly number: number
    readonly locus: Locus
    readonly reading: number
    readonly weight: number
  }[]
  readonly holders: ReadonlySet<number>
}

/**
 * For each witness the best second source, if any: another witness, neither above nor below it in the tree, with which a run of its sentences agrees
 * against its parent. In the order of the witnesses. Costs O(witnesses² × sites).
 */
export function findSeconds(
  segmented: readonly Segmented[],
  expectedOf: ExpectedReadings,
  collation: Collation,
  tree: Tree,
): SecondSource[] {
  const n = segmented.length
  if (n < 3) return []
  const children = childrenOf(tree)
  const numberByLocus = new Map(collation.loci.map((locus, number) => [locus, number]))
  const found: SecondSource[] = []
  for (let child = 0; child < n; child++) {
    if (tree[child]! < 0) continue
    const kin = relatives(tree, children, child)
    const rows = rowsOf(segmented, collation, child, numberByLocus)
    const expected = expectedOf(tree, child)
    const around = witnessesOfParent(tree, children, child, n)
    let best: SecondSource | undefined
    let most = 0
    for (let source = 0; source < n; source++) {
      if (kin.has(source)) continue
      const { first, end, sum } = bestRun(rows.map(row => agreement(row, source, expected, around)))
      if (sum < SECOND.least || end - first < SECOND.rows || (best && sum <= most + 1e-6)) continue
      most = sum
      best = {
        source,
        child,
        confidence: 1 - Math.exp(-sum / 8),
        sentences: rows.slice(first, end).map(row => row.sentence),
      }
    }
    if (best) found.push(best)
  }
  return found
}

/** The node itself, all above it and all below it. */
function relatives(tree: Tree, children: readonly (readonly number[])[], node: number): Set<number> {
  const found = new Set([node])
  for (const one of found) for (const child of children[one]!) found.add(child)
  for (let up = tree[node]!; up >= 0; up = tree[up]!) found.add(up)
  return found
}

/** The witnesses that show which sentences the parent had: itself, or for a lost text those below it and above it. */
function witnessesOfParent(
  tree: Tree,
  children: readonly (readonly number[])[],
  child: number,
  n: number,
): Set<number> {
  const parent = tree[child]!
  if (parent < n) return new Set([parent])
  const found = new Set([parent])
  for (const one of found) for (const below of children[one]!) if (below !== child) found.add(below)
  for (let up = tree[parent]!; up >= 0; up = tree[up]!) found.add(up)
  return found
}

function rowsOf(
  segmented: readonly Segmented[],
  collation: Collation,
  child: number,
  numberByLocus: ReadonlyMap<Locus, number>,
): Row[] {
  const { sentences } = segmented[child]!
  const sites: Row["sites"][number][][] = sentences.map(() => [])
  for (const { locus, starts, change } of collation.sites) {
    const start = starts[child]!
    const reading = locus.readings[child]!
    if (start < 0 || reading === GAP || reading === UNKNOWN) continue
    const at = sentences.findIndex(({ span }) => span.start <= start && start < span.end)
    sites[at]?.push({ number: numberByLocus.get(locus)!, locus, reading, weight: change[reading]! })
  }
  return sentences.flatMap((sentence, index) => {
    if (sentence.role !== "body") return []
    const holders = new Set(collation.clusters.at(child, index)?.members.map(m => m.witness))
    return [{ sentence: index, sites: sites[index]!, holders }]
  })
}

/** Above 0 when the sentence agrees with `source` rather than with the parent. */
function agreement(
  row: Row,
  source: number,
  expected: readonly ReadonlySet<number>[],
  around: ReadonlySet<number>,
): number {
  const inParent = [...row.holders].some(witness => around.has(witness))
  if (!row.holders.has(source)) return inParent ? SECOND.fromParent : SECOND.own
  let sum: number = inParent ? 0 : SECOND.fromSource
  for (const { number, locus, reading, weight } of row.sites) {
    const other = locus.readings[source]!
    if (other === UNKNOWN) continue
    const parentAgrees = expected[number]!.has(reading)
    if (other === reading && !parentAgrees) sum += weight
    else if (other !== reading) sum -= parentAgrees ? weight : SECOND.strange * weight
  }
  return sum
}

/** The run with the greatest sum (Kadane), the first of equals. */
function bestRun(values: readonly number[]): { first: number; end: number; sum: number } {
  let best = { first: 0, end: 0, sum: 0 }
  let first = 0
  let sum = 0
  for (const [at, value] of values.entries()) {
    if (sum <= 0) {
      sum = 0
      first = at
    }
    sum += value
    if (sum > best.sum + 1e-9) best = { first, end: at + 1, sum }
  }
  return best
}
