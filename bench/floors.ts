import { existsSync, readFileSync, writeFileSync } from "node:fs"
import type { Score } from "./bench.ts"

/** The floors of one benchmark: the data they were measured on, and the least (or most) each score may be, whole and in the sample. */
export interface Floors {
  readonly data: string
  readonly whole: Readonly<Record<string, number>>
  readonly sample: Readonly<Record<string, number>>
}

const FILE = new URL("../test/quality/bench-floors.json", import.meta.url)

/** A score beside its floor. `floor` is missing where none was set yet. */
export interface Held {
  readonly name: string
  readonly value: number
  readonly floor: number | undefined
  readonly holds: boolean
}

/** All floors by benchmark. */
export function readFloors(): Readonly<Record<string, Floors>> {
  return existsSync(FILE) ? JSON.parse(readFileSync(FILE, "utf8")) : {}
}

/**
 * Each score beside its floor. A floor that has no score any more does not hold: a measure cannot be dropped to pass.
 *
 * @example
 * hold({ f1: { value: 0.9, better: "higher" } }, { f1: 0.95 })[0].holds // => false
 */
export function hold(scores: Readonly<Record<string, Score>>, floors: Readonly<Record<string, number>>): Held[] {
  const names = [...new Set([...Object.keys(scores), ...Object.keys(floors)])]
  return names.map(name => {
    const score = scores[name]
    const floor = floors[name]
    if (!score) return { name, value: Number.NaN, floor, holds: false }
    return { name, value: score.value, floor, holds: floor === undefined || !isWorse(score, floor) }
  })
}

/** The floors after a run: those it beat are moved to what it measured, none is ever moved the other way. */
export function raised(
  scores: Readonly<Record<string, Score>>,
  floors: Readonly<Record<string, number>>,
): Record<string, number> {
  const next: Record<string, number> = { ...floors }
  for (const [name, score] of Object.entries(scores)) {
    const rounded = score.better === "higher" ? Math.floor(score.value * 1e4) / 1e4 : Math.ceil(score.value * 1e4) / 1e4
    const floor = next[name]
    if (score.isHeldAtBar && score.bar !== undefined) next[name] = score.bar
    else if (floor === undefined || isWorse({ ...score, value: floor }, rounded)) next[name] = rounded
  }
  return next
}

/** Writes the floors of one benchmark, raised. Floors of other data are not touched but refused. */
export function raiseFloors(
  bench: string,
  part: "whole" | "sample",
  data: string,
  scores: Readonly<Record<string, Score>>,
): void {
  const all = readFloors()
  const own = all[bench] ?? { data, whole: {}, sample: {} }
  if (own.data !== data)
    throw new Error(`the floors of ${bench} were measured on other data (${own.data}, this is ${data})`)
  const next = { ...all, [bench]: { ...own, [part]: raised(scores, own[part]) } }
  writeFileSync(FILE, `${JSON.stringify(next, null, 2)}\n`)
}

function isWorse({ value, better }: Score, than: number): boolean {
  return better === "higher" ? !(value >= than) : !(value <= than)
}
