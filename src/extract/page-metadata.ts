import { isoDate } from "./dates.ts"
import { articleOfLinkedData, type LinkedArticle } from "./linked-data.ts"
import type { Page } from "./page-dom.ts"
import { cleanTitle } from "./title.ts"

/** What a page says about its article. Dates are as written where `isoDate` cannot read them: see `unreadable`. */
export interface PageMetadata {
  readonly title?: string
  readonly outlet?: string
  readonly url?: string
  readonly published?: string
  readonly modified?: string
  readonly language?: string
  readonly byline?: string
  /** Dates that are given and cannot be read. */
  readonly unreadable: readonly string[]
}

const PUBLISHED = [
  "article:published_time", "article:published", "og:published_time", "datepublished", "date", "dc.date", "dc.date.issued",
  "dc.date.created", "dcterms.date", "dcterms.created", "dcterms.issued", "pubdate", "publishdate", "publish-date", "publish_date",
  "publication_date", "parsely-pub-date", "sailthru.date", "article.published", "published_at", "created",
] // biome-ignore format: a table
const MODIFIED = [
  "article:modified_time", "article:modified", "og:updated_time", "article:updated_time", "datemodified", "last-modified",
  "lastmod", "dcterms.modified", "dc.date.modified", "article.updated", "revision_date",
] // biome-ignore format: a table

/**
 * Title, outlet, address, dates, language and byline of a page: from its meta tags, its linked data (JSON-LD), its headings and
 * `<time>` elements, in an order that prefers what is written for machines and about this article.
 */
export function readPageMetadata(page: Page, address: string | undefined): PageMetadata {
  const meta = metaTags(page)
  const linked = articleOfLinkedData(texts(page, 'script[type="application/ld+json"]'))
  const url = webAddress(page.querySelector('link[rel="canonical"]')?.getAttribute("href"), meta("og:url"), linked.url)
  const outlet = firstOf(meta("og:site_name"), linked.publisher, domain(address ?? url))
  const published = firstDate([
    ...PUBLISHED.slice(0, 3).map(meta),
    linked.published,
    ...PUBLISHED.slice(3).map(meta),
    ...times(page),
  ])
  const modified = firstDate([...MODIFIED.map(meta), linked.modified])
  return defined({
    title: titleOf(page, meta, linked, outlet),
    outlet,
    url,
    published: published.date,
    modified: modified.date,
    language: firstOf(
      page.documentElement?.getAttribute("lang"),
      meta("og:locale")?.replace("_", "-"),
      meta("content-language"),
    ),
    byline: firstOf(
      meta("author"),
      meta("article:author")?.match(/^https?:/) ? undefined : meta("article:author"),
      linked.author,
    ),
    unreadable: [...published.unreadable, ...modified.unreadable],
  })
}

type Maybe = string | null | undefined

function metaTags(page: Page): (name: string) => string | undefined {
  const contents = new Map<string, string>()
  for (const tag of page.querySelectorAll("meta")) {
    const name = firstOf(
      tag.getAttribute("property"),
      tag.getAttribute("name"),
      tag.getAttribute("itemprop"),
    )?.toLowerCase()
    const content = tag.getAttribute("content")?.trim()
    if (name && content && !contents.has(name)) contents.set(name, content)
  }
  return name => contents.get(name)
}

function titleOf(
  page: Page,
  meta: (name: string) => string | undefined,
  linked: LinkedArticle,
  outlet: Maybe,
): string | undefined {
  const headings = texts(page, "h1").slice(0, 5)
  const given = firstOf(meta("og:title"), linked.headline, meta("twitter:title"), headings[0], texts(page, "title")[0])
  return given && cleanTitle(given, outlet ?? undefined, headings)
}

function texts(page: Page, selector: string): string[] {
  return [...page.querySelectorAll(selector)].map(node => (node.textContent ?? "").trim()).filter(text => text !== "")
}

/** `<time>` elements that are marked as the date of publication, else the first of the article. */
function times(page: Page): Maybe[] {
  const of = (selector: string) => page.querySelector(selector)?.getAttribute("datetime")
  return [
    of("time[itemprop='datePublished']"),
    of("time[pubdate]"),
    of("article time[datetime]"),
    of("header time[datetime]"),
    of("time[datetime]"),
  ]
}

/** The first date that can be read; when none can, those that are written. */
function firstDate(written: readonly Maybe[]): { date?: string; unreadable: string[] } {
  // The year 1 is what some programs print for "no date".
  const given = written.filter((each): each is string => /\S/.test(each ?? "") && !/^000[01]-/.test(each ?? ""))
  for (const each of given) {
    const date = isoDate(each)
    if (date) return { date, unreadable: [] }
  }
  return { unreadable: given.slice(0, 1) }
}

function webAddress(...candidates: Maybe[]): string | undefined {
  return candidates.find((candidate): candidate is string => /^https?:\/\/[^\s/]+/i.test(candidate ?? ""))
}

/** The host of an address without `www.`, where nothing better names the outlet. */
function domain(address: Maybe): string | undefined {
  return /^https?:\/\/(?:www\d?\.)?([^/:?#\s]+)/i.exec(address ?? "")?.[1]?.toLowerCase()
}

function firstOf(...candidates: Maybe[]): string | undefined {
  return candidates.find(candidate => candidate?.trim())?.trim()
}

function defined(
  metadata: { [K in keyof PageMetadata]: PageMetadata[K] | undefined } & { unreadable: string[] },
): PageMetadata {
  const entries = Object.entries(metadata).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as unknown as PageMetadata
}
