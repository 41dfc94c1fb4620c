import type { Findings } from "../../model/findings.ts"
import { jsonText } from "./json-text.ts"
import type { Table } from "./table.ts"

/**
 * A table as JSON lines (one object a line, ended by a line feed): the same columns as everywhere, in their order, unknown cells left
 * out. Texts are exact.
 */
export function jsonLines(findings: Findings, table: Table): string {
  const lines: string[] = []
  for (const row of table.rows(findings)) {
    lines.push(`${jsonText(Object.fromEntries(table.columns.map(({ name }) => [name, row[name]])))}\n`)
  }
  return lines.join("")
}
