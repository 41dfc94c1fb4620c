import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { read } from "../../src/read/read.ts"

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "hearsay-formats-"))
})
afterAll(() => rm(folder, { recursive: true }))

/** The reports of one file, without `where`. */
async function reportsOf(name: string, content: string | Uint8Array) {
  await writeFile(join(folder, name), content)
  const { reports, problems } = await read([join(folder, name)])
  expect(problems).toEqual([])
  return reports.map(({ where: _, ...report }) => report)
}

describe("formats, by name and content", () => {
  it.each<[string, string, string | Uint8Array, object[]]>([
    ["plain text", "x.txt", "Grain left port.\n", [{ text: "Grain left port.\n" }]],
    ["line ends of any machine", "x.txt", "A\r\nB\rC", [{ text: "A\nB\nC" }]],
    ["UTF-8 with a mark", "x.txt", "\ufeffGrain.", [{ text: "Grain." }]],
    ["UTF-16 with a mark", "x.txt", Buffer.from("\ufeffGrain «é».", "utf16le"), [{ text: "Grain «é»." }]],
    ["a page", "x.html", "<p>Grain.", [{ html: "<p>Grain." }]],
    [
      "a page named .txt",
      "x.txt",
      "<!-- saved -->\n<!DOCTYPE html><p>Grain.",
      [{ html: "<!-- saved -->\n<!DOCTYPE html><p>Grain." }],
    ],
    [
      "a page in its declared charset",
      "x.html",
      Buffer.from('<meta charset="windows-1251"><p>\xc7', "latin1"),
      [{ html: '<meta charset="windows-1251"><p>З' }],
    ],
    [
      "one JSON object",
      "x.json",
      '{"text":"A","outlet":"The Bell","published":"2024-03-01","extra":1}',
      [{ text: "A", outlet: "The Bell", published: "2024-03-01" }],
    ],
    [
      "a JSON array",
      "x.json",
      '[{"text":"A"},{"html":"<p>B","credits":["AP"]}]',
      [{ text: "A" }, { html: "<p>B", credits: ["AP"] }],
    ],
    ["JSON lines", "x.jsonl", '{"text":"A"}\n{"text":"B"}', [{ text: "A" }, { text: "B" }]],
    ["JSON lines named .json", "x.json", '{"text":"A"}\n{"text":"B"}\n', [{ text: "A" }, { text: "B" }]],
    ["JSON without a name", "x", '{"text":"A"}', [{ text: "A" }]],
    ["text with an unknown name", "x.news", "Grain left port.", [{ text: "Grain left port." }]],
    ["text that opens with a bracket", "x", "[Updated] Grain left.", [{ text: "[Updated] Grain left." }]],
    [
      "Markdown links and headings",
      "x.md",
      "# Grain\n\nThe [ministry](https://a.example/b) **said**.",
      [{ text: "Grain\n\nThe ministry **said**." }],
    ],
  ])("%s", async (_, name, content, reports) => {
    expect(await reportsOf(name, content)).toEqual(reports)
  })
})

describe("header blocks and front matter", () => {
  it.each<[string, string, string, object]>([
    [
      "a header block",
      "x.txt",
      "Outlet: The Bell\nHEADLINE: Grain leaves\nDate: 2024-03-01T10:00Z\n\nBody: yes.",
      { outlet: "The Bell", title: "Grain leaves", published: "2024-03-01T10:00Z", text: "Body: yes." },
    ],
    [
      "credits and author",
      "x.txt",
      "Author: Jo Bell\nCredit: AP, Reuters\n\nBody.",
      { byline: "Jo Bell", credits: ["AP", "Reuters"], text: "Body." },
    ],
    [
      "a key that is unknown makes it text",
      "x.txt",
      "Outlet: The Bell\nWeather: fine\n\nBody.",
      { text: "Outlet: The Bell\nWeather: fine\n\nBody." },
    ],
    ["a block with no blank line after it is text", "x.txt", "Date: Friday\nBody.", { text: "Date: Friday\nBody." }],
    ["a desk's name is text", "x.txt", "Foreign Desk:\n\nBody.", { text: "Foreign Desk:\n\nBody." }],
    [
      "front matter",
      "x.md",
      '---\ntitle: "Grain leaves"\nlang: en\nlayout: post\n---\n\nBody.',
      { title: "Grain leaves", language: "en", text: "Body." },
    ],
    [
      "front matter that never ends is text",
      "x.md",
      "---\ntitle: Grain\n\nBody.",
      { text: "---\ntitle: Grain\n\nBody." },
    ],
  ])("%s", async (_, name, content, report) => {
    expect(await reportsOf(name, content)).toEqual([report])
  })
})

describe("folders and patterns", () => {
  beforeAll(async () => {
    await mkdir(join(folder, "tree/sub"), { recursive: true })
    const files = ["b.txt", "a.md", "sub/c.html", "README.md", "LICENSE.txt", ".hidden.txt", "photo.jpg"]
    for (const name of files) await writeFile(join(folder, "tree", name), name)
    await writeFile(join(folder, "tree/truth.json"), '{"witnesses": []}')
  })
  const names = async (path: string) => {
    const { reports, problems } = await read([join(folder, path)])
    return [reports.map(({ where }) => where!.slice(folder.length + 1)), problems.map(({ code }) => code)]
  }

  it.each<[string, string, string[], string[]]>([
    [
      "a folder gives its reports sorted and passes over what is none",
      "tree",
      ["tree/a.md", "tree/b.txt", "tree/sub/c.html"],
      [],
    ],
    ["so does a pattern", "tree/*", ["tree/a.md", "tree/b.txt", "tree/sub/c.html"], []],
    ["a pattern picks", "tree/**/*.html", ["tree/sub/c.html"], []],
    ["a README is read when it is named", "tree/README.md", ["tree/README.md"], []],
    ["JSON without reports is a problem when it is named", "tree/truth.json", [], ["no-text-field"]],
  ])("%s", async (_, path, found, problems) => {
    expect(await names(path)).toEqual([found, problems])
  })
})

describe("standard input", () => {
  it.each<[string, string[], object[]]>([
    ["text", ["Grain ", "left."], [{ text: "Grain left.", where: "-" }]],
    ["a page", ["<html><p>Grain"], [{ html: "<html><p>Grain", where: "-" }]],
    ["JSON over many lines", ['{\n"text":', '"A"}'], [{ text: "A", where: "-" }]],
    [
      "JSON lines",
      ['{"text":"A"}\n{"te', 'xt":"B"}'],
      [
        { text: "A", where: "-:1" },
        { text: "B", where: "-:2" },
      ],
    ],
  ])("%s", async (_, chunks, reports) => {
    const found = await read(["-"], { stdin: stream(chunks) })
    expect(found).toEqual({ reports, problems: [] })
  })
})

async function* stream(chunks: readonly string[]) {
  for (const chunk of chunks) yield new TextEncoder().encode(chunk)
}

it("progress counts files", async () => {
  const seen: number[] = []
  await read([join(folder, "tree")], { onProgress: files => seen.push(files) })
  expect(seen).toEqual([1, 2, 3, 4])
})
