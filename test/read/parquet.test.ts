import { DuckDBInstance } from "@duckdb/node-api"
import { describe, expect, it } from "vitest"
import { readEach } from "../../src/read/read.ts"
import { testFolder } from "./made/folder.ts"

const { at, put, outcome } = testFolder()

/** Writes what a query gives as a Parquet file. */
async function table(name: string, query: string): Promise<string> {
  const connection = await (await DuckDBInstance.create(":memory:")).connect()
  await connection.run(`copy (${query}) to '${at(name)}' (format parquet)`)
  connection.closeSync()
  return at(name)
}

describe("Parquet", () => {
  it.each<[string, string, object[]]>([
    [
      "all columns",
      "select 'r1' as id, 'The Bell' as outlet, 'https://bell.example/1' as url, 'Grain' as title, 'Grain left.' as text, '2024-03-01' as published, '2024-03-02T10:00:00Z' as observed, null as modified, 'en' as language, ['AP', 'Reuters'] as credits, 7 as other",
      [
        {
          guid: "r1",
          outlet: "The Bell",
          url: "https://bell.example/1",
          title: "Grain",
          text: "Grain left.",
          published: "2024-03-01",
          observed: "2024-03-02T10:00:00Z",
          language: "en",
          credits: ["AP", "Reuters"],
        },
      ],
    ],
    [
      "a moment and a day",
      "select 'Grain.' as text, timestamp '2024-03-01 10:00:00' as published, date '2024-03-02' as observed",
      [{ text: "Grain.", published: "2024-03-01T10:00:00Z", observed: "2024-03-02" }],
    ],
    [
      "passim's columns",
      "select 5 as id, 'Grain.' as text, 'The Bell' as series, '2024-03-01' as date",
      [{ text: "Grain.", guid: "5", outlet: "The Bell", published: "2024-03-01" }],
    ],
  ])("%s", async (_, query, reports) => {
    const found = await outcome(await table("x.parquet", query))
    expect(found.problems).toEqual([])
    expect(found.reports).toEqual(reports)
    expect(found.places[0]).toBe("x.parquet:1")
  })

  it("a row without text is a problem", async () => {
    const path = await table("x.parquet", "select * from (values ('Grain.'), (null), ('Oil.')) as t(text)")
    const { reports, problems } = await outcome(path)
    expect(reports).toHaveLength(2)
    expect(problems).toEqual(["no-text-field x.parquet:2"])
  })

  it("a table without a text column is a problem a row, counted beyond a hundred", async () => {
    const { problems } = await outcome(await table("x.parquet", "select range as other from range(1000)"))
    expect(problems).toHaveLength(101)
  })

  it("a large table comes in batches", async () => {
    const path = await table("large.parquet", "select 'Report ' || range as text from range(5000)")
    const sizes: number[] = []
    for await (const { reports } of readEach([path])) sizes.push(reports.length)
    expect(sizes.reduce((a, b) => a + b)).toBe(5000)
    expect(Math.max(...sizes)).toBe(500)
  })

  it.each<[string, Uint8Array]>([
    ["cut", Buffer.from("PAR1and then nothing")],
    ["named after a pattern", Buffer.from("PAR1")],
  ])("a broken one: %s", async (_, bytes) => {
    expect((await outcome(put("x.parquet", bytes))).problems).toEqual(["broken-archive x.parquet"])
  })

  it("a name with the signs of a pattern is a name", async () => {
    const path = await table("x[1]*.parquet", "select 'Grain.' as text")
    expect((await outcome(path)).reports).toEqual([{ text: "Grain." }])
  })
})
