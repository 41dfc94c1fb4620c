import type { Span } from "../model/span.ts"
import { type Block, blocksOf, lettersIn } from "./page-blocks.ts"
import type { PageNode } from "./page-dom.ts"
import { linkListsOf } from "./page-links.ts"
import type { PageMark } from "./page-marks.ts"

/** The text of a part of a page, and what the page's markup says of stretches of it. */
export interface PageText {
  readonly text: string
  readonly marks: readonly { readonly span: Span; readonly mark: PageMark }[]
}

/** An element marked by a class name only is believed while it holds less than this share of the text, or less than so many characters. */
const MOST_MARKED = 0.2
const FEW_CHARACTERS = 300

/**
 * The text of an element as one reads it: blocks are paragraphs, separated by a blank line; `<br>` is a line break; white space
 * within a line is one space; table cells stand apart. No words are glued together. Marked are captions, menus, lists of links and
 * whatever the page's class names call furniture. `isOwnLink` tells whether an address stays on the site. O(nodes).
 */
export function textOfElement(root: PageNode, isOwnLink: (address: string) => boolean): PageText {
  const blocks = blocksOf(root, isOwnLink)
  const total = blocks.reduce((sum, block) => sum + block.text.length, 0)
  const lists = linkListsOf(blocks)
  const marks: { span: Span; mark: PageMark }[] = []
  let text = ""
  for (const block of blocks) {
    if (text !== "") text += "\n\n"
    const mark = labelOf(block, total) ?? lists.get(block) ?? (isTime(block) ? "date" : undefined)
    if (mark) marks.push({ span: { start: text.length, end: text.length + block.text.length }, mark })
    text += block.text
  }
  return { text, marks }
}

function labelOf({ labels }: Block, total: number): PageMark | undefined {
  const most = Math.max(FEW_CHARACTERS, MOST_MARKED * total)
  return labels.findLast(({ isSure, length }) => isSure || length <= most)?.mark
}

const isTime = ({ text, timed }: Block) => timed > 0 && timed >= lettersIn(text)
