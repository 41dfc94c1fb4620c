import type { Problem } from "../model/problem.ts"
import type { Report } from "../model/report.ts"
import { detectLanguage } from "../text/language.ts"
import { isoDate } from "./dates.ts"
import { type Article, readPage } from "./page.ts"
import type { PageText } from "./page-text.ts"
import { withTitle } from "./title.ts"

/** A report with its text found: from a page or as handed in, the title as its first line where it was given apart. */
export interface Material extends Omit<Report, "html"> {
  readonly text: string
  /** What the page's markup says of stretches of the text. */
  readonly marks: PageText["marks"]
}

/** The text of a report with its metadata, where there is one, and what was wrong. */
export function toMaterial(given: Report): { material?: Material; problems: Problem[] } {
  const { report, replaced } = wellFormed(given)
  const where = placeOf(report)
  const problems: Problem[] = []
  if (replaced)
    problems.push({ code: "broken-encoding", where, message: 'Half characters (lone surrogates) stand as "�".' })
  if (report.text !== undefined) return found(fromText(report), where, problems)
  if (report.html === undefined) {
    problems.push({ code: "no-text-field", where, message: "Holds no report: neither `text` nor `html`." })
    return { problems }
  }
  const article = readPage(report.html, report.url)
  if (article.kind === "article") return found(fromPage(report, article), where, problems)
  const message =
    article.kind === "cannot-read" ? `The page cannot be taken apart: ${article.why}.` : MESSAGES[article.kind]
  problems.push({ code: article.kind, where, message, hint: "Save the page after it has loaded, or hand in its text." })
  return { problems }
}

/** How a report is named in messages. */
export const placeOf = ({ where, url, title }: Report): string => where ?? url ?? title ?? "a report without a place"

const MESSAGES = {
  "too-deep": "The page nests its elements deeper than any browser shows.",
  "no-article": "No article text found in the page, or more tags and text around it than any article has.",
}

function fromText(report: Report): Material {
  return { ...report, text: withTitle(report.text!, report.title), marks: [] }
}

/** What was handed in beside the page holds against what the page says. */
function fromPage(
  { html: _, ...given }: Report,
  article: Article & { kind: "article" },
): Material & { unreadable: readonly string[] } {
  const { unreadable, ...page } = article.metadata
  const merged = { ...page, ...pageLanguage(article.text, page.language), ...given }
  const text = withTitle(article.text, merged.title)
  const shift = text.length - article.text.length
  const marks = article.marks.map(({ span: { start, end }, mark }) => ({
    span: { start: start + shift, end: end + shift },
    mark,
  }))
  return { ...merged, text, marks, unreadable }
}

/** What a page declares as its language is often a template's; the text itself is believed, the region taken from the page. */
function pageLanguage(text: string, declared: string | undefined): { language?: string } {
  const detected = detectLanguage(text)
  const isLikely = declared && (!detected || declared.toLowerCase().split("-")[0] === detected)
  const language = isLikely && /^[a-z]{2,3}(?:-[\w-]{1,20})?$/i.test(declared) ? declared : detected
  return language === undefined ? {} : { language }
}

function found(
  { unreadable = [], ...raw }: Material & { unreadable?: readonly string[] },
  where: string,
  problems: Problem[],
): { material?: Material; problems: Problem[] } {
  if (raw.text.trim() === "") {
    problems.push({ code: "empty-file", where, message: "The report has no text." })
    return { problems }
  }
  const dates = { published: raw.published, observed: raw.observed, modified: raw.modified }
  const { published: _p, observed: _o, modified: _m, ...rest } = raw
  const material: Record<string, unknown> = { ...rest }
  const broken = [...unreadable]
  for (const [field, written] of Object.entries(dates)) {
    const date = written === undefined ? undefined : isoDate(written)
    if (date) material[field] = date
    else if (written?.trim()) broken.push(written)
  }
  for (const written of broken) problems.push(unreadableDate(where, written))
  return { material: material as unknown as Material, problems }
}

const unreadableDate = (where: string, written: string): Problem => ({
  code: "unreadable-date",
  where,
  message: `Not a date Hearsay can tell for sure: "${written.trim().slice(0, 60)}".`,
  hint: "Write dates as 2024-03-01 or 2024-03-01T14:30:00Z.",
})

/** Strings with half characters cannot be written as UTF-8; their halves are replaced. */
function wellFormed(report: Report): { report: Report; replaced: boolean } {
  let replaced = false
  const repair = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(repair)
    if (typeof value !== "string" || value.isWellFormed()) return value
    replaced = true
    return value.toWellFormed()
  }
  const entries = Object.entries(report).flatMap(([key, value]) => (value === undefined ? [] : [[key, repair(value)]]))
  return { report: Object.fromEntries(entries) as Report, replaced }
}
