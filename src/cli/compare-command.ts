import type { Comparison } from "../model/findings.ts"
import type { Problem } from "../model/problem.ts"
import { UsageError } from "../model/problem.ts"
import type { Report } from "../model/report.ts"
import { oneLine } from "../present/visible.ts"
import { type CommonOptions, commonMistakes } from "./common-options.ts"
import { EXIT } from "./exit-codes.ts"
import { deliver } from "./output.ts"
import { sizeInBytes } from "./size.ts"
import { look } from "./terminal-look.ts"

/** `hearsay compare`: two reports side by side. Gives the exit code. */
export async function compareCommand(
  paths: readonly string[],
  options: CommonOptions,
  unknown: readonly string[],
): Promise<number> {
  const mistakes = commonMistakes(options, unknown)
  if (paths.length - unknown.length !== 2)
    mistakes.push(`compare takes two reports, not ${paths.length - unknown.length}`)
  if (paths.length === 2 && paths.every(path => path === "-")) mistakes.push("standard input can be one side only")
  if (mistakes.length > 0) throw new UsageError(mistakes, "See hearsay compare --help.")
  const sides = [await readOne(paths[0]!, options), await readOne(paths[1]!, options)] as const
  const problems = sides.flatMap(side => side.problems)
  const [a, b] = [sides[0].report, sides[1].report]
  if (!a || !b) return nothing(problems)
  const { compare } = await import("../pipeline.ts")
  const comparison = compare(a, b)
  await deliver(
    await resultText({ ...comparison, problems: [...problems, ...comparison.problems] }, options),
    options.output as string | undefined,
  )
  return EXIT.done
}

interface Side {
  readonly report?: Report
  readonly problems: readonly Problem[]
}

async function readOne(path: string, { maxSize }: CommonOptions): Promise<Side> {
  const { read } = await import("../read/read.ts")
  const maxSizeBytes = typeof maxSize === "string" ? sizeInBytes(maxSize) : undefined
  const { reports, problems } = await read([path], maxSizeBytes ? { maxSizeBytes } : {})
  if (reports.length > 1)
    throw new UsageError([`${path} holds ${reports.length} reports; compare takes one a side`], "Use hearsay trace.")
  return { problems, ...(reports[0] && { report: reports[0] }) }
}

function nothing(problems: readonly Problem[]): number {
  for (const { where, message, hint } of problems)
    process.stderr.write(`hearsay: ${oneLine([`${where}:`, message, hint].join(" "))}\n`)
  return EXIT.nothing
}

async function resultText(comparison: Comparison, options: CommonOptions): Promise<string> {
  if (options.json) return (await import("../present/json.ts")).json(comparison)
  return (await import("../present/comparison.ts")).comparisonText(comparison, look(options))
}
