import { readdirSync, readFileSync } from "node:fs"
import { dirname, join, relative } from "node:path"
import { describe, expect, it } from "vitest"

/** Who may import whom. Every stage may also import `model` and `text`. A new edge is a visible line here. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  model: [],
  text: [],
  read: [],
  extract: [],
  segment: [],
  detect: [],
  align: [],
  lineage: [],
  collate: ["align"],
  stories: [],
  claims: [],
  present: [],
  "pipeline.ts": ["extract", "segment", "detect", "align", "lineage", "collate", "stories", "claims"],
  "index.ts": ["pipeline.ts"],
  archive: ["detect", "extract", "lineage", "pipeline.ts", "present", "read", "segment", "stories"],
  serve: ["archive", "pipeline.ts", "present"],
  cli: ["pipeline.ts", "read", "archive", "present", "serve"],
}

/** Only these touch files, the clock, the network or the console. */
const MAY_TOUCH_THE_WORLD = ["read", "archive", "cli", "serve"]
const MAX_LINES = 300

const root = join(import.meta.dirname, "../src")
const files = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter(file => file.endsWith(".ts") && !file.endsWith(".generated.ts"))
  .map(file => file.replaceAll("\\", "/"))
const home = (file: string) => file.split("/")[0]!
const codeOf = (file: string) => readFileSync(join(root, file), "utf8")
const importsOf = (code: string) =>
  [...code.matchAll(/(?:from|import)\s*\(?\s*["']([^"']+)["']/g)].map(match => match[1]!)
const reached = (file: string) =>
  importsOf(codeOf(file))
    .filter(path => path.startsWith("."))
    .map(path => relative(root, join(root, dirname(file), path)).replaceAll("\\", "/"))

describe.each(files)("src/%s", file => {
  it("imports only what its folder may", () => {
    const allowed = [home(file), "model", "text", ...(MAY_IMPORT[home(file)] ?? [])]
    expect(reached(file).filter(path => !allowed.includes(home(path)))).toEqual([])
  })
  it(MAY_TOUCH_THE_WORLD.includes(home(file)) ? "may touch the world" : "is pure", () => {
    if (MAY_TOUCH_THE_WORLD.includes(home(file))) return
    const code = codeOf(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "")
    expect(importsOf(code).filter(path => path.startsWith("node:"))).toEqual([])
    expect(code.match(/\b(?:Date\.now|new Date\(\)|Math\.random|performance\.now|console\.|process\.)/g)).toBeNull()
  })
  it(`has at most ${MAX_LINES} lines`, () => {
    expect(codeOf(file).split("\n").length).toBeLessThanOrEqual(MAX_LINES)
  })
})

it("has no import cycle", () => {
  const next = new Map(files.map(file => [file, reached(file)]))
  const done = new Set<string>()
  const walk = (file: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file]
    if (done.has(file)) return undefined
    for (const other of next.get(file) ?? []) {
      const cycle = walk(other, [...path, file])
      if (cycle) return cycle
    }
    done.add(file)
    return undefined
  }
  expect(files.map(file => walk(file, [])).find(Boolean)).toBeUndefined()
})

it("names a rule for every folder and top-level file", () => {
  expect([...new Set(files.map(home))].filter(name => !(name in MAY_IMPORT))).toEqual([])
})
