import { type ChildProcess, spawn } from "node:child_process"
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import autocannon from "autocannon"
import type { DeskState, StoryList } from "../../src/model/desk.ts"
import type { Bench, BenchOptions, BenchResult } from "../bench.ts"
import { familiesOf } from "../scale/archive.ts"
import { TRAINING_FOLDERS } from "../scale/made/word-model.ts"
import { type World, worldOf } from "../scale/made/world.ts"
import { placesOf } from "../scale/scale.ts"
import { measure } from "../speed/measure.ts"
import type { Row } from "../table.ts"

const REPORTS = 20_000
const SAMPLE = 1000
/** Stories that are asked for. */
const STORIES = 500
const RATE = 1000
const SECONDS = 20
const command = join(import.meta.dirname, "../../dist/cli/main.js")

/**
 * The desk's server over an archive of made reports: first answers of each kind, then stories asked for at the rate it has to bear, as fast as it can,
 * and while it reads. The archive is kept beside the world, to be measured again.
 */
export const desk: Bench = { reads: [], run }

async function run(options: BenchOptions): Promise<BenchResult> {
  const { data, sample, flags, onProgress } = options
  if (data === undefined)
    return { ...NOTHING, skipped: [`set HEARSAY_DATA to the folder that holds ${TRAINING_FOLDERS.join(", ")}`] }
  const reports = typeof flags?.sizes === "string" ? Number(flags.sizes) : sample ? SAMPLE : REPORTS
  const places = placesOf(options, data)
  const world = await worldOf({ reports, seed: 1, wire: true }, places, done =>
    onProgress(done, reports, "reports made"),
  )
  const archive = await archiveOf(world)
  const server = await serve(archive)
  try {
    const ids = familiesOf(archive, STORIES).drawn
    const first = await firstAnswers(server.url, ids, onProgress)
    const loads = [
      await load(server, ids, `${RATE} a second`, { connections: 20, overallRate: RATE, duration: SECONDS }),
      await load(server, ids, "as fast as it can", { connections: 20, duration: SECONDS / 2 }),
      await whileReading(server, ids, world),
    ]
    return {
      ...NOTHING,
      tables: [
        { title: `First answers, archive of ${reports} reports, ms`, rows: first },
        { title: `Stories asked for, ${ids.length} of them in turn`, rows: loads },
      ],
    }
  } finally {
    server.child.kill()
  }
}

const NOTHING: BenchResult = { tables: [], skipped: [], scores: {}, checks: [] }

async function archiveOf({ file }: World): Promise<string> {
  const archive = file.replace(/\.jsonl$/, "-desk.db")
  const whole = `${archive}-whole`
  if (existsSync(whole)) return archive
  for (const end of ["", "-wal", "-shm"]) rmSync(archive + end, { force: true })
  await measure(command, ["add", file, "--archive", archive, "--quiet"])
  writeFileSync(whole, "")
  return archive
}

interface Server {
  readonly url: string
  readonly child: ChildProcess
}

/** The built command as a process; it answers once words are indexed and nothing is read. */
async function serve(archive: string): Promise<Server> {
  const child = spawn(process.execPath, [command, "serve", archive, "--no-open", "--port", "4700"], {
    stdio: ["ignore", "pipe", "inherit"],
  })
  const line = await new Promise<string>((settle, fail) => {
    child.stdout!.once("data", part => settle(String(part)))
    child.once("exit", () => fail(new Error("the desk did not open")))
  })
  const server = { child, url: /http:\/\/\S+?(?=\/ )/.exec(line)![0] }
  while (((await get(server.url, "/api/desk")) as DeskState).reading !== null) await pause(500)
  return server
}

const pause = (ms: number) => new Promise(settle => setTimeout(settle, ms))
const get = async (url: string, path: string) => (await fetch(url + path)).json()

async function firstAnswers(url: string, ids: readonly string[], told: BenchOptions["onProgress"]): Promise<Row[]> {
  const rows: Row[] = []
  for (const path of [
    "/api/desk",
    "/api/stories?limit=50",
    "/api/stories?sort=confirmed&outlet=Post",
    "/api/search?words=government",
    "/",
  ])
    rows.push({ what: path, ...spread([await timed(url + path)]) })
  const cold: number[] = []
  const warm: number[] = []
  for (const [at, id] of ids.entries()) {
    cold.push(await timed(`${url}/api/stories/${id}`))
    warm.push(await timed(`${url}/api/stories/${id}`))
    told(at + 1, ids.length, "stories looked into")
  }
  const changes = await Promise.all(ids.slice(0, 50).map(id => timed(`${url}/api/stories/${id}/changes`)))
  const { stories } = (await get(url, "/api/stories?limit=20")) as StoryList
  const pairs: number[] = []
  for (const { id } of stories) {
    const { witnesses } = (await get(url, `/api/stories/${id}`)) as { witnesses: { id: string }[] }
    pairs.push(await timed(`${url}/api/pairs/${witnesses[0]!.id}/${witnesses[1]!.id}`))
  }
  return [
    ...rows,
    { what: "a story nobody has looked into", ...spread(cold) },
    { what: "the same story again", ...spread(warm) },
    { what: "its changes, 50 at once", ...spread(changes) },
    { what: "a pair", ...spread(pairs) },
  ]
}

async function timed(address: string): Promise<number> {
  const from = performance.now()
  await (await fetch(address)).arrayBuffer()
  return performance.now() - from
}

function spread(times: readonly number[]): Row {
  const sorted = [...times].sort((x, y) => x - y)
  const at = (share: number) => Math.round(sorted[Math.floor(share * (sorted.length - 1))]! * 10) / 10
  return { middle: at(0.5), "95 %": at(0.95), most: at(1) }
}

async function load(
  { url, child }: Server,
  ids: readonly string[],
  what: string,
  options: Pick<autocannon.Options, "connections" | "overallRate" | "duration">,
): Promise<Row> {
  let next = 0
  const before = cpuSeconds(child.pid!)
  const { requests, latency, non2xx, errors } = await autocannon({
    url,
    ...options,
    headers: { "accept-encoding": "gzip, deflate, br" },
    requests: [{ setupRequest: request => ({ ...request, path: `/api/stories/${ids[next++ % ids.length]}` }) }],
  })
  const after = cpuSeconds(child.pid!)
  const cpu = before === undefined || after === undefined ? "" : round(((after - before) * 1000) / requests.total)
  return {
    what,
    "a second": Math.round(requests.average),
    "middle, ms": latency.p50,
    "99 %, ms": latency.p99,
    "most, ms": latency.max,
    "CPU ms a request": cpu,
    failed: non2xx + errors,
  }
}

/** Stories asked for at a fifth of the rate while a thousand further reports are read. */
async function whileReading(server: Server, ids: readonly string[], { further }: World): Promise<Row> {
  const page = await (await fetch(server.url)).text()
  const token = /name="hearsay-token" content="([^"]+)"/.exec(page)![1]!
  const sent = { method: "POST", headers: { "x-hearsay-token": token }, body: readFileSync(further) }
  await fetch(`${server.url}/api/files?name=further.jsonl`, sent)
  return load(server, ids, `${RATE / 5} a second, while it reads`, {
    connections: 10,
    overallRate: RATE / 5,
    duration: SECONDS,
  })
}

const TICKS_A_SECOND = 100

/** What a process and its threads have used, where the system tells. */
function cpuSeconds(pid: number): number | undefined {
  if (!existsSync(`/proc/${pid}/stat`)) return undefined
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ")
  return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND
}

const round = (value: number) => Math.round(value * 1000) / 1000
