import { resolve } from "node:path"
import type { Findings, Judgement } from "../model/findings.ts"
import { UsageError } from "../model/problem.ts"
import type { Choice } from "../present/exchange/formats.ts"
import { type CommonOptions, commonMistakes, fileMistakes, inputMistakes } from "./common-options.ts"
import { exitCode } from "./exit-codes.ts"
import { deliverExport, type FormatOptions, formatChoice } from "./format-option.ts"
import { openFile, temporaryFile } from "./open-file.ts"
import { deliver, save } from "./output.ts"
import { progress } from "./progress.ts"
import { type ReadingOptions, readOptions } from "./read-options.ts"
import { look } from "./terminal-look.ts"

export interface TraceCommandOptions extends CommonOptions, Pick<FormatOptions, "format">, ReadingOptions {
  readonly html?: string | true
  readonly open?: boolean
  readonly judgements?: string | true
  readonly strict?: boolean
}

/** `hearsay trace`: reads, traces, and prints or writes what was found. Gives the exit code. */
export async function traceCommand(
  paths: readonly string[],
  options: TraceCommandOptions,
  unknown: readonly string[],
): Promise<number> {
  const { judgements, choice } = await checked(paths, options, unknown)
  const findings = await findingsOf(paths, options, judgements)
  const output = options.output as string | undefined
  if (choice) await deliverExport(findings, choice, output)
  else await deliver(await resultText(findings, options), output)
  await writeCaseFile(findings, options)
  return exitCode(findings.witnesses.length, findings.problems.length, options.strict ?? false)
}

/** The judgements and the format, after everything about the call has been checked. */
async function checked(
  paths: readonly string[],
  options: TraceCommandOptions,
  unknown: readonly string[],
): Promise<{ readonly judgements: readonly Judgement[]; readonly choice?: Choice }> {
  const { choice, mistakes: formatMistakes } = await formatChoice(options)
  const mistakes = [...commonMistakes(options, unknown), ...formatMistakes, ...fileMistakes("--html", options.html)]
  mistakes.push(...inputMistakes("--output", options.output, paths), ...inputMistakes("--html", options.html, paths))
  if (paths.length === unknown.length)
    mistakes.push("say which reports: files, folders, patterns, or - for standard input")
  if (options.html === "-") mistakes.push("--html needs a file name")
  if (sameFile(options.html, options.output)) mistakes.push("--html and --output name the same file")
  if (options.judgements === true) mistakes.push("--judgements needs a file name")
  const file = typeof options.judgements === "string" ? options.judgements : undefined
  const found = file === undefined ? undefined : (await import("./judgements.ts")).readJudgements(file)
  mistakes.push(...(found?.mistakes ?? []))
  if (mistakes.length > 0) throw new UsageError(mistakes, "See hearsay trace --help.")
  return { judgements: found?.judgements ?? [], ...(choice && { choice }) }
}

function sameFile(html: string | true | undefined, output: string | true | undefined): boolean {
  return typeof html === "string" && typeof output === "string" && resolve(html) === resolve(output)
}

async function findingsOf(
  paths: readonly string[],
  options: TraceCommandOptions,
  judgements: readonly Judgement[],
): Promise<Findings> {
  const { say, done } = progress()
  const { read } = await import("../read/read.ts")
  const onProgress = (files: number) => say(`reading: ${files} files`)
  const { reports, problems } = await read(paths, { ...readOptions(options), onProgress })
  const { trace } = await import("../pipeline.ts")
  const findings = trace(reports, { judgements, onStage: stage => say(`${stage}: ${reports.length} reports`) })
  done()
  return { ...findings, problems: [...problems, ...findings.problems] }
}

/** The findings as text or JSON. */
export async function resultText(findings: Findings, options: TraceCommandOptions): Promise<string> {
  if (options.json) return (await import("../present/json.ts")).json(findings)
  return (await import("../present/terminal.ts")).terminal(findings, look(options))
}

/** Writes the case file, where one is asked for. */
export async function writeCaseFile(findings: Findings, { html, open }: TraceCommandOptions): Promise<void> {
  if (html === undefined && !open) return
  const file = (html as string | undefined) ?? (await temporaryFile())
  const { caseFile } = await import("../present/casefile.ts")
  await save(file, caseFile(findings))
  if (open) await openFile(file)
}
