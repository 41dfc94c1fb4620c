import type { ArchivedReport, ArchiveSize, Hit, StoryRow } from "../model/archive.ts"
import type { Problem } from "../model/problem.ts"
import { cutTo, wrap } from "./columns.ts"
import { type Page, page as pageOf, type TerminalOptions } from "./terminal-page.ts"
import { oneLine } from "./visible.ts"
import { dayAndTime, when } from "./when.ts"
import { counted } from "./words.ts"

const INDENT = "      "

/** Stories as a list for a terminal: how many reports, outlets and lines of descent, when, and the title. */
export function storyList(
  { stories, of }: { readonly stories: readonly StoryRow[]; readonly of: number },
  size: ArchiveSize,
  options?: TerminalOptions,
): string {
  const page = pageOf(options)
  const head = `${shown(stories.length, of, "story", "stories")} · ${counted(size.reports, "report")} in the archive, ${size.reportsWithKin} of them with kin`
  const waiting =
    size.waiting === 0
      ? []
      : wrap(
          `${counted(size.waiting, "report")} not yet compared, since a run was stopped: the next hearsay add does it.`,
          page.width,
        )
  const lines = stories.flatMap((story, index) => storyLines(story, index, page))
  return `${[page.ink.bold(head), ...waiting, ...lines].join("\n")}\n`
}

function shown(count: number, of: number, one: string, many: string): string {
  return count === of ? `${of} ${of === 1 ? one : many}` : `${count} of ${of} ${many}`
}

function storyLines(story: StoryRow, index: number, page: Page): string[] {
  const { title, reports, outlets, origins, lostTexts } = story
  const counts = [counted(reports, "report"), counted(outlets, "outlet"), counted(origins, "origin")]
  if (lostTexts > 0) counts.push(counted(lostTexts, "lost text"))
  const number = `${String(index + 1).padStart(4)}. `
  return [
    "",
    cutTo(`${number}${page.ink.bold(oneLine(title ?? "without a title"))}`, page.width),
    cutTo(`${INDENT}${counts.join(" · ")}${story.first ? ` · ${span(story)}` : ""}`, page.width),
    page.ink.dim(
      cutTo(`${INDENT}${[story.id, ...story.credits.map(credit => oneLine(credit))].join(" · ")}`, page.width),
    ),
  ]
}

function span({ first, last }: StoryRow): string {
  const [from, to] = [first, last].map(date => dated(date))
  return from === to ? from! : `${from} to ${to}`
}

/** A date as people write it; one that is none as it stands. */
function dated(date: string | null): string {
  const moment = when(date ?? undefined)
  return moment ? dayAndTime(moment) : oneLine(date ?? "")
}

/** Reports found by their words, `of` in all, as a list for a terminal. */
export function hitList(hits: readonly Hit[], of: number, options?: TerminalOptions): string {
  const page = pageOf(options)
  if (hits.length === 0) return "No report has all of these words.\n"
  const lines = hits.flatMap(hit => [
    "",
    cutTo(`${page.ink.bold(`#${hit.report}`)} ${oneLine(hit.title ?? "without a title")}`, page.width),
    cutTo(`${INDENT}${whereOf(hit)}`, page.width),
    ...wrap(oneLine(hit.excerpt), page.width - INDENT.length).map(line => page.ink.dim(`${INDENT}${line}`)),
  ])
  const head = of > hits.length ? `${counted(of, "report")}, the best ${hits.length} of them` : counted(of, "report")
  return `${page.ink.bold(head)}\n${lines.slice(1).join("\n")}\n`
}

function whereOf({ outlet, published, family }: Hit): string {
  const parts = [outlet, published === null ? null : dated(published), family ?? "no kin"]
  return oneLine(parts.filter(part => part !== null).join(" · "))
}

/** What went wrong, the newest first, `of` in all, for a terminal. */
export function problemList(problems: readonly Problem[], of: number, options?: TerminalOptions): string {
  const page = pageOf(options)
  const lines = problems.flatMap(({ where, message, hint }) => [
    ...wrap(oneLine(`${where}: ${message}`), page.width),
    ...(hint === undefined ? [] : wrap(oneLine(hint), page.width, "  ").map(page.ink.dim)),
  ])
  const more = of > problems.length ? [page.ink.dim(`the newest ${problems.length} of ${of} (--limit shows more)`)] : []
  return problems.length === 0 ? "No problems.\n" : `${[...lines, ...more].join("\n")}\n`
}

/** One report for a terminal: what is known of it, its kin, its text. */
export function reportText(report: ArchivedReport, options?: TerminalOptions): string {
  const page = pageOf(options)
  const facts: [string, string | null][] = [
    ["Outlet", report.outlet],
    ["Published", report.published],
    ["Modified", report.modified],
    ["Observed", report.observed],
    ["Credits", report.credits.join(", ") || null],
    ["Address", report.url],
    ["Read from", report.place],
    ["Story", report.family],
    ["Version", report.versions.length > 1 ? `${report.version} of ${report.versions.length}` : null],
    ["Words", String(report.words)],
  ]
  const known = facts.flatMap(([name, value]) =>
    value === null ? [] : [cutTo(`${name.padEnd(10)} ${oneLine(value)}`, page.width)],
  )
  const kin = report.kin.map(other =>
    cutTo(
      `  ${other.kind.padEnd(16)} ${percent(other.coverageHere)} of this, ${percent(other.coverageThere)} of #${other.report} ${oneLine(other.outlet ?? other.title ?? "")}`,
      page.width,
    ),
  )
  const text = report.text.split("\n").flatMap(line => wrap(oneLine(line), page.width))
  const heading = page.ink.bold(cutTo(`#${report.report} ${oneLine(report.title ?? "without a title")}`, page.width))
  const kinPart = kin.length === 0 ? [] : ["", page.ink.bold("Kin"), ...kin]
  return `${[heading, ...known, ...kinPart, "", ...text].join("\n")}\n`
}

const percent = (share: number) => `${Math.round(share * 100)} %`.padStart(5)
