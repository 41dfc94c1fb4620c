import type { Furniture } from "../model/report.ts"
import { straighten } from "../text/fold.ts"
import { CLOSING_RULES, LINE_RULES } from "./credit-rules.ts"
import type { Line } from "./lines.ts"

/** Headings that a list of links stands under. Buttons ("Read more") are none. */
const HEADING =
  /^\W{0,3}(?:(?:related|recommended|similar|latest|most popular|popular|trending|suggested|featured|more|top)(?: (?:articles?|stories|story|news|posts?|content|reports|coverage|topics?|links?|reading|reads|videos?))?(?: now)?|most (?:read|popular|viewed|shared)(?: in [\w &]{1,30})?|editor'?s'? picks?|you (?:might|may) (?:also )?(?:like|be interested in)|(?:recommended|more) for you|more (?:to read|on this(?: \w+)?|from this section|like this|in this series)|in case you missed it|(?:what to )?read next|from (?:around )?the web|around the web|promoted stories)\W{0,3}$/i

const LONGEST_LINK = 140
const FEWEST_WORDS = 4
const MOST_LINKS = 12

/**
 * The links pasted below a heading such as "Related Articles" or "Most read": short lines without a final stop, up to the first
 * line that is a sentence, a credit, or too short to tell from a subheading. Furniture in between does not end the list. O(length).
 */
export function findLinkLists(lines: readonly Line[], furniture: readonly Furniture[]): Furniture[] {
  const marked = new Set(furniture.map(({ span }) => span.start))
  return lines.flatMap((line, index) =>
    marked.has(line.start) && HEADING.test(straighten(line.text)) ? linksBelow(lines, index, marked) : [],
  )
}

function linksBelow(lines: readonly Line[], heading: number, marked: ReadonlySet<number>): Furniture[] {
  const links: Line[] = []
  let at = heading + 1
  for (; at < lines.length && links.length < MOST_LINKS; at++) {
    const line = lines[at]!
    if (marked.has(line.start)) {
      if (HEADING.test(straighten(line.text))) break
    } else if (isLink(line) && !runsOn(lines, at)) links.push(line)
    else break
  }
  const kept = at < lines.length && runsOn(lines, at) ? withoutLastBlock(links, lines, at) : links
  return kept.map(({ start, end }) => ({ span: { start, end }, kind: "related" }))
}

function isLink({ text }: Line): boolean {
  return (
    text.length <= LONGEST_LINK &&
    !/[.!?…:;,。！？؟۔]["'”’»)\]]{0,2}$/u.test(text) &&
    text.split(/\s+/u).length >= FEWEST_WORDS &&
    !LINE_RULES.some(({ most, pattern }) => text.length <= most && pattern.test(text)) &&
    !CLOSING_RULES.some(({ pattern }) => pattern.test(text))
  )
}

/** A line that the next one goes on with is part of a wrapped paragraph. */
function runsOn(lines: readonly Line[], at: number): boolean {
  return !lines[at]!.endsBlock && /^\p{Ll}/u.test(lines[at + 1]?.text ?? "")
}

/** The links but those that turned out to be the first lines of the wrapped paragraph at `at`. */
function withoutLastBlock(links: readonly Line[], lines: readonly Line[], at: number): readonly Line[] {
  let first = at
  while (first > 0 && !lines[first - 1]!.endsBlock) first--
  return links.filter(({ start }) => start < lines[first]!.start)
}
