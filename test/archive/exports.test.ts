import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { DuckDBInstance } from "@duckdb/node-api"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { openArchive } from "../../src/archive/archive.ts"
import { writeExport } from "../../src/archive/export-files.ts"
import type { Findings } from "../../src/model/findings.ts"
import { chosen, exportText, FORMATS } from "../../src/present/exchange/formats.ts"
import type { Cell, Table } from "../../src/present/exchange/table.ts"
import { TABLES } from "../../src/present/exchange/tables.ts"
import { CASES, harbour } from "../present/exchange/harbour.ts"

const desk = mkdtempSync(join(tmpdir(), "hearsay-exports-"))
afterAll(() => rmSync(desk, { recursive: true }))

const wellFormed = (cell: Cell): unknown => {
  if (typeof cell === "string") return cell.toWellFormed()
  return typeof cell === "object" ? cell.map(text => text.toWellFormed()) : (cell ?? null)
}
const expected = (table: Table, findings: Findings) =>
  [...table.rows(findings)].map(row =>
    Object.fromEntries(table.columns.map(({ name }) => [name, wellFormed(row[name])])),
  )

let ask: (sql: string) => Promise<Record<string, unknown>[]>
beforeAll(async () => {
  const connection = await (await DuckDBInstance.create(":memory:")).connect()
  ask = async sql => (await connection.runAndReadAll(sql)).getRowObjectsJS()
})

describe.each(CASES)("%s texts", (name, findings) => {
  const folder = join(desk, `it's ${name}`)

  it("are read back from Parquet as they were", async () => {
    const written = await writeExport(findings, await chosen("parquet"), folder)
    expect(written.map(file => existsSync(file))).toEqual(TABLES.map(() => true))
    for (const [index, table] of TABLES.entries()) {
      expect(await ask(`FROM '${written[index]!.replaceAll("'", "''")}'`)).toEqual(expected(table, findings))
    }
  })

  it("are read back from SQLite as they were", async () => {
    const [file] = await writeExport(findings, await chosen("sqlite"), join(desk, `${name}.sqlite`))
    const database = new DatabaseSync(file!, { readOnly: true })
    for (const table of TABLES) {
      const rows = database
        .prepare(`SELECT * FROM "${table.name}"`)
        .all()
        .map(row => decoded(table, row))
      expect(rows).toEqual(expected(table, findings))
    }
    database.close()
  })
})

/** A row of SQLite with its lists and booleans. */
function decoded({ columns }: Table, row: Record<string, unknown>): Record<string, unknown> {
  const cell = (type: string, value: unknown) => {
    if (value === null) return null
    if (type === "list") return JSON.parse(value as string)
    return type === "boolean" ? value === 1 : value
  }
  return Object.fromEntries(columns.map(({ name, type }) => [name, cell(type, row[name])]))
}

describe("the example", () => {
  let findings: Findings
  let database: DatabaseSync
  beforeAll(async () => {
    findings = await harbour()
    await writeExport(findings, await chosen("sqlite"), join(desk, "harbour.sqlite"))
    database = new DatabaseSync(join(desk, "harbour.sqlite"), { readOnly: true })
  })
  afterAll(() => database.close())
  const all = (sql: string) => database.prepare(sql).all()

  it("is a sound SQLite file whose links all lead somewhere", () => {
    expect(all("PRAGMA integrity_check")).toEqual([{ integrity_check: "ok" }])
    expect(all("PRAGMA foreign_key_check")).toEqual([])
    expect(all("SELECT DISTINCT \"table\" FROM pragma_foreign_key_list('variants')")).toHaveLength(2)
  })

  it("has views that answer the usual questions", () => {
    expect(all("SELECT made_from_outlet FROM who_copied_whom WHERE outlet = 'Globe Newsdesk 24'")).toEqual([
      { made_from_outlet: "a lost text" },
    ])
    const edges = findings.families.flatMap(({ stemma }) => stemma.edges)
    expect(all("SELECT * FROM who_copied_whom WHERE parent IS NOT NULL")).toHaveLength(edges.length)
    const copied = findings.claims.filter(({ reports, origins }) => reports > 1 && origins.max === 1)
    expect(all("SELECT * FROM many_reports_one_origin")).toHaveLength(copied.length)
    expect(all("SELECT severity FROM what_was_changed LIMIT 1")).toEqual([{ severity: "sense" }])
    expect(all("SELECT * FROM who_states_what").length).toBeGreaterThan(copied.length)
    const dropped = findings.families.flatMap(({ variants }) =>
      variants.filter(({ kind }) => kind === "credit-dropped"),
    )
    expect(all("SELECT * FROM credits_dropped")).toHaveLength(dropped.length)
  })

  it("says the same in JSON lines, CSV and Parquet, read by DuckDB", async () => {
    for (const name of ["jsonl", "csv", "parquet"]) await writeExport(findings, await chosen(name), join(desk, name))
    for (const table of ["descent", "passages", "variants", "readings", "attestations"]) {
      const columns = TABLES.find(({ name }) => name === table)!.columns.filter(({ type }) => type !== "list")
      const cells = columns.map(({ name }) => `"${name}"::VARCHAR AS "${name}"`).join(", ")
      const [lines, csv, parquet] = await Promise.all(
        ["jsonl", "csv", "parquet"].map(format => {
          const file = `'${join(desk, format, `${table}.${format}`)}'`
          const from =
            { csv: `read_csv(${file}, all_varchar = true)`, jsonl: `read_json(${file}, sample_size = -1)` }[format] ??
            file
          return ask(`SELECT ${cells} FROM ${from}`)
        }),
      )
      expect(parquet!.length).toBeGreaterThan(10)
      expect(lines).toEqual(parquet)
      expect(csv!.map(row => row.witness)).toEqual(parquet!.map(row => row.witness))
    }
  })
})

