import { statSync } from "node:fs"
import { DatabaseSync } from "node:sqlite"
import type { Findings } from "../model/findings.ts"
import { type Cell, type ColumnType, listText, type Table } from "../present/exchange/table.ts"
import { TABLES } from "../present/exchange/tables.ts"
import { VIEWS } from "./findings-views.ts"

const SQL_TYPE: Record<ColumnType, string> = {
  text: "TEXT",
  integer: "INTEGER",
  number: "REAL",
  boolean: "INTEGER",
  list: "TEXT",
}

/** By which a file of findings is told from other SQLite files, an archive among them: "HFND" in ASCII. */
const APPLICATION_ID = 0x48464e44

const PRIMARY_KEY: Record<string, string> = {
  reports: "id",
  families: "family",
  variants: "variant",
  readings: "variant, reading",
  claims: "claim",
  conflicts: "conflict",
  judgements: "judgement",
}

/** Columns that name a row of another table. Not every text is a report, so `descent` and `conflicts` name none. */
const REFERENCES: Record<string, Readonly<Record<string, string>>> = {
  reports: { family: "families" },
  descent: { family: "families" },
  passages: { a: "reports", b: "reports", family: "families" },
  variants: { family: "families", base: "reports", witness: "reports" },
  readings: { variant: "variants", witness: "reports" },
  attestations: { claim: "claims", witness: "reports" },
}

/**
 * Writes the findings as one SQLite file: the tables with keys by which Datasette links them, indexes, and views that answer the usual
 * questions. A list is a JSON array, a boolean 0 or 1.
 *
 * @param place where the file is to stand in the end; `file` is where it is written now.
 * @throws when there is a file of another kind at that place: another database is never overwritten.
 */
export function writeFindingsFile(findings: Findings, place: string, file: string): void {
  if (isSomethingElse(place)) throw new Error("there is a file that is no export of findings")
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: false })
  try {
    database.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA journal_mode = OFF; BEGIN`)
    for (const table of TABLES) fillTable(database, findings, table)
    for (const view of VIEWS) database.exec(view)
    database.exec("COMMIT")
  } finally {
    database.close()
  }
}

function isSomethingElse(file: string): boolean {
  const found = statSync(file, { throwIfNoEntry: false })
  if (!found?.isFile()) return false
  if (found.size === 0) return false
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    return database.prepare("PRAGMA application_id").get()?.application_id !== APPLICATION_ID
  } catch {
    return true // no SQLite file at all
  } finally {
    database.close()
  }
}

function fillTable(database: DatabaseSync, findings: Findings, table: Table): void {
  const { name, columns } = table
  const references = REFERENCES[name] ?? {}
  database.exec(`CREATE TABLE "${name}" (\n  ${definitions(table, references).join(",\n  ")}\n)`)
  const insert = database.prepare(`INSERT INTO "${name}" VALUES (${columns.map(() => "?").join(", ")})`)
  for (const row of table.rows(findings)) insert.run(...columns.map(column => sqlValue(row[column.name])))
  for (const column of Object.keys(references)) {
    database.exec(`CREATE INDEX "${name} by ${column}" ON "${name}" ("${column}")`)
  }
}

function definitions({ name, columns }: Table, references: Readonly<Record<string, string>>): string[] {
  const typed = columns.map(column => {
    const target = references[column.name]
    const link = target ? ` REFERENCES "${target}" ("${PRIMARY_KEY[target]}")` : ""
    return `"${column.name}" ${SQL_TYPE[column.type]}${link}`
  })
  const key = PRIMARY_KEY[name]
  return key ? [...typed, `PRIMARY KEY (${key})`] : typed
}

function sqlValue(cell: Cell): string | number | null {
  if (cell === undefined) return null
  if (typeof cell === "boolean") return Number(cell)
  if (typeof cell === "number") return cell
  return typeof cell === "object" ? listText(cell) : cell.toWellFormed()
}
