import { describe, expect, it, vi } from "vitest"
import { sizeInBytes } from "../../src/cli/size.ts"
import { folderWith, hearsay } from "./hearsay.ts"

vi.setConfig({ testTimeout: 30_000 }) // each test starts processes

const folder = folderWith({
  "a.txt": "A short text.",
  "list.json": `[{"kind":"pin-edge","parent":"x"},{"kind":"guess"},{"kind":"dismiss-variant","witness":"x"},7]`,
  "broken.json": "{",
})

describe("a wrong call", () => {
  it.each([
    ["no command", [], ["say what to do: trace, compare, add, stories …"]],
    ["an unknown command", ["trcae", "x"], ["there is no command “trcae”"]],
    ["no reports", ["trace"], ["say which reports: files, folders, patterns, or - for standard input"]],
    ["one report to compare", ["compare", "a.txt"], ["compare takes two reports, not 1"]],
    ["standard input on both sides", ["compare", "-", "-"], ["standard input can be one side only"]],
    [
      "a size that is none",
      ["trace", "a.txt", "--max-size", "big"],
      ["--max-size: “big” is no size; write 500kb, 20mb or 2gb"],
    ],
    ["a misspelt option", ["trace", "a.txt", "--jsn"], ["there is no option --jsn; did you mean --json?"]],
    ["a value where there is none", ["trace", "a.txt", "--html"], ["--html needs a file name"]],
    ["an archive without a name", ["add", "a.txt", "--archive", ""], ["--archive needs a file name"]],
    [
      "a folder that is not there",
      ["trace", "a.txt", "-o", "nowhere/x"],
      ["--output: the folder nowhere does not exist"],
    ],
    [
      "a report overwritten",
      ["trace", "a.txt", "-o", "./a.txt"],
      ["--output: ./a.txt is what the reports are read from; name another"],
    ],
    [
      "stories named and filtered",
      ["export", "x", "--agency", "Y", "--format", "dot"],
      ["name stories, or filter all of them, not both"],
    ],
    ["the same file twice", ["trace", "a.txt", "-o", "x", "--html", "./x"], ["--html and --output name the same file"]],
    [
      "judgements that are not there",
      ["trace", "a.txt", "--judgements", "none.json"],
      ["--judgements none.json: cannot be read"],
    ],
    [
      "judgements of no kind",
      ["trace", "a.txt", "--judgements", "list.json"],
      [
        "--judgements list.json: judgement 1 needs a text “child”",
        "--judgements list.json: judgement 2 has no known kind; it is one of pin-edge, forbid-edge, independent, outlet-agency, dismiss-variant",
        "--judgements list.json: judgement 3 needs a “span” of start and end",
        "--judgements list.json: judgement 4 is not an object",
      ],
    ],
    [
      "everything at once",
      ["trace", "--jsn", "--max-size", "0", "--html"],
      [
        "there is no option --jsn; did you mean --json?",
        "--max-size: “0” is no size; write 500kb, 20mb or 2gb",
        "--html needs a file name",
        "say which reports: files, folders, patterns, or - for standard input",
      ],
    ],
  ])("%s", (_, words, mistakes) => {
    const { code, out, err } = hearsay(words, { cwd: folder })
    expect(code).toBe(2)
    expect(out).toBe("")
    const lines = err.trim().split("\n")
    expect(lines.slice(0, -1)).toEqual(mistakes.map(mistake => `hearsay: ${mistake}`))
    expect(lines.at(-1)).toMatch(/hearsay .*(--help|trace trcae)/)
  })

  it("says where JSON breaks", () => {
    expect(hearsay(["trace", "a.txt", "--judgements", "broken.json"], { cwd: folder }).err).toContain(
      "--judgements broken.json: is not JSON: ",
    )
  })
})

describe("help", () => {
  it.each([[["--help"]], [["trace", "--help"]], [["compare", "-h"]]])("of %s has examples and exit codes", words => {
    const { code, out } = hearsay(words)
    expect(code).toBe(0)
    expect(out).toMatch(/Examples:\n {2}hearsay /)
    expect(out).toMatch(/Exit codes:\n {2}0 {2}done/)
  })

  it("tells the version", () => expect(hearsay(["--version"]).out).toMatch(/^\d+\.\d+\.\d+\n$/))
})

describe("sizeInBytes", () => {
  it.each([
    ["20mb", 20_000_000],
    ["1.5 GB", 1_500_000_000],
    ["500k", 500_000],
    ["12", 12],
    ["7b", 7],
    ["0", undefined],
    ["-1mb", undefined],
    ["mb", undefined],
    ["1e9", undefined],
  ])("%s", (text, bytes) => expect(sizeInBytes(text)).toBe(bytes))
})
