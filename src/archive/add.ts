import type { Judgement } from "../model/findings.ts"
import { type Archive, inTransaction } from "./archive.ts"
import type { CircleRecord } from "./circle.ts"
import { writeCircles } from "./findings.ts"
import { type Batches, type Intake, takeIn } from "./intake.ts"
import { type Circles, joinNew } from "./join.ts"
import { circlesUnder } from "./judge.ts"
import { judgementsOf } from "./judgements.ts"
import { inOrder, type Pool } from "./pool.ts"
import { compact } from "./postings.ts"
import type { RelateTask } from "./worker.ts"

/** What an `add` found. */
export interface Added extends Intake {
  /** Circles of kin that came about or grew. */
  readonly circles: number
  readonly families: number
  readonly reportsWithKin: number
}

/** How far an `add` has come. `of` is unknown while reports are read. */
export interface AddProgress {
  readonly step: "reading" | "meeting" | "checking" | "relating"
  readonly done: number
  readonly of?: number
  readonly added: number
  readonly families: number
}

export interface AddOptions {
  readonly now: () => string
  readonly told?: (progress: AddProgress) => void
}

/**
 * Adds reports to an archive: takes in those it does not have, finds which of all its reports may be kin to them, and relates these. Only
 * the circles that new reports come to are worked on; the findings are those of a run over everything, whatever order reports came in.
 *
 * A run that is killed leaves an archive that reads well; the next `add`, of whatever, finishes its work.
 */
export async function add(archive: Archive, pool: Pool, batches: Batches, options: AddOptions): Promise<Added> {
  const { now, told = () => {} } = options
  const intake = await takeIn(archive, pool, batches, now, ({ read, added }) =>
    told({ step: "reading", done: read, added, families: 0 }),
  )
  const { added } = intake
  const circles = await joinNew(archive, pool, (step, done, of) => told({ step, done, of, added, families: 0 }))
  archive.db.exec("PRAGMA shrink_memory")
  const found = await relateAll(archive, pool, circles, now, (done, of, families) =>
    told({ step: "relating", done, of, added, families }),
  )
  inTransaction(archive.db, () => {
    archive.db.exec("UPDATE segments SET joined = 1 WHERE joined = 0")
    compact(archive.db)
  })
  return { ...intake, circles: circles.size, ...found }
}

// Of a circle of more reports: one story that all print. It is related by itself, with what memory it needs (some 0.15 MB a report), rather than
// that the run fails.
const LARGE_CIRCLE = 500
// Smaller circles are handed out by so many reports, and all are written by as many.
const REPORTS_A_TASK = 48
const REPORTS_A_WRITE = 2000

type Told = (done: number, of: number, families: number) => void

/** Relates the reports of each circle and writes what was found. Judgements that are made meanwhile hold as well. */
async function relateAll(
  archive: Archive,
  pool: Pool,
  circles: Circles,
  now: () => string,
  told: Told,
): Promise<{ families: number; reportsWithKin: number }> {
  let judgements = judgementsOf(archive.db)
  const found = await relateUnder(archive, pool, circles, judgements, now, told)
  for (;;) {
    const held = judgements
    judgements = judgementsOf(archive.db)
    const left = underOther(archive, circles, held, judgements)
    if (left.size === 0) return found
    await relateUnder(archive, pool, left, judgements, now, () => {})
  }
}

/** The circles that a judgement concerns which holds in one of the two lists alone. */
function underOther(
  archive: Archive,
  circles: Circles,
  before: readonly Judgement[],
  after: readonly Judgement[],
): Circles {
  const missingIn = (list: readonly Judgement[]) => {
    const keys = new Set(list.map(one => JSON.stringify(one)))
    return (one: Judgement) => !keys.has(JSON.stringify(one))
  }
  const others = [...after.filter(missingIn(before)), ...before.filter(missingIn(after))]
  const under = new Set(others.flatMap(judgement => [...circlesUnder(archive, judgement).keys()]))
  return new Map([...circles].filter(([circle]) => under.has(circle)))
}

async function relateUnder(
  archive: Archive,
  pool: Pool,
  circles: Circles,
  judgements: readonly Judgement[],
  now: () => string,
  told: Told,
): Promise<{ families: number; reportsWithKin: number }> {
  const all = [...circles.values()].reduce((sum, reports) => sum + reports.length, 0)
  let [done, families, reportsWithKin, inWrite] = [0, 0, 0, 0]
  let waiting: CircleRecord[] = []
  const write = () => {
    if (waiting.length > 0) writeCircles(archive, waiting, now())
    waiting = []
    inWrite = 0
  }
  const take = (records: readonly CircleRecord[]) => {
    for (const record of records) {
      waiting.push(record)
      inWrite += record.witnesses.length
      done += record.witnesses.length
      families += record.families.length
      reportsWithKin += record.families.reduce((sum, { members }) => sum + members.length, 0)
      if (inWrite >= REPORTS_A_WRITE) write()
    }
    told(done, all, families)
  }
  const bySize = [...circles].sort((x, y) => y[1].length - x[1].length || x[0] - y[0])
  const large = bySize.filter(([, reports]) => reports.length > LARGE_CIRCLE)
  for (const [circle, reports] of large) take(await pool.relateAlone({ circles: [{ circle, reports }], judgements }))
  const tasks = tasksOf(bySize.slice(large.length), judgements)
  for await (const records of inOrder(tasks, pool.threads * 2, task => pool.relate(task))) take(records)
  write()
  return { families, reportsWithKin }
}

/** In the order given, the largest first, so that none of them is left when the other threads are done. */
function* tasksOf(
  circles: readonly (readonly [circle: number, reports: readonly number[]])[],
  judgements: readonly Judgement[],
): Generator<RelateTask> {
  let kept: RelateTask["circles"][number][] = []
  let reports = 0
  for (const [circle, members] of circles) {
    kept.push({ circle, reports: members })
    reports += members.length
    if (reports < REPORTS_A_TASK) continue
    yield { circles: kept, judgements }
    kept = []
    reports = 0
  }
  if (kept.length > 0) yield { circles: kept, judgements }
}
