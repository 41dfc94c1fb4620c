import { type FoundTree, neighbours, type Tree } from "./tree.ts"

/** An edge with how sure the program was, in [0, 1], and whether it is right. */
export interface JudgedEdge {
  readonly parent: string
  readonly child: string
  readonly confidence: number
  readonly right: boolean
}

/**
 * Which edges are right: the child hangs directly from this parent in the true tree. A lost text counts as the true one it was
 * matched with; edges at a lost text without a match are wrong.
 */
export function judgeEdges(truth: Tree, found: FoundTree, match: ReadonlyMap<string, string>): JudgedEdge[] {
  const extant = new Set(found.extant)
  const parents = neighbours(truth.edges, "up")
  const named = (node: string) => (extant.has(node) ? node : match.get(node))
  return found.edges.map(([parent, child], k) => {
    const [above, below] = [named(parent), named(child)]
    const right = above !== undefined && below !== undefined && (parents.get(below) ?? []).includes(above)
    return { parent, child, confidence: found.confidences[k]!, right }
  })
}

/** One line of the reliability table: the edges of one tenth of confidence. */
export interface Bin {
  readonly from: number
  readonly edges: number
  /** Mean confidence and share right, in [0, 1]; zero where there is no edge. */
  readonly confidence: number
  readonly right: number
}

/** The edges in ten bins of equal width; 1 falls in the last. */
export function reliability(edges: readonly Pick<JudgedEdge, "confidence" | "right">[]): Bin[] {
  return Array.from({ length: 10 }, (_, k) => {
    const inside = edges.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === k)
    const mean = (values: readonly number[]) =>
      values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
    return {
      from: k / 10,
      edges: inside.length,
      confidence: mean(inside.map(edge => edge.confidence)),
      right: mean(inside.map(edge => Number(edge.right))),
    }
  })
}

/**
 * Expected calibration error in [0, 1]: over the bins, the gap between mean confidence and share right, weighed by edges
 * (Naeini, Cooper and Hauskrecht 2015).
 *
 * @example
 * calibrationError(reliability([{ confidence: 0.75, right: true }])) // => 0.25
 */
export function calibrationError(bins: readonly Bin[]): number {
  const all = bins.reduce((sum, { edges }) => sum + edges, 0)
  return (
    bins.reduce((sum, { edges, confidence, right }) => sum + edges * Math.abs(confidence - right), 0) / Math.max(1, all)
  )
}
