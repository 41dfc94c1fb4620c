import type { Findings } from "../model/findings.ts"
import { naming } from "./naming.ts"
import { aloneLines, claimLines, conflictLines } from "./terminal-claims.ts"
import { heading, page as pageOf, type TerminalOptions } from "./terminal-page.ts"

/** The findings of several stories as one record. */
export function joined(findings: readonly Findings[]): Findings {
  // One that concerns several stories comes with each of them.
  const judgements = new Map(findings.flatMap(one => one.judgements ?? []).map(one => [JSON.stringify(one), one]))
  return {
    witnesses: findings.flatMap(({ witnesses }) => witnesses),
    families: findings.flatMap(({ families }) => families),
    stories: findings.flatMap(({ stories }) => stories),
    claims: findings.flatMap(({ claims }) => claims),
    conflicts: findings.flatMap(({ conflicts }) => conflicts),
    problems: findings.flatMap(({ problems }) => problems),
    ...(judgements.size > 0 && { judgements: [...judgements.values()] }),
  }
}

/** Claims and conflicts alone, for a terminal: many reports and few origins first, then what one report alone says. */
export function claimsText(findings: Findings, options?: TerminalOptions): string {
  const page = pageOf(options)
  const names = naming(findings)
  const claims = claimLines(findings, names, page)
  const conflicts = conflictLines(findings, names, page)
  const parts = [heading(page, "Claims and where they come from"), ...claims]
  const alone = page.all ? [] : aloneLines(findings, names, page)
  if (alone.length > 0) parts.push(heading(page, "What nobody else says"), ...alone, "")
  if (conflicts.length > 0) parts.push(heading(page, "Conflicting values"), ...conflicts)
  return `${parts.join("\n").trimEnd()}\n`
}
