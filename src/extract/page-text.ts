import type { Span } from "../model/span.ts"
import type { PageNode } from "./page-dom.ts"

const BLOCK =
  /^(?:ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|CENTER|DD|DETAILS|DIV|DL|DT|FIELDSET|FIGCAPTION|FIGURE|FOOTER|FORM|H[1-6]|HEADER|HR|LI|MAIN|NAV|OL|P|PRE|SECTION|SUMMARY|TABLE|TBODY|THEAD|TR|UL)$/
const SKIPPED =
  /^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE|SVG|IFRAME|OBJECT|BUTTON|SELECT|TEXTAREA|HEAD|VIDEO|AUDIO|CANVAS|MATH)$/

/** The text of a part of a page, and which of it are captions. */
export interface PageText {
  readonly text: string
  readonly captions: readonly Span[]
}

/**
 * The text of an element as one reads it: blocks are paragraphs, separated by a blank line; `<br>` is a line break; white space
 * within a line is one space; table cells stand apart. No words are glued together. O(nodes).
 */
export function textOfElement(root: PageNode): PageText {
  const blocks: { text: string; isCaption: boolean }[] = []
  let line = ""
  let captions = 0
  const close = () => {
    const text = line
      .replace(/[^\S\n]+/g, " ")
      .replace(/ ?\n ?/g, "\n")
      .replace(/\n{2,}/g, "\n\n")
      .trim()
    if (text !== "") blocks.push({ text, isCaption: captions > 0 })
    line = ""
  }
  const visit = (node: PageNode) => {
    if (node.nodeType === 3) line += (node.nodeValue ?? "").replace(/\s+/g, " ")
    if (node.nodeType !== 1) return
    const name = node.nodeName.toUpperCase()
    if (SKIPPED.test(name)) return
    if (name === "BR") line += "\n"
    const isBlock = BLOCK.test(name)
    const isCaption = name === "FIGCAPTION"
    if (isBlock) close()
    if (isCaption) captions++
    for (const child of node.childNodes) visit(child)
    if (name === "TD" || name === "TH") line += " "
    if (isBlock) close()
    if (isCaption) captions--
  }
  visit(root)
  close()
  return joined(blocks)
}

function joined(blocks: readonly { text: string; isCaption: boolean }[]): PageText {
  const captions: Span[] = []
  let text = ""
  for (const block of blocks) {
    if (text !== "") text += "\n\n"
    if (block.isCaption) captions.push({ start: text.length, end: text.length + block.text.length })
    text += block.text
  }
  return { text, captions }
}
