import { parseFeed } from "feedsmith"
import { type Feed, type FeedEntry, filled } from "../../src/read/feeds/feed.ts"
import { htmlText } from "../../src/read/html-text.ts"

type Fields = Readonly<Record<string, unknown>>

/** What feedsmith gives of a feed, in the same fields, taken as favourably as its result allows; undefined where it throws. */
export function feedsmith(text: string): Feed | undefined {
  try {
    const feed = parseFeed(text).feed as unknown as Fields
    return filled<Feed>({
      title: first(feed, "title"),
      link: linkOf(feed),
      language: first(feed, "language", "dc.language"),
      entries: list(feed.items ?? feed.entries).map(readEntry),
    })
  } catch {
    return undefined
  }
}

function readEntry(entry: Fields): FeedEntry {
  const authors = list(entry.authors).map(author => first({ author }, "author.name", "author"))
  return filled<FeedEntry>({
    title: first(entry, "title", "dc.title", "dc.titles.0"),
    link: linkOf(entry),
    guid: first(entry, "guid", "id", "rdf.about"),
    published: first(entry, "pubDate", "published", "issued", "dcterms.issued", "dc.date", "dc.dates.0"),
    modified: first(entry, "updated", "modified", "dcterms.modified"),
    byline: authors.filter(Boolean).join(", ") || first(entry, "dc.creator", "dc.creators.0"),
    language: undefined,
    content: first(entry, "content.encoded", "content", "content_html"),
    summary: first(entry, "summary", "description", "dc.description"),
    source: undefined,
  })
}

function linkOf(fields: Fields): string | undefined {
  const links = list(fields.links)
  const page = links.find(({ rel }) => (rel ?? "alternate") === "alternate")
  return first(fields, "link") ?? (page && first(page, "href")) ?? first(fields, "links.0")
}

const list = (value: unknown) => (Array.isArray(value) ? (value as Fields[]) : [])

/** The first text at one of these paths, be it there or in a `value` there. */
function first(fields: Fields, ...paths: string[]): string | undefined {
  for (const path of paths) {
    const found = path.split(".").reduce<unknown>((at, name) => (at as Fields | undefined)?.[name], fields)
    const text = typeof found === "object" && found !== null ? (found as Fields).value : found
    if (typeof text === "string") return text
  }
  return undefined
}

/** The same feed with its texts taken for HTML. */
export function withPlainTexts({ title, link, language, entries }: Feed): Feed {
  const plain = (text: string | undefined) => text && htmlText(text)
  return filled<Feed>({
    title: plain(title),
    link,
    language,
    entries: entries.map(entry => ({
      ...entry,
      ...filled<FeedEntry>({
        ...entry,
        title: plain(entry.title),
        content: plain(entry.content),
        summary: plain(entry.summary),
      } as never),
    })),
  })
}
