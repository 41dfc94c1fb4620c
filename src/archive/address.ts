import { hash } from "node:crypto"
import normalizeUrl from "normalize-url"

const SAME_PAGE = {
  stripProtocol: true,
  stripHash: true,
  stripWWW: true,
  sortQueryParameters: true,
  removeQueryParameters: [/^utm_\w+/i, "fbclid", "gclid"],
}

/**
 * A whole number for a page, by which its versions are known: the same for `http` and `https`, with and without `www.`, a slash at the end, a place in the
 * page, or what says by which way a reader came.
 *
 * @example addressOf("https://marl.example/a?utm_source=feed") === addressOf("http://www.marl.example/a/") // => true
 */
export function addressOf(url: string): number {
  return hash53(/^https?:/i.test(url) && URL.canParse(url) ? normalizeUrl(url, SAME_PAGE) : url)
}

/** A whole number below 2⁵³, exact as a number and as an integer of SQLite. */
export function hash53(text: string): number {
  return Number.parseInt(hash("sha1", text, "hex").slice(0, 13), 16)
}
