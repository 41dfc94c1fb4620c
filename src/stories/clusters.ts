import type { Likeness } from "./likeness.ts"

/**
 * Joins what is alike on average: the likest first, two groups where the mean likeness of all pairs between them is at least
 * `least` (pairs that are not given count as 0). Passes over the pairs until none joins any more. Groups of indexes, each sorted, in
 * the order of their smallest. Ties fall by index. O(pairs · log pairs) a pass, few passes.
 */
export function clusters(size: number, pairs: readonly Likeness[], least: number): number[][] {
  const groupOf = Array.from({ length: size }, (_, i) => i)
  const members = Array.from({ length: size }, (_, i) => [i])
  // Of each group the likenesses to others, added up.
  const sums = Array.from({ length: size }, () => new Map<number, number>())
  for (const { a, b, value } of pairs) {
    sums[a]!.set(b, value)
    sums[b]!.set(a, value)
  }
  const sorted = [...pairs].filter(({ value }) => value >= least / 2)
  sorted.sort((x, y) => y.value - x.value || x.a - y.a || x.b - y.b)
  const join = (into: number, from: number) => {
    for (const i of members[from]!) groupOf[i] = into
    members[into]!.push(...members[from]!)
    members[from] = []
    sums[into]!.delete(from)
    for (const [other, sum] of sums[from]!) {
      sums[other]!.delete(from)
      if (other === into) continue
      const whole = sum + (sums[into]!.get(other) ?? 0)
      sums[into]!.set(other, whole)
      sums[other]!.set(into, whole)
    }
    sums[from]!.clear()
  }
  for (let joined = true; joined; ) {
    joined = false
    for (const { a, b } of sorted) {
      const [x, y] = [groupOf[a]!, groupOf[b]!]
      if (x === y || (sums[x]!.get(y) ?? 0) < least * members[x]!.length * members[y]!.length) continue
      if (sums[x]!.size >= sums[y]!.size) join(x, y)
      else join(y, x)
      joined = true
    }
  }
  return members
    .filter(group => group.length > 0)
    .map(group => group.sort((x, y) => x - y))
    .sort((x, y) => x[0]! - y[0]!)
}
