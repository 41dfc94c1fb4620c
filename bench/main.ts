import { mkdirSync, writeFileSync } from "node:fs"
import { availableParallelism, cpus, totalmem } from "node:os"
import { join } from "node:path"
import { speed } from "./speed.ts"
import { type BenchResult, table } from "./table.ts"

const BENCHES: Readonly<Record<string, () => Promise<BenchResult>>> = { speed }

const names = process.argv.slice(2)
const unknown = names.filter(name => !Object.hasOwn(BENCHES, name))
if (names.length === 0 || unknown.length > 0) {
  console.error(`${unknown.map(name => `No benchmark is called ${name}. `).join("")}usage: npm run bench -- <name>`)
  console.error(`names: ${Object.keys(BENCHES).join(", ")}`)
  process.exit(2)
}

const machine = `${availableParallelism()} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 1e9)} GB, Node ${process.version}`
for (const name of names) {
  const result = await BENCHES[name]!()
  console.log(`\n${name} on ${machine}`)
  for (const { title, rows } of result.tables) console.log(`\n${title}\n\n${table(rows)}`)
  for (const reason of result.skipped) console.log(`\nskipped: ${reason}`)
  const folder = join(import.meta.dirname, "results")
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify({ name, machine, ...result }, null, 2)}\n`)
}
