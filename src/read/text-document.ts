import { type Contents, failed, inBatches } from "./contents.ts"
import { isJsonFeed } from "./feeds/is-json-feed.ts"
import { type Format, formatOfText } from "./format.ts"
import { type Metadata, readFrontMatter, readHeaderBlock } from "./header-block.ts"
import type { Input, Reading } from "./input.ts"
import { brokenJson, parseJson, readJsonValue } from "./json.ts"
import { readJsonLines } from "./json-lines.ts"
import { plainMarkdown } from "./markdown.ts"
import { problem } from "./problems.ts"

/** What holds reports in a form that is no text. */
const CONTAINER: Partial<Record<Format, string>> = { warc: "WARC", wacz: "WACZ", parquet: "Parquet" }

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
      if (promised !== undefined && promised in CONTAINER) {
        const message = `The name says ${CONTAINER[promised]}, but it holds plain text; not read.`
        yield failed(problem("broken-archive", where, message, "Rename it to .txt where it is a report."))
      } else yield withMetadata(readHeaderBlock(text), input)
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
      yield* (await import("./xml-document.ts")).readXml(text, input, reading)
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
  else if (isJsonFeed(parsed.value)) {
    const { readJsonFeed } = await import("./feeds/json-feed.ts")
    const { readEntries } = await import("./feeds/read-entries.ts")
    yield* readEntries(readJsonFeed(parsed.value, input.url), input, reading)
  } else yield* inBatches(input.where, readJsonValue(parsed.value, input.where))
}
