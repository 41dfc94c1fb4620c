import type { Problem } from "../../model/problem.ts"
import type { Report } from "../../model/report.ts"
import { type Contents, failed } from "../contents.ts"
import { problem } from "../problems.ts"
import { type Feed, type FeedEntry, filled } from "./feed.ts"

/** A shorter text that a feed does not call the whole is taken for a summary of it. */
const SHORTEST_ARTICLE = 600

/**
 * The report that an entry is by itself. `where` of the third is `path#3`. Its outlet is the one it was taken over from, where the
 * feed names it. An entry with nothing but a short summary is a report, and a problem says so.
 */
export function reportOfEntry(entry: FeedEntry, feed: Feed, where: string, observed?: string): Contents {
  const text = entry.content ?? entry.summary
  if (text === undefined) return failed(noText(where))
  const report: Report = filled<Report>({
    text,
    title: oneLine(entry.title),
    outlet: oneLine(entry.source?.title ?? feed.title),
    url: entry.link,
    published: entry.published,
    modified: entry.modified,
    observed,
    language: entry.language ?? feed.language,
    byline: oneLine(entry.byline),
    guid: entry.guid,
    where,
  } as { [K in keyof Report]: Report[K] | undefined })
  return { reports: [report], problems: isSummary(entry) ? [summaryOnly(where)] : [] }
}

const oneLine = (text: string | undefined) => text?.replace(/\s+/g, " ").trim()

const isSummary = ({ content, summary }: FeedEntry) =>
  content === undefined &&
  summary !== undefined &&
  (summary.length < SHORTEST_ARTICLE || /(?:…|\.\.\.|\[\.\.\.\])$/.test(summary))

const summaryOnly = (where: string): Problem =>
  problem("summary-only", where, "Only a short summary; the article itself is not in the feed.", FETCH_HINT)

const noText = (where: string): Problem =>
  problem("no-text-field", where, "The entry has no text, only a title or a link.", FETCH_HINT)

const FETCH_HINT = "Fetch the linked articles (--articles), or save them and give the files."
