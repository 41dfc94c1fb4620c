import { createReadStream, mkdirSync } from "node:fs"
import { join } from "node:path"
import { createInterface } from "node:readline"
import type { Bench, BenchOptions, BenchResult } from "../bench.ts"
import { measureFound, readTruth, sharesOf } from "../scale/found.ts"
import { foundIn } from "../scale/groups.ts"
import type { TruthLine } from "../scale/made/maker.ts"
import { worldOf } from "../scale/made/world.ts"
import { placesOf } from "../scale/scale.ts"
import type { Row } from "../table.ts"
import { installPeers, type Peers } from "./install.ts"
import { type PeerCall, type PeerRun, runDolos, runOurs, runPeer } from "./runs.ts"

const REPORTS = 100_000
const SAMPLE = 2000
const ROUNDS = 3
const SEED = 1

const settings = (gram: number, ...thresholds: number[]) => thresholds.map(threshold => ({ threshold, gram }))

/** Settings that are tried once, each from the highest similarity on; below, the indexes of words hold nearly all pairs. */
const TRIED: readonly PeerCall[] = [
  { name: "rensa, words", method: "rensa", settings: settings(1, 0.8, 0.7, 0.6, 0.5) },
  { name: "rensa, three words", method: "rensa", settings: settings(3, 0.8, 0.5, 0.3, 0.2) },
  { name: "datasketch, words", method: "datasketch", settings: settings(1, 0.8, 0.7, 0.6, 0.5) },
]
/** What is run in every round, beside the best of those. */
const ROUND: readonly PeerCall[] = [
  { name: "rensa, its deduplicator as its README shows", method: "rensa-default", settings: settings(1, 0.8) },
  { name: "rensa, its own LSH at the same threshold", method: "rensa", settings: settings(1, 0.8) },
  { name: "rensa, rho: which have a duplicate, not of what", method: "rensa-rho", settings: settings(1, 0.8) },
  { name: "text-dedup, minhash, its defaults", method: "text-dedup", settings: settings(5, 0.7) },
]
/** Words in a k-gram and grams in a window: Dolos' defaults, and shorter ones. */
const DOLOS = ["23:17", "8:12"]
const DOLOS_SIMILARITIES = [0.05, 0.1, 0.2, 0.3, 0.5, 0.7]
const DOLOS_SECONDS = 60
/** Other programs that find near copies, on the same texts. */
export const peers: Bench = { reads: [], run }

/** Reports by their addresses and what is true of them. */
interface Measured {
  readonly file: string
  readonly count: number
  readonly urls: readonly string[]
  readonly truth: readonly TruthLine[]
  readonly folder: string
}

async function run(options: BenchOptions): Promise<BenchResult> {
  if (options.data === undefined)
    return { tables: [], skipped: ["set HEARSAY_DATA: the world is made from it"], scores: {}, checks: [] }
  const places = placesOf(options, options.data)
  const folder = join(places.folder, "peers")
  mkdirSync(folder, { recursive: true })
  const installed = installPeers(folder)
  const { sizes, rounds } = options.flags ?? {}
  const count = typeof sizes === "string" ? Number(sizes) : options.sample ? SAMPLE : REPORTS
  const { file, truth } = await worldOf({ reports: count, seed: SEED, wire: true }, places)
  const world: Measured = { file, count, urls: await urlsIn(file), truth: await readTruth(truth), folder }
  const { rows: tried, best } = await tryAll(installed, world)
  const turns = typeof rounds === "string" ? Number(rounds) : options.sample ? 1 : ROUNDS
  const timed = await alternate([...ROUND, ...best], installed, world, turns)
  return {
    tables: [
      { title: `Settings tried once, ${installed.versions}`, rows: tried },
      { title: `Seconds and peaks: the middle of ${turns} rounds, alternating`, rows: timed },
      { title: "Dolos, doubling", rows: await growDolos(installed, world) },
    ],
    skipped: [],
    scores: {},
    checks: [],
  }
}

async function urlsIn(file: string): Promise<string[]> {
  const urls: string[] = []
  for await (const line of createInterface({ input: createReadStream(file) })) urls.push(JSON.parse(line).url)
  return urls
}

