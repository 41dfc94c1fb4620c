import { appendFileSync, readFileSync, renameSync, rmSync } from "node:fs"
import { align } from "../../src/align/align.ts"
import { detect } from "../../src/detect/detect.ts"
import { extract } from "../../src/extract/extract.ts"
import { gridOf } from "../../src/lineage/grid.ts"
import { hintsOf } from "../../src/lineage/hints.ts"
import { featuresOf } from "../../src/lineage/likeliest.ts"
import type { PairFeatures } from "../../src/lineage/pair-features.ts"
import { segment } from "../../src/segment/segment.ts"
import { chanceOf } from "../descent/made/chance.ts"
import { RATES } from "../descent/made/rates.ts"
import { readStock, type Stock } from "../descent/made/stock.ts"
import { makeTradition, type Tradition } from "../descent/made/tradition.ts"
import { show } from "../descent/measure.ts"
import { relationsAmong, secondsAmong } from "./truth.ts"

// node bench/learn/examples.ts <kind> <from> <to> <out>
// Writes what is learned from: to <out>.bin the features of all pairs (32-bit floats, the least byte first), to <out>.jsonl a line for each example.

/** What is learned from one tradition, or some of its witnesses. */
export interface Example {
  readonly seed: number
  readonly n: number
  readonly features: PairFeatures
  /** Of each ordered pair, for each `a` each other `b`. */
  readonly relations: readonly number[]
  /** Second sources with their children. */
  readonly seconds: readonly (readonly [source: number, child: number])[]
}

/**
 * What traditions are learned from: "made", as they are; or some of these, joined by hyphens: "undated", without any date; "exact", with the hour of each report; "short",
 * cut to the first paragraphs; "near", a few witnesses that stand near each other in the tree, as somebody collects them who has the source.
 */
export type Kind = string

const MARKS = ["undated", "exact", "short", "near"]
export const isKind = (kind: Kind): boolean => kind === "made" || kind.split("-").every(mark => MARKS.includes(mark))
const has = (kind: Kind, mark: string) => kind.split("-").includes(mark)

/** Every report has the hour at which it was made. */
const EXACT_DATES = { missing: 0, dayOnly: 0, early: { often: 0, hours: 0 }, zone: { often: 0, hours: 0 } }

/** A tradition whole, with three to eight of its witnesses, and with three to fourteen; or three times three to eight that stand near each other. */
export function examplesOf(seed: number, kind: Kind, stock: Stock): Example[] {
  const tradition = makeTradition(seed, stock, has(kind, "exact") ? EXACT_DATES : RATES.dates)
  const shown = has(kind, "near")
    ? [0, 1, 2].map(turn => gathered(tradition, 100_000 * turn))
    : [tradition, collected(tradition, 0, 6), collected(tradition, 100_000, 12)]
  return shown.map(one => exampleOf(one, kind))
}

/** Eight in ten as they are; the others without credits. */
function exampleOf({ seed, reports, truth }: Tradition, kind: Kind): Example {
  const setting = { dates: !has(kind, "undated"), credits: seed % 10 < 8 }
  const paragraphs = has(kind, "short") ? 1 + chanceOf(seed + 7).below(3) : Infinity
  const shown = reports
    .map(report => show(report, setting))
    .map(report => ({ ...report, text: report.text.split("\n\n").slice(0, paragraphs).join("\n\n") }))
  const { witnesses } = extract(shown.map(({ id, ...report }) => ({ ...report, where: id })))
  const segmented = segment(witnesses.toSorted((x, y) => (x.id < y.id ? -1 : 1)))
  const alignments = align(segmented, detect(segmented))
  const { features } = featuresOf(
    segmented,
    gridOf(segmented, alignments),
    hintsOf(segmented, alignments, new Map(), []),
  )
  const names = segmented.map(({ witness }) => witness.where ?? "")
  return {
    seed,
    n: names.length,
    features,
    relations: relationsAmong(truth.edges, names),
    seconds: secondsAmong(truth.edges, names),
  }
}

/** The same tradition where only a few of the witnesses were collected: three, and less than `more` further ones. */
function collected(tradition: Tradition, salt: number, more: number): Tradition {
  const chance = chanceOf(tradition.seed + salt)
  const reports = chance.shuffled(tradition.reports).slice(0, 3 + chance.below(more))
  return { ...tradition, reports }
}

/** The same tradition where three to eight witnesses were collected, one after the other, each next to those before it in the tree. */
function gathered(tradition: Tradition, salt: number): Tradition {
  const chance = chanceOf(tradition.seed + salt)
  const { extant, edges } = tradition.truth
  const wanted = Math.min(extant.length, 3 + chance.below(6))
  const reached = new Set([chance.pick(extant)])
  const found = () => extant.filter(one => reached.has(one))
  while (found().length < wanted) {
    const next = edges.flatMap(([parent, child]) =>
      reached.has(parent) === reached.has(child) ? [] : [reached.has(parent) ? child : parent],
    )
    reached.add(chance.pick(next))
  }
  const kept = new Set(found())
  return { ...tradition, reports: tradition.reports.filter(({ id }) => kept.has(id)) }
}

/** The examples of a file. */
export function* readExamples(base: string): Generator<Example> {
  const bytes = readFileSync(`${base}.bin`)
  const values = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4)
  let at = 0
  for (const line of readFileSync(`${base}.jsonl`, "utf8").split("\n")) {
    if (line === "") continue
    const { width, ...one } = JSON.parse(line) as Omit<Example, "features"> & { readonly width: number }
    const end = at + one.n * (one.n - 1) * width
    yield { ...one, features: { width, values: values.subarray(at, end) } }
    at = end
  }
}

if (import.meta.main) {
  const [kind, from, to, out] = process.argv.slice(2) as [Kind, string, string, string]
  const stock = readStock(process.env.HEARSAY_DATA ?? "")
  for (const end of [".bin", ".jsonl"]) rmSync(`${out}.part${end}`, { force: true })
  for (let seed = Number(from); seed <= Number(to); seed++)
    for (const { features, ...example } of examplesOf(seed, kind, stock)) {
      const { buffer, byteOffset, byteLength } = features.values
      appendFileSync(`${out}.part.bin`, new Uint8Array(buffer, byteOffset, byteLength))
      appendFileSync(`${out}.part.jsonl`, `${JSON.stringify({ ...example, width: features.width })}\n`)
    }
  for (const end of [".bin", ".jsonl"]) renameSync(`${out}.part${end}`, `${out}${end}`)
}
