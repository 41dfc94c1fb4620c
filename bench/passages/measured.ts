import type { Score } from "../bench.ts"
import type { Row } from "../table.ts"
import { findAll, type Job } from "./find-all.ts"
import type { PanPair } from "./pan.ts"
import { type Detection, type Plagdet, plagdet } from "./plagdet.ts"

/** The categories with cases as people call them, by the number they begin with in the corpus. */
export const CATEGORIES = { verbatim: "02", shuffled: "03", "back-translated": "04", summarised: "05" } as const
const UNRELATED = "01"

export type Part = keyof typeof CATEGORIES | "entire"

/** What one method found, and how right it is. */
export interface Measured {
  readonly cases: readonly Detection[]
  readonly found: readonly Detection[]
  readonly parts: Readonly<Record<Part, Plagdet & { readonly cases: number; readonly found: number }>>
  /** Pairs without a case by design, and those of them in which something was found. */
  readonly unrelated: { readonly pairs: number; readonly withDetection: number }
  readonly cpuSeconds: number
}

/** Runs a method over the pairs and measures it by category. */
export async function measure(
  method: Job["method"],
  folder: string,
  pairs: readonly PanPair[],
  onProgress: (done: number, total: number) => void,
): Promise<Measured> {
  const { found, cpuSeconds } = await findAll({ folder, method, pairs }, onProgress)
  const cases = pairs.flatMap(pair => pair.cases.map(one => ({ pair: nameOf(pair), ...one })))
  const part = (number: string) => {
    const names = new Set(pairs.filter(pair => pair.category.startsWith(number)).map(nameOf))
    const [own, theirs] = [cases, found].map(list => list.filter(one => names.has(one.pair)))
    return { ...plagdet(own!, theirs!), cases: own!.length, found: theirs!.length }
  }
  const parts = Object.fromEntries(
    Object.entries({ entire: "", ...CATEGORIES }).map(([name, number]) => [name, part(number)]),
  ) as Measured["parts"]
  const unrelated = pairs.filter(pair => pair.category.startsWith(UNRELATED)).map(nameOf)
  const pairsFound = new Set(found.map(one => one.pair))
  const withDetection = unrelated.filter(name => pairsFound.has(name)).length
  return { cases, found, parts, unrelated: { pairs: unrelated.length, withDetection }, cpuSeconds }
}

const nameOf = ({ susp, src }: PanPair) => `${susp} ${src}`

const BARS: Readonly<Record<Part, number>> = {
  entire: 0.91,
  verbatim: 0.95,
  shuffled: 0.92,
  "back-translated": 0.91,
  summarised: 0.6,
}
const PARTS = Object.keys(BARS) as Part[]

/** The figures that count. */
export function scoresOf({ parts, unrelated }: Measured): Record<string, Score> {
  const plagdets = PARTS.map((part): [string, Score] => [
    part,
    { value: parts[part].plagdet, better: "higher", bar: BARS[part] },
  ])
  return {
    ...Object.fromEntries(plagdets),
    "unrelated pairs with a detection": { value: unrelated.withDetection, better: "lower", bar: 5 },
  }
}

/** One line of the table of methods. */
export function methodRow(who: string, { parts, unrelated, cpuSeconds }: Measured): Row {
  return {
    who,
    ...Object.fromEntries(PARTS.map(part => [part, round(parts[part].plagdet)])),
    "unrelated pairs found": `${unrelated.withDetection} of ${unrelated.pairs}`,
    "CPU s": cpuSeconds.toFixed(0),
  }
}

/** Recall, precision and granularity by category. */
export function categoryRows({ parts }: Measured): Row[] {
  return PARTS.map(part => {
    const { cases, found, recall, precision, granularity, plagdet: combined } = parts[part]
    return {
      category: part,
      cases,
      found,
      recall: round(recall),
      precision: round(precision),
      granularity: round(granularity),
      plagdet: round(combined),
    }
  })
}

const round = (value: number) => Number(value.toFixed(4))
