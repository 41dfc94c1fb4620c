import { mkdirSync, rmSync } from "node:fs"
import { basename, dirname, join as path } from "node:path"
import { meet } from "../detect/meet.ts"
import { PARTS } from "../detect/sketch.ts"
import { isWorthKeeping, verdictOf } from "../detect/worth.ts"
import { unionFind } from "../lineage/union.ts"
import type { Archive } from "./archive.ts"
import { type Met, pairStore } from "./pair-store.ts"
import { inOrder, type Pool } from "./pool.ts"
import { readPart, segmentsOf, tableOf } from "./postings.ts"
import type { CheckTask } from "./worker.ts"

/** Circles that new reports have come to: the number of each is that of its first report. */
export type Circles = ReadonlyMap<number, readonly number[]>

type Table = ReturnType<typeof tableOf>

/** What joining says while it works: parts of the index done, then pairs looked at, of how many. */
export type Told = (step: "meeting" | "checking", done: number, of: number) => void

const PAIRS_A_TASK = 2048

/**
 * Finds the circles of the reports that are not joined yet, together with the circles of older reports they come to. Candidate pairs
 * are found by common features, then looked at by their texts. Joins nothing on the disk.
 */
export async function joinNew({ db, path: file }: Archive, pool: Pool, told: Told): Promise<Circles> {
  const segments = segmentsOf(db)
  const since = segments.find(({ joined }) => !joined)?.first
  if (since === undefined) return new Map()
  const last = segments.at(-1)!
  const count = last.first + last.reports
  const table = tableOf(db, count)
  const folder = emptyFolder(path(dirname(file), `.hearsay-${basename(file)}`))
  const store = pairStore(folder, count)
  try {
    for (let part = 0; part < PARTS; part++) {
      meet(readPart(db, part, segments), table.outlets, since, store.add)
      told("meeting", part + 1, PARTS)
    }
    const union = unionFind(count)
    for (const { id, circle } of db.prepare("SELECT id, circle FROM reports WHERE circle IS NOT NULL").iterate())
      union.join(id as number, circle as number)
    const pairs = store.pairs(isWorthKeeping)
    await joinAlike(doubtful(pairs, table, union), union, pool, told)
    return touched(union, since, count)
  } finally {
    store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A new folder of that name: what a killed run left under it goes. Whoever writes to an archive does so alone, so no living run has it. */
function emptyFolder(folder: string): string {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { mode: 0o700 })
  return folder
}

/** Joins the pairs that need no look; gives those that need one, three numbers a pair: the third is 1 where a hard look is needed. */
function doubtful(pairs: Iterable<Met>, { outlets, features }: Table, union: ReturnType<typeof unionFind>): number[] {
  const left: number[] = []
  for (const { a, b, rare, common } of pairs) {
    const fewer = Math.min(features[a]!, features[b]!)
    const atHome = outlets[a] !== 0 && outlets[a] === outlets[b]
    const verdict = verdictOf(rare, common, fewer, atHome)
    if (verdict === "kin") union.join(a, b)
    else if (verdict !== "leave") left.push(a, b, verdict === "look hard" ? 1 : 0)
  }
  return left
}

async function joinAlike(
  pairs: readonly number[],
  union: ReturnType<typeof unionFind>,
  pool: Pool,
  told: Told,
): Promise<void> {
  let done = 0
  const tasks = tasksOf(pairs, union)
  const check = async (task: CheckTask) => ({ task, alike: await pool.check(task) })
  for await (const { task, alike } of inOrder(tasks, pool.threads * 2, check)) {
    alike.forEach((is, i) => {
      if (is === 1) union.join(task.pairs[2 * i]!, task.pairs[2 * i + 1]!)
    })
    done += alike.length
    told("checking", done, pairs.length / 3)
  }
  told("checking", pairs.length / 3, pairs.length / 3)
}

/** Pairs whose reports are in one circle already are left out. */
function* tasksOf(pairs: readonly number[], union: ReturnType<typeof unionFind>): Generator<CheckTask> {
  let kept: number[] = []
  let hard: number[] = []
  for (let i = 0; i < pairs.length; i += 3) {
    if (union.find(pairs[i]!) === union.find(pairs[i + 1]!)) continue
    kept.push(pairs[i]!, pairs[i + 1]!)
    hard.push(pairs[i + 2]!)
    if (hard.length < PAIRS_A_TASK) continue
    yield { pairs: Uint32Array.from(kept), hard: Uint8Array.from(hard) }
    kept = []
    hard = []
  }
  if (hard.length > 0) yield { pairs: Uint32Array.from(kept), hard: Uint8Array.from(hard) }
}

/** The circles of two or more with a member from `since` on. */
function touched(union: ReturnType<typeof unionFind>, since: number, count: number): Circles {
  const sizes = new Uint32Array(count)
  for (let report = 1; report < count; report++) sizes[union.find(report)]!++
  const circles = new Map<number, number[]>()
  for (let report = since; report < count; report++) {
    const root = union.find(report)
    if (sizes[root]! > 1) circles.set(root, [])
  }
  for (let report = 1; report < count; report++) circles.get(union.find(report))?.push(report)
  return circles
}
