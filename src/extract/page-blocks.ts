import type { PageNode } from "./page-dom.ts"
import { markOf, type PageMark } from "./page-marks.ts"

const BLOCK =
  /^(?:ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|CENTER|DD|DETAILS|DIV|DL|DT|FIELDSET|FIGCAPTION|FIGURE|FOOTER|FORM|H[1-6]|HEADER|HR|LI|MAIN|NAV|OL|P|PRE|SECTION|SUMMARY|TABLE|TBODY|THEAD|TR|UL)$/
const SKIPPED =
  /^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE|SVG|IFRAME|OBJECT|BUTTON|SELECT|TEXTAREA|HEAD|VIDEO|AUDIO|CANVAS|MATH)$/

/** So many marked elements around a block are looked at, the innermost ones. */
const MOST_LABELS = 8

/** A paragraph of a page as it is written. */
export interface Block {
  readonly text: string
  /** Letters of it in links that stay on the site, and in `<time>` elements. */
  readonly linked: number
  readonly timed: number
  /** Whether it is an item of a list. */
  readonly isItem: boolean
  readonly labels: readonly Label[]
}

/** A marked element that stands open, and how much text it turned out to hold. */
export interface Label {
  readonly mark: PageMark
  /** Captions in `<figcaption>` and the like are believed however long they are. */
  readonly isSure: boolean
  length: number
}

/** How much of a text is not white space. */
export const lettersIn = (text: string) => text.replace(/\s+/g, "").length

/** The blocks of an element in the order of the text: elements that browsers set apart. O(nodes). */
export function blocksOf(root: PageNode, isOwnLink: (address: string) => boolean): Block[] {
  const blocks: Block[] = []
  const labels: Label[] = []
  let open = { line: "", linked: 0, timed: 0 }
  let items = 0
  const close = () => {
    const text = open.line
      .replace(/[^\S\n]+/g, " ")
      .replace(/ ?\n ?/g, "\n")
      .replace(/\n{2,}/g, "\n\n")
      .trim()
    for (const label of labels) label.length += text.length
    if (text !== "")
      blocks.push({
        text,
        linked: open.linked,
        timed: open.timed,
        isItem: items > 0,
        labels: labels.slice(-MOST_LABELS),
      })
    open = { line: "", linked: 0, timed: 0 }
  }
  const visit = (node: PageNode, inLink: boolean, inTime: boolean) => {
    if (node.nodeType === 3) {
      const words = (node.nodeValue ?? "").replace(/\s+/g, " ")
      open.line += words
      if (inLink) open.linked += lettersIn(words)
      if (inTime) open.timed += lettersIn(words)
    }
    if (node.nodeType !== 1) return
    const name = node.nodeName.toUpperCase()
    if (SKIPPED.test(name)) return
    if (name === "BR") open.line += "\n"
    const isBlock = BLOCK.test(name)
    if (isBlock) close()
    const mark = isBlock ? markOf(node, name) : undefined
    if (mark) labels.push({ mark, isSure: name === "FIGCAPTION" || name === "FIGURE", length: 0 })
    if (name === "LI") items++
    const isLink = inLink || (name === "A" && isOwnLink(node.getAttribute("href") ?? ""))
    for (const child of node.childNodes) visit(child, isLink, inTime || name === "TIME")
    if (name === "TD" || name === "TH") open.line += " "
    if (isBlock) close()
    if (name === "LI") items--
    if (mark) labels.pop()
  }
  visit(root, false, false)
  close()
  return blocks
}
