import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { brotliCompressSync, deflateRawSync, gzipSync, zstdCompressSync } from "node:zlib"
import { describe, expect, it } from "vitest"
import { testFolder } from "./made/folder.ts"
import { gzipped, response, warcRecord } from "./made/warc.ts"
import { zip } from "./made/zip.ts"

const { put, outcome } = testFolder()
const PAGE = "<html><p>Grain left the port.</p></html>"
const page = { html: PAGE, url: "https://bell.example/1", observed: "2024-03-01T10:00:00Z" }
const bell = (n: number) => response(`https://bell.example/${n}`, PAGE)
const info = warcRecord({ "WARC-Type": "warcinfo" }, "software: none\r\n")
const chunked = (text: string) =>
  `5;x=y\r\n${text.slice(0, 5)}\r\n${(text.length - 5).toString(16)}\r\n${text.slice(5)}\r\n0\r\n\r\n`

describe("captured pages", () => {
  it.each<[string, Buffer, object]>([
    ["a page", bell(1), page],
    [
      "a plain text",
      response("https://bell.example/1", "Grain.", { type: "text/plain" }),
      { ...page, html: undefined, text: "Grain." },
    ],
    [
      "in chunks",
      response("https://bell.example/1", chunked(PAGE), { http: { "Transfer-Encoding": "chunked" } }),
      page,
    ],
    [
      "in chunks it says and is not",
      response("https://bell.example/1", PAGE, { http: { "Transfer-Encoding": "chunked" } }),
      page,
    ],
    ["gzip", response("https://bell.example/1", gzipSync(PAGE), { http: { "Content-Encoding": "gzip" } }), page],
    [
      "gzip it says and is not",
      response("https://bell.example/1", PAGE, { http: { "Content-Encoding": "gzip" } }),
      page,
    ],
    ["br", response("https://bell.example/1", brotliCompressSync(PAGE), { http: { "Content-Encoding": "br" } }), page],
    [
      "zstd",
      response("https://bell.example/1", zstdCompressSync(PAGE), { http: { "Content-Encoding": "zstd" } }),
      page,
    ],
    [
      "deflate, raw",
      response("https://bell.example/1", deflateRawSync(PAGE), { http: { "Content-Encoding": "deflate" } }),
      page,
    ],
    [
      "a charset in the header",
      response("https://bell.example/1", Buffer.from([0x3c, 0x70, 0x3e, 0xc7]), {
        type: "text/html; charset=windows-1251",
      }),
      { ...page, html: "<p>З" },
    ],
    [
      "a resource",
      warcRecord(
        {
          "WARC-Type": "resource",
          "WARC-Target-URI": "<https://bell.example/1>",
          "WARC-Date": page.observed,
          "Content-Type": "text/html",
        },
        PAGE,
      ),
      page,
    ],
  ])("%s", async (_, record, report) => {
    for (const bytes of [Buffer.concat([info, record]), gzipped(info, record)]) {
      const { reports, problems } = await outcome(put("x.warc.gz", bytes))
      expect(problems).toEqual([])
      expect(reports).toEqual([JSON.parse(JSON.stringify(report))])
    }
  })

  it("what is no page is passed over", async () => {
    const others = [
      response("https://bell.example/2", PAGE, { status: 404 }),
      response("https://bell.example/3", "x", { type: "image/png" }),
      warcRecord(
        { "WARC-Type": "request", "WARC-Target-URI": "https://bell.example/1", "Content-Type": "application/http" },
        "GET / HTTP/1.1\r\n\r\n",
      ),
      warcRecord(
        { "WARC-Type": "resource", "WARC-Target-URI": "metadata://crawler/log", "Content-Type": "text/plain" },
        "log",
      ),
    ]
    const { reports, places, problems } = await outcome(put("x.warc", Buffer.concat([...others, bell(1)])))
    expect(problems).toEqual([])
    expect(reports).toEqual([page])
    expect(places).toEqual(["x.warc https://bell.example/1"])
  })

  it("an archive without pages says so", async () => {
    expect((await outcome(put("x.warc", info))).problems).toEqual(["no-text-field x.warc"])
  })
})

