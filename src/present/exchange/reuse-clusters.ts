import type { Findings } from "../../model/findings.ts"
import type { Span } from "../../model/span.ts"

/** A stretch of one witness that is reused. */
export interface Stretch {
  readonly witness: string
  readonly span: Span
}

/** Stretches of several witnesses that reuse one another, in the order of witness and place. */
export interface Cluster {
  readonly stretches: readonly Stretch[]
  /** The pairs of witnesses whose passages joined them, one a passage. */
  readonly links: readonly (readonly [string, string])[]
}

/**
 * Passages of pairs put together to clusters. Two passages meet in a witness when they overlap there by half of the shorter one or more.
 * Clusters of most witnesses first. O(passages log passages).
 */
export function reuseClusters({ families }: Findings): Cluster[] {
  const kinships = families.flatMap(family => family.kinships)
  const links = kinships.flatMap(({ a, b, passages }) =>
    passages.map(passage => ({ a: { witness: a, span: passage.a }, b: { witness: b, span: passage.b } })),
  )
  const regions = regionsOf(links.flatMap(({ a, b }) => [a, b]))
  const find = groups(regions.list.length)
  for (const { a, b } of links) find.join(regions.indexOf(a), regions.indexOf(b))
  const stretches = Map.groupBy(regions.list.keys(), find.root)
  const linksByRoot = Map.groupBy(links, ({ a }) => find.root(regions.indexOf(a)))
  return [...stretches]
    .map(([root, members]) => ({
      stretches: members.map(index => regions.list[index]!),
      links: (linksByRoot.get(root) ?? []).map(({ a, b }) => [a.witness, b.witness] as const),
    }))
    .sort((a, b) => witnessesOf(b) - witnessesOf(a))
}

/** How many witnesses a cluster has. */
export function witnessesOf({ stretches }: Cluster): number {
  return new Set(stretches.map(({ witness }) => witness)).size
}

interface Regions {
  readonly list: readonly Stretch[]
  readonly indexOf: (stretch: Stretch) => number
}

/** Overlapping stretches of one witness as one, by witness and place. */
function regionsOf(stretches: readonly Stretch[]): Regions {
  const list: Stretch[] = []
  const indexes = new Map<string, number>()
  const sorted = stretches.toSorted(
    (a, b) => compare(a.witness, b.witness) || a.span.start - b.span.start || a.span.end - b.span.end,
  )
  for (const stretch of sorted) {
    const last = list.at(-1)
    if (last && meet(last, stretch)) list[list.length - 1] = { ...last, span: union(last.span, stretch.span) }
    else list.push(stretch)
    indexes.set(key(stretch), list.length - 1)
  }
  return { list, indexOf: stretch => indexes.get(key(stretch))! }
}

function meet(a: Stretch, b: Stretch): boolean {
  const overlap = Math.min(a.span.end, b.span.end) - Math.max(a.span.start, b.span.start)
  return a.witness === b.witness && overlap > 0 && overlap * 2 >= Math.min(lengthOf(a.span), lengthOf(b.span))
}

function union(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) }
}

function lengthOf({ start, end }: Span): number {
  return end - start
}

function key({ witness, span }: Stretch): string {
  return `${span.start} ${span.end} ${witness}`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

/** Disjoint sets of the numbers below `count`. The root of a set is its least number. */
function groups(count: number) {
  const above = Int32Array.from({ length: count }, (_, index) => index)
  const root = (index: number): number => {
    let top = index
    while (above[top] !== top) top = above[top]!
    while (above[index] !== top) [above[index], index] = [top, above[index]!]
    return top
  }
  const join = (a: number, b: number): void => {
    const [low, high] = [root(a), root(b)].sort((x, y) => x - y) as [number, number]
    above[high] = low
  }
  return { root, join }
}
