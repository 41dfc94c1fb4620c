import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { Bench, BenchOptions, BenchResult } from "../bench.ts"
import type { Row } from "../table.ts"
import { checkDetections, checkMeasure } from "./checks.ts"
import { collect, collectionRow, collectionScores } from "./collection.ts"
import { CATEGORIES, categoryRows, measure, methodRow, scoresOf } from "./measured.ts"
import { readPairs } from "./pan.ts"
import { plagdet } from "./plagdet.ts"
import { sampleOf } from "./sample.ts"

const FOLDER = "pan13/train"

// On the sister test corpus, not on this one: Potthast et al., overviews of the competitions on plagiarism detection, PAN at CLEF 2013
// and 2014.
const PUBLISHED: readonly Row[] = [
  {
    who: "Sanchez-Perez et al. 2014, published (test corpus)",
    entire: 0.878,
    verbatim: 0.9,
    shuffled: 0.884,
    "back-translated": 0.887,
    summarised: 0.561,
  },
  { who: "Torrejón and Ramos 2013, published (test corpus)", entire: 0.822 },
  { who: "50 characters in common, published (test corpus)", entire: 0.422 },
]

/** Reused passages in PAN 2013's training corpus for text alignment: pair by pair, and the same as a collection without pairs. */
export const passages: Bench = { reads: [FOLDER], run }

async function run({ data, sample, onProgress }: BenchOptions): Promise<BenchResult> {
  const folder = join(data!, FOLDER)
  const all = readPairs(folder)
  const pairs = sample ? sampleOf(all) : all
  const told = (what: string) => (done: number, total: number) => onProgress(done, total, `pairs, ${what}`)
  const ours = await measure("ours", folder, pairs, told("Hearsay"))
  const peer = await measure("baseline", folder, pairs, told("the plain baseline"))
  const collected = collect(folder, pairs)
  const verbatim = pairs.filter(pair => pair.category.startsWith(CATEGORIES.verbatim))
  return {
    tables: [
      {
        title: `plagdet over ${pairs.length} pairs`,
        rows: [methodRow("Hearsay", ours), methodRow("plain seed and extend", peer), ...PUBLISHED],
      },
      { title: "Hearsay by category", rows: categoryRows(ours) },
      { title: "As a collection, pairs not given: share of the true pairs proposed", rows: [collectionRow(collected)] },
    ],
    skipped: [],
    scores: { ...scoresOf(ours), ...collectionScores(collected) },
    checks: [
      checkMeasure(plagdet, ours.cases, ours.found),
      checkDetections(verbatim, ours.found, (side, name) => readFileSync(join(folder, side, name), "utf8")),
    ],
  }
}
