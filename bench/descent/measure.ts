import { neighbourJoining, spanningTree } from "./baselines.ts"
import { type JudgedEdge, judgeEdges } from "./calibration.ts"
import { scoreLost } from "./lost.ts"
import type { MadeReport } from "./made/dress.ts"
import type { Tradition } from "./made/tradition.ts"
import { type SecondScore, scoreSeconds } from "./seconds.ts"
import { orientation, signSimilarity } from "./sign.ts"
import { tracedTree } from "./traced.ts"
import type { Edge, FoundTree } from "./tree.ts"

/** What is kept from the reports. */
export interface Setting {
  readonly dates: boolean
  readonly credits: boolean
}

/** Both in percent. */
interface TreeScore {
  readonly sign: number
  readonly orientation: number
}

/** A tradition traced and marked. Plain, so that it can be sent between threads. */
export interface Measured {
  readonly seed: number
  readonly truth: Tradition["truth"]
  readonly found: FoundTree
  readonly ours: TreeScore
  readonly spanning: TreeScore
  readonly joining: TreeScore
  readonly lost: { readonly right: number; readonly exact: number; readonly found: number; readonly true: number }
  readonly seconds: SecondScore
  readonly edges: readonly JudgedEdge[]
}

/** Traces the reports of a tradition, lets the baselines at them too, and marks all three. */
export function measure({ seed, reports, truth }: Tradition, setting: Setting): Measured {
  const shown = reports.map(report => show(report, setting))
  const found = tracedTree(shown)
  const marked = (edges: readonly Edge[]): TreeScore => ({
    sign: signSimilarity(truth.edges, edges, truth.extant),
    orientation: orientation(truth.edges, edges, truth.extant),
  })
  const { match, ...lost } = scoreLost(truth, found)
  return {
    seed,
    truth,
    found,
    ours: marked(found.main),
    spanning: marked(spanningTree(shown)),
    joining: marked(neighbourJoining(shown)),
    lost,
    seconds: scoreSeconds(truth, found, match),
    edges: judgeEdges(truth, found, match),
  }
}

export function show(
  { uncredited, published, ...report }: MadeReport,
  { dates, credits }: Setting,
): Omit<MadeReport, "uncredited"> {
  const text = credits ? report.text : uncredited
  return { ...report, text, ...(dates && published !== undefined ? { published } : {}) }
}
