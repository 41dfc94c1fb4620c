#!/usr/bin/env node
import "./memory.ts"
import { UsageError } from "../model/problem.ts"
import { EXIT } from "./exit-codes.ts"
import { WriteError } from "./output.ts"
import { run } from "./program.ts"

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  process.exitCode = complain(error)
}

/** A usage mistake and a full disk get a plain sentence; a bug gets its stack. */
function complain(error: unknown): number {
  if (error instanceof UsageError) {
    const hint = error.hint ? `\n${error.hint}` : ""
    process.stderr.write(`${error.mistakes.map(mistake => `hearsay: ${mistake}`).join("\n")}${hint}\n`)
    return EXIT.usage
  }
  if (error instanceof Error && error.name === "ArchiveError") {
    const { hint } = error as { hint?: string }
    process.stderr.write(`hearsay: ${error.message}${hint ? `\n${hint}` : ""}\n`)
    return EXIT.failed
  }
  const text = error instanceof WriteError ? error.message : error instanceof Error ? error.stack : String(error)
  process.stderr.write(`hearsay: ${text}\n`)
  return EXIT.failed
}
