import type { Comparison } from "../model/findings.ts"
import type { Reading } from "../model/variant.ts"
import { type Change, changesOf, gist } from "./changes.ts"
import { columns, cutTo, wrap } from "./columns.ts"
import { type Name, nameFor, naming } from "./naming.ts"
import { inContext, isMinor } from "./terminal-changes.ts"
import { heading, type Page, page as pageOf, pen, type TerminalOptions } from "./terminal-page.ts"
import { oneLine } from "./visible.ts"
import { dayAndTime } from "./when.ts"
import { counted, KIND, KINSHIP, percent, SEVERITIES, SEVERITY_TITLE, sentence } from "./words.ts"

const GAP = "  │  "

/** Two reports side by side for a terminal: who they are, how they are kin, and the changes, worst first. Ends in a line feed. */
export function comparisonText(comparison: Comparison, options?: TerminalOptions): string {
  const page = pageOf(options)
  const [left, right] = comparison.witnesses
  const names = naming({ witnesses: comparison.witnesses, families: [] })
  const lines = [
    ...sideBySide(nameCells(nameFor(names, left.id), page), nameCells(nameFor(names, right.id), page), page),
    "",
    ...wrap(kinshipText(comparison), page.width).map(page.ink.bold),
    ...comparison.problems.flatMap(({ where, message }) =>
      wrap(`${oneLine(where, 120)}: ${oneLine(message)}`, page.width),
    ),
    ...changeParts(comparison, page),
  ]
  return `${lines.join("\n").trimEnd()}\n`
}

function nameCells({ outlet, when, title }: Name, page: Page): string[] {
  const width = cellWidth(page)
  return [cutTo(outlet, width), cutTo(when ? dayAndTime(when) : "no date", width), ...wrap(title, width).slice(0, 3)]
}

/** Half the page, less half of the rule between the columns. */
function cellWidth({ width }: Page): number {
  return Math.floor((width - GAP.length) / 2)
}

function sideBySide(left: readonly string[], right: readonly string[], page: Page): string[] {
  const width = cellWidth(page)
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index) => {
    const cell = left[index] ?? ""
    const blank = " ".repeat(Math.max(0, width - columns(cell)))
    return `${cell}${blank}${page.ink.dim(GAP)}${right[index] ?? ""}`.trimEnd()
  })
}

function kinshipText({ kinship, witnesses }: Comparison): string {
  if (!kinship) return "These two reports share no passage."
  const { kind, coverage, longestRunWords, passages } = kinship
  const [left, right] = kinship.a === witnesses[0].id ? [coverage.a, coverage.b] : [coverage.b, coverage.a]
  const run = `the longest run of the same words has ${counted(longestRunWords, "word")}`
  const where =
    passages.length > 0
      ? `stand in ${counted(passages.length, "shared passage")}`
      : "are alike, none of it long enough for a passage"
  return `${sentence(KINSHIP[kind])}: ${percent(left)} of the left and ${percent(right)} of the right ${where}; ${run}.`
}

function changeParts(comparison: Comparison, page: Page): string[] {
  const { witnesses } = comparison
  const changes = changesOf(comparison)
  return SEVERITIES.flatMap(severity => {
    const ofIt = changes.filter(({ variant }) => variant.severity === severity)
    if (ofIt.length === 0) return []
    const title = `${SEVERITY_TITLE[severity]}: ${ofIt.length}`
    if (isMinor(severity) && !page.all) return ["", page.ink.dim(`${title} (--all shows them)`)]
    return ["", heading(page, title), ...ofIt.flatMap(change => changeCells(change, witnesses, page))]
  })
}

function changeCells({ variant, before, after }: Change, [left, right]: Comparison["witnesses"], page: Page): string[] {
  const { badge, name } = KIND[variant.kind]
  const head = wrap(`${badge} · ${oneLine(gist(variant)) || name}`, page.width)
  const [one, other] = before.witness === left.id ? [before, after] : [after, before]
  const textOf = ({ witness }: Reading) => (witness === left.id ? left.text : right.text)
  const cells = [one, other].map(reading => wrap(inContext(reading, textOf(reading)), cellWidth(page)))
  return [...head.map(pen(page, variant.severity)), ...sideBySide(cells[0]!, cells[1]!, page), ""]
}