describe("pages seen again", () => {
  const revisit = (url: string, warc: Record<string, string>) =>
    response(url, "", { warc: { "WARC-Type": "revisit", "WARC-Date": "2024-03-02T10:00:00Z", ...warc } })
  const original = response("https://bell.example/1", PAGE, {
    warc: { "WARC-Payload-Digest": "sha1:A", "WARC-Record-ID": "<urn:1>" },
  })

  it.each<[string, Buffer[], object[], string[]]>([
    [
      "under the same address",
      [original, revisit("https://bell.example/1", { "WARC-Payload-Digest": "sha1:A" })],
      [page],
      [],
    ],
    [
      "under another address",
      [original, revisit("https://bell.example/2", { "WARC-Refers-To": "<urn:1>" })],
      [page, { ...page, url: "https://bell.example/2", observed: "2024-03-02T10:00:00Z" }],
      [],
    ],
    [
      "told by address and time",
      [
        original,
        revisit("https://bell.example/2", {
          "WARC-Refers-To-Target-URI": page.url,
          "WARC-Refers-To-Date": page.observed,
        }),
      ],
      [page, { ...page, url: "https://bell.example/2", observed: "2024-03-02T10:00:00Z" }],
      [],
    ],
    [
      "without the first",
      [bell(1), revisit("https://bell.example/2", { "WARC-Payload-Digest": "sha1:B" })],
      [page],
      ["missing-original x.warc https://bell.example/2"],
    ],
  ])("%s", async (_, records, reports, problems) => {
    const found = await outcome(put("x.warc", Buffer.concat(records)))
    expect(found.reports).toEqual(reports)
    expect(found.problems).toEqual(problems)
  })

  it("the first may lie in another archive of the same run", async () => {
    const paths = [
      put("a.warc", original),
      put("b.warc", revisit("https://bell.example/2", { "WARC-Payload-Digest": "sha1:A" })),
    ]
    expect((await outcome(paths)).reports).toHaveLength(2)
  })
})

describe("broken records do not take the others with them", () => {
  const wrongLength = (length: number) =>
    response("https://bell.example/2", PAGE, { warc: { "Content-Length": String(length) } })
  const changed = (member: Buffer) => Buffer.from(member).fill(0x55, 30, 60)
  const one = (n: number) => gzipped(bell(n))

  it.each<[string, string, Buffer, number[], string[]]>([
    [
      "a length too small",
      "x.warc",
      Buffer.concat([bell(1), wrongLength(60), bell(3)]),
      [1, 3],
      ["broken-record x.warc https://bell.example/2"],
    ],
    [
      "a length too large",
      "x.warc",
      Buffer.concat([bell(1), wrongLength(400), bell(3), bell(4)]),
      [1, 3, 4],
      ["broken-record x.warc https://bell.example/2"],
    ],
    [
      "no length",
      "x.warc",
      Buffer.concat([bell(1), wrongLength(Number.NaN), bell(3)]),
      [1, 3],
      ["broken-record x.warc https://bell.example/2"],
    ],
    [
      "garbage between",
      "x.warc",
      Buffer.concat([bell(1), Buffer.from("garbage\r\n\r\n"), bell(3)]),
      [1, 3],
      ["broken-record x.warc"],
    ],
    [
      "an archive cut inside a block",
      "x.warc",
      Buffer.concat([bell(1), bell(2).subarray(0, -30)]),
      [1],
      ["cut-short x.warc https://bell.example/2"],
    ],
    [
      "an archive cut inside a header",
      "x.warc",
      Buffer.concat([bell(1), bell(2).subarray(0, 40)]),
      [1],
      ["cut-short x.warc"],
    ],
    [
      "a broken member",
      "x.warc.gz",
      Buffer.concat([one(1), changed(one(2)), one(3), one(4)]),
      [1, 3, 4],
      ["broken-archive x.warc.gz"],
    ],
    [
      "a gzip header between members that is none",
      "x.warc.gz",
      Buffer.concat([one(1), Buffer.from([0x1f, 0x8b, 8, 8]), Buffer.alloc(2000, "a"), one(3)]),
      [1, 3],
      ["broken-archive x.warc.gz"],
    ],
    [
      "garbage between members",
      "x.warc.gz",
      Buffer.concat([one(1), Buffer.from("garbage"), one(3)]),
      [1, 3],
      ["broken-archive x.warc.gz"],
    ],
    [
      "a member cut",
      "x.warc.gz",
      Buffer.concat([one(1), one(2).subarray(0, -40)]),
      [1],
      ["cut-short x.warc.gz https://bell.example/2"],
    ],
    [
      "a zstd archive cut",
      "x.warc.zst",
      zstdCompressSync(Buffer.concat([bell(1), info])).subarray(0, -3),
      [],
      ["cut-short x.warc.zst"],
    ],
  ])("%s", async (_, name, bytes, pages, problems) => {
    const found = await outcome(put(name, bytes))
    expect(found.reports.map(({ url }) => Number(url!.split("/").at(-1)))).toEqual(pages)
    expect(
      found.problems.map(text => text.split(" ").slice(0, 3).join(" ")).filter(text => !text.startsWith("no-text")),
    ).toEqual(problems)
  })

  it("a page above the limit, compressed or not", async () => {
    const large = "<p>Grain.".repeat(1000)
    const records = [
      response("https://bell.example/1", large),
      response("https://bell.example/2", gzipSync(large), { http: { "Content-Encoding": "gzip" } }),
      bell(3),
    ]
    const { reports, problems } = await outcome(put("x.warc", Buffer.concat(records)), { maxSizeBytes: 4000 })
    expect(reports.map(({ url }) => url)).toEqual(["https://bell.example/3"])
    expect(problems).toEqual(["too-large x.warc https://bell.example/1", "too-large x.warc https://bell.example/2"])
  })

  it("a member that grows a thousand times is stopped", async () => {
    const bomb = gzipSync(warcRecord({ "WARC-Type": "metadata" }, Buffer.alloc(60_000_000)))
    const { reports, problems } = await outcome(put("x.warc.gz", Buffer.concat([one(1), bomb])))
    expect(reports).toHaveLength(1)
    expect(problems).toEqual(["too-large x.warc.gz"])
  })
})

