import type { Bench, Score } from "../bench.ts"
import { readStock, STOCK_FOLDERS } from "../descent/made/stock.ts"
import type { Row } from "../table.ts"
import { judge } from "./judged.ts"
import { makeOriginsWorld } from "./made/world.ts"
import { type Marks, marksOf } from "./marks.ts"
import { checkMarks, checkTruth } from "./naive.ts"

/** Seeds 1 to 1000 are for tuning; no world that is measured is among them. */
const MEASURED = { from: 7001, count: 200 }
const SAMPLE = { from: 8001, count: 12 }
/** So many worlds are counted by the plain implementation too. */
const CHECKED = 10
const KINDS = ["figure", "quotation", "statement"] as const

/** How many origins claims have, and which of two values is an error, in made worlds where it is known. */
export const origins: Bench = {
  reads: STOCK_FOLDERS,
  run({ data, sample, onProgress }) {
    const stock = readStock(data!)
    const { from, count } = sample ? SAMPLE : MEASURED
    const made = Array.from({ length: count }, (_, at) => {
      onProgress(at, count, "worlds")
      const world = makeOriginsWorld(from + at, stock)
      return { world, judged: judge(world) }
    })
    onProgress(count, count, "worlds")
    const worlds = made.map(({ judged }) => judged)
    const all = marksOf(worlds)
    const ofKind = (kind: (typeof KINDS)[number]) => marksOf(worlds, ({ known }) => known.kind === kind)
    return Promise.resolve({
      tables: [
        {
          title: `Claims with two reports or more in ${count} made stories, and how often the number of origins is right`,
          rows: [marksRow("all", all), ...KINDS.map(kind => marksRow(kind, ofKind(kind)))],
        },
        { title: "Values that differ", rows: [conflictRow(all)] },
      ],
      skipped: [],
      scores: scoresOf(all),
      checks: [checkMarks(worlds.slice(0, CHECKED)), checkTruth(made.slice(0, CHECKED).map(({ world }) => world))],
    })
  },
}

/** One line of the table of claims. */
export function marksRow(claims: string, marks: Marks): Row {
  return {
    claims,
    number: marks.claims,
    found: marks.found.toFixed(3),
    exact: marks.exact.toFixed(3),
    "inside the bounds": marks.inside.toFixed(3),
    "mean width": marks.width.toFixed(2),
    "one report = one origin": marks.byReport.toFixed(3),
    "one family = one origin": marks.byFamily.toFixed(3),
    ...(claims === "all" ? conflictRow(marks) : {}),
  }
}

function conflictRow(marks: Marks): Row {
  return {
    conflicts: marks.conflicts,
    "update against error": marks.kinds.toFixed(3),
    "three kinds": marks.strictKinds.toFixed(3),
    "errors with a known maker": marks.makers,
    "first maker": marks.firstMakers.toFixed(3),
  }
}

function scoresOf(marks: Marks): Record<string, Score> {
  return {
    "origins exact": { value: marks.exact, better: "higher", bar: 0.85 },
    "origins inside the bounds": { value: marks.inside, better: "higher", bar: 0.97 },
    "mean width": { value: marks.width, better: "lower", bar: 0.5, isHeldAtBar: true },
    "update against error": { value: marks.kinds, better: "higher", bar: 0.85 },
    "first maker of an error": { value: marks.firstMakers, better: "higher", bar: 0.85 },
  }
}
