import { workerData } from "node:worker_threads"
import { type Archive, openArchive } from "../archive/archive.ts"
import { judge, undo } from "../archive/judge.ts"
import type { Judged } from "../model/desk.ts"
import type { Judgement } from "../model/findings.ts"
import { UsageError } from "../model/problem.ts"

// Run in a thread of its own: circles are related anew, and the archive may have to be waited for.

/** What a person does. */
export type Act = { readonly make: Judgement } | { readonly undo: number }

/** What came of it: the act, or why it cannot be. */
export type Outcome = { readonly judged: Judged } | { readonly refused: string; readonly hint?: string }

let opened: Archive | undefined

/** Makes a judgement or undoes one. */
export function act(wanted: Act): Outcome {
  opened ??= openArchive(pathOf(workerData))
  const now = new Date().toISOString()
  try {
    return { judged: "undo" in wanted ? undo(opened, wanted.undo, now) : judge(opened, wanted.make, now) }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    return { refused: error.message, ...(error.hint !== undefined && { hint: error.hint }) }
  }
}

/** The pool hands its own record on beside ours. */
function pathOf(given: unknown): string {
  return ((Array.isArray(given) ? given.at(-1) : given) as { path: string }).path
}
