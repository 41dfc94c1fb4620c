import type { Furniture } from "../model/report.ts"
import type { Line } from "./lines.ts"

/** The counter above a picture of a gallery. */
const COUNTER = /^(?:image|photo|picture|slide) \d{1,3} (?:of|\/)[ /]{0,3}\d{1,3}$/i
/** So many lines may stand between a counter and the credit of its picture. */
const MOST_LINES = 6

/**
 * The captions of a gallery in a page saved as text: what stands between a counter ("Image 3 of 8") and the credit of the picture
 * ("Photo: Jane Doe"), which other rules have marked. O(length).
 */
export function findGalleries(lines: readonly Line[], furniture: readonly Furniture[]): Furniture[] {
  const kinds = new Map(furniture.map(({ span, kind }) => [span.start, kind]))
  return lines.flatMap((line, index) => {
    if (!COUNTER.test(line.text)) return []
    const below = lines.slice(index + 1, index + 1 + MOST_LINES)
    const credit = below.findIndex(({ start }) => kinds.has(start))
    if (credit < 0 || kinds.get(below[credit]!.start) !== "caption") return []
    return below.slice(0, credit).map(({ start, end }): Furniture => ({ span: { start, end }, kind: "caption" }))
  })
}
