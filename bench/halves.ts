import { createHash } from "node:crypto"

/**
 * Whether a case belongs to the half of a collection that may be learned from; the other half is measured only, never read.
 * Decided by the id's SHA-256, so it does not depend on the order or the number of cases.
 *
 * @example
 * isForLearning("a") // => true
 */
export function isForLearning(id: string): boolean {
  return rank(id) % 2 === 0
}

/** A fixed sample of so many cases, drawn by their ids, in the order given. Both halves are in it about equally. O(n log n). */
export function sampleOf<T extends { readonly id: string }>(cases: readonly T[], count: number): T[] {
  const drawn = new Set([...cases].sort((a, b) => rank(a.id) - rank(b.id)).slice(0, count))
  return cases.filter(one => drawn.has(one))
}

/** A number in [0, 2³²) that stands for an id and for nothing else. */
function rank(id: string): number {
  return createHash("sha256").update(id).digest().readUInt32BE(0)
}
