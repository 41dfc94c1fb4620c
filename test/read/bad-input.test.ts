import { once } from "node:events"
import { chmod, mkdir, mkdtemp, rm, symlink, truncate, writeFile } from "node:fs/promises"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join, relative } from "node:path"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { read } from "../../src/read/read.ts"

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "hearsay-read-"))
})
afterEach(() => rm(folder, { recursive: true }))

const at = (name: string) => join(folder, name)
const put = (name: string, content: string | Uint8Array) => writeFile(at(name), content)

/** What reading gives, with paths relative to the folder: `name: text` and `code name`. */
async function outcome(paths: string[], options = {}) {
  const { reports, problems } = await read(paths.map(at), options)
  return {
    texts: reports.map(({ where, text, html }) => `${relative(folder, where!)}: ${text ?? html}`),
    problems: problems.map(({ code, where }) => `${code} ${relative(folder, where)}`),
  }
}

const GOOD = "The ferry sank at noon."
const utf16le = (text: string) => new Uint8Array(Buffer.from(text, "utf16le"))
const utf16be = (text: string) => new Uint8Array(Buffer.from(text, "utf16le").swap16())
const bytes = (...parts: (string | number)[]) =>
  new Uint8Array(parts.flatMap(part => (typeof part === "string" ? [...Buffer.from(part)] : [part])))

