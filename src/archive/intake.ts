import type { Problem } from "../model/problem.ts"
import type { Report } from "../model/report.ts"
import { type Archive, inTransaction } from "./archive.ts"
import { inOrder, type Pool } from "./pool.ts"
import { SEGMENT_REPORTS, segmentWriter } from "./postings.ts"
import type { Row, Taken } from "./take.ts"

type Database = Archive["db"]

/** What came of taking reports in. */
export interface Intake {
  readonly read: number
  /** New reports, versions of known pages among them. */
  readonly added: number
  readonly versions: number
  readonly problems: number
}

/** Batches of reports with what was wrong while reading them, as the read stage gives them. */
export type Batches = AsyncIterable<{ readonly reports: readonly Report[]; readonly problems: readonly Problem[] }>

const BATCH = 256
// Fewer reports wait until their segment is whole, so that a slow source does not keep others from writing.
const WAITING_REPORTS = 4096

/**
 * Writes reports into the archive: those it does not have yet. Every segment (up to 65,536 reports with their texts and features) is one transaction,
 * so a run that is killed leaves whole segments, and the next finds what is missing.
 */
export async function takeIn(
  { db }: Archive,
  pool: Pool,
  batches: Batches,
  now: () => string,
  told: (sofar: Intake) => void,
): Promise<Intake> {
  const sofar = { read: 0, added: 0, versions: 0, problems: 0 }
  const writer = segmentsInto(db, now)
  const tasks = small(batches, problems => {
    sofar.problems += problems.length
    writer.problems(problems)
  })
  try {
    for await (const taken of inOrder(tasks, pool.threads * 3, reports => pool.take(reports))) {
      sofar.read += taken.rows.length
      sofar.problems += taken.problems.length
      writer.add(taken)
      told({ ...sofar, ...writer.written() })
    }
    writer.end()
    return { ...sofar, ...writer.written() }
  } finally {
    writer.giveUp()
  }
}

/** Writes batches as they come, a transaction a segment, while the threads work on the next ones. */
function segmentsInto(db: Database, now: () => string) {
  const rows = rowWriter(db, now)
  const written = { added: 0, versions: 0 }
  let segment: ReturnType<typeof segmentWriter> | undefined
  let waiting: Taken[] = []
  let inSegment = 0

  function begin(): ReturnType<typeof segmentWriter> {
    db.exec("BEGIN IMMEDIATE")
    return segmentWriter(nextNumber(db))
  }
  function write(): void {
    segment ??= begin()
    for (const taken of waiting) {
      const { added, versions } = rows.add(taken, segment)
      written.added += added
      written.versions += versions
    }
    waiting = []
  }
  function end(): void {
    if (waiting.length === 0 && !segment) return
    write()
    if (segment!.reports > 0) segment!.write(db)
    db.exec("COMMIT")
    segment = undefined
    inSegment = 0
  }
  return {
    add(taken: Taken): void {
      if (inSegment + taken.rows.length > SEGMENT_REPORTS) end()
      waiting.push(taken)
      inSegment += taken.rows.length
      if (segment || inSegment >= WAITING_REPORTS) write()
    },
    problems(problems: readonly Problem[]): void {
      if (db.isTransaction) rows.problems(problems)
      else if (problems.length > 0) inTransaction(db, () => rows.problems(problems))
    },
    /** Writes what is left. */
    end,
    /** Leaves what is not written whole. */
    giveUp(): void {
      if (db.isTransaction) db.exec("ROLLBACK")
    },
    written: () => written,
  }
}

async function* small(batches: Batches, wrong: (problems: readonly Problem[]) => void): AsyncGenerator<Report[]> {
  let kept: Report[] = []
  for await (const { reports, problems } of batches) {
    wrong(problems)
    for (const report of reports) {
      kept.push(report)
      if (kept.length < BATCH) continue
      yield kept
      kept = []
    }
  }
  if (kept.length > 0) yield kept
}

function nextNumber(db: Database): number {
  const { last } = db.prepare("SELECT max(id) AS last FROM reports").get() as { last: number | null }
  return (last ?? 0) + 1
}

function rowWriter(db: Database, now: () => string) {
  const known = db.prepare("SELECT 1 FROM reports WHERE content = ?")
  const former = db.prepare("SELECT max(version) AS version FROM reports WHERE address = ?")
  const text = db.prepare("INSERT INTO texts (bytes) VALUES (?)")
  const capture = db.prepare("INSERT INTO captures (report, bytes) VALUES (?, ?)")
  const forget = db.prepare("DELETE FROM problems WHERE place = ? AND code = ? AND message = ?")
  const problem = db.prepare("INSERT INTO problems (at, code, place, message, hint) VALUES (?, ?, ?, ?, ?)")
  const insert = db.prepare(
    `INSERT INTO reports (content, address, version, outlet, title, url, published, observed, modified, language, credits, place, words, block, slot, added)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )

  function addRow(row: Row, block: number | bigint, at: string): { version: number; id: number | bigint } {
    const version = row.address === null ? 1 : ((former.get(row.address)!.version as number | null) ?? 0) + 1
    const { lastInsertRowid: id } = insert.run(
      row.content,
      row.address,
      version,
      row.outlet,
      row.title,
      row.url,
      row.published,
      row.observed,
      row.modified,
      row.language,
      row.credits,
      row.place,
      row.words,
      block,
      row.slot,
      at,
    )
    if (row.capture) capture.run(id, row.capture)
    return { version, id }
  }

  function problems(list: readonly Problem[]): void {
    for (const { code, where, message, hint } of list) {
      // Met again, it is the newest, and stands once.
      forget.run(where, code, message)
      problem.run(now(), code, where, message, hint ?? null)
    }
  }

  function add(taken: Taken, segment: ReturnType<typeof segmentWriter>): { added: number; versions: number } {
    const at = now()
    const blocks = new Map<number, number | bigint>()
    let [added, versions, from] = [0, 0, 0]
    for (const row of taken.rows) {
      const end = from + row.features
      if (!known.get(row.content)) {
        // A block of which every report is known already is not written.
        let block = blocks.get(row.block)
        if (block === undefined) {
          block = text.run(taken.blocks[row.block]!).lastInsertRowid
          blocks.set(row.block, block)
        }
        if (addRow(row, block, at).version > 1) versions++
        segment.add(row.outletCode, taken.parts, taken.keys, from, end)
        added++
      }
      from = end
    }
    problems(taken.problems)
    return { added, versions }
  }
  return { add, problems }
}
