import { spawnSync } from "node:child_process"
import { rmSync } from "node:fs"
import { join } from "node:path"
import type { Bench, BenchOptions, BenchResult, Check, Score } from "../bench.ts"
import { measure } from "../speed/measure.ts"
import type { Row } from "../table.ts"
import { familiesOf, foundInArchive } from "./archive.ts"
import { type Found, measureFound, readTruth, sharesOf } from "./found.ts"
import { TRAINING_FOLDERS } from "./made/word-model.ts"
import { defaultFolder, type Places, type World, worldOf } from "./made/world.ts"
import { openStories } from "./story-page.ts"
import { compareUnrelated } from "./unrelated.ts"

const SEED = 1
const SAMPLE = 20_000
const SIZES = [100_000, 1_000_000]
const LARGE = 10_000_000
/** Pages of stories that are read. */
const PAGES = 300
const root = join(import.meta.dirname, "../..")
const command = join(root, "dist/cli/main.js")

/**
 * Made reports by the hundred thousand: time and memory of `hearsay add` as a process, what is found, what later reports and reading
 * cost. Without HEARSAY_DATA there is nothing to make reports from.
 */
export const scale: Bench = { reads: [], run }

/** A world that was added to an archive. */
interface Added {
  readonly world: World
  readonly archive: string
  readonly seconds: number
  readonly cpuSeconds: number
  readonly peakMegabytes: number
  readonly found: Found
}

async function run(options: BenchOptions): Promise<BenchResult> {
  const { data } = options
  if (data === undefined) return nothing(`set HEARSAY_DATA to the folder that holds ${TRAINING_FOLDERS.join(", ")}`)
  const places = placesOf(options, data)
  const sizes = sizesOf(options)
  const { rows, reuters, ours } = compareUnrelated({ reports: sizes[0]!, seed: SEED, wire: true }, data, places.folder)
  const tables: BenchResult["tables"][number][] = [{ title: "What unrelated texts have in common", rows }]
  const check: Check = {
    name: "made reports that are unrelated have a run of eight words in common no more often than Reuters stories",
    compared: ours.pairs,
    wrong: ours.runShare <= reuters.runShare ? [] : [`${ours.runShare} of the pairs, and ${reuters.runShare}`],
  }
  if (!spawnSync(process.execPath, [command, "add", "--help"], { encoding: "utf8" }).stdout.includes("--archive"))
    return { tables, skipped: ["adding: this build has no `hearsay add`"], scores: {}, checks: [check] }
  const added: Added[] = []
  for (const reports of sizes) added.push(await add(reports, true, places, options))
  tables.push({ title: "hearsay add, from JSON lines to an archive", rows: growthRows(added) })
  tables.push({ title: "What is found, and wire copies left out of pairs", rows: added.map(foundRow) })
  if (!options.sample) tables.push(...(await beside(added, places, options)))
  for (const { archive } of added) remove(archive)
  return { tables, skipped: skipped(added[0]!), scores: scoresOf(added[0]!.found), checks: [check] }
}

/** The folder of worlds, and what is hidden in them. */
export function placesOf({ flags }: BenchOptions, data: string): Places {
  return {
    data,
    seeds: process.env.HEARSAY_SEEDS,
    harbour: join(root, "examples/harbour"),
    folder: typeof flags?.folder === "string" ? flags.folder : defaultFolder(),
  }
}

function sizesOf({ sample, flags }: BenchOptions): number[] {
  if (typeof flags?.sizes === "string") return flags.sizes.split(",").map(Number)
  return sample ? [SAMPLE] : flags?.large === true ? [...SIZES, LARGE] : SIZES
}

function nothing(reason: string): BenchResult {
  return { tables: [], skipped: [reason], scores: {}, checks: [] }
}

function skipped({ world }: Added): string[] {
  return world.spec.reports > 0 && process.env.HEARSAY_SEEDS === undefined ? ["the two seeds: set HEARSAY_SEEDS"] : []
}

async function add(reports: number, wire: boolean, places: Places, { onProgress }: BenchOptions): Promise<Added> {
  const spec = { reports, seed: SEED, wire }
  const world = await worldOf(spec, places, done => onProgress(done, reports, "reports made"))
  const archive = join(places.folder, `${reports}${wire ? "" : "-without-wire"}.db`)
  remove(archive)
  const { seconds, cpuSeconds, peakMegabytes } = await measure(command, ["add", world.file, "--archive", archive])
  const found = measureFound(foundInArchive(archive), await readTruth(world.truth))
  return { world, archive, seconds, cpuSeconds, peakMegabytes, found }
}

