import { type DuckDBAppender, type DuckDBConnection, DuckDBInstance, LIST, VARCHAR } from "@duckdb/node-api"
import type { Findings } from "../model/findings.ts"
import type { Cell, ColumnType, Table } from "../present/exchange/table.ts"

const SQL_TYPE: Record<ColumnType, string> = {
  text: "VARCHAR",
  integer: "INTEGER",
  number: "DOUBLE",
  boolean: "BOOLEAN",
  list: "VARCHAR[]",
}

/**
 * Writes tables as Parquet files, compressed by Zstandard. Texts are exact; a broken surrogate becomes U+FFFD. A file that is there is
 * replaced. Holds one table at a time in memory.
 *
 * @param files the path of each table's file.
 */
export async function writeParquet(findings: Findings, files: ReadonlyMap<Table, string>): Promise<void> {
  const instance = await DuckDBInstance.create(":memory:")
  const connection = await instance.connect()
  try {
    for (const [table, file] of files) await writeTable(connection, findings, table, file)
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

async function writeTable(connection: DuckDBConnection, findings: Findings, table: Table, file: string): Promise<void> {
  const columns = table.columns.map(({ name, type }) => `"${name}" ${SQL_TYPE[type]}`)
  await connection.run(`CREATE OR REPLACE TABLE one (${columns.join(", ")})`)
  const appender = await connection.createAppender("one")
  for (const row of table.rows(findings)) {
    for (const { name, type } of table.columns) append(appender, type, row[name])
    appender.endRow()
  }
  appender.closeSync()
  await connection.run(`COPY one TO '${file.replaceAll("'", "''")}' (FORMAT parquet, COMPRESSION zstd)`)
  await connection.run("DROP TABLE one")
}

function append(appender: DuckDBAppender, type: ColumnType, cell: Cell): void {
  if (cell === undefined) appender.appendNull()
  else if (typeof cell === "string") appender.appendVarchar(cell.toWellFormed())
  else if (typeof cell === "boolean") appender.appendBoolean(cell)
  else if (typeof cell === "object")
    appender.appendList(
      cell.map(text => text.toWellFormed()),
      LIST(VARCHAR),
    )
  else if (type === "integer") appender.appendInteger(cell)
  else appender.appendDouble(cell)
}
