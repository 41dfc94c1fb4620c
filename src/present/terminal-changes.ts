import type { Reading, Severity } from "../model/variant.ts"
import { type Change, gist } from "./changes.ts"
import { columns, wrap } from "./columns.ts"
import { leadIn, leadOut } from "./context.ts"
import { called, type Name, type Naming, nameFor } from "./naming.ts"
import { placeOf } from "./places.ts"
import { type Page, pen } from "./terminal-page.ts"
import { oneLine } from "./visible.ts"
import { KIND, SEVERITIES, SEVERITY_TITLE } from "./words.ts"

const MOST_SHOWN = 20
const MOST_WORDS = 240
const LONG_UNITS = 60
const CONTEXT_UNITS = 36

/** The changes, worst first; differences of wording and form only counted, unless all are asked for. */
export function changeLines(changes: readonly Change[], names: Naming, page: Page): string[] {
  return SEVERITIES.flatMap(severity => {
    const ofIt = changes.filter(({ variant }) => variant.severity === severity)
    if (ofIt.length === 0) return []
    const title = `${SEVERITY_TITLE[severity]}: ${ofIt.length}`
    if (isMinor(severity) && !page.all) return [page.ink.dim(`${title} (--all shows them)`)]
    const shown = page.all ? ofIt : ofIt.slice(0, MOST_SHOWN)
    const more = ofIt.length - shown.length
    const rest = more > 0 ? [page.ink.dim(`  … and ${more} more (--all shows them)`)] : []
    return [page.ink.bold(title), ...shown.flatMap(change => oneChange(change, names, page)), ...rest, ""]
  })
}

/** Whether a change is one of looks only. */
export function isMinor(severity: Severity): boolean {
  return severity === "wording" || severity === "form"
}

function oneChange({ variant, before, after, inherited, lost }: Change, names: Naming, page: Page): string[] {
  const { badge, name } = KIND[variant.kind]
  const head = `${badge.padEnd(9)} ${oneLine(gist(variant)) || name}`
  const [first, ...rest] = wrap(head, page.width, "  ", " ".repeat(12))
  const badged = `  ${pen(page, variant.severity)(badge.padEnd(9))}${first!.slice(11)}`
  return [
    badged,
    ...rest,
    ...readingLines(before, names, page),
    ...readingLines(after, names, page),
    ...heirs(inherited, lost, names, page),
  ]
}

function readingLines(reading: Reading, names: Naming, page: Page): string[] {
  const label = `${" ".repeat(12)}${short(nameFor(names, reading.witness))}  `
  return wrap(
    inContext(reading, nameFor(names, reading.witness).witness.text),
    page.width,
    label,
    " ".repeat(columns(label)),
  )
}

/** A reading in brackets among the words around it, so that a single word can be understood; a long one alone. */
export function inContext(reading: Reading, text: string): string {
  const { start, end } = placeOf(reading).span
  if (end - start > LONG_UNITS || text === "") return readingText(reading)
  const [before, behind] = [leadIn(text, start, CONTEXT_UNITS), leadOut(text, end, CONTEXT_UNITS)]
  if (reading.kind === "text") return oneLine(`${before}[${reading.text}]${behind}`, MOST_WORDS)
  return oneLine(`${before} [${readingText(reading).slice(1, -1)}] ${behind}`, MOST_WORDS)
}

/** The words of a reading in quotation marks, or what stands in their place. */
function readingText(reading: Reading): string {
  if (reading.kind === "text") return `“${oneLine(reading.text, MOST_WORDS)}”`
  return reading.kind === "omission" ? "(left out)" : "(cut off here: cannot be told)"
}

function heirs(inherited: readonly string[], lost: Change["lost"], names: Naming, page: Page): string[] {
  if (inherited.length === 0) return []
  const shown = inherited.slice(0, 6).map(id => called(names, id))
  const more = inherited.length > 6 ? ` and ${inherited.length - 6} more` : ""
  const made = lost ? `made in the lost text ${oneLine(lost.label, 12)}; also in` : "taken over by"
  return wrap(`${made} ${shown.join(", ")}${more}`, page.width, " ".repeat(12)).map(line => page.ink.dim(line))
}

function short({ siglum, outlet }: Name): string {
  return siglum ?? oneLine(outlet, 20)
}
