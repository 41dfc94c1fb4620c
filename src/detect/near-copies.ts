import type { Features } from "./features.ts"
import { mix } from "./hash.ts"

// Share of their features in common, in [0, 1], from which two are near copies.
const NEAR = 0.8
// Smallest hashes in so many orders; two near copies have one of them in common but for one time in 15,000.
const ORDERS = Uint32Array.of(0x9e3779b1, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f, 0x165667b1, 0x5f356495)
// Of those that have one in common so many are looked at.
const MOST_HEADS = 16

/**
 * Near copies of one another, as lists of indexes into `features`: a text that has four fifths of its features in common with an earlier one,
 * its list's head, is a near copy of that; the first that passes counts. `order` says which are earlier. Heads come in that order, and so do the members of each
 * list; every index of `order` is in one list.
 *
 * Those with whom a text might share so much are found by the smallest of its hashes (MinHash: Broder 1997), so that cost is O(features).
 */
export function nearCopies(features: readonly Features[], order: readonly number[]): number[][] {
  const groups: number[][] = []
  const byKey = Array.from(ORDERS, () => new Map<number, number[][]>())
  const sets = new Map<number, ReadonlySet<number>>()
  for (const index of order) {
    const own = distinct(features[index]!)
    const keys = ORDERS.map(factor => smallest(own, factor))
    const group = groupFor(own, keys)
    if (group) group.push(index)
    else found(index, own, keys)
  }
  return groups

  function groupFor(own: ReadonlySet<number>, keys: Uint32Array): number[] | undefined {
    const seen = new Set<number[]>()
    for (const [i, key] of keys.entries())
      for (const group of byKey[i]!.get(key) ?? []) {
        if (seen.has(group)) continue
        if (isNear(own, sets.get(group[0]!)!)) return group
        seen.add(group)
      }
    return undefined
  }

  function found(index: number, own: ReadonlySet<number>, keys: Uint32Array): void {
    const group = [index]
    groups.push(group)
    sets.set(index, own)
    for (const [i, key] of keys.entries()) {
      const heads = byKey[i]!.get(key) ?? []
      if (heads.length === 0) byKey[i]!.set(key, heads)
      if (heads.length < MOST_HEADS) heads.push(group)
    }
  }
}

function distinct({ blocks }: Features): ReadonlySet<number> {
  const all = new Set<number>()
  for (const block of blocks) for (let i = 0; i < block.length; i++) all.add(block[i]!)
  return all
}

function smallest(hashes: ReadonlySet<number>, factor: number): number {
  let least = 0xffffffff
  for (const hash of hashes) least = Math.min(least, mix(Math.imul(hash, factor) ^ factor))
  return least
}

function isNear(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  const [fewer, more] = a.size <= b.size ? [a, b] : [b, a]
  if (fewer.size < NEAR * more.size) return false
  let shared = 0
  for (const hash of fewer) if (more.has(hash)) shared++
  return shared >= NEAR * (a.size + b.size - shared)
}
