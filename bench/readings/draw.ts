import { createHash } from "node:crypto"

/** Something to be read by a person: its id, which alone is kept, and the lines to print. */
export interface Drawn {
  readonly id: string
  readonly lines: readonly string[]
}

/**
 * So many of the ids, drawn by seed; the same seed and ids give the same, whatever their order. O(n log n).
 *
 * @example
 * draw(["a", "b", "c"], 2, "1").length // => 2
 */
export function draw(ids: readonly string[], count: number, seed: string): string[] {
  const ranked = ids.map(id => ({ id, rank: createHash("sha256").update(`${seed}\n${id}`).digest("hex") }))
  ranked.sort((x, y) => (x.rank < y.rank ? -1 : 1))
  return ranked.slice(0, count).map(({ id }) => id)
}
