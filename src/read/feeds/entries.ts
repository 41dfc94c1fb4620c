import type { Problem } from "../../model/problem.ts"
import type { Report } from "../../model/report.ts"
import { type Contents, failed } from "../contents.ts"
import { problem } from "../problems.ts"
import { type Feed, type FeedEntry, filled } from "./feed.ts"

/** A shorter text that a feed does not call the whole is taken for a summary of it. */
const SHORTEST_ARTICLE = 600

/**
 * The report that an entry is by itself. `where` of the third is `path#3`. Its outlet is the one it was taken over from, where the
 * feed names it. An entry with nothing but a short summary is a report, and a problem says so. `isFetched`: what it links to was asked for.
 */
export function reportOfEntry(
  entry: FeedEntry,
  feed: Feed,
  where: string,
  observed: string | undefined,
  isFetched: boolean,
): Contents {
  const hint = isFetched ? SAVE_HINT : FETCH_HINT
  const text = entry.content ?? entry.summary
  if (text === undefined) return failed(noText(where, hint))
  const report: Report = filled<Report>({
    text,
    ...namesOf(entry, feed),
    url: entry.link,
    published: entry.published,
    modified: entry.modified,
    observed,
    language: entry.language ?? feed.language,
    byline: oneLine(entry.byline),
    guid: entry.guid,
    where,
  } as { [K in keyof Report]: Report[K] | undefined })
  return { reports: [report], problems: isSummary(entry) ? [summaryOnly(where, hint)] : [] }
}

/** Title and outlet of an entry as the feed gives them. */
export const namesOf = (entry: FeedEntry, feed: Feed) => ({
  title: oneLine(entry.title),
  outlet: oneLine(entry.source?.title ?? feed.title),
})

const oneLine = (text: string | undefined) => text?.replace(/\s+/g, " ").trim()

const isSummary = ({ content, summary }: FeedEntry) =>
  content === undefined &&
  summary !== undefined &&
  (summary.length < SHORTEST_ARTICLE || /(?:…|\.\.\.|\[\.\.\.\])$/.test(summary))

const summaryOnly = (where: string, hint: string): Problem =>
  problem("summary-only", where, "Only a short summary; the article itself is not in the feed.", hint)

const noText = (where: string, hint: string): Problem =>
  problem("no-text-field", where, "The entry has no text, only a title or a link.", hint)

const FETCH_HINT = "Fetch the linked articles (--articles), or save them and give the files."
const SAVE_HINT = "Save the article and give the file."
