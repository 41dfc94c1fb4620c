import { isAgencyXml, readNewsMl } from "./agency/newsml.ts"
import { type Contents, failed } from "./contents.ts"
import { readFeedList } from "./feeds/opml.ts"
import { readEntries } from "./feeds/read-entries.ts"
import { isFeed, readXmlFeed } from "./feeds/xml-feed.ts"
import { READABLE } from "./format.ts"
import type { Input, Reading } from "./input.ts"
import { problem } from "./problems.ts"
import { parseXml } from "./xml.ts"

/** The reports in an XML document, told by its root: a feed, a list of feeds, NewsML-G2 or NITF. Loaded when one is met. */
export async function* readXml(text: string, input: Input, reading: Reading): AsyncGenerator<Contents> {
  const { where } = input
  const document = parseXml(text, input.url)
  if (document.kind === "none") yield failed(problem("broken-xml", where, "No XML: it has no element."))
  else if (document.kind !== "root") yield failed(problem("too-deep", where, "XML nested too deep."))
  else {
    const { root, unclosed } = document
    if (unclosed !== undefined) yield failed(cutXml(where, unclosed))
    if (isFeed(root)) yield* readEntries(readXmlFeed(root), input, reading)
    else if (root.name === "opml") yield* readFeedList(root, input, reading)
    else if (isAgencyXml(root)) yield* readNewsMl(root, where)
    else
      yield failed(
        problem("unknown-format", where, `XML with the root <${root.name.slice(0, 60)}> is not read.`, READABLE),
      )
  }
}

const cutXml = (where: string, element: string) =>
  problem("cut-short", where, `Ends inside the element <${element.slice(0, 60)}>; what came before is read.`)
