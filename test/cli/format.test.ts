import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it, vi } from "vitest"
import { folderWith, hearsay } from "./hearsay.ts"

vi.setConfig({ testTimeout: 30_000 }) // each test starts processes

const STORY = `Ferry to Ostrand stops for the winter
The ferry between Grell and Ostrand will stop on Friday and not sail again before April, the harbour office said.
About 240 people live on the island, and most of them work in Grell. The mayor, Ilka Brandt, called the decision a mistake.`

const folder = folderWith({ "a.txt": STORY, "b.txt": STORY.replace("240", "420") })
const trace = (...words: string[]) => hearsay(["trace", "a.txt", "b.txt", ...words], { cwd: folder })

describe("hearsay trace --format", () => {
  it("prints a format that is one text", () => {
    const { code, out, err } = trace("--format", "dot")
    expect({ code, err }).toEqual({ code: 0, err: "" })
    expect(out).toMatch(/^digraph stemma \{\n[\s\S]*\}\n$/)
  })

  it("prints one table", () => {
    expect(trace("--format", "csv:families").out).toMatch(/^family,reports,[^\r]*\r\nfamily-\w+,2,/)
  })

  it("writes a file, and nothing to standard output", () => {
    expect(trace("--format", "graphml", "-o", "trees.graphml")).toEqual({ code: 0, out: "", err: "" })
    expect(readFileSync(join(folder, "trees.graphml"), "utf8")).toMatch(/<graphml [\s\S]*<\/graphml>\n$/)
  })

  it("writes a folder of tables, made for it or there already", () => {
    for (const name of ["csv", "parquet"]) {
      expect(trace("--format", name, "-o", "tables")).toEqual({ code: 0, out: "", err: "" })
    }
    expect(readdirSync(join(folder, "tables"))).toEqual(expect.arrayContaining(["claims.csv", "claims.parquet"]))
  })

  it("writes the case file beside it", () => {
    expect(trace("--format", "jsonl:reports", "--html", "case.html").out.split("\n")).toHaveLength(3)
    expect(existsSync(join(folder, "case.html"))).toBe(true)
  })
})

describe("a wrong --format", () => {
  writeFileSync(join(folder, "notes.txt"), "my notes")

  it.each([
    ["no name", ["--format"], ["--format needs a name, such as csv or graphml"]],
    ["two forms", ["--format", "dot", "--json"], ["--json and --format are two answers to one question"]],
    [
      "several files without a folder",
      ["--format", "csv"],
      ["--format csv writes a file a table: name a folder with -o, or choose one table, such as csv:claims"],
    ],
    [
      "… on standard output",
      ["--format", "parquet", "-o", "-"],
      ["--format parquet writes a file a table: name a folder with -o"],
    ],
    [
      "several files into a file",
      ["--format", "jsonl", "-o", "notes.txt"],
      ["--output: notes.txt is a file, not a folder"],
    ],
    ["bytes on standard output", ["--format", "sqlite"], ["--format sqlite is no text: name a file with -o"]],
    ["… of one table", ["--format", "parquet:claims"], ["--format parquet:claims is no text: name a file with -o"]],
    [
      "no such table",
      ["--format", "csv:people", "-o", "x"],
      [
        "--format: csv has no table “people”: it is one of reports, families, descent, passages, variants, readings, claims, attestations, conflicts, judgements, problems",
      ],
    ],
    [
      "everything at once",
      ["--jsn", "--format", "dot:x", "--html", "-"],
      [
        "there is no option --jsn; did you mean --json?",
        "--format: “x” is no number of a family; write dot:1",
        "--html needs a file name",
      ],
    ],
  ])("%s", (_, words, mistakes) => {
    const { code, out, err } = trace(...words)
    expect({ code, out }).toEqual({ code: 2, out: "" })
    expect(err.trim().split("\n").slice(0, -1)).toEqual(mistakes.map(mistake => `hearsay: ${mistake}`))
  })

  it.each([
    ["a family that is not there", ["--format", "dot:2"], "there is no family 2: the findings have 1"],
    [
      "a file of somebody else's",
      ["--format", "sqlite", "-o", "notes.txt"],
      "cannot write notes.txt: there is a file that is no export of findings",
    ],
    ["a folder that cannot be made", ["--format", "csv", "-o", "notes.txt/x"], "cannot write notes.txt/x: ENOTDIR"],
  ])("%s", (_, words, said) => {
    const { code, err } = trace(...words)
    expect(code).toBeGreaterThan(0)
    expect(err).toContain(said)
    expect(readFileSync(join(folder, "notes.txt"), "utf8")).toBe("my notes")
  })
})
