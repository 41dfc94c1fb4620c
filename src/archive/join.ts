import { mkdtempSync, rmSync } from "node:fs"
import { dirname, join as path } from "node:path"
import { meet } from "../detect/meet.ts"
import { PARTS } from "../detect/sketch.ts"
import { unionFind } from "../lineage/union.ts"
import type { Archive } from "./archive.ts"
import { pairStore } from "./pair-store.ts"
import { inOrder, type Pool } from "./pool.ts"
import { outletsOf, readPart, segmentsOf } from "./postings.ts"
import type { CheckTask } from "./worker.ts"

/** Circles that new reports have come to: the number of each is that of its first report. */
export type Circles = ReadonlyMap<number, readonly number[]>

/** What joining says while it works: parts of the index done, then pairs looked at, of how many. */
export type Told = (step: "meeting" | "checking", done: number, of: number) => void

// Summed weight of common features that makes a pair worth a look (see `WEIGHT`).
const LEAST_WEIGHT = 4
// Pairs with so much in common are looked at first: what they join need not be looked at again.
const MUCH = 16
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
  const outlets = outletsOf(db, count)
  const folder = mkdtempSync(path(dirname(file), ".hearsay-"))
  const store = pairStore(folder, count)
  try {
    for (let part = 0; part < PARTS; part++) {
      meet(readPart(db, part, segments), outlets, since, store.add)
      told("meeting", part + 1, PARTS)
    }
    const union = unionFind(count)
    for (const { id, circle } of db.prepare("SELECT id, circle FROM reports WHERE circle IS NOT NULL").iterate())
      union.join(id as number, circle as number)
    await joinAlike([...packed(store.pairs(LEAST_WEIGHT))], outlets, union, pool, told)
    return touched(union, since, count)
  } finally {
    store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Pairs with much in common first, then the others; each as three numbers in flat arrays. */
function packed(pairs: Iterable<{ a: number; b: number; weight: number }>): [number[], number[]] {
  const much: number[] = []
  const little: number[] = []
  for (const { a, b, weight } of pairs) (weight >= MUCH ? much : little).push(a, b)
  return [much, little]
}

async function joinAlike(
  rounds: readonly (readonly number[])[],
  outlets: Uint32Array,
  union: ReturnType<typeof unionFind>,
  pool: Pool,
  told: Told,
): Promise<void> {
  const all = rounds.reduce((sum, pairs) => sum + pairs.length / 2, 0)
  let done = 0
  for (const pairs of rounds) {
    const tasks = tasksOf(pairs, outlets, union)
    for await (const { task, alike } of inOrder(tasks, pool.threads * 2, async task => ({
      task,
      alike: await pool.check(task),
    }))) {
      alike.forEach((is, i) => {
        if (is === 1) union.join(task.pairs[2 * i]!, task.pairs[2 * i + 1]!)
      })
      done += alike.length
      told("checking", done, all)
    }
  }
}

/** Pairs whose reports are in one circle already are left out. */
function* tasksOf(
  pairs: readonly number[],
  outlets: Uint32Array,
  union: ReturnType<typeof unionFind>,
): Generator<CheckTask> {
  let kept: number[] = []
  const task = (): CheckTask => ({
    pairs: Uint32Array.from(kept),
    atHome: Uint8Array.from({ length: kept.length / 2 }, (_, i) =>
      outlets[kept[2 * i]!] !== 0 && outlets[kept[2 * i]!] === outlets[kept[2 * i + 1]!] ? 1 : 0,
    ),
  })
  for (let i = 0; i < pairs.length; i += 2) {
    if (union.find(pairs[i]!) === union.find(pairs[i + 1]!)) continue
    kept.push(pairs[i]!, pairs[i + 1]!)
    if (kept.length < 2 * PAIRS_A_TASK) continue
    yield task()
    kept = []
  }
  if (kept.length > 0) yield task()
}

/** The circles of two or more with a member from `since` on. */
function touched(union: ReturnType<typeof unionFind>, since: number, count: number): Circles {
  const roots = new Map<number, number[]>()
  for (let report = since; report < count; report++) roots.set(union.find(report), [])
  for (let report = 1; report < count; report++) roots.get(union.find(report))?.push(report)
  for (const [root, members] of roots) if (members.length < 2) roots.delete(root)
  return roots
}
