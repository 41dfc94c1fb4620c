import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it, vi } from "vitest"
import { folderWith, hearsay, readOnlyTheStart } from "./hearsay.ts"

vi.setConfig({ testTimeout: 30_000 }) // each test starts processes

const STORY = `Ferry to Ostrand stops for the winter
The ferry between Grell and Ostrand will stop on Friday and not sail again before April, the harbour office said.
About 240 people live on the island, and most of them work in Grell. The mayor, Ilka Brandt, called the decision a mistake.
"We learned of it from the timetable," Brandt said. The harbour office answered that the pier must be rebuilt before the ice comes.`

const two = { "a.txt": STORY, "b.txt": STORY.replace("240", "420").replace("Ilka Brandt", "Ilka Brand") }
const folder = folderWith(two)
const withProblem = folderWith({ ...two, "empty.txt": "" })
const nothing = folderWith({ "empty.txt": "" })

describe("hearsay trace", () => {
  it("prints the findings and nothing on standard error", () => {
    const { code, out, err } = hearsay(["trace", folder])
    expect(err).toBe("")
    expect(code).toBe(0)
    expect(out).toMatch(/^2 reports · 1 family · 0 loners\./)
    expect(out).toContain("Family 1 · 2 reports")
  })

  it("prints the record itself with --json", () => {
    const findings = JSON.parse(hearsay(["trace", folder, "--json"]).out)
    expect(Object.keys(findings)).toEqual(
      expect.arrayContaining(["witnesses", "families", "stories", "claims", "conflicts", "problems"]),
    )
    expect(findings.witnesses.length).toBe(2)
  })

  it("writes the case file beside the text", () => {
    const file = join(folder, "case.html")
    expect(hearsay(["trace", join(folder, "*.txt"), "--html", file]).out).toContain("2 reports")
    expect(readFileSync(file, "utf8")).toMatch(/^<!doctype html>/)
  })

  it("writes to a file with -o, and nothing to standard output", () => {
    const file = join(folder, "out.json")
    expect(hearsay(["trace", join(folder, "*.txt"), "--json", "-o", file]).out).toBe("")
    expect(JSON.parse(readFileSync(file, "utf8")).witnesses.length).toBe(2)
  })

  it("reads standard input", () => {
    const lines = Object.values(two).map(text => JSON.stringify({ text }))
    expect(hearsay(["trace", "-"], { input: `${lines.join("\n")}\n` }).out).toMatch(/^2 reports/)
  })

  it("reads a file whose name begins with a dash after --", () => {
    const cwd = folderWith({ "--json": STORY })
    expect(hearsay(["trace", "--", "--json"], { cwd }).out).toMatch(/^1 report/)
  })

  it.each([
    ["a strict run with a problem", [withProblem, "--strict"], 1],
    ["nothing to read", [nothing], 3],
    ["a path that is not there", [join(nothing, "none")], 3],
  ])("exit code of %s", (_, words, code) => expect(hearsay(["trace", ...words]).code).toBe(code))

  it("has colours when asked for, whatever NO_COLOR says", () => {
    expect(hearsay(["trace", folder, "--color"], { env: { NO_COLOR: "1" } }).out).toContain("\u001b[")
  })

  it("does not mind a reader that has seen enough", async () => {
    const report = { text: STORY, url: `https://example.org/${"x".repeat(1_000_000)}` }
    const file = join(folderWith({ "long.json": JSON.stringify(report) }), "long.json")
    expect(await readOnlyTheStart(["trace", file, "--json"])).toEqual({ code: 0, err: "" })
  })

  it.skipIf(process.platform !== "linux")(
    "opens the case file with the system's opener, not through a shell",
    async () => {
      const bin = folderWith({})
      const seen = join(bin, "seen")
      writeFileSync(join(bin, "xdg-open"), `#!/bin/sh\nprintf '%s|%s' "$#" "$1" > '${seen}'\n`)
      chmodSync(join(bin, "xdg-open"), 0o755)
      const file = join(bin, "a $(touch owned) b.html")
      hearsay(["trace", join(folder, "a.txt"), "--open", "--html", file], {
        cwd: bin,
        env: { PATH: `${bin}:${process.env.PATH}` },
      })
      await expect.poll(() => existsSync(seen) && readFileSync(seen, "utf8")).toBe(`1|${file}`)
      expect(existsSync(join(bin, "owned"))).toBe(false)
    },
  )
})

describe("hearsay compare", () => {
  const [a, b] = [join(folder, "a.txt"), join(folder, "b.txt")]

  it("sets two reports side by side", () => {
    const { code, out } = hearsay(["compare", a, b])
    expect(code).toBe(0)
    expect(out).toContain("│")
    expect(out).toMatch(/the\s+longest\s+run\s+of\s+the\s+same\s+words\s+has/)
  })

  it("prints the record with --json", () => {
    expect(JSON.parse(hearsay(["compare", a, b, "--json"]).out).kinship.kind).toBe("copy")
  })

  it("says what could not be read", () => {
    const { code, err } = hearsay(["compare", a, join(nothing, "none.txt")])
    expect(code).toBe(3)
    expect(err).toContain("none.txt")
  })

  it("takes one report a side", () => {
    const { code, err } = hearsay(["compare", a, folder])
    expect(code).toBe(2)
    expect(err).toMatch(/holds \d reports; compare takes one a side/)
  })
})
