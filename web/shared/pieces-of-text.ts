import type { Span } from "../../src/model/span.ts"

/** A stretch of a text that something is to be said of; empty where words are left out. */
export interface Stretch extends Span {
  readonly mark: number
}

/** A piece of a text between two ends of stretches, with the marks of all stretches that cover it. */
export interface Piece extends Span {
  readonly marks: readonly number[]
}

/**
 * A span cut at the ends of all stretches in it, so that stretches may cross and lie in one another. Empty stretches become empty pieces.
 * In the order of the text. O(stretches · log stretches + overlaps).
 *
 * @example piecesOf({ start: 0, end: 4 }, [{ start: 1, end: 2, mark: 7 }])
 * // => [{ start: 0, end: 1, marks: [] }, { start: 1, end: 2, marks: [7] }, { start: 2, end: 4, marks: [] }]
 */
export function piecesOf({ start, end }: Span, stretches: readonly Stretch[]): Piece[] {
  const inside = stretches
    .filter(
      stretch =>
        stretch.start <= end &&
        stretch.end >= start &&
        (stretch.start === stretch.end || (stretch.start < end && stretch.end > start)),
    )
    .map(stretch => ({ ...stretch, start: Math.max(start, stretch.start), end: Math.min(end, stretch.end) }))
    .sort((a, b) => a.start - b.start)
  const points = inside.filter(stretch => stretch.start === stretch.end)
  const covering = inside.filter(stretch => stretch.start < stretch.end)
  const cuts = [...new Set([start, end, ...inside.flatMap(stretch => [stretch.start, stretch.end])])].sort(
    (a, b) => a - b,
  )
  const found: Piece[] = []
  let open: typeof covering = []
  let next = 0
  let point = 0
  for (const [index, cut] of cuts.entries()) {
    for (; points[point]?.start === cut; point++) found.push({ start: cut, end: cut, marks: [points[point]!.mark] })
    const to = cuts[index + 1]
    if (to === undefined) break
    open = open.filter(stretch => stretch.end > cut)
    for (; covering[next] && covering[next]!.start <= cut; next++) open.push(covering[next]!)
    found.push({ start: cut, end: to, marks: open.map(({ mark }) => mark) })
  }
  return found
}

const LONGEST_WORD = 400
const LONG = new RegExp(`\\S{${LONGEST_WORD},}`, "g")

/** A text whose endless words are cut, with what was cut counted: a browser takes seconds to lay out a word of megabytes. */
export function withoutEndlessWords(text: string): string {
  return text.length < LONGEST_WORD
    ? text
    : text.replace(LONG, word => `${word.slice(0, 80)}… (a word of ${word.length} characters)`)
}
