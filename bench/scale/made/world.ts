import { createHash } from "node:crypto"
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, writeSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Worker } from "node:worker_threads"
import { chanceAt } from "./chances.ts"
import { hiddenReports } from "./hidden.ts"
import type { Made, Maker } from "./maker.ts"
import type { Role, WorldSpec } from "./plan.ts"
import { readModel } from "./word-model.ts"

/** The files of a world. */
export interface World {
  readonly spec: WorldSpec
  /** JSON lines of reports, and of what is true of those that have kin. */
  readonly file: string
  readonly truth: string
  /** The same of reports that come later. */
  readonly further: string
  readonly furtherTruth: string
}

/** Where texts come from and where worlds are put. */
export interface Places {
  readonly data: string
  readonly seeds: string | undefined
  readonly harbour: string
  readonly folder: string
}

/** What a worker is asked for: places in the file, or reports that come later. */
export interface Order {
  readonly from: number
  readonly to: number
  readonly further: boolean
}

/** What it answers. */
export interface Delivery {
  readonly lines: Buffer
  readonly truths: Buffer
}

/** Reports that come later, and how many of them belong to families that are there. */
export const FURTHER = { reports: 1000, kin: 300 }
const CHUNK = 1000
const WORKERS = 2

/** Where worlds are put when nothing is said. */
export function defaultFolder(): string {
  return join(tmpdir(), "hearsay-worlds")
}

/**
 * The world of these numbers, from the folder when it is there. Else it is written, as a stream, by two workers: about 5,000 reports
 * a second, 3.9 kB each; memory does not grow with it.
 */
export async function worldOf(spec: WorldSpec, places: Places, onProgress = (_done: number) => {}): Promise<World> {
  mkdirSync(places.folder, { recursive: true })
  readModel(places.data, places.folder)
  const begin = join(places.folder, `${spec.reports}${spec.wire ? "" : "-without-wire"}-${digestOf(spec, places)}`)
  const world: World = {
    spec,
    file: `${begin}.jsonl`,
    truth: `${begin}-truth.jsonl`,
    further: `${begin}-further.jsonl`,
    furtherTruth: `${begin}-further-truth.jsonl`,
  }
  if (existsSync(world.file)) return world
  const workers = Array.from({ length: WORKERS }, () => workerFor(spec, places))
  try {
    await write(workers, FURTHER.reports, true, world.further, world.furtherTruth, () => {})
    await write(workers, spec.reports, false, world.file, world.truth, onProgress)
  } finally {
    await Promise.all(workers.map(worker => worker.terminate()))
  }
  return world
}

/** The role of a report that is not in the world yet: a third of them are new members of families. */
export function furtherRole(at: number, { reports, seed }: WorldSpec, { families, sizeOf }: Maker["plan"]): Role {
  if (at >= FURTHER.kin || families === 0) return { kind: "unrelated", number: reports + at }
  const family = chanceAt(seed, 41, at).below(families)
  return { kind: "member", family, member: sizeOf(family) + at }
}

/** The lines of a delivery. */
export function delivered(made: readonly Made[]): Delivery {
  const truths = made.flatMap(({ truth }) => (truth ? [`${JSON.stringify(truth)}\n`] : []))
  return {
    lines: Buffer.from(made.map(({ line }) => `${JSON.stringify(line)}\n`).join("")),
    truths: Buffer.from(truths.join("")),
  }
}

/** The reports of an order, in its order. The wire story is passed over in a world without it. */
export function fill({ from, to, further }: Order, maker: Maker, spec: WorldSpec): Delivery {
  const roles = Array.from({ length: to - from }, (_, k) =>
    further ? furtherRole(from + k, spec, maker.plan) : maker.plan.roleAt(from + k),
  )
  return delivered(roles.filter(role => spec.wire || role.kind !== "wire").map(role => maker.make(role)))
}

/** Of everything a world is made from: this folder's files and those of the news model, the collections, the hidden reports. */
function digestOf(spec: WorldSpec, { data, seeds, harbour, folder }: Places): string {
  const hash = createHash("sha256").update(JSON.stringify(spec))
  for (const source of [import.meta.dirname, join(import.meta.dirname, "../../descent/made")])
    for (const name of readdirSync(source).sort()) hash.update(readFileSync(join(source, name)))
  hash.update(JSON.stringify(hiddenReports(seeds, harbour)))
  hash.update(
    readdirSync(folder)
      .filter(name => name.startsWith("words-"))
      .join() + data.length,
  )
  return hash.digest("hex").slice(0, 10)
}

function workerFor(spec: WorldSpec, places: Places): Worker {
  return new Worker(new URL("./world-worker.ts", import.meta.url), { workerData: { spec, places } })
}

/** Writes what the workers make in the order of the places, each worker every other part. */
async function write(
  workers: readonly Worker[],
  count: number,
  further: boolean,
  file: string,
  truthFile: string,
  onProgress: (done: number) => void,
): Promise<void> {
  const [out, truthOut] = [openSync(`${file}.part`, "w"), openSync(truthFile, "w")]
  const orders = Array.from({ length: Math.ceil(count / CHUNK) }, (_, k): Order => {
    return { from: k * CHUNK, to: Math.min(count, (k + 1) * CHUNK), further }
  })
  const ask = (k: number) => (k < orders.length ? deliveryOf(workers[k % workers.length]!, orders[k]!) : undefined)
  const asked = workers.map((_, k) => ask(k))
  for (const [k, { to }] of orders.entries()) {
    const { lines, truths } = (await asked[k % workers.length])!
    asked[k % workers.length] = ask(k + workers.length)
    writeSync(out, lines)
    writeSync(truthOut, truths)
    onProgress(to)
  }
  closeSync(out)
  closeSync(truthOut)
  renameSync(`${file}.part`, file)
}

function deliveryOf(worker: Worker, order: Order): Promise<Delivery> {
  return new Promise((resolve, reject) => {
    worker.once("error", reject)
    worker.once("message", (delivery: Delivery) => {
      worker.off("error", reject)
      resolve(delivery)
    })
    worker.postMessage(order)
  })
}
