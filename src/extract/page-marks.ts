import type { FurnitureKind } from "../model/report.ts"
import type { PageNode } from "./page-dom.ts"

/** What a page itself says an element is. A byline is no furniture: it says who wrote the report. */
export type PageMark = FurnitureKind | "byline"

/** Words that class names and ids of news pages are made of, and what an element with one of them holds. */
const WORDS: Readonly<Record<PageMark, string>> = {
  caption:
    "caption captions figcaption imagecaption photocaption credit credits photocredit imagecredit gallery slideshow carousel lightbox",
  navigation:
    "nav menu submenu topnav subnav navbar breadcrumb breadcrumbs pagination pager tags taglist tagcloud toolbar skiplink",
  related:
    "related recirc recirculation recommended recommendations trending popular mostread readmore outbrain taboola",
  sharing: "share sharing sharebar sharetools social socials addthis sharethis sharedaddy",
  subscription: "newsletter newsletters signup subscribe subscription paywall",
  promotion: "promo promos promotion cta",
  advertisement: "ad ads advert adverts advertisement advertising adslot sponsored sponsor",
  comments: "comments commentlist disqus",
  copyright: "copyright",
  contact: "contact",
  date: "date datetime pubdate timestamp postinfo dateposted dateupdated published updated",
  author: "bio authorbio aboutauthor",
  byline: "byline bylines author authors",
  "correction-note": "",
}
const MARK_BY_WORD: ReadonlyMap<string, PageMark> = new Map(
  Object.entries(WORDS).flatMap(([mark, words]) =>
    words
      .split(" ")
      .filter(Boolean)
      .map(word => [word, mark as PageMark] as const),
  ),
)

/** For those who hear the page read out. */
const UNSEEN = /(?:^|\s)(?:sr-only|screen-reader(?:-text)?|visually-?hidden|assistive-text|offscreen)(?:$|\s)/i
/** Class names that are longer are made by programs and say nothing. */
const LONGEST_NAMES = 400

/**
 * What an element is by its name, or by the words in its class and id: `caption` for `InlineImage-imageCaption`. Undefined when
 * they say nothing. What holds much of the article is never furniture, whatever it is called; see `textOfElement`.
 */
export function markOf(node: PageNode, name: string): PageMark | undefined {
  if (name === "FIGCAPTION" || (name === "FIGURE" && isPicture(node))) return "caption"
  if (name === "NAV") return "navigation"
  const names = `${node.getAttribute("class") ?? ""} ${node.getAttribute("id") ?? ""}`.slice(0, LONGEST_NAMES)
  if (UNSEEN.test(names)) return "navigation"
  const words = names.match(/\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})/gu) ?? []
  const marks = words.flatMap(word => MARK_BY_WORD.get(word.toLowerCase()) ?? [])
  // "author-bio", "post-author-date": the last word is the narrower.
  return marks.at(-1)
}

/** A figure that shows something, and does not set off a part of the text. */
function isPicture(figure: PageNode): boolean {
  return (
    figure.querySelector("img, picture, video, iframe, svg") !== null &&
    figure.querySelector("table, blockquote, pre, p + p") === null
  )
}
