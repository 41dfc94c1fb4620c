import type { Witness } from "../../src/model/report.ts"
import type { Span } from "../../src/model/span.ts"

/**
 * The article text of a witness: its text without the title, which is a field of its own, without furniture, and without lines that are
 * credits and nothing else (bylines, closing credits). This is what Hearsay compares and draws claims from.
 */
export function articleOf({ text, title = "", furniture, creditLines }: Witness): string {
  const lines = creditLines.map(({ span }) => span).filter(span => isWholeLine(text, span))
  const cut = [...furniture.map(({ span }) => span), ...lines].sort((a, b) => a.start - b.start)
  let at = text.startsWith(title) ? title.length : 0
  let kept = ""
  for (const { start, end } of cut) {
    if (start > at) kept += text.slice(at, start)
    at = Math.max(at, end)
  }
  return kept + text.slice(at)
}

/** A dateline with its agency opens a sentence of the report; a byline has a line of its own. */
const isWholeLine = (text: string, { start, end }: Span) =>
  /(?:^|\n)\s*$/.test(text.slice(Math.max(0, start - 20), start)) && /^\s*(?:\n|$)/.test(text.slice(end, end + 20))