/** Every setting once, and for each program the one with the best F1 of pairs. */
async function tryAll(installed: Peers, world: Measured): Promise<{ rows: Row[]; best: PeerCall[] }> {
  const rows: Row[] = []
  const bestByMethod = new Map<string, { call: PeerCall; f1: number }>()
  for (const call of TRIED) {
    const runs = await runPeer(installed, call, world.file, world.count, world.folder)
    for (const [k, run] of runs.entries()) {
      rows.push(row(call.name, run, world))
      const { f1 } = sharesOf(measureFound(foundIn(world.urls, run.groups!), world.truth))
      if (f1 > (bestByMethod.get(call.method)?.f1 ?? 0)) {
        const best = { ...call, name: `${call.name}, its best threshold`, settings: [call.settings[k]!] }
        bestByMethod.set(call.method, { call: best, f1 })
      }
    }
    for (const { threshold } of call.settings.slice(runs.length))
      rows.push({ ...rows[0]!, what: `${call.name}: not done, more than 10 GB`, similarity: threshold, seconds: "" })
  }
  return { rows, best: [...bestByMethod.values()].map(({ call }) => call) }
}

/** Every program once a round, one after the other; of each the middle time. */
async function alternate(
  calls: readonly PeerCall[],
  installed: Peers,
  world: Measured,
  rounds: number,
): Promise<Row[]> {
  const names = [...calls.map(({ name }) => name), "Hearsay, candidates"]
  const runs = new Map<string, PeerRun[]>(names.map(name => [name, []]))
  for (let round = 0; round < rounds; round++) {
    runs.get(names.at(-1)!)!.push(...(await runOurs(world.file, world.count, world.folder)))
    for (const call of calls)
      runs.get(call.name)!.push(...(await runPeer(installed, call, world.file, world.count, world.folder)))
  }
  return names.flatMap(name => {
    const sorted = runs.get(name)!.sort((a, b) => a.seconds - b.seconds)
    const middle = sorted[Math.floor(sorted.length / 2)]
    return middle ? [row(name, middle, world)] : []
  })
}

async function growDolos(installed: Peers, world: Measured): Promise<Row[]> {
  const rows: Row[] = []
  for (const lengths of DOLOS)
    for (let count = 500; count <= world.count; count *= 2) {
      const { file, folder } = world
      const runs = await runDolos(installed, file, count, lengths, DOLOS_SIMILARITIES, folder, DOLOS_SECONDS)
      if (!runs) {
        rows.push({ ...rows[0]!, what: `${lengths}: not done in ${DOLOS_SECONDS} s`, reports: count })
        break
      }
      const found = runs.map(one => row(lengths, one, world))
      rows.push(found.reduce((best, next) => (Number(next.F1) > Number(best.F1) ? next : best)))
    }
  return rows
}

/** Time, memory and what was found. What is planted beyond the texts given does not count. */
function row(
  what: string,
  { seconds, cpuSeconds, peakMegabytes, threshold, gram, groups }: PeerRun,
  world: Measured,
): Row {
  const cost = {
    what,
    similarity: threshold ?? "",
    words: gram ?? "",
    reports: groups?.length ?? world.count,
    seconds: round(seconds),
    "CPU seconds": round(cpuSeconds),
    "peak MB": Math.round(peakMegabytes),
  }
  const none = { copies: "", excerpts: "", rewrites: "", precision: "", F1: "", "wire copies in one": "" }
  if (!groups) return { ...cost, ...none }
  const given = world.urls.slice(0, groups.length)
  const there = new Set(given)
  const truth = world.truth.filter(({ url, parent }) => there.has(url) && (parent === undefined || there.has(parent)))
  const found = measureFound(foundIn(given, groups), truth)
  const { copy, excerpt, rewrite, precision, f1 } = sharesOf(found)
  return {
    ...cost,
    copies: round(copy),
    excerpts: round(excerpt),
    rewrites: round(rewrite),
    precision: round(precision),
    F1: round(f1),
    "wire copies in one": `${found.wire.inOne} of ${found.wire.planted}`,
  }
}

const round = (value: number): number => Number(value.toPrecision(4))
