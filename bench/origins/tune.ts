import { parseArgs } from "node:util"
import { readStock } from "../descent/made/stock.ts"
import { table } from "../table.ts"
import { judge } from "./judged.ts"
import { makeOriginsWorld } from "./made/world.ts"
import { marksOf } from "./marks.ts"
import { marksRow } from "./origins.ts"

// node bench/origins/tune.ts --seeds 1-40 [--errors]
// The tables of the benchmark on seeds that are for tuning, and what is wrong.
const { values } = parseArgs({
  options: { seeds: { type: "string", default: "1-40" }, errors: { type: "boolean", default: false } },
})
const [from, to] = values.seeds.split("-").map(Number) as [number, number | undefined]
const last = to ?? from
if (!(from >= 1 && last >= from && last <= 1000)) throw new Error("seeds for tuning are 1 to 1000: --seeds 1-40")
const stock = readStock(process.env.HEARSAY_DATA ?? "")
const worlds = Array.from({ length: last - from + 1 }, (_, at) => judge(makeOriginsWorld(from + at, stock)))
const kinds = ["figure", "quotation", "statement"] as const
console.log(
  table([
    marksRow("all", marksOf(worlds)),
    ...kinds.map(kind =>
      marksRow(
        kind,
        marksOf(worlds, ({ known }) => known.kind === kind),
      ),
    ),
  ]),
)
if (values.errors)
  for (const { seed, claims, conflicts } of worlds) {
    for (const { known, origins, reports } of claims)
      if (origins?.min !== known.origins || origins.max !== known.origins)
        console.log(
          `${seed} ${known.kind} ${known.id}: ${known.origins} of ${Object.keys(known.sentences)}; found ${origins ? `${origins.min}-${origins.max}, ${reports} reports` : "nothing"}`,
        )
    for (const { known, kind, firstBy } of conflicts)
      if (known.kind !== kind || (kind === "error" && firstBy !== known.firstBy))
        console.log(
          `${seed} ${known.kind} by ${known.firstBy}: ${known.claims}; found ${kind ?? "nothing"} by ${firstBy}`,
        )
  }