describe("files", () => {
  const findings = CASES[0]![1]

  it.each(FORMATS)("of $name are written as its text says, into a folder where there are several", async format => {
    const path = join(desk, `as-${format.name}`)
    const written = await writeExport(findings, { format }, path)
    const isFolder = format.writes === "tables" || format.writes === "parquet"
    expect(written).toEqual(isFolder ? TABLES.map(({ name }) => join(path, `${name}.${format.extension}`)) : [path])
    if (format.writes === "text") expect(readFileSync(path, "utf8")).toBe(await exportText(findings, { format }))
    if (isFolder)
      expect(readdirSync(path).sort()).toEqual(TABLES.map(({ name }) => `${name}.${format.extension}`).sort())
  })

  it("of one table alone", async () => {
    const path = join(desk, "claims.parquet")
    expect(await writeExport(findings, await chosen("parquet:claims"), path)).toEqual([path])
    expect(await ask(`SELECT count(*)::INTEGER AS n FROM '${path}'`)).toEqual([{ n: findings.claims.length }])
  })

  it("are written through a link, not in its place", async () => {
    const [place, link] = [join(desk, "linked.dot"), join(desk, "link.dot")]
    writeFileSync(place, "before")
    symlinkSync(place, link)
    await writeExport(findings, await chosen("dot"), link)
    expect(lstatSync(link).isSymbolicLink()).toBe(true)
    expect(readFileSync(place, "utf8")).toBe(await exportText(findings, await chosen("dot")))
  })

  it("of findings replace one another, and nothing else", async () => {
    const sqlite = await chosen("sqlite")
    const path = join(desk, "again.sqlite")
    writeFileSync(path, "")
    for (let time = 0; time < 2; time++) await writeExport(findings, sqlite, path)
    const archive = join(desk, "hearsay.db")
    const database = new DatabaseSync(archive)
    database.exec("CREATE TABLE reports (id)")
    database.close()
    writeFileSync(join(desk, "notes.txt"), "my notes")
    for (const precious of [archive, join(desk, "notes.txt"), desk]) {
      const before = precious === desk ? undefined : readFileSync(precious)
      await expect(writeExport(findings, sqlite, precious)).rejects.toThrow(
        before ? "there is a file that is no export of findings" : "it is a folder",
      )
      if (before) expect(readFileSync(precious)).toEqual(before)
    }
    expect(readdirSync(desk).filter(name => name.includes(".hearsay-"))).toEqual([])
  })

  it.each(FORMATS)("never take an archive's place: $name", async format => {
    const folder = join(desk, `precious-${format.name}`)
    const isFolder = format.writes === "tables" || format.writes === "parquet"
    const path = isFolder ? join(folder, `claims.${format.extension}`) : join(folder, "a.db")
    mkdirSync(folder)
    openArchive(path, { create: true }).close()
    const before = readFileSync(path)
    await expect(writeExport(findings, { format }, isFolder ? folder : path)).rejects.toThrow(/archive|no export/)
    expect(readFileSync(path)).toEqual(before)
    // All or nothing: no other table was written.
    expect(readdirSync(folder)).toEqual([path.slice(folder.length + 1)])
  })
})