describe("a file beside good ones gives a clear problem, and the good ones are read", () => {
  it.each<[string, string, string | Uint8Array, string, string | undefined]>([
    ["an empty file", "x.txt", "", "empty-file x.txt", undefined],
    ["a file of white space", "x.txt", " \n\t\n", "empty-file x.txt", undefined],
    ["a file of metadata only", "x.txt", "Outlet: The Bell\n\n\n", "empty-file x.txt", undefined],
    [
      "a binary file named .txt",
      "x.txt",
      new Uint8Array(4096).map((_, i) => (i * 31) % 256),
      "not-text x.txt",
      undefined,
    ],
    ["control characters without NUL", "x.txt", "\u0001\u0002\u0003ab".repeat(50), "not-text x.txt", undefined],
    ["UTF-16 LE without a mark", "x.txt", utf16le("Sailors wait."), "guessed-encoding x.txt", "Sailors wait."],
    ["UTF-16 BE without a mark", "x.txt", utf16be("Sailors wait."), "guessed-encoding x.txt", "Sailors wait."],
    ["Latin-1", "x.txt", bytes("Caf", 0xe9, " owner says no"), "guessed-encoding x.txt", "Café owner says no"],
    ["Windows-1252 quotes", "x.txt", bytes(0x93, "No", 0x94, ", he said"), "guessed-encoding x.txt", "“No”, he said"],
    ["broken UTF-8", "x.txt", bytes("Café “no” caf", 0xc3, " end"), "broken-encoding x.txt", "Café “no” caf� end"],
    [
      "a few NULs, all on one side of the pairs",
      "x.txt",
      `Sailors wait.\0 “No”, he said.\0 They wait.`,
      "broken-encoding x.txt",
      "Sailors wait. “No”, he said. They wait.",
    ],
    [
      "a NUL on either side",
      "x.txt",
      "Sailors wait\0 for\0 the tide.",
      "broken-encoding x.txt",
      "Sailors wait for the tide.",
    ],
    [
      "a NUL far behind the start",
      "x.txt",
      `${"Sailors wait. ".repeat(5000)}\0.`,
      "broken-encoding x.txt",
      `${"Sailors wait. ".repeat(5000)}.`,
    ],
    ["as many NULs as letters, on both sides", "x.txt", "a\0b\0\0c\0d".repeat(9), "not-text x.txt", undefined],
    ["UTF-16 of Cyrillic without a mark", "x.txt", utf16le("Моряки ждут."), "guessed-encoding x.txt", "Моряки ждут."],
    [
      "UTF-16 of Chinese without a mark",
      "x.txt",
      utf16le("水手们在等。\n水手"),
      "guessed-encoding x.txt",
      "水手们在等。\n水手",
    ],
    ["a PDF named .txt", "x.txt", "%PDF-1.4 …", "unknown-format x.txt", undefined],
    ["a table as CSV", "x.csv", "title,text\nFerry,The ferry sank.\n", "unknown-format x.csv", undefined],
    ["a table as TSV", "x.TSV", "title\ttext\nFerry\tThe ferry sank.\n", "unknown-format x.TSV", undefined],
    ["broken JSON", "x.json", '{"text": ', "broken-json x.json", undefined],
    ["JSON nested too deep", "x.json", "[".repeat(200_000), "broken-json x.json", undefined],
    ["JSON with one bad element", "x.json", '[{"text":"Hi"},{"a":1}]', "no-text-field x.json#2", "Hi"],
    ["a field of the wrong type", "x.json", '{"text":"Hi","title":7}', "broken-json x.json", "Hi"],
  ])("%s", async (_, name, content, problem, text) => {
    await put("good.txt", GOOD)
    await put(name, content)
    const { texts, problems } = await outcome(["good.txt", name])
    expect(problems).toEqual([problem])
    expect(texts[0]).toBe(`good.txt: ${GOOD}`)
    expect(texts[1]?.replace(/^[^ ]* /, "")).toBe(text)
  })

  it("JSON lines with a broken line in the middle keep the others, and the problem names the line", async () => {
    await put("x.jsonl", '{"text":"One"}\n\n{"text": oops\n{"text":"Two"}\n')
    expect(await outcome(["x.jsonl"])).toEqual({
      texts: ["x.jsonl:1: One", "x.jsonl:4: Two"],
      problems: ["broken-json x.jsonl:3"],
    })
  })

  it("a file of a thousand broken lines lists a hundred of them and counts the rest", async () => {
    await put("x.jsonl", `${"{oops\n".repeat(1000)}{"text":"One"}`)
    const { reports, problems } = await read([at("x.jsonl")])
    expect(reports).toHaveLength(1)
    expect(problems).toHaveLength(101)
    expect(problems.at(-1)!.message).toMatch(/^900 /)
  })

  it("a missing path, an address that is none and a pattern without a match", async () => {
    const { problems } = await read([at("none.txt"), "https://", at("*.txt")])
    expect(problems.map(({ code }) => code)).toEqual(["missing-path", "missing-path", "missing-path"])
  })

  it("a table as CSV in a folder is passed over", async () => {
    await put("good.txt", GOOD)
    await put("x.csv", "title,text\nFerry,The ferry sank.\n")
    expect(await outcome([""])).toEqual({ texts: [`good.txt: ${GOOD}`], problems: [] })
  })

  it("an empty folder", async () => {
    await mkdir(at("empty"))
    await put("good.txt", GOOD)
    expect(await outcome(["empty", "good.txt"])).toEqual({
      texts: [`good.txt: ${GOOD}`],
      problems: ["empty-folder empty"],
    })
  })

  // Other systems refuse such names.
  it.skipIf(process.platform !== "linux").each([
    ["in a folder", ""],
    ["by a pattern", "*.txt"],
  ])("a file whose name is no UTF-8, met %s", async (_, path) => {
    await put("a.txt", GOOD)
    await put("z.txt", "The bridge stayed shut.")
    await writeFile(Buffer.concat([Buffer.from(at("m")), Buffer.from([0xff]), Buffer.from(".txt")]), GOOD)
    const { texts, problems } = await outcome([path])
    expect(texts).toEqual([`a.txt: ${GOOD}`, "z.txt: The bridge stayed shut."])
    expect(problems).toEqual(["missing-path m�.txt"])
  })

  it("a socket is not read, named or met in a folder", async () => {
    const server = createServer().listen(at("socket.txt"))
    await once(server, "listening")
    try {
      expect((await outcome(["socket.txt"])).problems).toEqual(["cannot-read socket.txt"])
      expect((await outcome([""])).problems).toEqual(["cannot-read socket.txt"])
    } finally {
      server.close()
    }
  })
})

