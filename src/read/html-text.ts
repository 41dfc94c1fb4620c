import { markupParser } from "./markup-parser.ts"
import type { XmlElement } from "./xml.ts"

/** Elements that stand on lines of their own. */
const BLOCKS = new Set(
  (
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form " +
    "h1 h2 h3 h4 h5 h6 header hl1 hl2 hr li main media nav ol p pre section summary table tbody td tfoot th thead tr ul"
  ).split(" "),
)
/** Elements whose text nobody sees. */
const UNSEEN = new Set("script style template noscript head textarea select svg math".split(" "))

/** Puts text together as a reader sees it: white space made one, a blank line between blocks. */
function textWriter() {
  const parts: string[] = []
  let atStart = true
  let gap: "" | " " | "\n" | "\n\n" = ""
  const wider = (other: typeof gap) => {
    if (other.length > gap.length || (other === "\n" && gap === " ")) gap = other
  }
  return {
    block: () => wider("\n\n"),
    line: () => wider("\n"),
    words(text: string): void {
      const bare = text.replace(/[ \t\n\r\f]+/g, " ")
      const begins = bare.startsWith(" ") ? 1 : 0
      const ends = bare.length > begins && bare.endsWith(" ") ? 1 : 0
      if (begins) wider(" ")
      if (bare.length === begins) return
      if (!atStart) parts.push(gap)
      parts.push(bare.slice(begins, bare.length - ends))
      atStart = false
      gap = ends ? " " : ""
    },
    text: () => parts.join(""),
  }
}

/**
 * The text of a piece of HTML as a reader sees it, a blank line between blocks; scripts and styles have none. For pieces that
 * are all article, such as a feed's content; a whole page goes to the extract stage. Linear in the text.
 * @example htmlText("<p>Grain &amp; oil<br>left</p><p>port.</p>") // => "Grain & oil\nleft\n\nport."
 */
export function htmlText(html: string): string {
  const writer = textWriter()
  let unseen = 0
  let depth = 0
  const parser = new (markupParser())({
    onopentagname(name) {
      depth++
      if (UNSEEN.has(name)) unseen++
      if (name === "br") writer.line()
      else if (BLOCKS.has(name)) writer.block()
    },
    ontext(words) {
      if (unseen === 0) writer.words(words)
    },
    onclosetag(name) {
      depth--
      if (UNSEEN.has(name)) unseen--
      if (BLOCKS.has(name)) writer.block()
    },
  })
  // What nests deeper than any page is read to where it does; the parser's work would grow with the square.
  for (let from = 0; from < html.length && depth < DEEPEST; from += PIECE) parser.write(html.slice(from, from + PIECE))
  parser.end()
  return writer.text()
}

const DEEPEST = 1000
const PIECE = 65_536

/** The same of an element of XML that holds XHTML or NITF. */
export function elementText(element: XmlElement): string {
  const writer = textWriter()
  const walk = ({ name, children }: XmlElement): void => {
    const local = name.slice(name.indexOf(":") + 1)
    if (UNSEEN.has(local)) return
    if (local === "br") writer.line()
    const isBlock = BLOCKS.has(local)
    if (isBlock) writer.block()
    for (const each of children) {
      if (typeof each === "string") writer.words(each)
      else walk(each)
    }
    if (isBlock) writer.block()
  }
  walk(element)
  return writer.text()
}
