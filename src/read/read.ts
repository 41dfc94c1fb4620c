import { createReadStream } from "node:fs"
import type { Problem } from "../model/problem.ts"
import type { Report } from "../model/report.ts"
import { readDocument } from "./document.ts"
import { formatOfName } from "./format.ts"
import type { Contents } from "./json.ts"
import { problemOfError, tooLarge } from "./problems.ts"
import { findSources, type Source } from "./sources.ts"
import { peekJsonLines } from "./standard-input.ts"

/** How to read. */
export interface ReadOptions {
  /** Largest document read, in bytes: a whole file, or one line of JSON lines. */
  readonly maxSizeBytes?: number
  /** What `-` stands for. */
  readonly stdin?: AsyncIterable<Uint8Array>
  /** Called after each file with the number of files read so far. */
  readonly onProgress?: (files: number) => void
}

/**
 * The reports in files, folders, patterns and standard input (`-`), in the order of the paths, a folder's files sorted by name.
 * Text, Markdown, HTML, JSON and JSON lines, told by name and content. What cannot be read is a problem, and the run goes on.
 * One file is in memory at a time, a file of JSON lines one line at a time; the reports stay.
 * @example (await read(["examples/harbour/*.html"])).reports.length // => 8
 */
export async function read(
  paths: readonly string[],
  { maxSizeBytes = 20_000_000, stdin = process.stdin, onProgress = () => {} }: ReadOptions = {},
): Promise<{ reports: Report[]; problems: Problem[] }> {
  const reports: Report[] = []
  const problems: Problem[] = []
  let files = 0
  for await (const source of findSources(paths)) {
    const contents = await readSource(source, maxSizeBytes, stdin)
    for (const report of contents.reports) reports.push(report)
    for (const each of contents.problems) problems.push(each)
    if (source.kind !== "problem") onProgress(++files)
  }
  return { reports, problems }
}

async function readSource(source: Source, maxBytes: number, stdin: AsyncIterable<Uint8Array>): Promise<Contents> {
  switch (source.kind) {
    case "problem":
      return { reports: [], problems: [source.problem] }
    case "standard-input": {
      const { stream, isJsonLines } = await peekJsonLines(stdin)
      return readDocument(stream, "-", isJsonLines ? "json-lines" : undefined, maxBytes)
    }
    case "file":
      return readFile(source, maxBytes)
  }
}

async function readFile(file: Source & { kind: "file" }, maxBytes: number): Promise<Contents> {
  const format = formatOfName(file.path)
  if (format !== "json-lines" && file.size > maxBytes) {
    return { reports: [], problems: [tooLarge(file.path, maxBytes, file.size)] }
  }
  try {
    const contents = await readDocument(createReadStream(file.path), file.path, format, maxBytes)
    return file.named ? contents : withoutForeignJson(contents)
  } catch (error) {
    return { reports: [], problems: [problemOfError(error, file.path)] }
  }
}

/** A JSON file met in a folder that holds no report at all (a list of sources, say) is no report, and no problem. */
function withoutForeignJson({ reports, problems }: Contents): Contents {
  if (reports.length > 0) return { reports, problems }
  return { reports, problems: problems.filter(({ code }) => code !== "no-text-field") }
}
