import type { FamilyFindings, Findings } from "../model/findings.ts"
import { changesOf } from "./changes.ts"
import { columns, cutTo, wrap } from "./columns.ts"
import { decisions } from "./decisions.ts"
import { familyNaming, type Naming, naming } from "./naming.ts"
import { countLine, summary } from "./summary.ts"
import { changeLines } from "./terminal-changes.ts"
import { claimLines, conflictLines } from "./terminal-claims.ts"
import { heading, type Page, page as pageOf, type TerminalOptions } from "./terminal-page.ts"
import { treeLines } from "./terminal-tree.ts"
import { oneLine } from "./visible.ts"
import { dayAndTime } from "./when.ts"
import { counted } from "./words.ts"

export type { TerminalOptions } from "./terminal-page.ts"

/** The findings as text for a terminal, ending in a line feed. Nothing in it can move the cursor, whatever the reports hold. */
export function terminal(findings: Findings, options?: TerminalOptions): string {
  const page = pageOf(options)
  const names = naming(findings)
  const parts = [
    opening(findings, names, page),
    ...findings.families.map((family, index) => familyPart(family, index, familyNaming(family, names), page)),
    lonerPart(findings, names, page),
    part("Claims and where they come from", claimLines(findings, names, page), page),
    part("Conflicting values", conflictLines(findings, names, page), page),
    part("Decided by a person", decisionLines(findings, names, page), page),
    part(counted(findings.problems.length, "problem"), problemLines(findings, page), page),
  ]
  return `${parts
    .filter(lines => lines.length > 0)
    .map(lines => lines.join("\n").trimEnd())
    .join("\n\n")}\n`
}

function part(title: string, lines: readonly string[], page: Page): string[] {
  return lines.length > 0 ? [heading(page, title), ...lines] : []
}

function opening(findings: Findings, names: Naming, page: Page): string[] {
  const found = summary(findings, names)
  const outlets = found.outletsOfOneText > 1 ? ` ${found.outletsOfOneText} outlets carry one text.` : ""
  return [
    ...wrap(`${countLine(found)}.${outlets}`, page.width).map(line => page.ink.bold(line)),
    ...wrap([found.headline, ...found.sentences].join(" "), page.width),
  ]
}

function familyPart(family: FamilyFindings, index: number, names: Naming, page: Page): string[] {
  const changes = changesOf(family)
  const title = `Family ${index + 1} · ${counted(family.witnesses.length, "report")} · ${counted(changes.length, "change")}`
  const changed = changeLines(changes, names, page)
  const tree = treeLines(family, names, page)
  return [heading(page, title), ...tree, ...(changed.length > 0 ? ["", ...changed] : [])]
}

function lonerPart({ witnesses, families }: Findings, names: Naming, page: Page): string[] {
  const members = new Set(families.flatMap(family => family.witnesses))
  const loners = witnesses.filter(({ id }) => !members.has(id)).map(({ id }) => names.get(id)!)
  const shown = page.all ? loners : loners.slice(0, 20)
  const lines = shown.map(({ outlet, when, title }) =>
    cutTo(`  ${[outlet, when ? dayAndTime(when) : "no date", title].filter(Boolean).join(" · ")}`, page.width),
  )
  const more = loners.length - shown.length
  if (more > 0) lines.push(page.ink.dim(`  … and ${more} more (--all shows them)`))
  return part("Loners: not made from any other report here", lines, page)
}

function decisionLines(findings: Findings, names: Naming, page: Page): string[] {
  return decisions(findings, names).flatMap(text => wrap(text, page.width, "  ", "    "))
}

function problemLines({ problems }: Findings, page: Page): string[] {
  return problems.flatMap(({ code, where, message, hint }) => {
    const label = `  ${code}  `
    const text = `${oneLine(where, 120)}: ${oneLine(message)}${hint ? ` ${oneLine(hint)}` : ""}`
    return wrap(text, page.width, label, " ".repeat(columns("    ")))
  })
}
