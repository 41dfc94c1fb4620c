import type { Span } from "../../src/model/span.ts"

/** A stretch of one document said to come from a stretch of another. */
export interface Detection {
  /** The pair of documents; only what has the same pair can overlap. */
  readonly pair: string
  readonly susp: Span
  readonly src: Span
}

/** The four measures of Potthast, Stein, Barrón-Cedeño and Rosso (An Evaluation Framework for Plagiarism Detection, COLING 2010). */
export interface Plagdet {
  /** Mean share of a true case that is found, in [0, 1]. */
  readonly recall: number
  /** Mean share of a detection that is true, in [0, 1]. */
  readonly precision: number
  /** Mean number of detections that meet a case, of the cases met; 1 is best. */
  readonly granularity: number
  /** The harmonic mean of recall and precision, divided by log2(1 + granularity). */
  readonly plagdet: number
}

/** Recall, precision, granularity and plagdet of detections against true cases. O(cases + detections) for few of either a pair. */
export function plagdet(cases: readonly Detection[], found: readonly Detection[]): Plagdet {
  const casesByPair = Map.groupBy(cases, one => one.pair)
  const foundByPair = Map.groupBy(found, one => one.pair)
  const recall = mean(cases.map(one => covered(one, hits(one, foundByPair))))
  const precision = mean(found.map(one => covered(one, hits(one, casesByPair))))
  const counts = cases.map(one => hits(one, foundByPair).length).filter(count => count > 0)
  const granularity = counts.length === 0 ? 1 : mean(counts)
  return { recall, precision, granularity, plagdet: combined(recall, precision, granularity) }
}

/** The three measures as one. */
export function combined(recall: number, precision: number, granularity: number): number {
  const f1 = recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision)
  return f1 / Math.log2(1 + granularity)
}

function hits(one: Detection, othersByPair: ReadonlyMap<string, readonly Detection[]>): readonly Detection[] {
  const others = othersByPair.get(one.pair) ?? []
  return others.filter(other => overlap(one.susp, other.susp) > 0 && overlap(one.src, other.src) > 0)
}

/** Share of a detection's characters, both sides together, that lie in the others. */
function covered(one: Detection, others: readonly Detection[]): number {
  const shared =
    union(
      one.susp,
      others.map(other => other.susp),
    ) +
    union(
      one.src,
      others.map(other => other.src),
    )
  return shared / Math.max(1, lengthOf(one.susp) + lengthOf(one.src))
}

/** Characters of `span` that lie in one of the others at least. */
function union(span: Span, others: readonly Span[]): number {
  const sorted = [...others].sort((x, y) => x.start - y.start)
  let sum = 0
  let reached = span.start
  for (const { start, end } of sorted) {
    const from = Math.max(start, reached)
    const to = Math.min(end, span.end)
    if (to > from) sum += to - from
    reached = Math.max(reached, to)
  }
  return sum
}

function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
}

const lengthOf = ({ start, end }: Span) => end - start

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}
