import type { SpanPair } from "../../src/model/passage.ts"
import type { Span } from "../../src/model/span.ts"

/** Sentences of one text that stand for sentences of the other: one or more on each side, in the order of the text. */
export interface Block {
  readonly a: readonly Span[]
  readonly b: readonly Span[]
  /** It stands at another place in the other text than its neighbours. */
  readonly moved: boolean
}

/** Pairs joined where they share a sentence, in the order of `a`. O(pairs log pairs). */
export function blocksOf(pairs: readonly SpanPair[]): Block[] {
  const root = pairs.map((_, index) => index)
  const find = (index: number): number => {
    let at = index
    while (root[at] !== at) at = root[at] = root[root[at]!]!
    return at
  }
  for (const side of ["a", "b"] as const) {
    const order = pairs.map((_, index) => index).sort((x, y) => pairs[x]![side].start - pairs[y]![side].start)
    let reach = -1
    let last = -1
    for (const index of order) {
      const { start, end } = pairs[index]![side]
      if (start < reach) root[find(index)] = find(last)
      if (end > reach) [reach, last] = [end, index]
    }
  }
  const groups = Map.groupBy(pairs.keys(), find)
  const blocks = [...groups.values()].map(members => ({
    a: united(members.map(index => pairs[index]!.a)),
    b: united(members.map(index => pairs[index]!.b)),
  }))
  return withMoves(blocks.sort((x, y) => x.a[0]!.start - y.a[0]!.start))
}

/** Spans in order, those that overlap made one. */
function united(spans: readonly Span[]): Span[] {
  const result: { start: number; end: number }[] = []
  for (const { start, end } of spans.toSorted((x, y) => x.start - y.start)) {
    const last = result.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else result.push({ start, end })
  }
  return result
}

/** What is not in the longest run of blocks that keeps its order in both texts has moved. */
function withMoves(blocks: readonly Omit<Block, "moved">[]): Block[] {
  const ends: number[] = []
  const before: number[] = []
  const startOf = (index: number) => blocks[index]!.b[0]!.start
  for (const index of blocks.keys()) {
    let place = ends.length
    while (place > 0 && startOf(ends[place - 1]!) >= startOf(index)) place--
    before[index] = place > 0 ? ends[place - 1]! : -1
    ends[place] = index
  }
  const kept = new Set<number>()
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at]!) kept.add(at)
  return blocks.map((block, index) => ({ ...block, moved: !kept.has(index) }))
}
