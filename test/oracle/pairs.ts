import type { Rule } from "../../src/detect/partners.ts"

type Blocks = readonly (readonly number[])[]

/**
 * The pairs of documents of which a block passes the rule, as "a b": by looking at all pairs and counting everything anew.
 * O(documents² · features²).
 */
export function pairsOfAll(documents: readonly Blocks[], weights: readonly number[], rule: Rule): string[] {
  const having = (feature: number) => documents.filter(blocks => blocks.flat().includes(feature)).length
  const weigh = (features: readonly number[]) => features.reduce((sum, feature) => sum + weights[having(feature)]!, 0)
  const reuses = (own: Blocks, other: Blocks) =>
    own.some(block => {
      const shared = block.filter(feature => other.flat().includes(feature))
      return shared.length > 0 && rule(weigh(shared), weigh(block), other.length)
    })
  return documents.flatMap((own, a) =>
    documents.flatMap((other, b) => (a < b && (reuses(own, other) || reuses(other, own)) ? [`${a} ${b}`] : [])),
  )
}

/** The smallest hash of every window, the last of equals, as positions without repeats. O(hashes · window). */
export function smallestOfWindows(hashes: readonly number[], window: number): number[] {
  const width = Math.min(window, hashes.length)
  if (width === 0) return []
  const starts = Array.from({ length: hashes.length - width + 1 }, (_, start) => start)
  const kept = starts.map(start =>
    hashes.lastIndexOf(Math.min(...hashes.slice(start, start + width)), start + width - 1),
  )
  return [...new Set(kept)]
}
