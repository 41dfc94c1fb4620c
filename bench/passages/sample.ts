import { createHash } from "node:crypto"
import type { PanPair } from "./pan.ts"

const PAIRS_A_GROUP = 40

/** A fixed sample: 40 pairs of each category, with and without cases apart, those with the smallest hashes. */
export function sampleOf(pairs: readonly PanPair[]): PanPair[] {
  const groups = Map.groupBy(pairs, ({ category, cases }) => `${category} ${cases.length > 0}`)
  return [...groups.values()].flatMap(group =>
    group
      .map(pair => ({ pair, hash: createHash("sha256").update(`${pair.susp} ${pair.src}`).digest("hex") }))
      .sort((x, y) => (x.hash < y.hash ? -1 : 1))
      .slice(0, PAIRS_A_GROUP)
      .map(({ pair }) => pair),
  )
}