describe("size", () => {
  it("a 200 MB text file is a problem and is never read", async () => {
    await put("big.txt", "")
    await truncate(at("big.txt"), 200_000_000)
    const { problems } = await read([at("big.txt")])
    expect(problems[0]).toMatchObject({ code: "too-large", message: "Too large: 200 MB; the limit is 20 MB." })
  })

  it("one JSON line above the limit is passed over, the file goes on", async () => {
    await put("x.jsonl", `{"text":"One"}\n{"text":"${"x".repeat(500)}"}\n{"text":"Two"}`)
    expect(await outcome(["x.jsonl"], { maxSizeBytes: 100 })).toEqual({
      texts: ["x.jsonl:1: One", "x.jsonl:3: Two"],
      problems: ["too-large x.jsonl:2"],
    })
  })

  it("standard input above the limit is a problem", async () => {
    const { problems } = await read(["-"], { stdin: stream("x".repeat(101)), maxSizeBytes: 100 })
    expect(problems).toMatchObject([{ code: "too-large", where: "-" }])
  })
})

async function* stream(...chunks: string[]) {
  for (const chunk of chunks) yield new TextEncoder().encode(chunk)
}

describe("a file is read once", () => {
  it.each<[string, string[], string[]]>([
    ["named twice", ["a/x.txt", "a/x.txt"], ["same-file-twice a/x.txt"]],
    ["named by two paths", ["a/x.txt", "a/../a/x.txt"], ["same-file-twice a/x.txt"]],
    ["named, and in a folder", ["a/x.txt", "a"], ["same-file-twice a/x.txt"]],
    ["in a folder named twice", ["a", "a"], ["same-file-twice a"]],
    ["named, and by a link", ["a/x.txt", "link.txt"], ["same-file-twice link.txt"]],
  ])("%s", async (_, paths, problems) => {
    await mkdir(at("a"))
    await put("a/x.txt", GOOD)
    await symlink("a/x.txt", at("link.txt"))
    const found = await outcome(paths)
    expect(found.texts).toEqual([`a/x.txt: ${GOOD}`])
    expect(found.problems).toEqual(problems)
  })
})

describe("links in a folder", () => {
  beforeEach(async () => {
    await mkdir(at("in/sub"), { recursive: true })
    await put("in/x.txt", GOOD)
    await put("out.txt", "Outside.")
  })

  it("a link to a folder it lies in is a loop", async () => {
    await symlink("..", at("in/sub/up"))
    expect(await outcome(["in"])).toEqual({ texts: [`in/x.txt: ${GOOD}`], problems: ["link-loop in/sub/up"] })
  })

  it("a link to itself is a loop", async () => {
    await symlink("self.txt", at("in/self.txt"))
    expect((await outcome(["in"])).problems).toEqual(["link-loop in/self.txt"])
  })

  it("a link out of the folder is not followed", async () => {
    await symlink("../out.txt", at("in/out.txt"))
    expect(await outcome(["in"])).toEqual({ texts: [`in/x.txt: ${GOOD}`], problems: ["link-outside in/out.txt"] })
  })

  it("a link out of the folder is followed when it is named itself", async () => {
    await symlink("../out.txt", at("in/out.txt"))
    expect(await outcome(["in/out.txt"])).toEqual({ texts: ["in/out.txt: Outside."], problems: [] })
  })

  it("a link to a hidden file inside the folder is read, a second one is not", async () => {
    await put("in/.store", "Stored.")
    await symlink(".store", at("in/a.txt"))
    await symlink(".store", at("in/b.txt"))
    expect(await outcome(["in"])).toEqual({
      texts: [`in/x.txt: ${GOOD}`, "in/a.txt: Stored."],
      problems: ["same-file-twice in/b.txt"],
    })
  })

  it("a link to nothing is a missing path", async () => {
    await symlink("nowhere", at("in/gone.txt"))
    expect((await outcome(["in"])).problems).toEqual(["missing-path in/gone.txt"])
  })
})

it("a folder and a file without permission are problems for a user who is not root", async () => {
  await mkdir(at("locked"))
  await put("secret.txt", GOOD)
  await put("open.txt", GOOD)
  await chmod(at("locked"), 0)
  await chmod(at("secret.txt"), 0)
  await chmod(folder, 0o755)
  const asRoot = process.geteuid?.() === 0
  try {
    if (asRoot) process.seteuid?.(65534)
    const { texts, problems } = await outcome(["locked", "secret.txt", "open.txt"])
    expect(texts).toEqual([`open.txt: ${GOOD}`])
    expect(problems).toEqual(["no-permission locked", "no-permission secret.txt"])
  } finally {
    if (asRoot) process.seteuid?.(0)
  }
})
