import { readFileSync } from "node:fs"
import { join } from "node:path"
import { gzipSync, zstdCompressSync } from "node:zlib"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { testFolder } from "./made/folder.ts"
import { gzipped, response, warcRecord } from "./made/warc.ts"
import { zip } from "./made/zip.ts"

const { put, outcome } = testFolder()
const doc = readFileSync(join(import.meta.dirname, "../../docs/formats.md"), "utf8")
const example = (name: string) => Buffer.from(doc.split(` ${name}\n`)[1]!.split("```")[0]!)
const archive = [1, 2, 3].map(n => response(`https://bell.example/${n}`, "<p>Grain left the port."))
const lines = Buffer.from('{"text":"Grain left."}\n{"text":"Oil stayed."}\n'.repeat(20))

const FILES: readonly (readonly [string, Buffer])[] = [
  ["x.rss", example("bell.rss")],
  ["x.atom", example("bell.atom")],
  ["x.newsml", example("halyard.newsml")],
  ["x.ninjs", example("halyard.ninjs")],
  ["feed.json", example("bell-feed.json")],
  ["x.warc", Buffer.concat([warcRecord({ "WARC-Type": "warcinfo" }), ...archive])],
  ["x.warc.gz", gzipped(...archive)],
  ["x.wacz", zip([{ name: "archive/a.warc.gz", bytes: gzipped(...archive) }])],
  ["x.jsonl.gz", gzipSync(lines)],
  ["x.jsonl.zst", zstdCompressSync(lines)],
]

/** Bytes changed, a stretch taken out, a stretch doubled. */
const change = fc.record({
  kind: fc.constantFrom("change", "take", "double"),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 1, max: 40 }),
  byte: fc.integer({ min: 0, max: 255 }),
})

function changed(
  bytes: Buffer,
  changes: readonly { kind: string; at: number; length: number; byte: number }[],
): Buffer {
  let now = Buffer.from(bytes)
  for (const { kind, at, length, byte } of changes) {
    const from = Math.floor(at * now.length)
    const to = Math.min(now.length, from + length)
    if (kind === "change") now.fill(byte, from, Math.min(to, from + 3))
    else now = Buffer.concat([now.subarray(0, kind === "take" ? from : to), now.subarray(kind === "take" ? to : from)])
  }
  return now
}

// Whatever happens to a file, reading ends, throws nothing, and gives a report or says why not.
describe("a file changed at random is read or named", () => {
  it.each(FILES)("%s", async (name, bytes) => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async changes => {
        const { reports, problems } = await outcome(put(name, changed(bytes, changes)))
        for (const report of reports) expect(typeof (report.text ?? report.html)).toBe("string")
        // A feed that has lost its entries is an empty feed.
        if (!/rss|atom|feed/.test(name)) expect(reports.length + problems.length).toBeGreaterThan(0)
      }),
      { seed: 4, numRuns: 60 },
    )
  })
})
