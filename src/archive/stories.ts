import type { ArchiveSize, StoryRow } from "../model/archive.ts"
import type { Archive } from "./archive.ts"
import { utc } from "./utc.ts"

/** Which stories of an archive to give. Dates are ISO 8601; a day counts whole, in UTC. */
export interface StoryFilter {
  /** A name of which the outlet's holds every word. */
  readonly outlet?: string
  readonly agency?: string
  readonly since?: string
  readonly until?: string
  readonly minReports?: number
  readonly maxReports?: number
  /** Of the text: how many lines of descent the family's tree has at its root. */
  readonly minOrigins?: number
  readonly maxOrigins?: number
  /** Words that its title holds, all of them. */
  readonly words?: string
  /** `confirmed`: many reports, few origins first. */
  readonly sort?: "reports" | "newest" | "oldest" | "confirmed"
  readonly limit?: number
  readonly offset?: number
}

const ORDER = {
  reports: "reports DESC, last DESC, id",
  newest: "last DESC, id",
  oldest: "first, id",
  confirmed: "1.0 * reports / origins DESC, reports DESC, id",
}

const COLUMNS = "id, title, reports, outlets, lost, origins, first, last, credits"

/** The families of the archive that the filter lets through, the largest first. */
export function storiesOf({ db }: Archive, filter: StoryFilter = {}): { stories: StoryRow[]; of: number } {
  const { sort = "reports", limit = 20, offset = 0 } = filter
  const { where, values } = conditions(filter)
  const { of } = db.prepare(`SELECT count(*) AS "of" FROM families ${where}`).get(...values) as { of: number }
  const rows = db
    .prepare(`SELECT ${COLUMNS} FROM families ${where} ORDER BY ${ORDER[sort]} LIMIT ? OFFSET ?`)
    .all(...values, limit, offset)
  return { stories: rows.map(storyRow), of }
}

/** The row of one family. */
export function storyRowOf({ db }: Archive, family: string): StoryRow | undefined {
  const row = db.prepare(`SELECT ${COLUMNS} FROM families WHERE id = ?`).get(family)
  return row && storyRow(row)
}

function conditions(filter: StoryFilter): { where: string; values: (string | number)[] } {
  const parts: [string, string | number][] = []
  const { words = "", outlet, agency, since, until, minReports, maxReports, minOrigins, maxOrigins } = filter
  if (outlet !== undefined)
    parts.push(["id IN (SELECT family FROM reports WHERE outlet LIKE ? ESCAPE '\\')", like(outlet)])
  if (agency !== undefined) parts.push(["credits LIKE ? ESCAPE '\\'", like(agency)])
  for (const word of words.split(/\s+/).filter(Boolean).slice(0, MOST_WORDS))
    parts.push(["title LIKE ? ESCAPE '\\'", like(word)])
  if (since !== undefined) parts.push(["last >= ?", utc(since)])
  if (until !== undefined) parts.push(["first <= ?", endOf(utc(until))])
  if (minReports !== undefined) parts.push(["reports >= ?", minReports])
  if (maxReports !== undefined) parts.push(["reports <= ?", maxReports])
  if (minOrigins !== undefined) parts.push(["origins >= ?", minOrigins])
  if (maxOrigins !== undefined) parts.push(["origins <= ?", maxOrigins])
  return {
    where: parts.length === 0 ? "" : `WHERE ${parts.map(([sql]) => sql).join(" AND ")}`,
    values: parts.map(([, value]) => value),
  }
}

const MOST_WORDS = 16
const like = (text: string) => `%${text.replace(/[\\%_]/g, "\\$&")}%`
/** After every moment of that day, month or year. */
const endOf = (date: string) => (date.length <= 10 ? `${date}~` : date)

function storyRow(row: Record<string, unknown>): StoryRow {
  return {
    id: row.id as string,
    title: row.title as string | null,
    reports: row.reports as number,
    outlets: row.outlets as number,
    lostTexts: row.lost as number,
    origins: row.origins as number,
    first: row.first as string | null,
    last: row.last as string | null,
    credits: JSON.parse(row.credits as string) as string[],
  }
}

/** How much an archive holds. */
export function sizeOf({ db }: Archive): ArchiveSize {
  const one = (sql: string) => (db.prepare(sql).get() as { n: number | null }).n ?? 0
  return {
    reports: one("SELECT count(*) AS n FROM reports"),
    families: one("SELECT count(*) AS n FROM families"),
    reportsWithKin: one("SELECT sum(reports) AS n FROM families"),
    waiting: one("SELECT sum(reports) AS n FROM segments WHERE joined = 0"),
  }
}

/** The number of the last report; 0 in an empty archive. */
export function lastReport({ db }: Archive): number {
  return (db.prepare("SELECT max(id) AS last FROM reports").get() as { last: number | null }).last ?? 0
}

/** Families that have a report of number `first` or later, the largest first, at most `limit`. */
export function familiesSince({ db }: Archive, first: number, limit: number): string[] {
  const sql = `SELECT id FROM families WHERE id IN (SELECT family FROM reports WHERE reports.id >= ?) ORDER BY reports DESC, id LIMIT ?`
  return db
    .prepare(sql)
    .all(first, limit)
    .map(({ id }) => id as string)
}
