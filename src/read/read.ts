import { createReadStream } from "node:fs"
import type { Problem } from "../model/problem.ts"
import type { Report } from "../model/report.ts"
import { type Contents, failed } from "./contents.ts"
import { charsetOf } from "./decode.ts"
import type { Fetcher, FetchOptions } from "./fetch/fetcher.ts"
import { formatOfName, formatOfType } from "./format.ts"
import type { Input, Reading } from "./input.ts"
import { findNamed, placeOf } from "./named.ts"
import { problem, problemOfError, tooLarge } from "./problems.ts"
import { readInput } from "./read-input.ts"
import { findSources, type Source } from "./sources.ts"
import { originals } from "./web-archive/originals.ts"

export type { Contents } from "./contents.ts"

/** How to read. */
export interface ReadOptions {
  /** Largest document read, in bytes: a whole file, a line of JSON lines, a record of an archive. Default: 20 MB. */
  readonly maxSizeBytes?: number
  /** What `-` stands for. */
  readonly stdin?: AsyncIterable<Uint8Array>
  /** Called after each path's file with the number of files read so far. */
  readonly onProgress?: (files: number) => void
  /** Fetch the articles that feeds link to. Default: what the feed itself carries counts. */
  readonly articles?: boolean
  /** How addresses are fetched. */
  readonly fetch?: FetchOptions
}

/**
 * The reports in files, folders, patterns, addresses and standard input (`-`), in batches of at most about 500, in the order of the
 * paths, a folder's files sorted by name. The formats are in docs/formats.md, told by name and content. What cannot be read is a
 * problem, and the run goes on. Memory: a batch and a document, whatever the size of a file of JSON lines, an archive or a table.
 * @example (await Array.fromAsync(readEach(["examples/harbour"])))[0].reports.length // => 1
 */
export async function* readEach(paths: readonly string[], options: ReadOptions = {}): AsyncGenerator<Contents> {
  const { stdin = process.stdin, onProgress = () => {} } = options
  const reading = startReading(options)
  let files = 0
  for await (const source of findSources(paths)) {
    yield* readSource(source, stdin, reading)
    if (source.kind !== "problem") onProgress(++files)
  }
}

/**
 * All that `readEach` gives, at once.
 * @example (await read(["examples/harbour/*.html"])).reports.length // => 8
 */
export async function read(
  paths: readonly string[],
  options: ReadOptions = {},
): Promise<{ reports: Report[]; problems: Problem[] }> {
  const reports: Report[] = []
  const problems: Problem[] = []
  for await (const contents of readEach(paths, options)) {
    for (const report of contents.reports) reports.push(report)
    for (const each of contents.problems) problems.push(each)
  }
  return { reports, problems }
}

/** A list of feeds leads to feeds, a feed to articles; nothing is followed further. */
const DEEPEST = 2

function startReading({ maxSizeBytes = 20_000_000, articles = false, fetch }: ReadOptions): Reading {
  let fetching: Promise<Fetcher> | undefined
  const shared = originals()
  const at = (depth: number, within: readonly string[]): Reading => ({
    maxBytes: maxSizeBytes,
    articles: articles && depth < DEEPEST,
    lists: depth < DEEPEST,
    originals: shared,
    fetcher: () => (fetching ??= import("./fetch/fetcher.ts").then(module => module.fetcher(fetch))),
    follow: (address, from) => follow(address, from, within, outer => at(depth + 1, outer)),
  })
  return at(0, [])
}

/** Reads what `from` names, unless it is `from` itself or one of the places `within` which it was met. */
async function* follow(
  address: string,
  from: Input,
  within: readonly string[],
  readingIn: (within: readonly string[]) => Reading,
): AsyncGenerator<Contents> {
  const named = await findNamed(address, from)
  if (named.kind === "problem") {
    yield failed(named.problem)
    return
  }
  const outer = [...within, await placeOf(from)]
  if (outer.includes(named.place)) {
    const where = named.kind === "file" ? named.path : address
    yield failed(problem("link-loop", where, "It leads back to itself; not followed."))
  } else if (named.kind === "address") yield* readAddress(named.address, readingIn(outer))
  else yield* readFile(named.path, undefined, readingIn(outer))
}

async function* readSource(
  source: Source,
  stdin: AsyncIterable<Uint8Array>,
  reading: Reading,
): AsyncGenerator<Contents> {
  switch (source.kind) {
    case "problem":
      yield failed(source.problem)
      return
    case "standard-input":
      yield* readInput({ bytes: stdin, where: "-", promised: undefined }, reading)
      return
    case "address":
      yield* readAddress(source.address, reading)
      return
    case "file": {
      const contents = readFile(source.path, source.size, reading)
      yield* source.named ? contents : withoutForeign(contents)
    }
  }
}

/** Formats that are not read whole, so that a file may be larger than a document. */
const STREAMED = new Set(["json-lines", "json", "warc", "wacz", "parquet"])
const CHUNK_BYTES = 1_048_576

async function* readFile(path: string, size: number | undefined, reading: Reading): AsyncGenerator<Contents> {
  const promised = formatOfName(path)
  const isWhole = promised !== undefined && !STREAMED.has(promised) && !/\.(?:gz|zst)$/i.test(path)
  if (isWhole && size !== undefined && size > reading.maxBytes) {
    yield failed(tooLarge(path, reading.maxBytes, size))
    return
  }
  try {
    const bytes = createReadStream(path, { highWaterMark: CHUNK_BYTES })
    yield* readInput({ bytes, where: path, promised, path }, reading)
  } catch (error) {
    yield failed(problemOfError(error, path))
  }
}

async function* readAddress(address: string, reading: Reading): AsyncGenerator<Contents> {
  const fetched = await (await reading.fetcher()).fetch(address)
  if (fetched.kind === "problem") yield failed(fetched.problem)
  if (fetched.kind !== "content") return
  const { url, type, observed, bytes } = fetched
  // Servers name plain text what they do not know; a name that says more is believed.
  const byType = formatOfType(type)
  const byName = formatOfName(new URL(url).pathname)
  const promised = byType === undefined || byType === "text" || byType === "json" ? (byName ?? byType) : byType
  yield* readInput({ bytes, where: address, promised, charset: charsetOf(type), url, observed }, reading)
}

/** A JSON or XML file met in a folder that holds no report at all (a list of sources, a site map) is no report, and no problem. */
async function* withoutForeign(parts: AsyncGenerator<Contents>): AsyncGenerator<Contents> {
  const foreign: Problem[] = []
  let isReport = false
  for await (const { reports, problems } of parts) {
    isReport ||= reports.length > 0
    const isForeign = ({ code, where }: Problem) =>
      code === "no-text-field" || (code === "unknown-format" && /\.xml$/i.test(where))
    foreign.push(...problems.filter(isForeign))
    yield { reports, problems: problems.filter(each => !isForeign(each)) }
    if (isReport && foreign.length > 0) yield { reports: [], problems: foreign.splice(0) }
  }
}
