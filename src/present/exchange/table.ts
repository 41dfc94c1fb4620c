import type { Findings } from "../../model/findings.ts"

/** What stands in one cell. `undefined` means unknown. */
export type Cell = string | number | boolean | readonly string[] | undefined

/** `integer`: a whole number; `number`: any; `list`: texts, in an order that is told beside the column. */
export type ColumnType = "text" | "integer" | "number" | "boolean" | "list"

export interface Column {
  readonly name: string
  readonly type: ColumnType
  /** What the column holds, for people. */
  readonly holds: string
}

/** One row by the names of the columns. A column that is missing is unknown. */
export type Row = Readonly<Record<string, Cell>>

/** A table of findings: the same columns in CSV, JSON lines, Parquet and SQLite. */
export interface Table {
  /** A word that is also the name of the file. */
  readonly name: string
  readonly holds: string
  readonly columns: readonly Column[]
  /** The rows, in an order that depends on the findings alone. O(findings). */
  readonly rows: (findings: Findings) => Iterable<Row>
}

/** A column. */
export function column(name: string, type: ColumnType, holds: string): Column {
  return { name, type, holds }
}

/** A list as one text, where a format has no lists: a JSON array. */
export function listText(list: readonly string[]): string {
  return JSON.stringify(list.map(text => text.toWellFormed()))
}
