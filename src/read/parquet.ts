import { tmpdir } from "node:os"
import { type Contents, failed, inBatches } from "./contents.ts"
import { isRowField, type RowFields, readRow } from "./json.ts"
import { problem } from "./problems.ts"

/** DuckDB's own memory, beside what a batch holds. */
const MEMORY_LIMIT = "256MB"

/**
 * The reports in a Parquet file whose columns are named as the fields of a report, row by row; `where` of row 3 is `path:3`. Other
 * columns are passed over. DuckDB reads it and is loaded only here. Memory: a quarter of a gigabyte and a batch.
 */
export function readParquet(path: string, where: string): AsyncGenerator<Contents> {
  return inBatches(where, rows(path, where))
}

async function* rows(path: string, where: string): AsyncGenerator<Contents> {
  const { DuckDBInstance } = await import("@duckdb/node-api")
  const instance = await DuckDBInstance.create(":memory:", SETTINGS)
  const connection = await instance.connect()
  try {
    // The file is named by a parameter and the columns by a list of ours: nothing in them becomes part of the query.
    const file = [literal(path)]
    const shape = await connection.run("select * from read_parquet($1) limit 0", file)
    const days = new Set(shape.columnNames().filter((_, column) => String(shape.columnType(column)) === "DATE"))
    const known = shape.columnNames().filter(isRowField)
    // A day has no hour, and must not get one on the way.
    const columns = known.map(name => (days.has(name) ? `"${name}"::varchar` : `"${name}"`)).join(", ") || "null"
    const result = await connection.stream(`select ${columns} from read_parquet($1)`, file)
    let row = 0
    for await (const values of result.yieldRowsJs()) {
      for (const each of values) yield readRow(rowFields(known, each), `${where}:${++row}`)
    }
    if (row === 0) yield failed(problem("empty-file", where, "The table has no rows."))
  } catch (error) {
    yield failed(problem("broken-archive", where, `The Parquet file cannot be read on: ${firstLine(error)}.`))
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

const SETTINGS = {
  memory_limit: MEMORY_LIMIT,
  temp_directory: tmpdir(),
  threads: "1",
  preserve_insertion_order: "true",
  autoinstall_known_extensions: "false",
}

/** `*`, `?` and `[` in a file's name are no pattern. */
const literal = (path: string) => path.replace(/[*?[]/g, "[$&]")

const firstLine = (error: unknown) => (error as Error).message.split("\n")[0]!.slice(0, 200)

/** A row as the fields of a report: dates as text, lists as lists. */
function rowFields(names: readonly string[], values: readonly unknown[]): RowFields {
  return Object.fromEntries(names.map((name, index) => [name, plain(values[index])]))
}

function plain(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString().replace(/\.000Z$/, "Z")
  return typeof value === "bigint" ? String(value) : value
}
