import { parseXml } from "../xml.ts"
import type { Feed } from "./feed.ts"
import { isJsonFeed } from "./is-json-feed.ts"
import { readJsonFeed } from "./json-feed.ts"
import { isFeed, readXmlFeed } from "./xml-feed.ts"

/**
 * A feed out of its text, whatever kind it is: RSS, RDF, Atom, JSON Feed. `address`: where it was found, for relative addresses in
 * it. Undefined when it is none. Linear in the text.
 * @example readFeed("<rss><channel><title>The Bell</title></channel></rss>") // => { title: "The Bell", entries: [] }
 */
export function readFeed(text: string, address?: string): Feed | undefined {
  if (/^\s*\{/.test(text)) {
    const value: unknown = JSON.parse(text)
    return isJsonFeed(value) ? readJsonFeed(value, address) : undefined
  }
  const document = parseXml(text, address)
  return document.kind === "root" && isFeed(document.root) ? readXmlFeed(document.root) : undefined
}
