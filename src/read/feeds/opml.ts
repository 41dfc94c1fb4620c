import { type Contents, collect, failed, inBatches } from "../contents.ts"
import { inOrder } from "../in-order.ts"
import type { Input, Reading } from "../input.ts"
import { problem } from "../problems.ts"
import { childrenOf, type XmlElement } from "../xml.ts"

/** So many feeds are on their way at once; each host is asked at its own rate. */
const AT_ONCE = 8

/**
 * The addresses of the feeds in an OPML list, in its order, each once. Files are named relative to the list.
 */
export function feedAddresses(root: XmlElement): string[] {
  const found = new Set<string>()
  const walk = (element: XmlElement): void => {
    const address = element.attributes.xmlurl?.trim()
    if (element.name === "outline" && address) found.add(address)
    for (const each of childrenOf(element)) walk(each)
  }
  walk(root)
  return [...found]
}

/** The reports in all feeds of a list. A feed that fails is a problem, and the others are read. */
export async function* readFeedList(root: XmlElement, input: Input, reading: Reading): AsyncGenerator<Contents> {
  if (!reading.lists) {
    yield failed(problem("too-deep", input.where, "A list inside a list inside a list; not followed."))
    return
  }
  const addresses = feedAddresses(root)
  if (addresses.length === 0) {
    yield failed(problem("no-text-field", input.where, "A list of feeds that names none."))
    return
  }
  yield* inBatches(
    input.where,
    inOrder(addresses, AT_ONCE, address => collect(reading.follow(address, input))),
  )
}
