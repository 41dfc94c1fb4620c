import { spawnSync } from "node:child_process"
import { chmodSync, mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from "node:fs"
import { basename, join } from "node:path"
import { describe, expect, it } from "vitest"
import type { Findings } from "../../src/model/findings.ts"
import { folderWith, hearsay } from "./hearsay.ts"

// What reading makes of each bad input alone is tested in test/read; here: the whole command, with good reports beside the bad.

const STORY = `Ferry to Ostrand stops for the winter

The ferry between Grell and Ostrand will stop on Friday and not sail again before April, the harbour office said.

About 240 people live on the island, and most of them work in Grell. The mayor, Ilka Brandt, called the decision a mistake.

"We learned of it from the timetable," Brandt said. The harbour office answered that the pier must be rebuilt before the ice comes.`
const GOOD = { "good-1.txt": STORY, "good-2.txt": STORY.replace("240", "420").replace("Ilka Brandt", "Ilka Brand") }

type Content = string | Uint8Array
type Bad = readonly [input: string, name: string, content: Content, problems: string[]]

const bytes = (...parts: (string | number)[]) =>
  new Uint8Array(parts.flatMap(part => (typeof part === "string" ? [...Buffer.from(part)] : [part])))
const utf16 = (text: string) => bytes(...Buffer.from(text, "utf16le"))
const OTHER = "The bakers of Lund have raised the price of rye bread by a third since the mill burned down in May."
const DEEP = `<html><body>${"<div>".repeat(100_000)}Ferry${"</div>".repeat(100_000)}`

// A problem is written `code file`.
const BAD: readonly Bad[] = [
  ["an empty file", "empty.txt", "", ["empty-file empty.txt"]],
  ["a binary file", "binary.txt", new Uint8Array(4096).map((_, i) => (i * 31) % 256), ["not-text binary.txt"]],
  ["UTF-16 with a mark", "utf16.txt", bytes(0xff, 0xfe, ...utf16(OTHER)), []],
  ["UTF-16 without a mark", "bare16.txt", utf16(OTHER), ["guessed-encoding bare16.txt"]],
  ["Latin-1", "latin1.txt", bytes("A caf", 0xe9, ` shut. ${OTHER}`), ["guessed-encoding latin1.txt"]],
  ["broken UTF-8", "broken.txt", bytes("“Rye” caf", 0xc3, ` shut. ${OTHER}`), ["broken-encoding broken.txt"]],
  ["100,000 nested tags", "deep.html", DEEP, ["too-deep deep.html"]],
  ["a broken line", "lines.jsonl", `{"text":"${OTHER}"}\n{"te\n{"text":"${OTHER}"}\n`, ["broken-json lines.jsonl:2"]],
  ["a report of one word", "word.txt", "Ferry", ["too-short word.txt"]],
  ["lone surrogates", "half.json", `{"text":"\\ud800 ${OTHER} \\udfff"}`, ["broken-encoding half.json"]],
]

interface Outcome {
  readonly code: number | null
  readonly err: string
  /** The reports of each family, by file name. */
  readonly families: readonly string[]
  readonly problems: readonly string[]
}

function outcome(code: number | null, out: string, err: string): Outcome {
  const findings = JSON.parse(out) as Findings
  const nameById = new Map(findings.witnesses.map(({ id, where }) => [id, basename(where)]))
  const families = findings.families.map(({ witnesses }) =>
    witnesses
      .map(id => nameById.get(id))
      .sort()
      .join(" "),
  )
  const problems = findings.problems.map(({ code, where }) => `${code} ${basename(where)}`)
  return { code, err, families: families.sort(), problems: problems.sort() }
}

function traced(...words: string[]): Outcome {
  const file = join(folderWith({}), "findings.json")
  const { code, err } = hearsay(["trace", "--json", "-o", file, ...words])
  return outcome(code, readFileSync(file, "utf8"), err)
}

const PAIR = "good-1.txt good-2.txt"

describe("two good reports are a family, whatever lies beside them", () => {
  const folder = folderWith(GOOD)
  for (const [, name, content] of BAD) writeFileSync(join(folder, name), content)
  const all = traced(folder)

  it("the run is done, without a word on standard error", () => {
    expect({ code: all.code, err: all.err }).toEqual({ code: 0, err: "" })
    expect(all.families).toContain(PAIR)
  })

  it.each(BAD)("%s", (_, name, __, problems) => {
    expect(all.problems.filter(problem => problem.split(" ")[1]!.startsWith(name))).toEqual(problems)
  })

  it("with --strict the exit code says that something was wrong", () => {
    const empty = folderWith({ ...GOOD, "empty.txt": "" })
    const { code, err, families } = traced("--strict", empty)
    expect({ code, err, families }).toEqual({ code: 1, err: "", families: [PAIR] })
  })

  it("paths that lead to nothing, into a loop, out of the folder, to the same file, and to 200 MB", () => {
    const folder = folderWith({ ...GOOD, "big.txt": "" })
    const elsewhere = folderWith({ "out.txt": OTHER })
    truncateSync(join(folder, "big.txt"), 200_000_000)
    mkdirSync(join(folder, "sub"))
    mkdirSync(join(elsewhere, "bare"))
    symlinkSync("..", join(folder, "sub", "up"))
    symlinkSync("self.txt", join(folder, "self.txt"))
    symlinkSync(join(elsewhere, "out.txt"), join(folder, "out.txt"))
    const paths = [folder, join(folder, "good-1.txt"), join(folder, "none.txt"), join(elsewhere, "bare")]
    expect(traced(...paths)).toEqual({
      code: 0,
      err: "",
      families: [PAIR],
      problems: [
        "empty-folder bare",
        "link-loop self.txt",
        "link-loop up",
        "link-outside out.txt",
        "missing-path none.txt",
        "same-file-twice good-1.txt",
        "too-large big.txt",
      ],
    })
  })

  it("nothing but bad input is exit code 3, each problem named", () => {
    const folder = folderWith({ "empty.txt": "", "binary.txt": "\u0000\u0001\u0002" })
    expect(traced(folder, join(folder, "none.txt"))).toEqual({
      code: 3,
      err: "",
      families: [],
      problems: ["empty-file empty.txt", "missing-path none.txt", "not-text binary.txt"],
    })
  })

  it("a folder and a file without permission", () => {
    const folder = folderWith({ ...GOOD, "secret.txt": OTHER })
    mkdirSync(join(folder, "locked"))
    chmodSync(join(folder, "locked"), 0)
    chmodSync(join(folder, "secret.txt"), 0)
    chmodSync(folder, 0o755)
    expect(tracedUnprivileged(folder)).toEqual({
      code: 0,
      err: "",
      families: [PAIR],
      problems: ["no-permission locked", "no-permission secret.txt"],
    })
  })
})

/**
 * Runs the command as a user without rights. Root may read everything, so it steps down first; only after the program is loaded,
 * since the checkout itself may lie where others cannot read.
 */
function tracedUnprivileged(folder: string): Outcome {
  if (process.geteuid?.() !== 0) return traced(folder)
  const url = (path: string) => JSON.stringify(new URL(`../../src/${path}`, import.meta.url).href)
  const script = `
    for (const stage of [${["read/read.ts", "pipeline.ts", "present/json.ts", "cli/trace-command.ts"].map(url)}]) await import(stage)
    process.setegid(65534)
    process.seteuid(65534)
    process.argv.splice(1, 0, "hearsay")
    await import(${url("cli/main.ts")})`
  const words = ["--input-type=module", "-e", script, "trace", "--json", folder]
  const run = spawnSync(process.execPath, words, { encoding: "utf8" })
  return outcome(run.status, run.stdout, run.stderr)
}

describe("languages without typed changes", () => {
  const persian =
    "بندر گرل از روز جمعه تا پایان زمستان بسته می‌ماند. شهردار ایلکا برانت این تصمیم را اشتباه خواند. حدود ۲۴۰ نفر در جزیره زندگی می‌کنند و بیشتر آنان در شهر کار می‌کنند. مسئولان گفتند اسکله باید پیش از رسیدن یخ بازسازی شود."
  const chinese =
    "格雷尔港从星期五起关闭，直到冬季结束。市长伊尔卡·布兰特说这个决定是错误的。岛上住着大约二百四十人，其中大多数人在城里工作。港务局表示，码头必须在结冰之前重建。"

  it("families are found in Persian and in Chinese, and the rest is a problem", () => {
    const folder = folderWith({
      ...GOOD,
      "fa-1.txt": persian,
      "fa-2.txt": persian.replace("اشتباه", "نادرست"),
      "zh-1.txt": chinese,
      "zh-2.txt": chinese.replace("错误", "荒唐"),
    })
    expect(traced(folder)).toEqual({
      code: 0,
      err: "",
      families: ["fa-1.txt fa-2.txt", PAIR, "zh-1.txt zh-2.txt"],
      problems: ["fa-1.txt", "fa-2.txt", "zh-1.txt", "zh-2.txt"].map(name => `language-unsupported ${name}`),
    })
  })
})

it("500 identical copies are one family, in less than 20 seconds", () => {
  const lines = Array.from({ length: 500 }, (_, i) => JSON.stringify({ text: STORY, outlet: `Outlet ${i}` }))
  const folder = folderWith({ "copies.jsonl": lines.join("\n") })
  const start = performance.now()
  const { code, err, families, problems } = traced(folder)
  expect(performance.now() - start).toBeLessThan(20_000)
  expect({ code, err, problems }).toEqual({ code: 0, err: "", problems: [] })
  expect(families.map(members => members.split(" ").length)).toEqual([500])
})
