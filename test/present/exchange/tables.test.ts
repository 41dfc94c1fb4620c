import { parse } from "csv-parse/sync"
import { beforeAll, describe, expect, it } from "vitest"
import type { Findings } from "../../../src/model/findings.ts"
import { csv } from "../../../src/present/exchange/csv.ts"
import { jsonLines } from "../../../src/present/exchange/json-lines.ts"
import type { Cell } from "../../../src/present/exchange/table.ts"
import { TABLES } from "../../../src/present/exchange/tables.ts"
import { visible } from "../../../src/present/visible.ts"
import { expectGolden } from "../golden.ts"
import { CASES, harbour } from "./harbour.ts"

const tableNamed = (name: string) => TABLES.find(table => table.name === name)!
const rowsOf = (name: string, findings: Findings) => [...tableNamed(name).rows(findings)]

/** A cell as docs/exports.md says CSV has it. */
function inCsv(cell: Cell): string {
  if (cell === undefined) return ""
  return visible(typeof cell === "object" ? JSON.stringify(cell.map(text => text.toWellFormed())) : String(cell))
}

/** What docs/exports.md says a reader does to have the words themselves. */
const unguarded = (cell: string) => (/^'['\s]*[=+\-@＝＋－＠]/.test(cell) ? cell.slice(1) : cell)

describe.each(CASES)("%s texts", (_, findings) => {
  it.each(TABLES)("$name is read back from CSV as it was", table => {
    const text = csv(findings, table)
    const read = parse(text, { columns: true, record_delimiter: "\r\n" }) as Record<string, string>[]
    const expected = [...table.rows(findings)].map(row =>
      Object.fromEntries(table.columns.map(({ name }) => [name, inCsv(row[name])])),
    )
    const words = read.map(row => Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, unguarded(cell)])))
    expect(words).toEqual(expected)
  })

  it.each(TABLES)("$name does nothing in a spreadsheet or on a terminal", table => {
    const text = csv(findings, table)
    const cells = (parse(text) as string[][]).flat()
    expect(cells.filter(cell => /^\s*[=+\-@\t\r＝＋－＠]/.test(cell))).toEqual([])
    expect(text.match(/[^\P{Cc}\r\n\t]|[\u202A-\u202E\u2066-\u2069]/gu)).toBeNull()
  })

  it.each(TABLES)("$name is read back from JSON lines as it was", table => {
    const text = jsonLines(findings, table)
    const read = text
      .split("\n")
      .slice(0, -1)
      .map(line => JSON.parse(line))
    expect(read).toEqual(JSON.parse(JSON.stringify([...table.rows(findings)]), (__, cell) => wellFormed(cell)))
    expect(text.match(/[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069<]/gu)).toBeNull()
  })
})

function wellFormed(cell: unknown): unknown {
  return typeof cell === "string" ? cell.toWellFormed() : cell
}

