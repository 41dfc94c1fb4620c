import type { Furniture, FurnitureKind } from "../model/report.ts"
import { straighten } from "../text/fold.ts"
import { LABELS, LEADS } from "./furniture-rules.ts"
import type { Line } from "./lines.ts"

/**
 * The lines of a text that are page furniture: a line made of labels alone ("Related Articles", "Back to top button", also run
 * together: "ShareTweet"), or one with an unmistakable opening ("Continue reading: …"). A doubtful line is left to the report.
 * O(length).
 */
export function findFurniture(lines: readonly Line[]): Furniture[] {
  return lines.flatMap(({ start, end, text }) => {
    const kind = furnitureKind(text)
    return kind ? [{ span: { start, end }, kind }] : []
  })
}

/** What kind of furniture a line is, or undefined for a line of the report. */
export function furnitureKind(line: string): FurnitureKind | undefined {
  const straight = straighten(line)
  return (
    labelKind(straight) ??
    LEADS.find(
      ({ most, needs, pattern }) =>
        straight.length <= most && (!needs || needs.test(straight)) && pattern.test(straight),
    )?.kind ??
    (isScript(straight) ? "navigation" : undefined)
  )
}

/** What programs are written with and reports are not. */
const CODE =
  /\|\||&&|=>|===?|\bfunction ?\(|\.push\(|\b(?:var|let|const) \w+ ?=|\bwindow\.\w|\{ *["']?\w+["']? ?:|\}\)/g
const FEWEST_MARKS = 3
/** A line of a report may hold a script as well: a script has a mark in so many characters, all along. */
const CHARACTERS_A_MARK = 150

/** A script that a badly saved page left in its text. O(length). */
function isScript(line: string): boolean {
  if (!/[|&=>{}]|function|push|window/.test(line)) return false
  const marks = line.match(CODE)?.length ?? 0
  return marks >= FEWEST_MARKS && line.length <= CHARACTERS_A_MARK * marks
}

const LABEL = new RegExp(`(?:${LABELS.map(({ phrases }) => `(${phrases})`).join("|")})(?![a-z])`, "iy")
const FILLER = /[\s|•·/\\#!*>»›→▶▼↓↑…:;,.+×()\d&-]+|(?:button|icon|link|logo)(?![a-z])/iy
const LONGEST_LABELS = 120

/** A line that consists of labels and of what stands between them. Its kind is that of the first label. */
function labelKind(line: string): FurnitureKind | undefined {
  if (line.length > LONGEST_LABELS) return undefined
  let kind: FurnitureKind | undefined
  let at = 0
  while (at < line.length) {
    const label = matchGlued(line, at) ?? matchAt(LABEL, line, at)
    if (label) kind ??= LABELS[label.slice(1).findIndex(group => group !== undefined)]!.kind
    const step = label ?? matchAt(FILLER, line, at)
    if (!step) return undefined
    at += step[0].length
  }
  return kind
}

const GLUED = new RegExp(`(?:${LABELS.map(({ phrases }) => `(${phrases})`).join("|")})(?=\\p{L})`, "iyu")

/** A label that the next one is glued to, told by the capital that follows: "Get in touchSend". */
function matchGlued(line: string, at: number): RegExpExecArray | undefined {
  const match = matchAt(GLUED, line, at)
  if (!match) return undefined
  const end = at + match[0].length
  return /\p{Ll}/u.test(line[end - 1]!) && /\p{Lu}/u.test(line[end]!) ? match : undefined
}

function matchAt(pattern: RegExp, line: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at
  return pattern.exec(line) ?? undefined
}

const OUTLET = "((?:[Tt]he )?(?:[A-Z][\\w&.'-]*)(?: (?:of|the|and|&|[A-Z][\\w&.'-]*)){0,4})"

// After "Follow", a single name without an article may be the reporter's.
const OUTLET_HINTS: readonly RegExp[] = [
  new RegExp(`\\b[Mm]ore\\b[^.]{0,40}?\\bfrom ${OUTLET}\\W*$`),
  new RegExp(
    `^(?:Follow|Like|Join) (?=[Tt]he |[A-Z]{2}|\\w+ [A-Z])${OUTLET} on (?:Twitter|X|Facebook|Instagram|Telegram|WhatsApp|Google News|YouTube)\\b`,
  ),
  new RegExp(`^(?:©|\\(c\\)|Copyright)(?: ©)? ?\\d{4}(?: ?- ?\\d{4})?,? (?:by )?${OUTLET}\\b`),
  new RegExp(`^Subscribe to ${OUTLET}\\W*$`),
]

/** The outlet that a line of furniture names as the page's own: `TIME` in "Here are more must-read stories from TIME". */
export function outletHint(line: string): string | undefined {
  const straight = straighten(line)
  for (const pattern of OUTLET_HINTS) {
    const name = pattern
      .exec(straight)?.[1]
      ?.replace(/,? (?:Inc|Ltd|LLC|All [Rr]ights)\b.*$/, "")
      .replace(/\.$/, "")
    if (name && !/^(?:our|us|the author|this|all rights.*)$/i.test(name)) return name
  }
  return undefined
}
