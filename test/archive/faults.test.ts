import { type ChildProcess, spawn, spawnSync } from "node:child_process"
import { once } from "node:events"
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs"
import { join } from "node:path"
import { setTimeout } from "node:timers/promises"
import { fileURLToPath } from "node:url"
import { expect, it } from "vitest"
import { openArchive } from "../../src/archive/archive.ts"
import { SCHEMA_VERSION } from "../../src/archive/schema.ts"
import { hearsay } from "../cli/hearsay.ts"
import { randomOf } from "../made/random.ts"
import { inventWords, writeReport } from "../made/words.ts"
import { madeReports, temporaryFolder } from "./archive.ts"

// The size of the run that is disturbed; 50,000 reports and 20 kills are what a release is measured by.
const REPORTS = Number(process.env.HEARSAY_FAULTS ?? 400)
const KILLS = Number(process.env.HEARSAY_KILLS ?? 3)
const MAIN = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url))
const LONG = REPORTS * 200 + 240_000

/** A file of reports of which one in ten is kin to others. */
function worldFile(folder: string): string {
  const file = join(folder, "world.jsonl")
  const out = openSync(file, "w")
  for (const report of madeReports(Array.from({ length: Math.ceil(REPORTS / 60) }, (_, seed) => seed + 100)))
    writeSync(out, `${JSON.stringify(report)}\n`)
  for (let i = 0; i < REPORTS * 0.9; i++) {
    const random = randomOf(1e6 + i)
    const { title, sentences } = writeReport(inventWords(random), random)
    const text = sentences.map(({ words }) => words.join(" ")).join(". ")
    writeSync(
      out,
      `${JSON.stringify({ outlet: `Outlet ${i % 50}`, url: `https://o${i % 50}.example/${i}`, title, text })}\n`,
    )
  }
  closeSync(out)
  return file
}

function start(folder: string, file: string): ChildProcess {
  return spawn(process.execPath, [MAIN, "add", file, "--archive", join(folder, "a.db"), "--quiet"], { stdio: "ignore" })
}

/** Everything that was found, without the order in which it came. */
function findings(path: string): unknown {
  const { db, close } = openArchive(path, { readOnly: true })
  const all = (sql: string) =>
    db
      .prepare(sql)
      .all()
      .map(row => JSON.stringify(row))
      .sort()
  const found = {
    reports: all("SELECT content, url, version, witness, family FROM reports"),
    families: all("SELECT id, reports, outlets, lost, origins, first, last, credits, hex(stemma) FROM families"),
    descent: all("SELECT * FROM descent"),
    kinships: all(
      `SELECT kinships.family, min(x.url, y.url) AS x, max(x.url, y.url) AS y, kind, min(coverage_a, coverage_b), max(coverage_a, coverage_b), longest_run_words
       FROM kinships JOIN reports x ON x.id = a JOIN reports y ON y.id = b GROUP BY kinships.rowid`,
    ),
  }
  close()
  return found
}

it("killed at random moments and run again, it finds what an undisturbed run finds", {
  timeout: LONG * (KILLS + 2),
}, async () => {
  const folder = temporaryFolder()
  const file = worldFile(folder)
  const began = performance.now()
  expect(hearsay(["add", file, "--archive", join(folder, "whole.db"), "--quiet"]).code).toBe(0)
  const whole = performance.now() - began
  const random = randomOf(Date.now() % 1e6)
  for (let kill = 0; kill < KILLS; kill++) {
    const child = start(folder, file)
    const ended = once(child, "exit")
    await Promise.race([setTimeout(whole * random.unit()), ended])
    child.kill("SIGKILL")
    await ended
    if (existsSync(join(folder, "a.db")))
      expect(hearsay(["stories", "--archive", join(folder, "a.db")]).err).not.toContain("damaged")
  }
  expect(hearsay(["add", file, "--archive", join(folder, "a.db"), "--quiet"]).code).toBe(0)
  expect(findings(join(folder, "a.db"))).toEqual(findings(join(folder, "whole.db")))
  expect(readdirSync(folder).filter(name => name.startsWith(".hearsay-"))).toEqual([])
})

it("takes away what a killed run has left beside the archive", () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, ".hearsay-a.db"))
  writeFileSync(join(folder, ".hearsay-a.db", "0"), "pairs")
  expect(hearsay(["add", "examples/harbour", "--archive", join(folder, "a.db"), "--quiet"]).code).toBe(0)
  expect(readdirSync(folder).filter(name => name.startsWith(".hearsay-"))).toEqual([])
})