function remove(archive: string): void {
  for (const end of ["", "-wal", "-shm"]) rmSync(archive + end, { force: true })
}

function growthRows(added: readonly Added[]): Row[] {
  return added.map(({ world, seconds, cpuSeconds, peakMegabytes }, k) => {
    const before = added[k - 1]
    return {
      reports: world.spec.reports,
      seconds: round(seconds),
      "CPU seconds": round(cpuSeconds),
      "reports a second": Math.round(world.spec.reports / seconds),
      "times the size before": before ? round(seconds / before.seconds) : "",
      "times the reports": before ? round(world.spec.reports / before.world.spec.reports) : "",
      "peak MB": Math.round(peakMegabytes),
    }
  })
}

function foundRow({ world, found }: Pick<Added, "world" | "found">): Row {
  const { copy, excerpt, rewrite, precision } = sharesOf(found)
  const { wire, hidden, families, largest } = found
  return {
    reports: world.spec.reports,
    copies: round(copy),
    excerpts: round(excerpt),
    rewrites: round(rewrite),
    precision: round(precision),
    "wire copies in one family": `${wire.inOne} of ${wire.planted}`,
    ...Object.fromEntries(Object.entries(hidden).map(([story, is]) => [story, is ? "one family" : "NOT one family"])),
    families,
    largest,
  }
}

/** Later reports, pages, and the same world without the wire story. */
async function beside(added: readonly Added[], places: Places, options: BenchOptions): Promise<BenchResult["tables"]> {
  const large = added.at(-1)!
  const [first] = added
  const without = await add(first!.world.spec.reports, false, places, options)
  remove(without.archive)
  const times: Row = {
    reports: first!.world.spec.reports,
    "seconds with the wire story": round(first!.seconds),
    "seconds without it": round(without.seconds),
    times: round(first!.seconds / without.seconds),
    "CPU seconds with it": round(first!.cpuSeconds),
    "CPU seconds without it": round(without.cpuSeconds),
  }
  return [
    { title: "The story with thousands of copies", rows: [times] },
    { title: "1,000 further reports, 300 of them kin of what is there", rows: [await addFurther(large)] },
    { title: "Reading stories", rows: await readStories(large.archive) },
  ]
}

async function addFurther({ world, archive }: Added): Promise<Row> {
  const { seconds, cpuSeconds, peakMegabytes } = await measure(command, ["add", world.further, "--archive", archive])
  const truth = await readTruth(world.truth, world.furtherTruth)
  return {
    seconds: round(seconds),
    "CPU seconds": round(cpuSeconds),
    "peak MB": Math.round(peakMegabytes),
    ...foundRow({ world, found: measureFound(foundInArchive(archive), truth) }),
  }
}

async function readStories(archive: string): Promise<Row[]> {
  const read = openStories(archive)
  if (!read) return [{ what: "not measured: bench/scale/story-page.ts has no reader yet" }]
  const { drawn, largest } = familiesOf(archive, PAGES)
  const milliseconds = async (family: string) => {
    const start = performance.now()
    await read(family)
    return performance.now() - start
  }
  const row = (what: string, times: readonly number[]): Row => {
    const sorted = [...times].sort((a, b) => a - b)
    const at = (share: number) => round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!)
    return { what, pages: times.length, "median ms": at(0.5), "99 % ms": at(0.99), "most ms": at(1) }
  }
  const first: number[] = []
  for (const family of drawn) first.push(await milliseconds(family))
  const again: number[] = []
  for (const family of drawn) again.push(await milliseconds(family))
  return [
    row("families by chance, first time", first),
    row("the same again", again),
    row("the largest, first time", [await milliseconds(largest)]),
    row("the largest again", [await milliseconds(largest)]),
  ]
}

function scoresOf(found: Found): Record<string, Score> {
  const { copy, excerpt, rewrite, precision } = sharesOf(found)
  const { wire, hidden } = found
  return {
    "recall of copies": { value: copy, better: "higher", bar: 0.99 },
    "recall of excerpts": { value: excerpt, better: "higher", bar: 0.95 },
    "recall of rewrites": { value: rewrite, better: "higher", bar: 0.8 },
    precision: { value: precision, better: "higher", bar: 0.95 },
    "wire copies in one family": { value: wire.inOne / wire.planted, better: "higher", bar: 1 },
    "hidden stories as families of their own": {
      value: Object.values(hidden).filter(Boolean).length,
      better: "higher",
      bar: 3,
    },
  }
}

const round = (value: number): number => Number(value.toPrecision(4))
