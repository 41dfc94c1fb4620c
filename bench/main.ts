import { existsSync, mkdirSync, writeFileSync } from "node:fs"
import { availableParallelism, cpus, totalmem } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { type Bench, type BenchResult, withoutData } from "./bench.ts"
import { BENCHES, LONG } from "./benches.ts"
import { digest } from "./digest.ts"
import { hold, raiseFloors, readFloors } from "./floors.ts"
import { type Row, table } from "./table.ts"

const { names, sample, update, flags } = readArguments()
const data = process.env.HEARSAY_DATA
const machine = `${availableParallelism()} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 1e9)} GB, Node ${process.version}`
let failed = false
for (const name of names) if (!(await runOne(name, BENCHES[name]!))) failed = true
process.exitCode = failed ? 1 : 0

/** Runs, prints and saves one benchmark. False when a floor or a check failed, or the run itself: the others still run. */
async function runOne(name: string, bench: Bench): Promise<boolean> {
  console.log(`\n# ${name}${sample ? ", sample" : ""}, on ${machine}`)
  const present = data !== undefined && bench.reads.every(folder => existsSync(join(data, folder)))
  const start = performance.now()
  try {
    const isReady = present || bench.reads.length === 0
    const result = isReady ? await bench.run({ data, sample, flags, onProgress: progress }) : withoutData(bench)
    const seconds = (performance.now() - start) / 1000
    const print = present && bench.reads.length > 0 ? digest(data, bench.reads) : undefined
    show(result, seconds)
    save(name, result, seconds, print)
    return judge(name, result, print)
  } catch (error) {
    console.error(`${name} did not finish: ${error instanceof Error ? error.stack : error}`)
    return false
  }
}

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    strict: false,
    options: {
      sample: { type: "boolean" },
      update: { type: "boolean" },
      large: { type: "boolean" },
      sizes: { type: "string" },
      rounds: { type: "string" },
      folder: { type: "string" },
    },
  })
  const asked = positionals.flatMap(name =>
    name === "all" ? Object.keys(BENCHES).filter(one => !LONG.has(one)) : [name],
  )
  const known = ["sample", "update", "large", "sizes", "rounds", "folder"]
  const wrong = [
    ...asked.filter(name => !Object.hasOwn(BENCHES, name)).map(name => `No benchmark is called ${name}.`),
    ...Object.keys(values)
      .filter(name => !known.includes(name))
      .map(name => `No option is called --${name}.`),
  ]
  if (asked.length === 0 || wrong.length > 0) {
    console.error(
      [
        ...wrong,
        "usage: npm run bench -- <name>… | all [--sample] [--update] [--large] [--sizes n,n] [--rounds n] [--folder f]",
      ].join("\n"),
    )
    console.error(`names: ${Object.keys(BENCHES).join(", ")}`)
    process.exit(2)
  }
  const { sample, update, ...flags } = values
  return { names: asked, sample: sample === true, update: update === true, flags }
}

/** One line on the terminal that is written over; silent where nobody looks. */
function progress(done: number, total: number, what: string): void {
  if (!process.stderr.isTTY) return
  process.stderr.write(done < total ? `\r\u001b[K${done} of ${total} ${what}` : "\r\u001b[K")
}

function show({ tables, skipped, checks }: BenchResult, seconds: number): void {
  for (const { title, rows } of tables) console.log(`\n${title}\n\n${table(rows)}`)
  for (const { name, compared, wrong } of checks) {
    console.log(`\nchecked: ${name}: ${compared} compared, ${wrong.length} wrong`)
    for (const difference of wrong.slice(0, 5)) console.log(`  ${difference}`)
  }
  for (const reason of skipped) console.log(`\nskipped: ${reason}`)
  console.log(`\n${seconds.toFixed(1)} s`)
}

/** Prints each score beside its bar and its floor; false when a floor is broken or a check found a difference. */
function judge(name: string, { scores, checks }: BenchResult, print: string | undefined): boolean {
  const part = sample ? "sample" : "whole"
  const own = readFloors()[name]
  const floors = own && own.data === print ? own[part] : {}
  if (own && print !== undefined && own.data !== print)
    console.log("\nOther data than the floors were measured on: they do not hold here.")
  const held = hold(scores, print === undefined ? {} : floors)
  if (held.length > 0) {
    const rows = held.map(({ name: score, value, floor, holds }): Row => {
      const { bar, better } = scores[score] ?? { bar: undefined, better: "higher" }
      const sign = better === "higher" ? "≥" : "≤"
      const reached =
        bar === undefined || sample ? "" : (better === "higher" ? value >= bar : value <= bar) ? "yes" : "no"
      return {
        score,
        measured: round(value),
        bar: bar === undefined ? "" : `${sign} ${bar}`,
        reached,
        floor: floor ?? "",
        "floor holds": holds ? "yes" : "NO",
      }
    })
    console.log(`\nScores\n\n${table(rows)}`)
  }
  if (update && print !== undefined) raiseFloors(name, part, print, scores)
  return held.every(one => one.holds) && checks.every(check => check.wrong.length === 0)
}

function save(name: string, result: BenchResult, seconds: number, print: string | undefined): void {
  const folder = join(import.meta.dirname, "results")
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${name}${sample ? "-sample" : ""}.json`)
  writeFileSync(file, `${JSON.stringify({ name, machine, sample, seconds, data: print, ...result }, null, 2)}\n`)
}

function round(value: number): number {
  return Number(value.toPrecision(4))
}
