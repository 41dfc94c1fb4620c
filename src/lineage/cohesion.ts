import type { Alignment } from "../model/passage.ts"
import { unionFind } from "./union.ts"

/**
 * Two groups become one family when at least this share of the pairs between them are kin. Lower, and round-ups, transcripts and embedded posts chain
 * half a day's coverage into one; a true family is kin nearly everywhere.
 */
const COHESION = 0.25

/** The groups that kinship joins. */
export interface Groups {
  readonly find: (witness: number) => number
  readonly groups: () => ReadonlyMap<number, readonly number[]>
}

/**
 * Joins witnesses that are kin, the strongest kinship first, and only where the groups on both sides are kin for a good part (average linkage, Sokal and
 * Michener 1958, over the pairs at hand). Copies are one to begin with. `kin` in a fixed order. O(kin · log kin), times a few passes.
 */
export function joinKin(count: number, kin: readonly Alignment[]): Groups {
  const joined = unionFind(count)
  for (const one of kin) if (one.kinship.kind === "copy") joined.join(one.a, one.b)
  const links = betweenGroups(kin, joined.find)
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
      if (x === y || counts.get(x)!.get(y)! < COHESION * size.get(x)! * size.get(y)!) continue
      joined.join(x, y)
      merge(counts, size, x, y, joined.find(x))
      merged = true
    }
  }
  return joined
}

interface Link {
  readonly a: number
  readonly b: number
  readonly strength: number
}

/** One link for each pair of copy groups that are kin, the strongest first. */
function betweenGroups(kin: readonly Alignment[], find: (witness: number) => number): Link[] {
  const links = new Map<string, Link>()
  for (const { a, b, kinship } of kin) {
    const [x, y] = [find(a), find(b)]
    if (x === y) continue
    const strength = Math.max(kinship.coverage.a, kinship.coverage.b)
    const key = x < y ? `${x} ${y}` : `${y} ${x}`
    const known = links.get(key)
    if (!known || strength > known.strength) links.set(key, { a: Math.min(x, y), b: Math.max(x, y), strength })
  }
  return [...links.values()].sort((p, q) => q.strength - p.strength || p.a - q.a || p.b - q.b)
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
