import type { PageNode } from "./page-dom.ts"

/** Elements that never hold others, and those whose end tag is left out so often that an unclosed one is no nesting. */
const FLAT =
  /^(?:area|base|basefont|bgsound|br|col|embed|frame|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|tr|td|th|thead|tbody|tfoot|option|optgroup|colgroup)$/

/** Elements whose content is no markup. */
const RAW = /^(?:script|style|textarea|title)$/

/**
 * Whether a page's tags look nested deeper than `limit`, told by one scan before any parser sees it. Markup made to mislead can pass;
 * for that the tree is measured too. O(length).
 */
export function looksDeeperThan(html: string, limit: number): boolean {
  const open: string[] = []
  const tag = /<(\/?)([a-z][\w:-]{0,40})|<!--/gi
  for (let match = tag.exec(html); match; match = tag.exec(html)) {
    const [whole, slash, raw] = match
    if (whole === "<!--") {
      tag.lastIndex = after(html, /-->/g, tag.lastIndex)
      continue
    }
    const name = raw!.toLowerCase()
    if (slash) close(open, name)
    else if (RAW.test(name)) tag.lastIndex = after(html, new RegExp(`</${name}`, "gi"), tag.lastIndex)
    else if (!FLAT.test(name) && open.push(name) > limit) return true
  }
  return false
}

function after(html: string, mark: RegExp, from: number): number {
  mark.lastIndex = from
  return mark.test(html) ? mark.lastIndex : html.length
}

/** An end tag closes all that its element holds; one that fits nothing open is passed over. */
function close(open: string[], name: string): void {
  const at = open.lastIndexOf(name)
  if (at >= 0) open.length = at
}

/** Whether a tree is deeper than `limit`. Walks it without recursion, which a deep tree would exhaust. O(nodes). */
export function isDeeperThan(root: PageNode, limit: number): boolean {
  let level: PageNode[] = [root]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true
    level = level.flatMap(node => [...node.childNodes])
  }
  return false
}
