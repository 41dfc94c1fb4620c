import { htmlText } from "../html-text.ts"
import { child, childrenOf, resolveAddress, textOf, type XmlElement } from "../xml.ts"
import { bylineOf } from "./bylines.ts"
import { constructText, plainText } from "./constructs.ts"
import { type Feed, type FeedEntry, filled } from "./feed.ts"

/** Roots of the feeds that are read: RSS 0.9x and 2.0, RSS 1.0 (RDF), Atom 0.3 and 1.0. */
const ROOTS = new Set(["rss", "rdf:rdf", "rdf", "feed", "channel"])

/** Whether an XML document is a feed. */
export const isFeed = ({ name }: XmlElement): boolean => ROOTS.has(name)

/**
 * A feed out of its XML: RSS, RDF, Atom, with the usual extensions (Dublin Core, `content:encoded`, Media RSS, FeedBurner's links).
 * Names are those of `parseXml`. Linear in the document.
 */
export function readXmlFeed(root: XmlElement): Feed {
  const channel = root.name === "feed" || root.name === "channel" ? root : (child(root, "channel") ?? root)
  const entries = [...childrenOf(channel), ...(channel === root ? [] : childrenOf(root))].filter(
    ({ name }) => name === "item" || name === "entry",
  )
  return filled<Feed>({
    title: constructText(child(channel, "title", "dc:title")),
    link: linkOf(channel),
    language: languageOf(channel),
    entries: entries.map(entry => readEntry(entry)),
  })
}

function readEntry(entry: XmlElement): FeedEntry {
  const guid = textOf(child(entry, "guid", "id", "dc:identifier")) ?? entry.attributes.about
  return filled<FeedEntry>({
    title: constructText(child(entry, "title", "dc:title", "media:title")),
    link: linkOf(entry) ?? permalink(child(entry, "guid")),
    guid,
    published: dateOf(
      entry,
      "pubdate",
      "published",
      "issued",
      "dcterms:issued",
      "dc:date",
      "created",
      "dcterms:created",
    ),
    modified: dateOf(entry, "updated", "modified", "dcterms:modified") ?? entry.attributes.lastmod,
    byline: bylineOf(entry),
    language: languageOf(entry),
    content: longestText(childrenOf(entry), CONTENTS),
    summary: longestText([...childrenOf(entry), ...childrenOf(child(entry, "media:group"))], SUMMARIES),
    source: sourceOf(entry),
  })
}

const CONTENTS = new Set(["content:encoded", "content", "xhtml:body", "body", "fullitem", "xhtml:div"])
const SUMMARIES = new Set([
  "summary",
  "description",
  "abstract",
  "dc:description",
  "dcterms:abstract",
  "itunes:summary",
  "media:description",
])

/** An entry often carries a text twice, once cut. */
function longestText(elements: readonly XmlElement[], names: ReadonlySet<string>): string | undefined {
  const texts = elements.filter(({ name }) => names.has(name)).map(constructText)
  return texts.reduce((best, text) => ((text?.length ?? 0) > (best?.length ?? 0) ? text : best), undefined)
}

/** The address of the article itself rather than of a counter of clicks; of several, the page. */
function linkOf(element: XmlElement): string | undefined {
  const counted = child(element, "feedburner:origlink")
  if (counted) return addressIn(counted, textOf(counted))
  const links = childrenOf(element, "link").filter(
    ({ attributes: { rel } }) => rel === undefined || rel === "alternate",
  )
  const best =
    links.find(({ attributes: { href, type } }) => href !== undefined && (type ?? "text/html").includes("html")) ??
    links[0]
  // Microsoft's channels (CDF) carry the address on the element itself.
  if (!best) return addressIn(element, element.attributes.href)
  return addressIn(best, best.attributes.href ?? textOf(best))
}

/** A guid that is an address, unless it says that it is none. */
function permalink(guid: XmlElement | undefined): string | undefined {
  const text = textOf(guid)
  if (!guid || text === undefined || guid.attributes.ispermalink?.toLowerCase() === "false") return undefined
  return /^https?:/i.test(text) ? addressIn(guid, text) : undefined
}

/** A web address made whole; other schemes (`javascript:`, `file:`) are none. */
function addressIn(element: XmlElement, written: string | undefined): string | undefined {
  if (written === undefined) return undefined
  const whole = resolveAddress(written, element.base)
  return whole && /^https?:/.test(whole) ? whole : undefined
}

function dateOf(entry: XmlElement, ...names: string[]): string | undefined {
  for (const name of names) {
    const written = textOf(child(entry, name))
    if (written) return written
  }
  return undefined
}

function languageOf(element: XmlElement): string | undefined {
  return (textOf(child(element, "language", "dc:language")) ?? element.language)?.replace("_", "-")
}

/** RSS names the real publisher in `<source url>`; Atom puts the head of the feed that an entry was taken from there. */
function sourceOf(entry: XmlElement): FeedEntry["source"] | undefined {
  const source = child(entry, "source")
  if (!source) return undefined
  const isContainer = childrenOf(source).length > 0
  const title = isContainer ? constructText(child(source, "title")) : plainText(htmlText(textOf(source) ?? ""))
  const link = isContainer ? linkOf(source) : addressIn(source, source.attributes.url)
  const found = filled<NonNullable<FeedEntry["source"]>>({ title, link })
  return Object.keys(found).length > 0 ? found : undefined
}