it("two runs at once take turns, and readers read meanwhile", { timeout: LONG * 3 }, async () => {
  const folder = temporaryFolder()
  const file = worldFile(folder)
  const children = [start(folder, file), start(folder, join("examples", "harbour"))]
  const ended = children.map(child => once(child, "exit"))
  while (!existsSync(join(folder, "a.db")) || statSync(join(folder, "a.db")).size === 0) await setTimeout(50)
  let reads = 0
  const reading = (async () => {
    while (children.some(({ exitCode }) => exitCode === null)) {
      const { code, err } = hearsay(["stories", "--archive", join(folder, "a.db"), "--json"])
      expect([code, err]).toEqual([0, ""])
      reads++
      await setTimeout(20)
    }
  })()
  expect((await Promise.all(ended)).map(([code]) => code)).toEqual([0, 0])
  await reading
  expect(reads).toBeGreaterThan(0)
  expect(hearsay(["add", file, "examples/harbour", "--archive", join(folder, "b.db"), "--quiet"]).code).toBe(0)
  expect(findings(join(folder, "a.db"))).toEqual(findings(join(folder, "b.db")))
})

it("says that the disk is full, and leaves the archive as it was", { timeout: LONG }, () => {
  const folder = temporaryFolder()
  const archive = join(folder, "a.db")
  expect(hearsay(["add", "examples/harbour", "--archive", archive, "--quiet"]).code).toBe(0)
  const before = findings(archive)
  const file = worldFile(folder)
  // No file may grow beyond so many blocks of 1,024 bytes; the signal that the system sends for it is put off.
  const command = `trap '' XFSZ; ulimit -f ${Math.ceil(statSync(archive).size / 1024) + 200}; exec "$0" "$@"`
  const run = spawnSync("bash", ["-c", command, process.execPath, MAIN, "add", file, "--archive", archive, "--quiet"], {
    encoding: "utf8",
  })
  expect(run.status).toBe(1)
  expect(run.stderr).toMatch(/no room left|disk full/)
  expect(findings(archive)).toEqual(before)
  expect(hearsay(["add", file, "--archive", archive, "--quiet"]).code).toBe(0)
})

it.each([
  [
    "a file of another kind",
    (path: string) => writeFileSync(path, "no database, only words, many times over. ".repeat(50)),
    /no archive of Hearsay/,
  ],
  ["another program's database", (path: string) => openOther(path), /no archive of Hearsay/],
  ["a newer schema", (path: string) => setVersion(path, SCHEMA_VERSION + 1), /newer Hearsay/],
  ["a file that was cut", (path: string) => truncateSync(path, 100_000), /damaged/],
  ["a folder", () => undefined, /cannot be opened|unable to open/],
])("refuses %s, and says so", (what, spoil, expected) => {
  const folder = temporaryFolder()
  const path = what === "a folder" ? folder : join(folder, "a.db")
  if (what !== "a folder") expect(hearsay(["add", "examples/harbour", "--archive", path, "--quiet"]).code).toBe(0)
  spoil(path)
  const run = hearsay(["add", "examples/harbour", "--archive", path])
  expect(run.code).toBe(1)
  expect(run.err).toMatch(expected)
  expect(run.err).not.toMatch(/\n {4}at /)
})

it("says that an archive cannot be made where there is no folder", () => {
  const path = join(temporaryFolder(), "none", "a.db")
  const { code, err } = hearsay(["add", "examples/harbour", "--archive", path])
  expect(code).toBe(1)
  expect(err.split("\n")[0]).toBe(`hearsay: ${path} cannot be opened for writing`)
  expect(err).not.toMatch(/\n {4}at /)
})

function openOther(path: string): void {
  writeFileSync(path, "")
  const run = spawnSync(process.execPath, [
    "-e",
    `const { DatabaseSync } = require("node:sqlite"); new DatabaseSync(${JSON.stringify(path)}).exec("CREATE TABLE other (x)")`,
  ])
  expect(run.status).toBe(0)
}

function setVersion(path: string, version: number): void {
  const { db, close } = openArchive(path)
  db.exec(`PRAGMA user_version = ${version}`)
  close()
}

it("with flipped bytes it fails with a plain sentence or works, and never hangs or crashes", {
  timeout: 300_000,
}, () => {
  const folder = temporaryFolder()
  const good = join(folder, "good.db")
  expect(hearsay(["add", "examples/harbour", "--archive", good, "--quiet"]).code).toBe(0)
  const random = randomOf(77)
  for (let round = 0; round < 6; round++) {
    const path = join(folder, `bad-${round}.db`)
    copyFileSync(good, path)
    const bytes = readFileSync(path)
    for (let flip = 0; flip < 200; flip++) bytes[200 + random.below(bytes.length - 200)]! ^= 1 << random.below(8)
    writeFileSync(path, bytes)
    for (const words of [["stories"], ["story", "2"], ["search", "ferry"]]) {
      const { code, err } = hearsay([...words, "--archive", path])
      expect([0, 1, 2]).toContain(code)
      expect(err).not.toMatch(/\n {4}at /)
    }
  }
})
