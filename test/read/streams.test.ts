import { gzipSync, zstdCompressSync } from "node:zlib"
import { describe, expect, it } from "vitest"
import { readEach } from "../../src/read/read.ts"
import { stream, testFolder } from "./made/folder.ts"

const { put, outcome } = testFolder()
const row = (n: number) => `${JSON.stringify({ text: `Report ${n}. ${"Grain left port. ".repeat(n % 40)}` })}\n`
const rows = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => row(from + i)).join("")
/** Rows that do not shrink: what is cut off them is about what is cut off the file. */
const noise = (count: number) => {
  let state = 1
  const word = () => {
    state = (state * 48271) % 2147483647
    return state.toString(36)
  }
  return Array.from(
    { length: count },
    () => `${JSON.stringify({ text: Array.from({ length: 80 }, word).join(" ") })}\n`,
  ).join("")
}

describe("compressed JSON lines", () => {
  const two = [rows(0, 700), rows(700, 900)]
  it.each<[string, string, Uint8Array]>([
    ["gzip", "x.jsonl.gz", gzipSync(rows(0, 900))],
    ["gzip of two members", "x.jsonl.gz", Buffer.concat(two.map(part => gzipSync(part)))],
    ["zstd", "x.jsonl.zst", zstdCompressSync(rows(0, 900))],
    ["zstd of two frames", "x.jsonl.zst", Buffer.concat(two.map(part => zstdCompressSync(part)))],
    ["gzip under another name", "x.jsonl", gzipSync(rows(0, 900))],
    ["gzip without a name", "x", gzipSync(rows(0, 900))],
    ["gzip in gzip", "x.jsonl.gz", gzipSync(gzipSync(rows(0, 900)))],
  ])("%s", async (_, name, bytes) => {
    const { reports, places, problems } = await outcome(put(name, bytes))
    expect(problems).toEqual([])
    expect(reports).toHaveLength(900)
    expect(places[899]).toBe(`${name}:900`)
  })

  it("a page and a text", async () => {
    const paths = [put("a.html.gz", gzipSync("<p>Grain.")), put("b.txt.zst", zstdCompressSync("Oil."))]
    expect((await outcome(paths)).reports).toEqual([{ html: "<p>Grain." }, { text: "Oil." }])
  })

  it("three times compressed is not read", async () => {
    expect((await outcome(put("x.gz", gzipSync(gzipSync(gzipSync("Grain.")))))).problems).toEqual(["too-deep x.gz"])
  })
})

describe("what is cut off keeps what came before, and says where", () => {
  const whole = noise(2000)
  it.each<[string, string, (text: string) => Uint8Array, number]>([
    ["gzip cut in the middle", "x.jsonl.gz", text => half(gzipSync(text)), 1000],
    ["gzip without its last byte", "x.jsonl.gz", text => gzipSync(text).subarray(0, -1), 2000],
    ["zstd cut in the middle", "x.jsonl.zst", text => half(zstdCompressSync(text)), 900],
    ["a second member cut", "x.jsonl.gz", text => Buffer.concat([gzipSync(text), half(gzipSync(text))]), 3000],
  ])("%s", async (_, name, cut, least) => {
    const { reports, problems, messages } = await outcome(put(name, cut(whole)))
    expect(problems).toEqual([`cut-short ${name}`])
    expect(reports.length).toBeGreaterThan(least * 0.97)
    expect(reports.length).toBeLessThanOrEqual(least * 1.1)
    expect(messages[0]).toContain(`after line ${reports.length}`)
  })

  it("a changed byte ends the stream there", async () => {
    const bytes = gzipSync(whole)
    bytes.fill(0xff, bytes.length >> 1, (bytes.length >> 1) + 64)
    const { reports, problems } = await outcome(put("x.jsonl.gz", bytes))
    expect(problems.at(-1)).toBe("broken-archive x.jsonl.gz")
    expect(reports.length).toBeGreaterThan(900)
  })

  it("bytes after the end of a gzip are a problem and take nothing with them but the last piece", async () => {
    const { reports, problems } = await outcome(
      put("x.jsonl.gz", Buffer.concat([gzipSync(whole), Buffer.from("rest")])),
    )
    expect(problems).toEqual(["broken-archive x.jsonl.gz"])
    expect(reports.length).toBeGreaterThan(1950)
  })
})

