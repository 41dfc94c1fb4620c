import type { Check } from "../bench.ts"
import type { Overlap } from "./score.ts"

/** A page with its true and its found text, and what the fast scorer says of them. */
export interface Scored {
  readonly id: string
  readonly truth: string
  readonly found: string
  readonly overlap: Overlap
}

/** Holds each page's score against {@link plainOverlap}. */
export function checkOverlaps(pages: readonly Scored[]): Check {
  const wrong = pages.flatMap(({ id, truth, found, overlap }) => {
    const plain = plainOverlap(truth, found)
    const differs = (["both", "onlyFound", "onlyTruth"] as const).some(key => plain[key] !== overlap[key])
    return differs ? [`${id}: ${JSON.stringify(overlap)} but plainly ${JSON.stringify(plain)}`] : []
  })
  return { name: "shared word 4-grams against striking them out one by one", compared: pages.length, wrong }
}

/** The 4-grams of both texts as two lists; each found one strikes out one of the truth. O(words²). */
function plainOverlap(truth: string, found: string): Overlap {
  const left = plainGrams(truth)
  let both = 0
  let onlyFound = 0
  for (const gram of plainGrams(found)) {
    const at = left.indexOf(gram)
    if (at < 0) onlyFound++
    else {
      both++
      left.splice(at, 1)
    }
  }
  return { both, onlyFound, onlyTruth: left.length }
}

function plainGrams(text: string): string[] {
  const words = text.split(/[^\p{L}\p{N}\p{M}\p{Pc}]+/u).filter(word => word !== "")
  if (words.length === 0) return []
  if (words.length < 4) return [words.join(" ")]
  return words.slice(3).map((_, i) => words.slice(i, i + 4).join(" "))
}
