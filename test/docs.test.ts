import { spawnSync } from "node:child_process"
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { basename, dirname, join } from "node:path"
import { afterAll, describe, expect, it } from "vitest"
import { readFloors } from "../bench/floors.ts"
import { summary } from "../bench/summary.ts"
import { hearsay } from "./cli/hearsay.ts"

const root = join(import.meta.dirname, "..")
const COMMANDS = "trace compare add watch serve stories story claims report search judge export problems".split(" ")
const read = (path: string) => readFileSync(join(root, path), "utf8")
const under = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map(path => `${folder}/${path.replaceAll("\\", "/")}`)
    .sort()

const documents = [
  "README.md",
  "ARCHITECTURE.md",
  "CONTRIBUTING.md",
  "bench/README.md",
  ...under("docs").filter(path => path.endsWith(".md")),
]
const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> }
const blocks = (language: string) =>
  documents.flatMap(path =>
    [...read(path).matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gm"))].map(([, code]) => ({
      path,
      code: code!,
    })),
  )

/** `UPDATE_GOLDEN=1` writes the generated parts of the documents anew, to be read in the diff. */
function expectWritten(path: string, text: string): void {
  if (process.env.UPDATE_GOLDEN) writeFileSync(join(root, path), text)
  expect(read(path)).toBe(text)
}

/** A folder to run commands in, as the reader's: the examples are there, and what is written is thrown away. */
const desk = mkdtempSync(join(tmpdir(), "hearsay-docs-"))
cpSync(join(root, "examples"), join(desk, "examples"), { recursive: true })
// Node strips no types under node_modules, and the types of Node are found only below the root.
mkdirSync(join(root, "coverage"), { recursive: true })
const programs = mkdtempSync(join(root, "coverage/docs-"))
afterAll(() => {
  for (const folder of [desk, programs]) rmSync(folder, { recursive: true })
})

const run = (words: readonly string[]) => hearsay(words, { cwd: desk, env: { COLUMNS: "80" } })

/** Bytes of a file, or of the files in a folder. */
function sizeOf(path: string): number {
  if (!statSync(path).isDirectory()) return statSync(path).size
  return readdirSync(path).reduce((sum, name) => sum + statSync(join(path, name)).size, 0)
}

describe("the commands in the documents work", () => {
  const commands = blocks("sh").flatMap(({ path, code }) =>
    code.split("\n").flatMap(line => line.split("&&").map(command => ({ path, command: command.trim() }))),
  )

  it.each(commands.filter(({ command }) => command.startsWith("npx hearsay ")))("$path: $command", ({ command }) => {
    const words = command.split(" ").slice(2)
    const { code, err } = run(words)
    expect({ code, err }).toEqual({ code: 0, err: "" })
    const written = words.filter((_, i) => /^(?:-o|--html)$/.test(words[i - 1] ?? ""))
    for (const path of written) expect(sizeOf(join(desk, path))).toBeGreaterThan(0)
  })

  it("others only install", () => {
    const others = commands
      .map(({ command }) => command)
      .filter(command => !/^(?:npx hearsay |npm run |$)/.test(command))
    expect(others).toEqual(["npm ci"])
  })

  it.each(documents)("%s names only scripts there are", path => {
    const named = [...read(path).matchAll(/npm run ([\w:-]+)/g)].map(([, script]) => script!)
    expect(named.filter(script => !(script in scripts))).toEqual([])
  })
})

describe("the programs in the documents work", () => {
  // A block without the import is a sketch that shows how to write, not something to run.
  const complete = blocks("ts").filter(({ code }) => code.includes('from "hearsay"'))

  it.each(complete)("$path: a program with the types and the exports there are", ({ path, code }) => {
    const file = join(programs, `${basename(path, ".md")}-${complete.findIndex(block => block.code === code)}.ts`)
    writeFileSync(file, code.replaceAll('"hearsay"', '"../../src/index.ts"'))
    const tsconfig = join(programs, "tsconfig.json")
    writeFileSync(tsconfig, JSON.stringify({ extends: "../../tsconfig.json", include: ["*.ts"] }))
    expect(node(join(root, "node_modules/typescript/bin/tsc"), "-p", tsconfig)).toEqual({ code: 0, said: "" })
    expect(node(file)).toEqual({ code: 0, said: "" })
  })

  it("the README has one", () => expect(complete.map(({ path }) => path)).toContain("README.md"))
})

function node(...words: string[]): { code: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: "utf8" })
  return { code: status, said: stdout + stderr }
}

describe("what the documents show is what is printed", () => {
  it("the README shows the first lines of its first command", () => {
    const lines = run(["trace", "examples/harbour"]).out.split("\n").slice(0, 45)
    const shown = `<!-- output: head -->\n\n\`\`\`text\n${lines.join("\n").trimEnd()}\n…\n\`\`\`\n`
    const readme = read("README.md")
    const block = /<!-- output: head -->\n+```(?:text)?\n[\s\S]*?^```\n/m
    expect(readme).toMatch(block)
    expectWritten(
      "README.md",
      readme.replace(block, () => shown),
    )
  })

  it("the README's table of results is what was measured", () => {
    const readme = read("README.md")
    const block = /<!-- results -->\n[\s\S]*?<!-- end of results -->/
    expect(readme).toMatch(block)
    const shown = `<!-- results -->\n\n${summary(readFloors())}\n\n<!-- end of results -->`
    expectWritten(
      "README.md",
      readme.replace(block, () => shown),
    )
  })

  it("docs/cli.md has the help of the program and its commands", () => {
    const help = (command: string) => {
      const words = ["hearsay", command].filter(Boolean)
      return `## ${words.join(" ")}\n\n\`\`\`text\n${run([...words.slice(1), "--help"]).out.trimEnd()}\n\`\`\`\n`
    }
    const head =
      "# The command line\n\nWhat `--help` prints. Made by `UPDATE_GOLDEN=1 npx vitest run test/docs.test.ts`; do not edit.\n"
    expectWritten("docs/cli.md", [head, ...["", ...COMMANDS].map(help)].join("\n"))
  })
})

describe("what the documents name is there", () => {
  it.each(documents)("%s links to nothing that is missing", path => {
    const targets = [...read(path).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target!.replace(/#.*/, ""))
    const local = targets.filter(target => target !== "" && !/^[a-z]+:/.test(target))
    expect(local.filter(target => !existsSync(join(root, dirname(path), target)))).toEqual([])
  })

  it.each(documents)("%s names no path that is missing", path => {
    const named = [...read(path).matchAll(/`((?:src|test|docs|bench|scripts|examples)\/[\w./-]*)`/g)].map(
      ([, it]) => it!,
    )
    expect(named.filter(target => !existsSync(join(root, target)))).toEqual([])
  })

  it("ARCHITECTURE.md names no source file that is missing", () => {
    const names = new Set(under("src").map(path => basename(path)))
    const named = [...read("ARCHITECTURE.md").matchAll(/`([\w-]+\.ts)`/g)].map(([, name]) => name!)
    expect(named.filter(name => !names.has(name))).toEqual([])
  })

  it("the glossary has every kind of variant", () => {
    const union = /export type VariantKind =\n((?: +\| "[\w-]+"\n)+)/.exec(read("src/model/variant.ts"))![1]!
    const kinds = [...union.matchAll(/"([\w-]+)"/g)].map(([, kind]) => kind!)
    const glossary = read("docs/glossary.md")
    expect(kinds.length).toBeGreaterThan(20)
    expect(kinds.filter(kind => !glossary.includes(`\`${kind}\``))).toEqual([])
  })
})