describe("WACZ", () => {
  const archive = (name: string, bytes: Uint8Array, more = {}) => ({ name: `archive/${name}`, bytes, ...more })
  const about = { name: "datapackage.json", bytes: Buffer.from("{}") }

  it.each<[string, Buffer, number, string[]]>([
    [
      "archives in it",
      zip([about, archive("a.warc.gz", gzipped(info, bell(1))), archive("b.warc", bell(2), { isDeflated: true })]),
      2,
      [],
    ],
    ["no archives in it", zip([about]), 0, ["unknown-format x.wacz"]],
    [
      "an archive cut",
      zip([archive("a.warc.gz", gzipped(bell(1), bell(2)).subarray(0, -20))]),
      1,
      ["cut-short x.wacz!archive/a.warc.gz https://bell.example/2"],
    ],
    ["a ZIP cut", zip([archive("a.warc.gz", gzipped(bell(1)))]).subarray(0, -30), 0, ["broken-archive x.wacz"]],
    ["a bomb", zip([archive("a.warc", Buffer.alloc(120_000_000), { isDeflated: true })]), 0, ["too-large x.wacz"]],
    [
      "a bomb that lies about its size",
      zip([archive("a.warc", Buffer.concat([bell(1), Buffer.alloc(50_000_000)]), { isDeflated: true, size: 2000 })]),
      0,
      ["broken-archive x.wacz"],
    ],
  ])("%s", async (_, bytes, reports, problems) => {
    const found = await outcome(put("x.wacz", bytes))
    expect(found.problems).toEqual(problems)
    expect(found.reports).toHaveLength(reports)
  })

  it.each(["x.wacz", "x.warc", "x.warc.gz", "x.parquet"])(
    "plain text named %s is no report, a page is one",
    async name => {
      const text = await outcome(put(name, Buffer.from("Only words, and no archive.")))
      expect(text).toMatchObject({ reports: [], problems: [`broken-archive ${name}`] })
      const page = await outcome(put(name, Buffer.from("<!doctype html><p>The bell of Sennet rang.</p>")))
      expect(page).toMatchObject({ problems: [] })
      expect(page.reports).toHaveLength(1)
    },
  )

  it("from standard input", async () => {
    const bytes = zip([archive("a.warc.gz", gzipped(bell(1)))])
    const stdin = (async function* () {
      yield bytes
    })()
    expect((await outcome("-", { stdin })).reports).toEqual([page])
  })
})

const collection = join(process.env.HEARSAY_DATA ?? "", "warcio/test/data")
describe.skipIf(!process.env.HEARSAY_DATA || !existsSync(collection))(
  "the warcio project's archives (HEARSAY_DATA)",
  () => {
    it("are read or named, the broken ones too", async () => {
      const found: Record<string, [number, string[]]> = {}
      for (const file of readdirSync(collection).sort()) {
        const { reports, problems } = await outcome(join(collection, file))
        found[file] = [reports.length, problems.map(problem => problem.split(" ")[0]!)]
      }
      expect(found).toEqual({
        "bad.arc": [0, ["unknown-format"]],
        "example-bad-non-chunked.warc.gz": [1, []],
        "example-bad.warc.gz.bad": [1, []],
        "example-digest.warc": [0, ["no-text-field"]],
        "example-iana.org-chunked.warc": [1, []],
        "example-resource.warc.gz": [1, []],
        "example-space-in-target-uri.warc.gz": [0, ["no-text-field"]],
        "example-space-in-url.arc": [0, ["unknown-format"]],
        "example-trunc.warc": [0, ["broken-record", "no-text-field"]],
        "example-wget-bad-target-uri.warc.gz": [1, []],
        "example-wrong-chunks.warc.gz": [1, []],
        "example.arc": [0, ["unknown-format"]],
        "example.arc.gz": [0, ["unknown-format"]],
        "example.warc": [1, []],
        "example.warc.gz": [1, []],
        "post-test.warc.gz": [0, ["no-text-field"]],
      })
    })

    it("cut anywhere keep what came before, and never throw", async () => {
      const whole = readFileSync(join(collection, "example.warc.gz"))
      for (let cut = 0; cut < whole.length; cut += 97) {
        const { reports, problems } = await outcome(put("cut.warc.gz", whole.subarray(0, cut)))
        expect(reports.length).toBeLessThanOrEqual(1)
        expect(problems.length + reports.length).toBeGreaterThan(0)
      }
    })
  },
)