const half = (bytes: Uint8Array) => bytes.subarray(0, bytes.length >> 1)

describe("a bomb is stopped", () => {
  it("a page that grows a thousand times is above the limit of a page", async () => {
    const { problems } = await outcome(put("x.html.gz", gzipSync(Buffer.alloc(50_000_000, " "))), {
      maxSizeBytes: 1_000_000,
    })
    expect(problems).toEqual(["too-large x.html.gz"])
  })

  it("JSON lines that grow a thousand times are stopped", async () => {
    const { reports, problems } = await outcome(put("x.jsonl.gz", gzipSync(Buffer.alloc(150_000_000, " \n"))))
    expect({ reports, problems }).toEqual({ reports: [], problems: ["too-large x.jsonl.gz"] })
  })
})

describe("batches", () => {
  it("hold at most 500 reports, and come before the stream has ended", async () => {
    let asked = 0
    async function* endless() {
      for (;;) yield new TextEncoder().encode(rows(asked++ * 100, asked * 100))
    }
    const sizes: number[] = []
    for await (const { reports } of readEach(["-"], { stdin: endless() })) {
      sizes.push(reports.length)
      if (sizes.length === 3) break
    }
    expect(sizes).toEqual([500, 500, 500])
    expect(asked).toBeLessThanOrEqual(16)
  })

  it("hold fewer where reports are large", async () => {
    const large = `${JSON.stringify({ text: "x".repeat(3_000_000) })}\n`
    const sizes: number[] = []
    const path = put("large.jsonl", large.repeat(7))
    for await (const { reports } of readEach([path])) sizes.push(reports.length)
    expect(sizes).toEqual([3, 3, 1])
  })

  it("a line over many chunks is one line", async () => {
    const text = row(39).repeat(3)
    const chunks = Array.from({ length: Math.ceil(text.length / 7) }, (_, i) => text.slice(i * 7, i * 7 + 7))
    const { reports, problems } = await outcome("-", { stdin: stream(...chunks) })
    expect(problems).toEqual([])
    expect(reports.map(({ text }) => text)).toEqual(Array(3).fill(JSON.parse(row(39)).text))
  })

  it("UTF-16 with a mark", async () => {
    const { reports } = await outcome(put("x.jsonl", Buffer.from(`\ufeff${row(1)}${row(2)}`, "utf16le")))
    expect(reports).toHaveLength(2)
  })
})

describe("rows of other programs", () => {
  it.each<[string, object, object]>([
    [
      "passim's",
      { id: "bell-1", text: "Grain.", series: "The Bell", date: "2024-03-01" },
      { text: "Grain.", guid: "bell-1", outlet: "The Bell", published: "2024-03-01" },
    ],
    ["a number as id", { id: 7, text: "Grain." }, { text: "Grain.", guid: "7" }],
    [
      "a name of ours goes first",
      { text: "Grain.", outlet: "The Bell", series: "bells", published: "2024-03-02", date: "2024-03-01" },
      { text: "Grain.", outlet: "The Bell", published: "2024-03-02" },
    ],
    [
      "what an agency says",
      {
        text: "Grain.",
        guid: "urn:1",
        version: "2",
        status: "cancelled",
        signals: ["correction"],
        derivedFrom: ["urn:0"],
      },
      {
        text: "Grain.",
        guid: "urn:1",
        version: "2",
        status: "cancelled",
        signals: ["correction"],
        derivedFrom: ["urn:0"],
      },
    ],
  ])("%s", async (_, given, expected) => {
    expect((await outcome(put("x.jsonl", JSON.stringify(given)))).reports).toEqual([expected])
  })
})
