import { parentPort } from "node:worker_threads"
import type { Tradition } from "./made/tradition.ts"
import { measure, type Setting } from "./measure.ts"

/** A tradition to be traced and marked. */
export interface Job {
  readonly at: number
  readonly tradition: Tradition
  readonly setting: Setting
}

parentPort!.on("message", ({ at, tradition, setting }: Job) =>
  parentPort!.postMessage({ at, measured: measure(tradition, setting) }),
)
