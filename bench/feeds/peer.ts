import { parseFeed } from "feedsmith"
import type { Feed, FeedEntry } from "../../src/read/feeds/feed.ts"
import { htmlText } from "../../src/read/html-text.ts"

type Fields = Record<string, any>

/** What feedsmith gives of a feed, in the same fields, taken as favourably as its result allows; undefined where it throws. */
export function feedsmith(text: string): Feed | undefined {
  try {
    const { feed } = parseFeed(text) as { feed: Fields }
    const entries: Fields[] = feed.items ?? feed.entries ?? []
    return {
      ...opt("title", value(feed.title)),
      ...opt("link", linkOf(feed)),
      ...opt("language", feed.language ?? feed.dc?.language),
      entries: entries.map(readEntry),
    }
  } catch {
    return undefined
  }
}

function readEntry(entry: Fields): FeedEntry {
  return {
    ...opt("title", value(entry.title) ?? value(entry.dc?.title) ?? value(entry.dc?.titles?.[0])),
    ...opt("link", linkOf(entry)),
    ...opt("guid", value(entry.guid) ?? entry.id ?? entry.rdf?.about),
    ...opt(
      "published",
      entry.pubDate ??
        entry.published ??
        entry.issued ??
        entry.dcterms?.issued ??
        entry.dc?.date ??
        entry.dc?.dates?.[0],
    ),
    ...opt("modified", entry.updated ?? entry.modified ?? entry.dcterms?.modified),
    ...opt(
      "byline",
      (entry.authors ?? []).map((each: any) => each.name ?? each).join(", ") ||
        entry.dc?.creator ||
        entry.dc?.creators?.join(", "),
    ),
    ...opt("content", entry.content?.encoded ?? value(entry.content) ?? entry.content_html),
    ...opt("summary", value(entry.summary) ?? value(entry.description) ?? value(entry.dc?.description)),
  }
}

const linkOf = (of: Fields) =>
  typeof of.link === "string"
    ? of.link
    : (of.links?.find((link: Fields) => (link.rel ?? "alternate") === "alternate")?.href ?? of.links?.[0])
const value = (of: any): string | undefined => (typeof of === "object" && of !== null ? of.value : of)
const opt = (name: string, of: unknown) => (typeof of === "string" ? { [name]: of } : {})

/** The same feed with its texts taken for HTML. */
export function withPlainTexts({ title, entries, ...feed }: Feed): Feed {
  const plain = (entry: FeedEntry): FeedEntry => ({
    ...entry,
    ...opt("title", entry.title && htmlText(entry.title)),
    ...opt("content", entry.content && htmlText(entry.content)),
    ...opt("summary", entry.summary && htmlText(entry.summary)),
  })
  return { ...feed, ...opt("title", title && htmlText(title)), entries: entries.map(plain) }
}
