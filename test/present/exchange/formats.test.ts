import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { UsageError } from "../../../src/model/problem.ts"
import { chosen, exportText, FORMATS, needsFolder } from "../../../src/present/exchange/formats.ts"
import type { Table } from "../../../src/present/exchange/table.ts"
import { TABLES } from "../../../src/present/exchange/tables.ts"
import { CASES } from "./harbour.ts"

const findings = CASES[0]![1]
const root = join(import.meta.dirname, "../../..")

describe("what is asked for", () => {
  it.each([
    ["csv", undefined, undefined, true],
    ["csv:claims", "claims", undefined, false],
    ["parquet", undefined, undefined, true],
    ["parquet:descent", "descent", undefined, false],
    ["dot", undefined, undefined, false],
    ["tei:2", undefined, 2, false],
    ["sqlite", undefined, undefined, false],
  ])("%s", async (words, table, family, folder) => {
    const choice = await chosen(words)
    expect([choice.format.name, choice.table?.name, choice.family]).toEqual([words.split(":")[0], table, family])
    expect(needsFolder(choice)).toBe(folder)
  })

  it.each([
    ["xls", "there is no format “xls”: it is one of json, html, csv,"],
    ["", "there is no format “”"],
    ["csv:people", "csv has no table “people”: it is one of reports, families,"],
    ["csv:", "csv has no table “”"],
    ["dot:0", "“0” is no number of a family; write dot:1"],
    ["dot:1e9", "“1e9” is no number of a family"],
    ["json:1", "json has no parts to choose from"],
    ["sqlite:claims", "sqlite has no parts to choose from"],
    ["constructor", "there is no format “constructor”"],
    [`x${"y".repeat(100)}`, `there is no format “x${"y".repeat(39)}”`],
  ])("%j is a mistake", async (words, said) => {
    const mistake = await chosen(words).then(
      () => undefined,
      error => error,
    )
    expect(mistake).toBeInstanceOf(UsageError)
    expect(mistake.message).toContain(said)
  })

  it("gives one family", async () => {
    const whole = (await exportText(findings, await chosen("dot")))!
    const second = (await exportText(findings, await chosen("dot:2")))!
    expect(whole.split("\n").length).toBeGreaterThan(second.split("\n").length)
    expect(second).toContain(findings.families[1]!.id)
    expect(second).not.toContain(findings.families[0]!.id)
    await expect(exportText(findings, await chosen("dot:3"))).rejects.toThrow(
      "there is no family 3: the findings have 2",
    )
  })
})

describe("the list", () => {
  it("has names that are unique", () => expect(new Set(FORMATS.map(({ name }) => name)).size).toBe(FORMATS.length))

  it.each(FORMATS.filter(({ writes }) => writes === "text" || writes === "tables"))(
    "$name is text from findings alone",
    async format => {
      const choice = format.writes === "tables" ? { format, table: TABLES[0]! } : { format }
      const text = await exportText(findings, choice)
      expect(text!.length).toBeGreaterThan(100)
      expect(await exportText(structuredClone(findings), choice)).toBe(text)
    },
  )

  it.each(FORMATS.filter(({ writes }) => writes === "parquet" || writes === "sqlite"))(
    "$name is no text",
    async format => {
      expect(await exportText(findings, { format })).toBeUndefined()
    },
  )
})

describe("docs/exports.md", () => {
  const file = join(root, "docs/exports.md")
  const text = readFileSync(file, "utf8")

  it.each(FORMATS)("has a command for $name", ({ name }) => expect(text).toMatch(new RegExp(`--format ${name} -o `)))

  it("has every table with its columns", () => {
    const block = /<!-- tables -->\n[\s\S]*?<!-- end of tables -->/
    const told = text.replace(
      block,
      () => `<!-- tables -->\n\n${TABLES.map(tableText).join("\n\n")}\n\n<!-- end of tables -->`,
    )
    if (process.env.UPDATE_GOLDEN) writeFileSync(file, told)
    expect(readFileSync(file, "utf8")).toBe(told)
  })
})

function tableText({ name, holds, columns }: Table): string {
  const rows = columns.map(column => `| \`${column.name}\` | ${column.type} | ${column.holds} |`)
  return [`### ${name}`, "", holds, "", "| column | type | holds |", "| --- | --- | --- |", ...rows].join("\n")
}
