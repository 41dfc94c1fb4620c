import type { CreditLine, Furniture, FurnitureKind } from "../model/report.ts"
import { straighten } from "../text/fold.ts"
import { findCredits } from "./credits.ts"
import { findFurniture } from "./furniture.ts"
import { findGalleries } from "./galleries.ts"
import { type Line, linesOf } from "./lines.ts"
import { findLinkLists } from "./link-lists.ts"
import type { Material } from "./material.ts"
import { findMenus } from "./menus.ts"
import type { PageMark } from "./page-marks.ts"
import { stampKind } from "./stamps.ts"

/** A text's lines, and which of them are furniture or credits. */
export interface Marked {
  readonly lines: readonly Line[]
  /** In the order of the text. */
  readonly furniture: readonly Furniture[]
  readonly creditLines: readonly CreditLine[]
}

/**
 * Tells a text's furniture and credits from its report, by what its lines say and, for a page, by what its markup says of them. What a
 * line says comes first: the names of a page's classes are only believed where no rule has taken the line. O(length).
 */
export function markLines(material: Material): Marked {
  const lines = linesOf(material.text)
  const marks = marksOfLines(lines, material.marks)
  const ruled = findFurniture(lines)
  const said = firstOfEach([
    ...ruled,
    ...findLinkLists(lines, ruled),
    ...findGalleries(lines, ruled),
    ...findStamps(lines),
    ...findEchoes(lines, material),
    ...markedAs(lines, marks, mark => mark === "caption"),
  ])
  const known = firstOfEach([...said, ...findMenus(lines, said)])
  const bylines = new Set(lines.filter(line => marks.get(line) === "byline").map(({ start }) => start))
  const creditLines = findCredits(material, lines, known, bylines)
  const credited = new Set(creditLines.map(({ span }) => span.start))
  const free = lines.filter(({ start }) => !credited.has(start))
  return { lines, furniture: firstOfEach([...known, ...markedAs(free, marks, () => true)]), creditLines }
}

/** One mark a line: of several the first. In the order of the text. */
function firstOfEach(marks: readonly Furniture[]): Furniture[] {
  const byStart = new Map<number, Furniture>()
  for (const one of marks) if (!byStart.has(one.span.start)) byStart.set(one.span.start, one)
  return [...byStart.values()].sort((a, b) => a.span.start - b.span.start)
}

/** What the page's markup says of each line. Both are in the order of the text. */
function marksOfLines(lines: readonly Line[], marks: Material["marks"]): Map<Line, PageMark> {
  const found = new Map<Line, PageMark>()
  let at = 0
  for (const line of lines) {
    while (at < marks.length && marks[at]!.span.end < line.end) at++
    const next = marks[at]
    if (next && next.span.start <= line.start) found.set(line, next.mark)
  }
  return found
}

/** A longer line that is marked as a byline tells who the author is. */
const LONGEST_BYLINE = 160

function markedAs(
  lines: readonly Line[],
  marks: ReadonlyMap<Line, PageMark>,
  isWanted: (mark: PageMark) => boolean,
): Furniture[] {
  return lines.flatMap(line => {
    const mark = marks.get(line)
    if (!mark || !isWanted(mark)) return []
    const kind: FurnitureKind | undefined =
      mark !== "byline" ? mark : line.text.length > LONGEST_BYLINE ? "author" : undefined
    return kind ? [furniture(line, kind)] : []
  })
}

const furniture = ({ start, end }: Line, kind: FurnitureKind): Furniture => ({ span: { start, end }, kind })

/** A line that long and with a final stop is the report's own text. */
const LONG = 80

/** Lines that only tell when the report was published. Days and times alone count before the report begins and after it ends. */
function findStamps(lines: readonly Line[]): Furniture[] {
  const isText = ({ text }: Line) => text.length >= LONG && /[.!?…。]["'”’»)]{0,2}$/u.test(text)
  const first = lines.findIndex(isText)
  const last = lines.findLastIndex(isText)
  return lines.flatMap((line, index) => {
    const kind = stampKind(line.text)
    const isOutside = index < first || (index > last && last >= 0)
    return kind === "sure" || (kind === "likely" && isOutside) ? [furniture(line, "date")] : []
  })
}

const OPENING_LINES = 40
const LONGEST_CRUMBS = 60

/**
 * Lines that repeat what the page is called: its address, its title below the title, and the way to it from the home page that ends
 * with its title ("Home » World » Ferry lost at sea").
 */
function findEchoes(lines: readonly Line[], { title, url }: Material): Furniture[] {
  const name = title === undefined ? "" : folded(title)
  return lines.slice(0, OPENING_LINES).flatMap((line, index) => {
    if (index === 0) return []
    const isAddress =
      url !== undefined && line.text.length <= url.length + 10 && bareAddress(line.text) === bareAddress(url)
    const text = isAddress || line.text.length > name.length + LONGEST_CRUMBS ? "" : folded(line.text)
    const isEcho = name.length >= 10 && text !== "" && text.endsWith(name)
    return isAddress || isEcho || isCrumbs(line.text) ? [furniture(line, "navigation")] : []
  })
}

const folded = (text: string) => straighten(text).toLowerCase().replace(/\s+/g, " ").trim()
const bareAddress = (text: string) => text.replace(/^https?:\/\/(?:www\.)?|[?#].*$|\/+$/g, "")

/** Three or more names with arrows between them. */
function isCrumbs(text: string): boolean {
  if (text.length > 200) return false
  const parts = text.split(/\s[»›→>/]\s/)
  return parts.length >= 3 && parts.slice(0, -1).every(part => part.split(/\s+/).length <= 4)
}
