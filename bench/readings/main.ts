import { parseArgs } from "node:util"
import { collapses } from "./collapses.ts"
import { confirmations } from "./confirmations.ts"
import type { Drawn } from "./draw.ts"
import { seedClaims } from "./seed-claims.ts"
import { tally } from "./tally.ts"

const USAGE = `usage: node bench/readings/main.ts                                        what was read, counted
       node bench/readings/main.ts confirmations|collapses|seeds --seed <s>  what there is to read, with its texts
       node bench/readings/main.ts collapses --all                           every pair that was counted as one`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: "string", default: "1" }, all: { type: "boolean", default: false } },
})
const [reading] = positionals
if (reading === undefined) console.log(tally())
else
  for (const [at, { id, lines }] of drawn(reading).entries()) console.log([`${at + 1}. ${id}`, ...lines, ""].join("\n"))

function drawn(name: string): Drawn[] {
  const { HEARSAY_DATA: data, HEARSAY_SEEDS: seeds } = process.env
  const { seed, all } = values
  if (name === "confirmations" && data !== undefined) return confirmations(data, seed)
  if (name === "collapses" && data !== undefined) return collapses(data, seed, all)
  if (name === "seeds" && seeds !== undefined) return seedClaims(seeds, seed)
  console.error(`${USAGE}\nHEARSAY_DATA is the folder of the collections, HEARSAY_SEEDS that of the two reports.`)
  process.exit(2)
}
