import type { Alignment } from "../model/passage.ts"
import { maxQueue } from "./queue.ts"
import { unionFind } from "./union.ts"

/**
 * Two groups become one family when the pairs between them are this strong on average, those that are not kin counting as 0. Lower, and
 * round-ups, transcripts and embedded posts chain half a day's coverage into one; higher, and the versions of one wire story fall apart.
 */
const COHESION = 0.1

/** The groups that kinship joins. */
export interface Groups {
  readonly find: (witness: number) => number
  readonly groups: () => ReadonlyMap<number, readonly number[]>
}

/**
 * Joins witnesses that are kin, the strongest kinship first, and only where the groups on both sides are kin for a good part (average linkage, Sokal and
 * Michener 1958, over the pairs at hand). Copies are one to begin with. `kin` in a fixed order; `strengthOf` in [0, 1]. O(kin · log² kin).
 */
export function joinKin(count: number, kin: readonly Alignment[], strengthOf: (one: Alignment) => number): Groups {
  const joined = unionFind(count)
  for (const one of kin) if (one.kinship.kind === "copy") joined.join(one.a, one.b)
  const table = linkTable(kin, joined, strengthOf)
  const queue = maxQueue<Link>(({ a, b }) => table.mean(a, b))
  for (const link of table.links()) queue.push(link)
  for (let link = queue.pop(); link; link = queue.pop()) {
    const [a, b] = [table.group(link.a), table.group(link.b)]
    if (a === b) continue
    if (table.mean(a, b) < COHESION) break
    joined.join(a, b)
    for (const next of table.merge(a, b)) queue.push(next)
  }
  return joined
}

interface Link {
  readonly a: number
  readonly b: number
}

/** So many of a group of copies should be kin to another group; fewer are copies into which something else got. */
const SPOKESMEN = 3
/**
 * More copies of one text count one by one, fewer as one: what all the world prints holds together those that reword it, of whom only some are ever compared
 * with one another.
 */
const MANY = 32

/** What is known of a pair of copy groups: the strongest kinship, and who of both are kin. */
interface Pair extends Link {
  strength: number
  readonly left: Set<number>
  readonly right: Set<number>
}

/** Each pair of copy groups that are kin, `a < b`. */
function pairsOf(
  kin: readonly Alignment[],
  find: (witness: number) => number,
  strengthOf: (one: Alignment) => number,
): Pair[] {
  const pairs = new Map<string, Pair>()
  for (const one of kin) {
    const [x, y] = [find(one.a), find(one.b)]
    if (x === y) continue
    const [a, b, left, right] = x < y ? [x, y, one.a, one.b] : [y, x, one.b, one.a]
    const pair = pairs.get(`${a} ${b}`) ?? { a, b, strength: 0, left: new Set<number>(), right: new Set<number>() }
    pair.strength = Math.max(pair.strength, strengthOf(one))
    pair.left.add(left)
    pair.right.add(right)
    pairs.set(`${a} ${b}`, pair)
  }
  return [...pairs.values()]
}

/** Summed strengths between groups. Groups go by one of their members, which does not change until they are merged away. */
function linkTable(kin: readonly Alignment[], copies: Groups, strengthOf: (one: Alignment) => number) {
  const members = copies.groups()
  const rows = new Map<number, Map<number, number>>()
  const size = new Map<number, number>()
  const mergedInto = new Map<number, number>()
  const set = (a: number, b: number, value: number) => {
    const row = rows.get(a) ?? new Map<number, number>()
    row.set(b, value)
    rows.set(a, row)
    if (!size.has(a)) size.set(a, weight(a))
  }
  const sum = (a: number, b: number) => rows.get(a)?.get(b) ?? 0
  const weight = (group: number) => (members.get(group)!.length > MANY ? members.get(group)!.length : 1)
  const backing = (group: number, kinOf: ReadonlySet<number>) =>
    Math.min(1, kinOf.size / Math.min(SPOKESMEN, members.get(group)!.length))
  for (const { a, b, strength, left, right } of pairsOf(kin, copies.find, strengthOf)) {
    const backed = weight(a) * weight(b) * strength * backing(a, left) * backing(b, right)
    set(a, b, backed)
    set(b, a, backed)
  }
  function group(member: number): number {
    let at = member
    for (let next = mergedInto.get(at); next !== undefined; next = mergedInto.get(at)) at = next
    return at
  }
  function mean(a: number, b: number): number {
    const [x, y] = [group(a), group(b)]
    return x === y ? 0 : sum(x, y) / (size.get(x)! * size.get(y)!)
  }
  /** The smaller row goes into the larger one; what it was linked to is linked anew. */
  function merge(a: number, b: number): Link[] {
    const [kept, gone] = rows.get(a)!.size >= rows.get(b)!.size ? [a, b] : [b, a]
    const moved: Link[] = []
    for (const [other, strength] of rows.get(gone)!) {
      rows.get(other)!.delete(gone)
      if (other === kept) continue
      const together = sum(kept, other) + strength
      set(kept, other, together)
      set(other, kept, together)
      moved.push({ a: kept, b: other })
    }
    rows.delete(gone)
    mergedInto.set(gone, kept)
    size.set(kept, size.get(a)! + size.get(b)!)
    return moved
  }
  const links = (): Link[] => [...rows].flatMap(([a, row]) => [...row.keys()].filter(b => a < b).map(b => ({ a, b })))
  return { group, mean, merge, links }
}
