import { statSync } from "node:fs"
import type { Findings } from "../model/findings.ts"
import { UsageError } from "../model/problem.ts"
import type { Choice } from "../present/exchange/formats.ts"
import { deliver, WriteError } from "./output.ts"

/** The options that say in which form findings leave, as the parser gives them: `true` where a value was forgotten. */
export interface FormatOptions {
  readonly format?: string | true
  readonly json?: boolean
  readonly output?: string | true
}

/** What `--format` asks for, and everything that is wrong with it. */
export async function formatChoice(options: FormatOptions): Promise<{ choice?: Choice; mistakes: readonly string[] }> {
  const { format, json } = options
  if (format === undefined) return { mistakes: [] }
  if (format === true || format === "") return { mistakes: ["--format needs a name, such as csv or graphml"] }
  if (json) return { mistakes: ["--json and --format are two answers to one question"] }
  try {
    const choice = await (await import("../present/exchange/formats.ts")).chosen(format)
    return { choice, mistakes: await placeMistakes(choice, format, options.output) }
  } catch (error) {
    if (error instanceof UsageError) return { mistakes: error.mistakes.map(mistake => `--format: ${mistake}`) }
    throw error
  }
}

async function placeMistakes(choice: Choice, words: string, output: string | true | undefined): Promise<string[]> {
  const { needsFolder } = await import("../present/exchange/formats.ts")
  const nowhere = output === undefined || output === "-"
  if (needsFolder(choice)) {
    const toChoose = choice.format.writes === "tables" ? `, or choose one table, such as ${words}:claims` : ""
    if (nowhere) return [`--format ${words} writes a file a table: name a folder with -o${toChoose}`]
    return typeof output === "string" && isFolder(output) === false
      ? [`--output: ${output} is a file, not a folder`]
      : []
  }
  const { writes } = choice.format
  const binary = writes === "parquet" || writes === "sqlite"
  return binary && nowhere ? [`--format ${words} is no text: name a file with -o`] : []
}

function isFolder(path: string): boolean | undefined {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory()
}

/** Writes what was asked for to where it was asked for. */
export async function deliverExport(findings: Findings, choice: Choice, output: string | undefined): Promise<void> {
  const { exportText } = await import("../present/exchange/formats.ts")
  const text = await exportText(findings, choice).catch(noSuchFamily)
  if (text !== undefined) return deliver(text, output)
  const path = output! // checked with the other options
  try {
    await (await import("../archive/export-files.ts")).writeExport(findings, choice, path)
  } catch (cause) {
    throw new WriteError(`cannot write ${path}: ${(cause as Error).message}`, { cause })
  }
}

/** Only the findings tell how many families there are, so it is too late for a usage mistake. */
function noSuchFamily(error: unknown): never {
  throw error instanceof UsageError ? new WriteError(error.message, { cause: error }) : error
}
