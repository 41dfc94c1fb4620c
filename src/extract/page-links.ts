import { type Block, lettersIn } from "./page-blocks.ts"

/** A block is a link when so much of it is. */
const LINKED = 0.8
/** A link of fewer words that stands alone may be a name, a heading or a source. */
const FEWEST_WORDS = 4
/** So many links in a row are a list, however short they are. */
const FEWEST_LINKS = 3

/**
 * The blocks that lead elsewhere on the site and are nothing else: a menu, a list of other reports, or one set between two
 * paragraphs. O(blocks).
 */
export function linkListsOf(blocks: readonly Block[]): ReadonlyMap<Block, "navigation" | "related"> {
  const found = new Map<Block, "navigation" | "related">()
  let run: Block[] = []
  const close = () => {
    const words = run.reduce((sum, { text }) => sum + wordsIn(text), 0)
    const isList = run.length >= FEWEST_LINKS
    const kind = words < FEWEST_WORDS * run.length ? "navigation" : "related"
    for (const block of run) if (isList || wordsIn(block.text) >= FEWEST_WORDS) found.set(block, kind)
    run = []
  }
  for (const block of blocks)
    if (block.linked >= LINKED * lettersIn(block.text)) run.push(block)
    else close()
  close()
  return found
}

const wordsIn = (text: string) => text.split(/\s+/).length

/**
 * Whether an address leads to another page of the site that `address` is on. Where that is not known, only addresses without a
 * host count; links within the page never do.
 */
export function ownLinks(address: string | undefined): (href: string) => boolean {
  const site = siteOf(address ?? "")
  return href => {
    if (/^(?:#|$|javascript:|mailto:|tel:)/i.test(href)) return false
    if (/^(?:https?:)?\/\//i.test(href)) return site !== undefined && siteOf(href) === site && !isSame(href, address!)
    return true
  }
}

/** The last two parts of an address's host, or three where the last ones are short: "bell.example", "bell.co.uk". */
function siteOf(address: string): string | undefined {
  const host = /^(?:https?:)?\/\/([^/:?#\s]+)/i.exec(address)?.[1]?.toLowerCase()
  const parts = host?.split(".") ?? []
  const isShort = parts.length > 2 && parts.at(-1)!.length === 2 && parts.at(-2)!.length <= 3
  return host && parts.slice(isShort ? -3 : -2).join(".")
}

const isSame = (href: string, address: string) => bare(href) === bare(address)
const bare = (address: string) => address.replace(/^(?:https?:)?\/\/|[?#].*$|\/+$/g, "")
