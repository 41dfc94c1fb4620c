import type { Bench, BenchOptions, BenchResult, Score } from "../bench.ts"
import { readStock, STOCK_FOLDERS } from "./made/stock.ts"
import { makeTradition, sizeOf } from "./made/tradition.ts"
import type { Measured, Setting } from "./measure.ts"
import { checkCalibration, checkMarks } from "./naive.ts"
import { type BesoinScore, measureNotreBesoin, NOTRE_BESOIN } from "./notrebesoin.ts"
import { measureAll } from "./pool.ts"
import { baselineRow, oursRow, reliabilityRows, type Summary, summarise } from "./summary.ts"

/** Seeds 1 to 1000 are for tuning; no tradition that is measured is among them. */
const MEASURED = seedsFrom(5001, 100, 29)
/** Many small ones and not a few large ones: orientation differs by some twenty points from one tradition to the next. */
const SAMPLE = seedsFrom(6001, 60, 14)
/** So many traditions are marked by the plain implementations too. */
const CHECKED = 10

const SETTINGS: readonly (readonly [string, Setting])[] = [
  ["as published", { dates: true, credits: true }],
  ["without any date", { dates: false, credits: true }],
  ["without credits", { dates: true, credits: false }],
  ["without both", { dates: false, credits: false }],
]

/** Without dates or credits so many of the traditions are traced. */
const ABLATED = 30

/** Descent on traditions made from real rewording, and on one copied by hand. */
export const descent: Bench = {
  reads: [...STOCK_FOLDERS, NOTRE_BESOIN],
  async run({ data, sample, onProgress }) {
    const settings = sample ? SETTINGS.slice(0, 1) : SETTINGS
    const all = await measureMade(data!, sample ? SAMPLE : MEASURED, settings, onProgress)
    const summaries = all.map(summarise)
    const besoin = measureNotreBesoin(data!)
    return {
      tables: [...tables(summaries, settings), { title: "Notre Besoin: 13 copies of one text", rows: besoin.rows }],
      skipped: sample ? ["without dates, without credits: only in the whole run"] : [],
      scores: { ...madeScores(summaries[0]!), ...besoinScores(besoin) },
      checks: [checkMarks(all[0]!.slice(0, CHECKED)), checkCalibration(all[0]!, summaries[0]!.calibration)],
    }
  },
}

/** The first seeds from one on whose traditions are of so many witnesses at most. */
function seedsFrom(from: number, count: number, most: number): readonly number[] {
  const seeds: number[] = []
  for (let seed = from; seeds.length < count; seed++) if (sizeOf(seed) <= most) seeds.push(seed)
  return seeds
}

async function measureMade(
  data: string,
  seeds: readonly number[],
  settings: typeof SETTINGS,
  onProgress: BenchOptions["onProgress"],
): Promise<Measured[][]> {
  const stock = readStock(data)
  const made = new Map<number, ReturnType<typeof makeTradition>>()
  const tradition = (seed: number) => made.get(seed) ?? made.set(seed, makeTradition(seed, stock)).get(seed)!
  const tasks = settings.flatMap(([, setting], k) =>
    seeds.slice(0, k === 0 ? seeds.length : ABLATED).map(seed => ({ seed, setting })),
  )
  const answers = await measureAll(
    tasks.length,
    at => ({ tradition: tradition(tasks[at]!.seed), setting: tasks[at]!.setting }),
    done => onProgress(done, tasks.length, "traditions"),
  )
  return settings.map(([, setting]) => answers.filter((_, at) => tasks[at]!.setting === setting))
}

function tables(summaries: readonly Summary[], settings: typeof SETTINGS): BenchResult["tables"] {
  const first = summaries[0]!
  return [
    {
      title: `Made traditions: ${first.traditions}, ${first.witnesses} witnesses, ${first.lost.true} lost texts, ${first.seconds.true} edges of witnesses with two sources`,
      rows: [
        ...summaries.map((one, k) => oursRow(`ours, ${settings[k]![0]}`, one)),
        ...summaries.flatMap((one, k) => [
          baselineRow(`minimum spanning tree, ${settings[k]![0]}`, one.spanning),
          baselineRow(`neighbour joining, ${settings[k]![0]}`, one.joining),
        ]),
      ],
    },
    { title: "How often edges of each confidence are right", rows: reliabilityRows(first.bins) },
  ]
}

function madeScores(one: Summary): Record<string, Score> {
  return {
    "made: sign similarity": { value: one.sign, better: "higher", bar: 90 },
    "made: orientation": { value: one.orientation, better: "higher", bar: 88 },
    "made: points above the better baseline": {
      value: one.sign - Math.max(one.spanning.sign, one.joining.sign),
      better: "higher",
      bar: 10,
    },
    "made: lost texts, precision": { value: one.lost.precision, better: "higher", bar: 0.8 },
    "made: lost texts, recall": { value: one.lost.recall, better: "higher", bar: 0.8 },
    "made: second sources, F1": { value: one.seconds.f1, better: "higher", bar: 0.8 },
    "made: trees with a circle": { value: one.circles, better: "lower", bar: 0 },
    "made: calibration error": { value: one.calibration, better: "lower", bar: 0.05 },
  }
}

function besoinScores({ plain, aligned }: { plain: BesoinScore; aligned: BesoinScore }): Record<string, Score> {
  return {
    "Notre Besoin: sign similarity": { value: plain.sign, better: "higher", bar: 85 },
    "Notre Besoin: sources of F": { value: plain.doubleSource, better: "higher", bar: 2 },
    "Notre Besoin: orientation": { value: plain.orientation, better: "higher" },
    "Notre Besoin, aligned: sign similarity": { value: aligned.sign, better: "higher" },
  }
}
