import type { Span } from "../model/span.ts"

const FINAL = /[.!?\u2026:;"'\u201d\u2019\u00bb\u3002\uff01\uff1f\u061f\u06d4)\]]\s*$/u

/**
 * The paragraphs of a text. A line break ends a paragraph, unless the text is wrapped at a fixed width
 * (old wire copy), where only a blank line, an indent or a short line does. O(length).
 *
 * @example
 * paragraphs("One.\n\nTwo.") // => [{ start: 0, end: 4 }, { start: 6, end: 10 }]
 */
export function paragraphs(text: string): Span[] {
  const lines = linesOf(text)
  const wrapped = isWrapped(text, lines)
  const found: Span[] = []
  let start = -1
  let end = -1
  const close = () => {
    if (start >= 0) found.push({ start, end })
    start = -1
  }
  for (const line of lines) {
    const trimmed = trim(text, line)
    if (trimmed.start === trimmed.end) close()
    else {
      if (start >= 0 && !(wrapped && continues(text, { start, end }, line, trimmed))) close()
      if (start < 0) start = trimmed.start
      end = trimmed.end
    }
  }
  close()
  return found
}

function linesOf(text: string): Span[] {
  const lines: Span[] = []
  let start = 0
  for (const match of text.matchAll(/\r\n|[\n\r\u2028\u2029\u0085]/g)) {
    lines.push({ start, end: match.index })
    start = match.index + match[0].length
  }
  lines.push({ start, end: text.length })
  return lines
}

/** Wrapped: many lines, none long, and most of the full ones stop in the middle of a sentence. */
function isWrapped(text: string, lines: readonly Span[]): boolean {
  const filled = lines.filter(line => line.end - line.start >= 45)
  if (filled.length < 3 || lines.some(line => line.end - line.start > 100)) return false
  const open = filled.filter(line => !FINAL.test(text.slice(line.start, line.end)))
  return open.length >= 0.6 * filled.length
}

function continues(text: string, open: Span, line: Span, trimmed: Span): boolean {
  if (trimmed.start - line.start >= 2) return false
  const lastBreak = text.lastIndexOf("\n", open.end - 1)
  const lastLine = open.end - Math.max(open.start, lastBreak + 1)
  return lastLine >= 40
}

function trim(text: string, { start, end }: Span): Span {
  let from = start
  let to = end
  while (from < to && /\s/u.test(text[from]!)) from++
  while (to > from && /\s/u.test(text[to - 1]!)) to--
  return { start: from, end: to }
}
