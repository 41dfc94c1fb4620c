import { signal } from "@preact/signals"
import type { DeskEvent, ReadingDone, ReadingProgress } from "../../src/model/desk.ts"
import type { Problem } from "../../src/model/problem.ts"
import { refresh } from "./loaded.ts"

/** The reading under way; `null` while none is. */
export const reading = signal<ReadingProgress | null>(null)
/** How the last reading of this visit ended. */
export const done = signal<ReadingDone | null>(null)
/** What went wrong in it, the newest last, at most the last 200. */
export const problems = signal<readonly Problem[]>([])

const MOST_PROBLEMS = 200

/** Listens to what the server tells, for as long as the page is open. */
export function listen(): void {
  const source = new EventSource("/api/events")
  for (const kind of ["progress", "problem", "done", "judged"] as const) {
    source.addEventListener(kind, event => take(JSON.parse(event.data) as DeskEvent))
  }
}

function take(event: DeskEvent): void {
  switch (event.kind) {
    case "progress":
      if (event.reading !== reading.value?.reading) begin()
      reading.value = event
      return
    case "problem":
      problems.value = [...problems.value, event.problem].slice(-MOST_PROBLEMS)
      return
    case "done":
      reading.value = null
      done.value = event
      refresh()
      return
    case "judged":
      refresh()
  }
}

function begin(): void {
  problems.value = []
  done.value = null
}
