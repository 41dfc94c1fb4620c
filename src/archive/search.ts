import type { Hit, ReportRow } from "../model/archive.ts"
import { spacedOut } from "../text/unspaced.ts"
import { type Archive, inTransaction } from "./archive.ts"
import { readerOf } from "./reader.ts"

const REPORTS_A_WRITE = 5000

/**
 * Puts the reports that are not yet in it into the index of words, and says how far it is. The first time over a large archive takes a while: some
 * 5,000 reports a second.
 */
export function indexWords({ db }: Archive, told: (done: number, of: number) => void = () => {}): void {
  const { upto } = db.prepare("SELECT upto FROM indexed").get() as { upto: number }
  const last = (db.prepare("SELECT max(id) AS last FROM reports").get() as { last: number | null }).last ?? 0
  const reader = readerOf(db)
  const insert = db.prepare("INSERT INTO report_words (rowid, title, text) VALUES (?, ?, ?)")
  const title = db.prepare("SELECT title FROM reports WHERE id = ?")
  for (let from = upto + 1; from <= last; from += REPORTS_A_WRITE) {
    const end = Math.min(last, from + REPORTS_A_WRITE - 1)
    inTransaction(db, () => {
      for (let report = from; report <= end; report++)
        insert.run(report, spacedOut((title.get(report)?.title as string | null) ?? ""), spacedOut(reader.text(report)))
      db.prepare("UPDATE indexed SET upto = ?").run(end)
    })
    told(end - upto, last - upto)
  }
}

/** How many reports wait to be put into the index. */
export function waitingForIndex({ db }: Archive): number {
  const row = db.prepare("SELECT (SELECT max(id) FROM reports) - upto AS waiting FROM indexed").get()
  return (row?.waiting as number | null) ?? 0
}

/** Reports that have all the words (a phrase in quotation marks counts as one), the best first. Call {@link indexWords} before. */
export function search(archive: Archive, query: string, limit = 20, offset = 0): Hit[] {
  const { db } = archive
  const wanted = wordsIn(query)
  if (wanted.length === 0) return []
  const rows = db
    .prepare(
      `SELECT r.id AS report, r.witness, r.family, r.outlet, r.title, r.url, r.published
       FROM report_words JOIN reports r ON r.id = report_words.rowid WHERE report_words MATCH ? ORDER BY rank LIMIT ? OFFSET ?`,
    )
    .all(asked(wanted), limit, offset)
  const reader = readerOf(db)
  return rows.map(row => ({
    ...(row as unknown as Omit<Hit, "excerpt">),
    excerpt: excerptOf(reader.text(row.report as number), wanted),
  }))
}

/**
 * Reports that share their text with no other, the last added first. One look at the rows passed over: O(offset + limit) while few reports have kin.
 */
export function reportsAlone({ db }: Archive, limit = 20, offset = 0): ReportRow[] {
  const rows = db
    .prepare(
      `SELECT id AS report, witness, family, outlet, title, url, published
       FROM reports WHERE family IS NULL ORDER BY id DESC LIMIT ? OFFSET ?`,
    )
    .all(limit, offset)
  return rows as unknown as ReportRow[]
}

/** The numbers of the first reports that have a word, at most `most`. */
export function reportsWith({ db }: Archive, word: string, most: number): number[] {
  const [wanted] = wordsIn(word)
  if (wanted === undefined) return []
  const sql = "SELECT rowid AS report FROM report_words WHERE report_words MATCH ? ORDER BY rowid LIMIT ?"
  return db
    .prepare(sql)
    .all(asked([wanted]), most)
    .map(({ report }) => report as number)
}

/** How many reports have all the words. */
export function countHits({ db }: Archive, query: string): number {
  const wanted = wordsIn(query)
  if (wanted.length === 0) return 0
  const row = db.prepare("SELECT count(*) AS found FROM report_words WHERE report_words MATCH ?").get(asked(wanted))
  return row!.found as number
}

const asked = (wanted: readonly string[]) => wanted.map(word => `"${spacedOut(word)}"`).join(" ")

/** Words and phrases, without anything the index's own language would take for a command. */
function wordsIn(query: string): string[] {
  return [...query.slice(0, 1000).matchAll(/"([^"]+)"|(\S+)/g)]
    .map(([, phrase, word]) => (phrase ?? word ?? "").replace(/[^\p{L}\p{N}\p{M}'’ -]+/gu, " ").trim())
    .filter(word => /[\p{L}\p{N}]/u.test(word))
}

const BEFORE = 60
const AFTER = 140

function excerptOf(text: string, wanted: readonly string[]): string {
  const folded = text.toLowerCase()
  const at = Math.max(
    0,
    Math.min(...wanted.map(word => folded.indexOf(word.toLowerCase())).filter(i => i >= 0), text.length),
  )
  const start = at === text.length ? 0 : Math.max(0, at - BEFORE)
  const cut = text
    .slice(start, start + BEFORE + AFTER)
    .replace(/\s+/g, " ")
    .trim()
  return `${start > 0 ? "…" : ""}${cut}${start + BEFORE + AFTER < text.length ? "…" : ""}`
}
