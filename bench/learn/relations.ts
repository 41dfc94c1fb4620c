import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { align } from "../../src/align/align.ts"
import { detect } from "../../src/detect/detect.ts"
import { extract } from "../../src/extract/extract.ts"
import { gridOf } from "../../src/lineage/grid.ts"
import { hintsOf } from "../../src/lineage/hints.ts"
import { pairFeatures } from "../../src/lineage/pair-features.ts"
import type { Network } from "../../src/lineage/relation-odds.ts"
import { STEPS } from "../../src/lineage/relations.ts"
import { segment } from "../../src/segment/segment.ts"
import { chanceOf } from "../descent/made/chance.ts"
import { readStock } from "../descent/made/stock.ts"
import { makeTradition, type Tradition } from "../descent/made/tradition.ts"
import { show } from "../descent/measure.ts"
import { type Example, learn } from "./network.ts"

// node bench/learn/relations.ts --seeds 1-900 [--hidden 64] [--epochs 16] [--out src/lineage/relation-weights.ts]
// Learns how two witnesses stand to each other from made traditions for tuning, and writes the weights that the program ships.
// Every tradition is read twice, whole and with a few witnesses; every tenth seed is kept apart to tell how well it does.

const { values } = parseArgs({
  options: {
    seeds: { type: "string", default: "1-900" },
    hidden: { type: "string", default: "64" },
    epochs: { type: "string", default: "16" },
    out: { type: "string", default: join(import.meta.dirname, "../../src/lineage/relation-weights.ts") },
  },
})

const [from, to] = values.seeds.split("-").map(Number) as [number, number]
if (!(from >= 1 && to >= from && to <= 1000)) throw new Error("seeds for tuning are 1 to 1000: --seeds 1-900")
const stock = readStock(process.env.HEARSAY_DATA ?? "")
const learned: Example[] = []
const apart: Example[] = []
for (let seed = from; seed <= to; seed++) {
  const tradition = makeTradition(seed, stock)
  ;(seed % 10 === 0 ? apart : learned).push(exampleOf(tradition), exampleOf(collected(tradition)))
  if (seed % 100 === 0) console.log(`${seed} made`)
}
const network = learn(learned, apart, Number(values.hidden), Number(values.epochs), console.log)
writeFileSync(values.out, fileOf(network))

/** Eight in ten as they are; the others without credits. All have dates: where none has, another method leads. */
function exampleOf(tradition: Tradition): Example {
  const setting = { dates: true, credits: tradition.seed % 10 < 8 }
  const shown = tradition.reports.map(report => show(report, setting))
  const { witnesses } = extract(shown.map(({ id, ...report }) => ({ ...report, where: id })))
  const segmented = segment(witnesses.toSorted((x, y) => (x.id < y.id ? -1 : 1)))
  const alignments = align(segmented, detect(segmented))
  const features = pairFeatures(segmented, gridOf(segmented, alignments), hintsOf(segmented, alignments, new Map(), []))
  const names = segmented.map(({ witness }) => witness.where ?? "")
  return { n: names.length, features, truth: relationsAmong(tradition.truth.edges, names) }
}

/** The same tradition where only a few of the witnesses were collected: three to eight of them. */
function collected(tradition: Tradition): Tradition {
  const chance = chanceOf(tradition.seed)
  const reports = chance.shuffled(tradition.reports).slice(0, 3 + chance.below(6))
  return { ...tradition, reports }
}

/**
 * The relation of each ordered pair in the true tree of these witnesses: other texts count where two of them come to it by different ways. Of
 * two sources the first counts.
 */
function relationsAmong(edges: Tradition["truth"]["edges"], names: readonly string[]): Uint8Array {
  const parents = new Map<string, string>()
  for (const [parent, child] of edges) if (!parents.has(child)) parents.set(child, parent)
  const branches = new Map<string, Set<string>>()
  const wayUp = (name: string) => {
    const way = [name]
    for (let up = parents.get(name); up !== undefined; up = parents.get(up)) way.push(up)
    return way
  }
  for (const name of names)
    for (const [step, text] of wayUp(name).entries())
      if (step > 0) branches.set(text, (branches.get(text) ?? new Set()).add(wayUp(name)[step - 1]!))
  const known = new Set(names)
  const ways = names.map(name => wayUp(name).filter(text => known.has(text) || branches.get(text)!.size > 1))
  const made: number[] = []
  for (const [a, way] of ways.entries())
    for (const [b, other] of ways.entries()) {
      if (a === b) continue
      const up = way.findIndex(text => other.includes(text))
      const down = other.indexOf(way[up]!)
      made.push(Math.min(up, STEPS - 1) * STEPS + Math.min(down, STEPS - 1))
    }
  return Uint8Array.from(made)
}

function fileOf({ width, hidden, weights }: Network): string {
  const bytes = Buffer.alloc(4 * weights.length)
  for (const [i, weight] of weights.entries()) bytes.writeFloatLE(weight, 4 * i)
  return `/** Learned by \`node bench/learn/relations.ts --seeds ${values.seeds} --hidden ${hidden} --epochs ${values.epochs}\`: numbers of 32 bits, the least byte first, in base64. */
export const WEIGHTS = {
  width: ${width},
  hidden: ${hidden},
  numbers:
    "${bytes.toString("base64")}",
}
`
}
