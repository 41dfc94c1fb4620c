import { unionFind } from "./union.ts"

/** Joins what is linked, the strongest link first (`links` are in this order), and only where at least `cohesion` of the pairs between two groups are linked. */
export function joinLinked(count: number, links: readonly Link[], cohesion: number) {
  return joinOn(unionFind(count), links, cohesion)
}

function joinOn(joined: ReturnType<typeof unionFind>, links: readonly Link[], cohesion: number) {
  const size = new Map<number, number>()
  const counts = new Map<number, Map<number, number>>()
  for (const { a, b } of links) {
    for (const group of [a, b]) size.set(group, 1)
    bump(counts, a, b, 1)
    bump(counts, b, a, 1)
  }
  for (let merged = true; merged; ) {
    merged = false
    for (const link of links) {
      const [x, y] = [joined.find(link.a), joined.find(link.b)]
      if (x === y || counts.get(x)!.get(y)! < cohesion * size.get(x)! * size.get(y)!) continue
      joined.join(x, y)
      merge(counts, size, x, y, joined.find(x))
      merged = true
    }
  }
  return joined
}

export interface Link {
  readonly a: number
  readonly b: number
  readonly strength: number
}

function bump(counts: Map<number, Map<number, number>>, from: number, to: number, by: number): void {
  const row = counts.get(from) ?? new Map<number, number>()
  row.set(to, (row.get(to) ?? 0) + by)
  counts.set(from, row)
}

/** Adds up what two groups had, under the name that the joined group goes by. */
function merge(
  counts: Map<number, Map<number, number>>,
  size: Map<number, number>,
  x: number,
  y: number,
  name: number,
): void {
  const other = name === x ? y : x
  for (const [to, count] of counts.get(other)!) {
    counts.get(to)?.delete(other)
    if (to === name) continue
    bump(counts, name, to, count)
    bump(counts, to, name, count)
  }
  counts.get(name)!.delete(other)
  counts.delete(other)
  size.set(name, size.get(x)! + size.get(y)!)
}
