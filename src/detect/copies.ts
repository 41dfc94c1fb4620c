import type { Features } from "./features.ts"

/**
 * Documents of the same words, as lists of indexes, each ascending; a document without a double is a list of one. In the order
 * of the first of each. Documents without a word are in none. O(features).
 */
export function groupCopies(features: readonly Features[]): number[][] {
  const byText = new Map<number, number[][]>()
  const groups: number[][] = []
  features.forEach((own, index) => {
    if (own.words === 0) return
    const near = byText.get(own.text) ?? []
    const group = near.find(others => sameText(own, features[others[0]!]!))
    if (group) {
      group.push(index)
      return
    }
    const fresh = [index]
    groups.push(fresh)
    byText.set(own.text, [...near, fresh])
  })
  return groups
}

// The hash of the text has 32 bits only, so all features are compared as well.
function sameText(a: Features, b: Features): boolean {
  return (
    a.words === b.words && a.blocks.length === b.blocks.length && a.blocks.every((own, i) => same(own, b.blocks[i]!))
  )
}

function same(a: Uint32Array, b: Uint32Array): boolean {
  return a.length === b.length && a.every((hash, i) => hash === b[i])
}
