import { isAgencyXml, readNewsMl } from "./agency/newsml.ts"
import { type Contents, failed, inBatches } from "./contents.ts"
import { isJsonFeed, readJsonFeed } from "./feeds/json-feed.ts"
import { readFeedList } from "./feeds/opml.ts"
import { readEntries } from "./feeds/read-entries.ts"
import { isFeed, readXmlFeed } from "./feeds/xml-feed.ts"
import { type Format, formatOfText, READABLE } from "./format.ts"
import { type Metadata, readFrontMatter, readHeaderBlock } from "./header-block.ts"
import type { Input, Reading } from "./input.ts"
import { brokenJson, parseJson, readJsonValue } from "./json.ts"
import { readJsonLines } from "./json-lines.ts"
import { plainMarkdown } from "./markdown.ts"
import { problem } from "./problems.ts"
import { parseXml } from "./xml.ts"

/** The reports in a whole text, told by what it was promised to be and by its first characters. */
export async function* readTextDocument(
  text: string,
  promised: Format | undefined,
  input: Input,
  reading: Reading,
): AsyncGenerator<Contents> {
  const { where } = input
  switch (formatOfText(text, promised)) {
    case "html":
      yield { reports: [{ html: text, ...origin(input), where }], problems: [] }
      return
    case "text":
      yield withMetadata(readHeaderBlock(text), input)
      return
    case "markdown": {
      const { metadata, text: below } = readFrontMatter(text)
      const block = readHeaderBlock(below)
      yield withMetadata({ metadata: { ...block.metadata, ...metadata }, text: plainMarkdown(block.text) }, input)
      return
    }
    case "json":
      yield* readJson(text, input, reading)
      return
    case "json-lines":
      yield* readJsonLines(once(text), where, reading.maxBytes)
      return
    case "xml":
      yield* readXml(text, input, reading)
  }
}

/** Where and when an input that is one report was seen. */
const origin = ({ url, observed }: Input) => ({
  ...(url !== undefined && { url }),
  ...(observed !== undefined && { observed }),
})

function withMetadata({ metadata, text }: { metadata: Metadata; text: string }, input: Input): Contents {
  const { where } = input
  if (text.trim() === "") return failed(problem("empty-file", where, "The file holds metadata and no text."))
  return { reports: [{ ...origin(input), ...metadata, text, where }], problems: [] }
}

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text)
}

async function* readJson(text: string, input: Input, reading: Reading): AsyncGenerator<Contents> {
  const parsed = parseJson(text)
  if ("error" in parsed) yield failed(brokenJson(input.where, parsed.error))
  else if (isJsonFeed(parsed.value)) yield* readEntries(readJsonFeed(parsed.value, input.url), input, reading)
  else yield* inBatches(input.where, readJsonValue(parsed.value, input.where))
}

async function* readXml(text: string, input: Input, reading: Reading): AsyncGenerator<Contents> {
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
