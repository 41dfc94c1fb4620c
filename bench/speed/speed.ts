import { existsSync } from "node:fs"
import { join } from "node:path"
import type { Bench, BenchOptions, BenchResult } from "../bench.ts"
import type { Row } from "../table.ts"
import { measure, measureMiddle } from "./measure.ts"
import type { StageTimes } from "./stages.ts"

const COUNTS = [500, 1000, 2000, 4000]
const SEED_RUNS = 5

const root = join(import.meta.dirname, "../..")
const here = (name: string) => join(import.meta.dirname, name)

/** Time and memory: two seeds in a whole process, one day's reports, and the cost as the number of reports doubles. */
export const speed: Bench = { reads: [], run }

async function run({ data: folder }: BenchOptions): Promise<BenchResult> {
  const seeds = process.env.HEARSAY_SEEDS ?? join(root, "../shared/seeds")
  const helsinki = folder && join(folder, "helsinki-2018/reports.jsonl")
  const reuters = folder && join(folder, "reuters-21578/reports.jsonl")
  const skipped: string[] = []
  const whole: Row[] = []
  const tables: BenchResult["tables"][number][] = [{ title: "Whole process, `trace … --json`", rows: whole }]
  if (existsSync(seeds)) whole.push(await wholeProcess("two seeds", seeds, SEED_RUNS, { seconds: 1, megabytes: 200 }))
  else skipped.push("the two seeds: set HEARSAY_SEEDS to the folder that holds them")
  if (helsinki && existsSync(helsinki)) {
    whole.push(await wholeProcess("313 Helsinki reports", helsinki, 1, { seconds: 15, megabytes: 1500 }))
    tables.push({ title: "313 Helsinki reports, seconds by stage", rows: [await byStage(helsinki)] })
  } else skipped.push("Helsinki: set HEARSAY_DATA to the folder that holds helsinki-2018/")
  if (reuters && existsSync(reuters)) tables.push(...(await growth(reuters)))
  else skipped.push("Reuters: set HEARSAY_DATA to the folder that holds reuters-21578/")
  return { tables, skipped, scores: {}, checks: [] }
}

async function wholeProcess(
  what: string,
  path: string,
  runs: number,
  bar: { readonly seconds: number; readonly megabytes: number },
): Promise<Row> {
  const { seconds, peakMegabytes } = await measureMiddle(runs, join(root, "dist/cli/main.js"), [
    "trace",
    path,
    "--json",
  ])
  return {
    what,
    seconds: round(seconds),
    "bar, s": bar.seconds,
    "peak MB": Math.round(peakMegabytes),
    "bar, MB": bar.megabytes,
    holds: seconds < bar.seconds && peakMegabytes < bar.megabytes ? "yes" : "no",
  }
}

async function byStage(path: string, count = Number.POSITIVE_INFINITY): Promise<Row> {
  const { stages, seconds } = await stageTimes(path, count)
  return { ...rounded(stages), all: round(seconds) }
}

async function stageTimes(path: string, count: number): Promise<StageTimes & { readonly peakMegabytes: number }> {
  const { output, peakMegabytes } = await measure(here("stages.ts"), [path, String(count)])
  return { ...(JSON.parse(output) as StageTimes), peakMegabytes }
}

/** The cost for each doubling, and beside the detect stage what looking at all pairs costs. */
async function growth(path: string): Promise<BenchResult["tables"]> {
  const costs: Row[] = []
  const stagesOf: Row[] = []
  let before: number | undefined
  for (const count of COUNTS) {
    const { seconds, stages, families, peakMegabytes } = await stageTimes(path, count)
    const naive = JSON.parse((await measure(here("naive.ts"), [path, String(count)])).output) as { seconds: number }
    costs.push({
      reports: count,
      seconds: round(seconds),
      "times the half": before === undefined ? "" : round(seconds / before),
      "peak MB": Math.round(peakMegabytes),
      families,
      "detect, s": round(stages.detect ?? 0),
      "all pairs, s": round(naive.seconds),
      "all pairs / detect": round(naive.seconds / (stages.detect ?? Number.NaN)),
    })
    stagesOf.push({ reports: count, ...rounded(stages) })
    before = seconds
  }
  return [
    { title: "Reuters reports (bar: 2.3 times for each doubling)", rows: costs },
    { title: "Reuters reports, seconds by stage", rows: stagesOf },
  ]
}

const round = (value: number): number => Number(value.toPrecision(3))
const rounded = (values: Readonly<Record<string, number>>): Row =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, round(value)]))
