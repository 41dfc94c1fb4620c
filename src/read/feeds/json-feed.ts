import { htmlText } from "../html-text.ts"
import { resolveAddress } from "../xml.ts"
import { type Feed, type FeedEntry, filled } from "./feed.ts"

type Fields = Readonly<Record<string, unknown>>

/** A JSON Feed, version 1 or 1.1. Fields of the wrong type are passed over. */
export function readJsonFeed(feed: Fields, address?: string): Feed {
  const base = text(feed.feed_url) ?? address
  const entries = Array.isArray(feed.items) ? feed.items.filter(isFields) : []
  return filled<Feed>({
    title: text(feed.title),
    link: text(feed.home_page_url),
    language: text(feed.language),
    entries: entries.map(entry => readEntry(entry, base)),
  })
}

function readEntry(entry: Fields, base: string | undefined): FeedEntry {
  const html = text(entry.content_html)
  const link = text(entry.url) ?? text(entry.external_url)
  return filled<FeedEntry>({
    title: text(entry.title),
    link: link && resolveAddress(link, base),
    guid: typeof entry.id === "number" ? String(entry.id) : text(entry.id),
    published: text(entry.date_published),
    modified: text(entry.date_modified),
    byline: names(entry.authors) ?? names([entry.author]),
    language: text(entry.language),
    content: html === undefined ? text(entry.content_text) : htmlText(html),
    summary: text(entry.summary),
    source: undefined,
  })
}

const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null
const text = (value: unknown) => (typeof value === "string" && value.trim() !== "" ? value.trim() : undefined)

function names(authors: unknown): string | undefined {
  if (!Array.isArray(authors)) return undefined
  return authors.flatMap(author => (isFields(author) ? (text(author.name) ?? []) : [])).join(", ") || undefined
}
