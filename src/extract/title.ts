import { straighten } from "../text/fold.ts"
import { furnitureKind } from "./furniture.ts"
import type { Line } from "./lines.ts"

/**
 * A text with its title as first line. A title given apart is put before the text unless the text opens with it: a first sentence
 * that begins as the title does, and goes on, is not the title.
 */
export function withTitle(text: string, title: string | undefined): string {
  if (!title || opensWith(text, folded(title))) return text
  return `${title}\n\n${text}`
}

/** Whether the first lines of a text are the title, a stop or nothing after it. */
function opensWith(text: string, title: string): boolean {
  const start = text.trimStart().slice(0, 4 * title.length + 200)
  const ends = [...start.matchAll(/[.!?…]\s|\n|$/g)]
  return ends.some(({ index }) => folded(start.slice(0, index)) === title.replace(/[.!?…]$/, ""))
}

const folded = (text: string) => straighten(text).toLowerCase().replace(/\s+/g, " ").trim()

/** Longest first line that is taken for a title, in UTF-16 units. */
const LONGEST_TITLE = 160

/**
 * The title that a text without metadata opens with: a first line that is short, has no final stop, stands alone before a blank
 * line, and is neither furniture nor a credit.
 */
export function titleOfText(lines: readonly Line[], isCredit: (line: Line) => boolean): string | undefined {
  const first = lines[0]
  if (!first || lines.length < 2 || !first.endsBlock || first.text.length > LONGEST_TITLE) return undefined
  if (/[.:;,…。]["'”’)\]]*$/.test(first.text) || !isHeadline(first.text)) return undefined
  return furnitureKind(first.text) || isCredit(first) ? undefined : first.text
}

/** Three words at least, and no clock time, date line or name of an author, which is what else stands first. */
function isHeadline(line: string): boolean {
  const words = line.match(/\p{L}{2,}/gu)?.length ?? 0
  const isStamp =
    /\d:\d\d|\bago\b|^by\b|\bGetty\b|^(?:\w{3,9},? )?(?:\w{3,9} \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2} \w{3,9} \d{4})/i
  return (words >= 3 || !/^[\p{Script=Latin}\P{L}]+$/u.test(line)) && !isStamp.test(line)
}

/** What a page gives as its title beyond this many UTF-16 units is no title. */
const LONGEST_PAGE_TITLE = 500

/**
 * A page's title without the site's name at its end or start: "Grain leaves port | The Bell" as "Grain leaves port". A part is the
 * site's name when it is the outlet's, or when what remains is one of the page's headings.
 */
export function cleanTitle(title: string, outlet: string | undefined, headings: readonly string[]): string {
  const whole = title.slice(0, LONGEST_PAGE_TITLE).replace(/\s+/g, " ").trim()
  const known = headings.map(folded)
  for (const match of whole.matchAll(/ (?:[|–—:·•»-]|::) /g)) {
    const before = whole.slice(0, match.index)
    const after = whole.slice(match.index + match[0].length)
    if (known.includes(folded(before)) || isSite(after, outlet)) return before
    if (known.includes(folded(after)) || isSite(before, outlet)) return after
  }
  return whole
}

function isSite(part: string, outlet: string | undefined): boolean {
  const squeeze = (text: string) => folded(text).replace(/^the |\.\w{2,3}$|[^\p{L}\p{N}]/gu, "")
  return outlet !== undefined && squeeze(part) === squeeze(outlet)
}
