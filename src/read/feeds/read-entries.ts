import type { Report } from "../../model/report.ts"
import { type Contents, collect, inBatches } from "../contents.ts"
import { inOrder } from "../in-order.ts"
import type { Input, Reading } from "../input.ts"
import { namesOf, reportOfEntry } from "./entries.ts"
import type { Feed, FeedEntry } from "./feed.ts"
import { givesOutlet, givesTitle } from "./page-says.ts"

/** So many articles are on their way at once; each host is asked at its own rate. */
const AT_ONCE = 8

/** The reports in a feed: what its entries carry, or, when articles are wanted, the pages they link to. */
export async function* readEntries(feed: Feed, input: Input, reading: Reading): AsyncGenerator<Contents> {
  const placed = feed.entries.map((entry, index) => ({ entry, where: `${input.where}#${index + 1}` }))
  const own = ({ entry, where }: (typeof placed)[number]) =>
    reportOfEntry(entry, feed, where, input.observed, reading.articles)
  const fetched = async (each: (typeof placed)[number]): Promise<Contents> => {
    const page = await article(each.entry, feed, input, reading)
    if (page && page.reports.length > 0) return page
    const { reports, problems } = own(each)
    return { reports, problems: [...(page?.problems ?? []), ...problems] }
  }
  yield* inBatches(input.where, reading.articles ? inOrder(placed, AT_ONCE, fetched) : placed.map(own))
}

/** The page behind an entry, under the entry's guid and date, and its names where the page has none; undefined where it links to none. */
async function article(entry: FeedEntry, feed: Feed, from: Input, reading: Reading): Promise<Contents | undefined> {
  const { link, guid, published } = entry
  if (link === undefined) return undefined
  const { reports, problems } = await collect(reading.follow(link, from))
  const known: Partial<Report> = { ...(guid !== undefined && { guid }), ...(published !== undefined && { published }) }
  return { reports: reports.map(report => ({ ...missingNames(report, entry, feed), ...report, ...known })), problems }
}

/** What the feed calls a report and its outlet, where the report itself does not say. What it says holds: a feed is often named for a desk. */
function missingNames({ html }: Report, entry: FeedEntry, feed: Feed): Partial<Report> {
  const { title, outlet } = namesOf(entry, feed)
  return {
    ...(title && !(html && givesTitle(html)) && { title }),
    ...(outlet && !(html && givesOutlet(html)) && { outlet }),
  }
}
