import { Readability } from "@mozilla/readability"
import { isDeeperThan, looksDeeperThan } from "./page-depth.ts"
import { type Page, type PageNode, parsePage } from "./page-dom.ts"
import { ownLinks } from "./page-links.ts"
import { type PageMetadata, readPageMetadata } from "./page-metadata.ts"
import { type PageText, textOfElement } from "./page-text.ts"
import { isHeavierThan } from "./page-weight.ts"

/** A page's article, or why there is none. */
export type Article =
  | {
      readonly kind: "article"
      readonly text: string
      readonly marks: PageText["marks"]
      readonly metadata: PageMetadata
    }
  | { readonly kind: "too-deep" | "no-article" }
  | { readonly kind: "cannot-read"; readonly why: string }

/** Browsers stop nesting at 512 too; deeper pages are broken or hostile. */
const DEEPEST = 512
/** News pages have up to some three thousand tags. */
const MOST_TAGS = 30_000
/** Of 181 news pages the heaviest weighs a tenth of this; at the limit the search takes about a second. */
const HEAVIEST = 40_000_000

/** The article of a page: its text, what its markup calls furniture, and its metadata. Nothing in the page is run or fetched. */
export function readPage(html: string, address: string | undefined): Article {
  if (looksDeeperThan(html, DEEPEST)) return { kind: "too-deep" }
  if (hasMoreTags(html, MOST_TAGS)) return { kind: "no-article" }
  try {
    return takeApart(html, address)
  } catch (error) {
    // The parser and the article finder are other people's, and pages made to break them exist.
    return { kind: "cannot-read", why: (error as Error).message.slice(0, 200) }
  }
}

function takeApart(html: string, address: string | undefined): Article {
  const page = parsePage(html)
  if (isDeeperThan(page, DEEPEST)) return { kind: "too-deep" }
  if (isHeavierThan(page, HEAVIEST)) return { kind: "no-article" }
  // First the metadata: looking for the article takes the page apart.
  const metadata = readPageMetadata(page, address)
  const { text, marks } = articleText(page, address ?? metadata.url)
  return text === "" ? { kind: "no-article" } : { kind: "article", text, marks, metadata }
}

function hasMoreTags(html: string, limit: number): boolean {
  let tags = 0
  for (let at = html.indexOf("<"); at >= 0 && tags <= limit; at = html.indexOf("<", at + 1)) tags++
  return tags > limit
}

function articleText(page: Page, address: string | undefined): PageText {
  const isOwnLink = ownLinks(address)
  const finder = new Readability(page as never, {
    disableJSONLD: true,
    keepClasses: true,
    serializer: node => textOfElement(node as unknown as PageNode, isOwnLink),
  })
  return finder.parse()?.content ?? { text: "", marks: [] }
}
