import { peek, readCapped } from "./bytes.ts"
import { type Contents, failed } from "./contents.ts"
import { decode } from "./decode.ts"
import { BrokenStream, compressionOf, expand } from "./expand.ts"
import { secondLineWatch, startsWithObjectLine } from "./first-line.ts"
import { foreignFormat, formatOfBytes, READABLE, TABLES, tableOfName } from "./format.ts"
import type { Input, Reading } from "./input.ts"
import { readJsonLines } from "./json-lines.ts"
import { brokenStream, problem, tooLarge } from "./problems.ts"
import { onDisk } from "./spill.ts"
import { readTextDocument } from "./text-document.ts"

/** Compressed inside compressed is read once; deeper is made to fill memory. */
const DEEPEST = 2
/** First bytes that tell a format, and a first line that tells JSON lines. */
const HEAD_BYTES = 16
const LONGEST_FIRST_LINE = 1_000_000

/**
 * The reports in one input, in batches, whatever its format: told by the first bytes, by the name, by the first characters. JSON
 * lines, archives and tables are read as streams, a document (a page, a feed) whole and up to the limit. What breaks is a
 * problem after what could be read.
 */
export async function* readInput(input: Input, reading: Reading): AsyncGenerator<Contents> {
  const source = input.bytes[Symbol.asyncIterator]()
  try {
    yield* readBytes({ ...input, bytes: { [Symbol.asyncIterator]: () => source } }, reading, 0)
  } catch (error) {
    if (!(error instanceof BrokenStream)) throw error
    yield failed(brokenStream(error, input.where))
  } finally {
    // Whoever reads the file by its name, or stops early, leaves the stream open.
    await source.return?.()
  }
}

async function* readBytes(input: Input, reading: Reading, depth: number): AsyncGenerator<Contents> {
  const { head, stream } = await peek(input.bytes, (_, length) => length >= HEAD_BYTES)
  const whole = { ...input, bytes: stream }
  const compression = compressionOf(head)
  if (compression === "gzip" && input.promised === "warc") {
    yield* readArchive(stream, true, input.where, reading)
  } else if (compression && depth < DEEPEST) {
    const { path: _, ...unpacked } = whole
    yield* readBytes({ ...unpacked, bytes: expand(stream, compression) }, reading, depth + 1)
  } else if (compression) yield failed(problem("too-deep", input.where, "Compressed more than twice; not read."))
  else yield* readPlain(whole, head, reading)
}

async function* readPlain(input: Input, head: Uint8Array, reading: Reading): AsyncGenerator<Contents> {
  const { where, bytes } = input
  switch (formatOfBytes(head)) {
    case "warc":
      yield* readArchive(bytes, false, where, reading)
      return
    case "zip": {
      const { readWacz } = await import("./web-archive/wacz.ts")
      yield* onFile(input, path => readWacz(path, where, reading.maxBytes, reading.originals))
      return
    }
    case "parquet": {
      const { readParquet } = await import("./parquet.ts")
      yield* onFile(input, path => readParquet(path, where))
      return
    }
    case undefined:
      yield* readText(input, reading)
  }
}

async function* readArchive(
  bytes: AsyncIterable<Uint8Array>,
  isGzip: boolean,
  where: string,
  { maxBytes, originals }: Reading,
): AsyncGenerator<Contents> {
  const { gzipParts, plainParts } = await import("./web-archive/members.ts")
  const { readWarc } = await import("./web-archive/warc.ts")
  yield* readWarc(isGzip ? gzipParts(bytes) : plainParts(bytes), where, maxBytes, originals)
}

function onFile(input: Input, use: (path: string) => AsyncGenerator<Contents>): AsyncGenerator<Contents> {
  return input.path === undefined ? onDisk(input.bytes, use) : use(input.path)
}

async function* readText(input: Input, reading: Reading): AsyncGenerator<Contents> {
  const { promised, where } = input
  const { maxBytes } = reading
  if (promised === "json-lines") {
    yield* readJsonLines(input.bytes, where, maxBytes)
    return
  }
  // JSON lines often come under the name of JSON, or without a name.
  const mayBeLines = promised === "json" || promised === undefined
  const hasSecondLine = secondLineWatch()
  const { head, stream } = await peek(
    input.bytes,
    (chunks, length) => !mayBeLines || length >= LONGEST_FIRST_LINE || hasSecondLine(chunks),
  )
  if (mayBeLines && startsWithObjectLine(head)) yield* readJsonLines(stream, where, maxBytes)
  else yield* readWhole({ ...input, bytes: stream }, reading)
}

async function* readWhole(input: Input, reading: Reading): AsyncGenerator<Contents> {
  const { where, promised, url } = input
  const table = tableOfName(url === undefined ? where : new URL(url).pathname)
  // A page about a table has its name, but not its type.
  if (table && (promised === undefined || promised === "text")) {
    yield failed(problem("unknown-format", where, `${table} is not read.`, TABLES))
    return
  }
  const bytes = await readCapped(input.bytes, reading.maxBytes)
  const foreign = bytes === "too-large" ? undefined : foreignFormat(bytes)
  if (bytes === "too-large") yield failed(tooLarge(where, reading.maxBytes))
  else if (bytes.length === 0) yield failed(problem("empty-file", where, "The file is empty."))
  else if (foreign) yield failed(problem("unknown-format", where, `${foreign} is not read.`, READABLE))
  else yield* readDecoded(bytes, input, reading)
}

async function* readDecoded(bytes: Uint8Array, input: Input, reading: Reading): AsyncGenerator<Contents> {
  const { where, charset, promised } = input
  const decoded = decode(bytes, charset)
  if (decoded.kind === "binary") {
    yield failed(problem("not-text", where, "Binary data, no text.", READABLE))
    return
  }
  if (decoded.doubt) yield failed({ ...decoded.doubt, where })
  if (decoded.text.trim() === "") yield failed(problem("empty-file", where, "The file holds nothing but white space."))
  else yield* readTextDocument(decoded.text, promised, input, reading)
}
