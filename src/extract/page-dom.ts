import { parseHTML } from "linkedom/worker"

/** What this stage uses of a page's nodes. */
export interface PageNode {
  readonly nodeType: number
  readonly nodeName: string
  readonly nodeValue: string | null
  readonly childNodes: Iterable<PageNode>
  readonly textContent: string | null
  getAttribute(name: string): string | null
  querySelector(selector: string): PageNode | null
  querySelectorAll(selector: string): Iterable<PageNode>
}

/** A page as a tree. Nothing in it is run or fetched. */
export interface Page extends PageNode {
  readonly documentElement: PageNode | null
  readonly body: PageNode | null
}

/** The tree of a page. Whoever calls makes sure it is not nested too deep. */
export function parsePage(html: string): Page {
  // A page that is only a fragment gets the elements the article finder expects.
  const whole = /<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`
  return parseHTML(whole).document as unknown as Page
}
