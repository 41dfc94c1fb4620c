import { parseArgs } from "node:util"
import { table } from "../table.ts"
import { countKinds } from "./kinds.ts"
import { readStock } from "./made/stock.ts"
import { makeTradition } from "./made/tradition.ts"
import type { Measured } from "./measure.ts"
import { measureAll } from "./pool.ts"
import { baselineRow, oursRow, reliabilityRows, summarise } from "./summary.ts"

// node bench/descent/tune.ts --seeds 1-40 [--errors] [--worst 30] [--no-dates] [--no-credits]
// The table of the benchmark on seeds that are for tuning, a line for each tradition, the edges that are wrong, and of what kinds they are in
// so many of the worst traditions.
const { values } = parseArgs({
  options: {
    seeds: { type: "string", default: "1-40" },
    errors: { type: "boolean", default: false },
    worst: { type: "string" },
    "no-dates": { type: "boolean", default: false },
    "no-credits": { type: "boolean", default: false },
  },
})
const [from, to] = values.seeds.split("-").map(Number) as [number, number | undefined]
const last = to ?? from
if (!(from >= 1 && last >= from && (last <= 5000 || from > 7000)))
  throw new Error("seeds for tuning are 1 to 5000 and 7001 on: --seeds 1-40")
const stock = readStock(process.env.HEARSAY_DATA ?? "")
const setting = { dates: !values["no-dates"], credits: !values["no-credits"] }
const all = await measureAll(
  last - from + 1,
  at => ({ tradition: makeTradition(from + at, stock), setting }),
  () => {},
)
const sum = summarise(all)
console.log(
  table([
    oursRow("ours", sum),
    baselineRow("minimum spanning tree", sum.spanning),
    baselineRow("neighbour joining", sum.joining),
  ]),
)
console.log(`\n${table(reliabilityRows(sum.bins))}`)
console.log(`\n${table(all.map(oneRow))}`)
if (values.worst !== undefined) {
  const worst = all.toSorted((a, b) => a.ours.sign - b.ours.sign).slice(0, Number(values.worst))
  const drawn = worst.flatMap(({ edges }) => edges)
  console.log(`\n${worst.length} worst: ${drawn.length} edges, ${drawn.filter(({ right }) => right).length} right`)
  console.log(table([...countKinds(worst)].map(([kind, edges]) => ({ kind, edges }))))
}
if (values.errors) for (const one of all) console.log(errorsOf(one).join("\n"))

function oneRow({ seed, truth, ours, spanning, lost, seconds, edges }: Measured) {
  return {
    seed,
    witnesses: truth.extant.length,
    sign: ours.sign.toFixed(1),
    orientation: ours.orientation.toFixed(1),
    "spanning tree": spanning.sign.toFixed(1),
    lost: `${lost.right} of ${lost.true}, ${lost.found} said`,
    "second sources": `${seconds.right} of ${seconds.true}, ${seconds.found} said`,
    edges: `${edges.filter(edge => edge.right).length} of ${edges.length}`,
  }
}

/** Each wrong edge with the true parents of its child. */
function errorsOf({ seed, truth, edges }: Measured): string[] {
  return edges
    .filter(edge => !edge.right)
    .map(({ parent, child, confidence }) => {
      const parents = truth.edges.filter(edge => edge[1] === child).map(edge => edge[0])
      return `seed ${seed}: ${parent} > ${child} (${confidence.toFixed(2)}), truly ${parents.join(" and ") || "a root or not matched"}`
    })
}