describe("CSV", () => {
  const problems = (hint: string) =>
    csv({ ...CASES[0]![1], problems: [{ code: "too-short", where: "", message: "", hint }] }, tableNamed("problems"))

  it.each([
    ["=1+1", "'=1+1"],
    ["-5", "'-5"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["＝1", "'＝1"],
    ["  +1", "'  +1"],
    ["'=1", "''=1"],
    ["'tis the season", "'tis the season"],
    ["1-2", "1-2"],
    ['say "no", she', '"say ""no"", she"'],
    ["\u0000\u001b[2J", "␀␛[2J"],
  ])("%j becomes %j", (hint, cell) => expect(problems(hint)).toBe(`code,place,message,hint\r\ntoo-short,,,${cell}\r\n`))

  it("has a byte order mark where it is wanted", () => {
    expect(csv(CASES[0]![1], tableNamed("claims"), true)).toBe(`\ufeff${csv(CASES[0]![1], tableNamed("claims"))}`)
  })
})

describe("the tables of the example", () => {
  let findings: Findings
  beforeAll(async () => {
    findings = await harbour()
  })

  it("begin with the columns that DESIGN names", () => {
    const heads = Object.fromEntries(
      TABLES.map(({ name, columns }) => [name, columns.map(column => column.name).join(", ")]),
    )
    expect(heads.reports).toMatch(/^id, outlet, url, title, text, published, observed, modified, language, credits,/)
    expect(heads.descent).toMatch(/^family, witness, parent, confidence,/)
    expect(heads.passages).toMatch(/^a, b, kind, coverage_a, coverage_b, a_start, a_end, b_start, b_end,/)
    expect(heads.claims).toMatch(/^claim, kind, text, reports, origins_min, origins_max,/)
  })

  it.each(TABLES)("$name has only cells of its columns", table => {
    const types = new Map<string, string>(table.columns.map(({ name, type }) => [name, type]))
    const kindOf = (cell: Cell): string =>
      Array.isArray(cell) ? "list" : Number.isInteger(cell) ? "integer" : typeof cell
    const fits: Record<string, readonly string[]> = { text: ["string"], number: ["number", "integer"] }
    for (const row of table.rows(findings)) {
      expect(Object.keys(row).filter(name => !types.has(name))).toEqual([])
      const bad = Object.entries(row).filter(
        ([name, cell]) => cell !== undefined && !(fits[types.get(name)!] ?? [types.get(name)]).includes(kindOf(cell)),
      )
      expect(bad).toEqual([])
    }
  })

  it("have a row for everything that was found", () => {
    const { witnesses, families, claims, conflicts } = findings
    expect(rowsOf("reports", findings).map(row => row.text)).toEqual(witnesses.map(({ text }) => text))
    expect(rowsOf("families", findings)).toHaveLength(families.length)
    expect(rowsOf("passages", findings)).toHaveLength(
      families.flatMap(family => family.kinships.flatMap(({ passages }) => passages)).length,
    )
    expect(rowsOf("variants", findings)).toHaveLength(families.flatMap(({ variants }) => variants).length)
    expect(rowsOf("readings", findings)).toHaveLength(
      families.flatMap(({ variants }) => variants.flatMap(({ readings }) => readings)).length,
    )
    expect(rowsOf("claims", findings)).toHaveLength(claims.length)
    expect(rowsOf("attestations", findings)).toHaveLength(claims.flatMap(({ attestations }) => attestations).length)
    expect(rowsOf("conflicts", findings)).toHaveLength(conflicts.length)
  })

  it("have offsets that cut the words out of the texts", () => {
    const textOf = new Map(findings.witnesses.map(({ id, text }) => [id, text]))
    const words = [...rowsOf("readings", findings), ...rowsOf("attestations", findings)].filter(
      row => row.text !== undefined,
    )
    expect(words.length).toBeGreaterThan(1000)
    const wrong = words.filter(
      row => textOf.get(row.witness as string)!.slice(row.text_start as number, row.text_end as number) !== row.text,
    )
    expect(wrong).toEqual([])
  })

  it("name texts by ids that can be looked up in one another", () => {
    const texts = new Set(rowsOf("descent", findings).map(row => row.witness))
    for (const { id } of findings.witnesses) texts.add(id)
    const named = [
      ...rowsOf("descent", findings).map(row => row.parent),
      ...rowsOf("attestations", findings).map(row => row.origin),
      ...rowsOf("conflicts", findings).map(row => row.first_by),
    ]
    expect(named.filter(id => id !== undefined && !texts.has(id))).toEqual([])
    expect(named.filter(id => String(id).includes("ω")).length).toBeGreaterThan(1)
  })

  it("have ids that are unique", () => {
    for (const [name, key] of [
      ["reports", "id"],
      ["families", "family"],
      ["variants", "variant"],
      ["claims", "claim"],
    ] as const) {
      const ids = rowsOf(name, findings).map(row => row[key])
      expect(new Set(ids).size).toBe(ids.length)
    }
  })

  it.each(["families", "descent", "conflicts"])("%s.csv is as in its golden file", name => {
    expectGolden(`exchange/${name}.csv`, csv(findings, tableNamed(name)))
  })
})
