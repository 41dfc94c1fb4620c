import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import { DuckDBInstance } from "@duckdb/node-api"
import { describe, expect, it } from "vitest"
import { formatOfName } from "../../src/read/format.ts"
import { testFolder } from "./made/folder.ts"
import { zip } from "./made/zip.ts"

const { at, put, outcome } = testFolder()
const doc = readFileSync(join(import.meta.dirname, "../../docs/formats.md"), "utf8")

/** Each example of the document: a file's name and content, and the reports it must give. */
const examples = [...doc.matchAll(/```\w+ (\S+\.\S+)\n([\s\S]*?)```\n\n```json gives\n([\s\S]*?)```/g)].map(
  ([, name, content, gives]) => ({ name: name!, content: content!, reports: JSON.parse(gives!) as object[] }),
)

/** Writes an example as the file its name says it is. */
async function write(name: string, content: string): Promise<string> {
  if (name.endsWith(".gz")) return put(name, gzipSync(content))
  if (!name.endsWith(".parquet")) return put(name, content)
  writeFileSync(at("rows.jsonl"), content)
  const connection = await (await DuckDBInstance.create(":memory:")).connect()
  await connection.run(`copy (select * from read_json('${at("rows.jsonl")}')) to '${at(name)}' (format parquet)`)
  connection.closeSync()
  return at(name)
}

describe("docs/formats.md", () => {
  it.each(examples)("$name gives what stands there", async ({ name, content, reports }) => {
    const found = await outcome(await write(name, content))
    expect(found.problems).toEqual([])
    expect(found.reports).toEqual(reports)
  })

  it("the web archive in a WACZ", async () => {
    const { content, reports } = examples.find(({ name }) => name === "bell.warc")!
    const path = put("bell.wacz", zip([{ name: "archive/bell.warc", bytes: Buffer.from(content) }]))
    expect((await outcome(path)).reports).toEqual(reports)
  })

  it("has an example of every format that a name promises", () => {
    const shown = new Set(examples.map(({ name }) => formatOfName(name)))
    expect([...shown].sort()).toEqual(["html", "json", "json-lines", "markdown", "parquet", "text", "warc", "xml"])
    expect(doc).toContain("WACZ")
  })

  it("names every ending that is read", () => {
    const named = [...doc.slice(0, doc.indexOf("## Fields")).matchAll(/`\.([a-z]+)`/g)].map(([, ending]) => ending!)
    expect(named.filter(ending => formatOfName(`x.${ending}`) === undefined)).toEqual([])
    expect(named.length).toBeGreaterThan(18)
  })
})
