/** One line of a table: column name to cell. */
export type Row = Readonly<Record<string, string | number>>

/** The rows as a Markdown table, numbers to the right. Columns are those of the first row. */
export function table(rows: readonly Row[]): string {
  const columns = Object.keys(rows[0] ?? {})
  const cells = rows.map(row => columns.map(column => String(row[column] ?? "")))
  const widths = columns.map((column, i) => Math.max(column.length, 3, ...cells.map(line => line[i]!.length)))
  const isNumber = columns.map(column => rows.every(row => typeof row[column] === "number"))
  const line = (values: readonly string[]) =>
    `| ${values.map((value, i) => (isNumber[i] ? value.padStart(widths[i]!) : value.padEnd(widths[i]!))).join(" | ")} |`
  const rule = `|${widths.map((width, i) => `${"-".repeat(width + 1)}${isNumber[i] ? ":" : "-"}`).join("|")}|`
  return [line(columns), rule, ...cells.map(line)].join("\n")
}
