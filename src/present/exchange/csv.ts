import { stringify } from "csv-stringify/sync"
import type { Findings } from "../../model/findings.ts"
import { visible } from "../visible.ts"
import { type Cell, listText, type Table } from "./table.ts"

/** What a spreadsheet would take for a formula, also behind apostrophes and space; full-width signs count for some of them. */
const FORMULA = /^['\s]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/

/**
 * A table as CSV by RFC 4180: a line of names, commas, lines ended by CR LF, UTF-8. An unknown cell is empty; a list is a JSON array.
 * Made to be opened in a spreadsheet, so nothing in it can act: a cell that would be taken for a formula gets an apostrophe in
 * front (one more, if it has some), and control characters become their pictures, one for one, so that offsets stay.
 *
 * @param byteOrderMark true puts a BOM in front, by which Excel knows that the file is UTF-8.
 */
export function csv(findings: Findings, table: Table, byteOrderMark = false): string {
  const names = table.columns.map(({ name }) => name)
  const rows = [...table.rows(findings)].map(row => names.map(name => harmless(row[name])))
  return stringify([names, ...rows], { record_delimiter: "windows", bom: byteOrderMark, quoted_match: /[\r\n]/ })
}

function harmless(cell: Cell): string {
  if (cell === undefined) return ""
  const text = visible(typeof cell === "object" ? listText(cell) : String(cell))
  return typeof cell === "string" && FORMULA.test(text) ? `'${text}` : text
}
