import { Readability } from "@mozilla/readability"
import type { PageNode } from "../../src/extract/page-dom.ts"
import { parsePage } from "../../src/extract/page-dom.ts"
import { textOfElement } from "../../src/extract/page-text.ts"

/** What the article finder gives without any rule of Hearsay's: Mozilla's Readability over linkedom, its result as text by blocks. */
export function readabilityAlone(html: string): string {
  const serializer = (node: unknown) => textOfElement(node as PageNode, () => false).text
  return new Readability(parsePage(html) as never, { disableJSONLD: true, serializer }).parse()?.content ?? ""
}
