import { isoDate } from "../../src/extract/dates.ts"
import type { Feed, FeedEntry } from "../../src/read/feeds/feed.ts"
import { htmlText } from "../../src/read/html-text.ts"
import type { Expectation } from "./expectations.ts"

/** Whether a feed, its texts plain, gives what is expected in one place. White space is not compared, dates are as moments. */
export function gives(feed: Feed, { field, entry, value }: Expectation): boolean {
  const found = entry === undefined ? ofFeed(feed, field) : ofEntry(feed.entries[entry], feed, field)
  if (field === "date") return found.some(date => date !== undefined && momentOf(date) === value)
  if (field === "link" || field === "outlet link" || field === "guid") return found.includes(value)
  return found.some(text => text !== undefined && [seen(value), unspaced(value)].includes(unspaced(text)))
}

/** An expectation that a reader sees nothing of, such as the markup of an image alone, compares nothing. */
export const comparesSomething = ({ field, value }: Expectation): boolean => field === "date" || seen(value) !== ""

function ofFeed(feed: Feed, field: Expectation["field"]): (string | undefined)[] {
  if (field === "outlet") return [feed.title]
  return field === "language" ? [feed.language] : [feed.link]
}

function ofEntry(entry: FeedEntry | undefined, feed: Feed, field: Expectation["field"]): (string | undefined)[] {
  if (!entry) return []
  switch (field) {
    case "title":
      return [entry.title]
    case "link":
      return [entry.link]
    case "guid":
      return [entry.guid]
    case "date":
      return [entry.published, entry.modified]
    case "content":
      return [entry.content, entry.summary]
    case "byline":
      return [entry.byline]
    case "language":
      return [entry.language ?? feed.language]
    case "outlet":
    case "outlet link":
      return []
  }
}

function momentOf(date: string): string | undefined {
  const iso = isoDate(date)
  if (iso === undefined) return undefined
  const moment = new Date(iso.includes("T") && !/(?:Z|[+-]\d\d:\d\d)$/.test(iso) ? `${iso}Z` : iso)
  return `${moment.toISOString().slice(0, 19)}Z`
}

const unspaced = (text: string) => text.replace(/\s+/g, "")
const seen = (html: string) => unspaced(htmlText(html))
