import { spawn } from "node:child_process"
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { BUGS, type Bug } from "./planted-bugs.ts"
import { type Row, table } from "./table.ts"

// Shows that the floors can fail: each bug is planted in a copy of the sources, and the benchmark that measures that stage is run
// there on its sample. It must end with 1. `npm run planted` runs all; with names of stages, those.
if (process.env.HEARSAY_DATA === undefined) {
  console.error("set HEARSAY_DATA to the folder that holds the collections: without them no benchmark runs")
  process.exit(2)
}
const root = join(import.meta.dirname, "..")
const asked = process.argv.slice(2)
const rows: Row[] = []
for (const bug of BUGS.filter(({ stage }) => asked.length === 0 || asked.includes(stage))) {
  const { code, broken } = await seen(bug)
  rows.push({ stage: bug.stage, bug: bug.what, benchmark: bug.bench, seen: code === 1 ? "yes" : "NO", by: broken })
}
console.log(table(rows))
process.exitCode = rows.every(row => row.seen === "yes") ? 0 : 1

async function seen({ file, from, to, bench }: Bug): Promise<{ code: number | null; broken: string }> {
  const copy = mkdtempSync(join(tmpdir(), "hearsay-planted-"))
  try {
    for (const part of ["src", "bench", "test", "examples", "package.json"])
      cpSync(join(root, part), join(copy, part), { recursive: true })
    symlinkSync(join(root, "node_modules"), join(copy, "node_modules"))
    const code = readFileSync(join(copy, file), "utf8")
    if (code.split(from).length !== 2) throw new Error(`${file} does not hold this exactly once: ${from}`)
    writeFileSync(join(copy, file), code.replace(from, to))
    return await run(copy, bench)
  } finally {
    rmSync(copy, { recursive: true })
  }
}

function run(folder: string, bench: string): Promise<{ code: number | null; broken: string }> {
  const child = spawn(process.execPath, [join(folder, "bench/main.ts"), bench, "--sample"], { cwd: folder })
  let said = ""
  child.stdout.on("data", chunk => (said += chunk))
  child.stderr.on("data", chunk => (said += chunk))
  return new Promise((resolve, reject) => {
    child.on("error", reject)
    child.on("close", code => {
      const broken = said.split("\n").filter(line => /\| NO\b/.test(line))
      if (code !== 0 && broken.length === 0) reject(new Error(`${bench} did not run:\n${said.slice(-2000)}`))
      else resolve({ code, broken: broken.map(line => line.split("|")[1]!.trim()).join(", ") })
    })
  })
}
