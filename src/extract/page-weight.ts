import type { PageNode } from "./page-dom.ts"

/** What an element or a stretch of text costs beyond its characters, in characters. */
const NODE_COST = 30

/**
 * Whether looking for a page's article would cost more than `limit`. The article finder reads the text below every element anew, so
 * each character counts once for every element around it, and each node as a few characters more. Scripts and styles are taken out
 * before and do not count. Walks the tree without recursion. O(nodes).
 */
export function isHeavierThan(root: PageNode, limit: number): boolean {
  let weight = 0
  let level: PageNode[] = [root]
  for (let depth = 0; level.length > 0; depth++) {
    for (const node of level) weight += depth * (NODE_COST + (node.nodeType === 3 ? (node.nodeValue?.length ?? 0) : 0))
    if (weight > limit) return true
    level = level.flatMap(node => (UNSEEN.test(node.nodeName) ? [] : [...node.childNodes]))
  }
  return false
}

const UNSEEN = /^(?:script|style|noscript)$/i
