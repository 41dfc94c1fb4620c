import type { Span } from "../model/span.ts"

/** One line of a text that is not blank, without the white space around it. */
export interface Line extends Span {
  readonly text: string
  /** Whether a blank line, or the end of the text, follows. */
  readonly endsBlock: boolean
}

/** The lines of a text that are not blank, in order. O(length). */
export function linesOf(text: string): Line[] {
  const lines: { start: number; end: number; text: string; endsBlock: boolean }[] = []
  let start = 0
  while (start <= text.length) {
    const found = text.indexOf("\n", start)
    const end = found < 0 ? text.length : found
    const line = text.slice(start, end)
    const trimmed = line.trim()
    const previous = lines.at(-1)
    if (trimmed !== "") {
      const from = start + line.indexOf(trimmed)
      lines.push({ start: from, end: from + trimmed.length, text: trimmed, endsBlock: false })
    } else if (previous) previous.endsBlock = true
    start = end + 1
  }
  const last = lines.at(-1)
  if (last) last.endsBlock = true
  return lines
}
