import type { Problem } from "../model/problem.ts"
import type { Report } from "../model/report.ts"
import { type ByteLine, byteLines, readCapped } from "./bytes.ts"
import { decode } from "./decode.ts"
import { type Format, foreignFormat, formatOfText } from "./format.ts"
import { type Metadata, readFrontMatter, readHeaderBlock } from "./header-block.ts"
import { type Contents, readJson, readJsonLine } from "./json.ts"
import { plainMarkdown } from "./markdown.ts"
import { problem, problemList, tooLarge } from "./problems.ts"

/**
 * The reports in one stream of bytes. `promised` is the format its name tells, if any; content that is plainly a page is read
 * as one. `maxBytes` limits a document: a whole file, or one line of JSON lines.
 */
export async function readDocument(
  stream: AsyncIterable<Uint8Array>,
  where: string,
  promised: Format | undefined,
  maxBytes: number,
): Promise<Contents> {
  if (promised === "json-lines") return readLines(byteLines(stream, maxBytes), where, maxBytes)
  const bytes = await readCapped(stream, maxBytes)
  if (bytes === "too-large") return failed(tooLarge(where, maxBytes))
  if (bytes.length === 0) return failed(problem("empty-file", where, "The file is empty."))
  const foreign = foreignFormat(bytes)
  if (foreign) return failed(problem("unknown-format", where, `${foreign} is not read.`, READABLE))
  const decoded = decode(bytes)
  if (decoded.kind === "binary") return failed(problem("not-text", where, "Binary data, no text.", READABLE))
  const { text, doubt } = decoded
  if (text.trim() === "") return failed(problem("empty-file", where, "The file holds nothing but white space."))
  const contents = await readText(text, where, promised, maxBytes)
  return doubt ? { ...contents, problems: [{ ...doubt, where }, ...contents.problems] } : contents
}

const READABLE = "Hearsay reads text, Markdown, HTML, JSON and JSON lines."

async function readText(
  text: string,
  where: string,
  promised: Format | undefined,
  maxBytes: number,
): Promise<Contents> {
  const format = formatOfText(text, promised)
  switch (format) {
    case "html":
      return { reports: [{ html: text, where }], problems: [] }
    case "text":
      return withMetadata(readHeaderBlock(text), where)
    case "markdown": {
      const { metadata, text: below } = readFrontMatter(text)
      const block = readHeaderBlock(below)
      return withMetadata({ metadata: { ...block.metadata, ...metadata }, text: plainMarkdown(block.text) }, where)
    }
    case "json": {
      // JSON lines often come under the name of JSON, and on standard input without any.
      if (!isJsonLines(text)) return readJson(text, where)
      return readLines(byteLines(chunkOf(text), maxBytes), where, maxBytes)
    }
    case "json-lines":
      return readLines(byteLines(chunkOf(text), maxBytes), where, maxBytes)
  }
}

async function* chunkOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text)
}

function withMetadata({ metadata, text }: { metadata: Metadata; text: string }, where: string): Contents {
  if (text.trim() === "") return failed(problem("empty-file", where, "The file holds metadata and no text."))
  return { reports: [{ ...metadata, text, where }], problems: [] }
}

/** More than one line, and the first is a whole JSON object. */
function isJsonLines(text: string): boolean {
  const [, first, rest] = /^\s*([^\n]+)\n\s*(\S)?/.exec(text) ?? []
  if (!first?.startsWith("{") || rest === undefined) return false
  try {
    JSON.parse(first)
    return true
  } catch {
    return false
  }
}

async function readLines(lines: AsyncIterable<ByteLine>, path: string, maxBytes: number): Promise<Contents> {
  const reports: Report[] = []
  const problems = problemList(path)
  let filled = 0
  for await (const { line, bytes } of lines) {
    const contents = readLine(bytes, `${path}:${line}`, maxBytes)
    if (!contents) continue
    filled++
    reports.push(...contents.reports)
    problems.add(contents.problems)
  }
  if (filled === 0) return failed(problem("empty-file", path, "The file is empty."))
  return { reports, problems: problems.all() }
}

/** Undefined for a blank line. */
function readLine(bytes: Uint8Array | "too-large", where: string, maxBytes: number): Contents | undefined {
  if (bytes === "too-large") return failed(tooLarge(where, maxBytes))
  const decoded = decode(bytes)
  if (decoded.kind === "binary") return failed(problem("not-text", where, "Binary data, no text."))
  if (decoded.text.trim() === "") return undefined
  const contents = readJsonLine(decoded.text, where)
  return decoded.doubt ? { ...contents, problems: [{ ...decoded.doubt, where }, ...contents.problems] } : contents
}

const failed = (found: Problem): Contents => ({ reports: [], problems: [found] })
