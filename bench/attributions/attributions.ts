import { join } from "node:path"
import { segment } from "../../src/segment/segment.ts"
import type { Bench, BenchOptions, BenchResult, Score } from "../bench.ts"
import { isForLearning, sampleOf } from "../halves.ts"
import type { Row } from "../table.ts"
import { type Answered, checkMatching } from "./naive.ts"
import { type Marked, readPolnear } from "./polnear.ts"
import { count, matchAll, rates, sum } from "./score.ts"

const SAMPLE = 100
const CHECKED = 12

/** Who says what (PolNeAR): sources, cues and contents of attributions, direct quotations apart. */
export const attributions: Bench = { reads: ["polnear"], run }

async function run({ data, sample, onProgress }: BenchOptions): Promise<BenchResult> {
  const all = readPolnear(join(data!, "polnear/train"))
  const reports = sample ? sampleOf(all, SAMPLE) : all
  onProgress(0, 1, "reports")
  const answered = reports.map(report => ({ ...report, found: foundIn(report.text) }))
  onProgress(1, 1, "reports")
  const learning = answered.filter(({ id }) => isForLearning(id))
  const unseen = answered.filter(({ id }) => !isForLearning(id))
  const [direct, other] = [measure(answered, "direct"), measure(answered, "all")]
  const [unseenDirect, unseenAll] = [measure(unseen, "direct"), measure(unseen, "all")]
  const rows = [
    ...rowsOf("all reports", answered),
    ...rowsOf("half to learn from", learning),
    ...rowsOf("measured half", unseen),
  ]
  const higher = (value: number, bar?: number): Score => ({ value, better: "higher", ...(bar ? { bar } : {}) })
  return {
    tables: [{ title: `Attributions in ${reports.length} reports (PolNeAR, train)`, rows }],
    skipped: [],
    scores: {
      "direct, content F1": higher(direct.f1, 0.9),
      "direct, speaker": higher(direct.source, 0.85),
      "all, content F1": higher(other.f1, 0.55),
      "direct, content F1, measured half": higher(unseenDirect.f1, 0.9),
      "direct, speaker, measured half": higher(unseenDirect.source, 0.85),
      "all, content F1, measured half": higher(unseenAll.f1, 0.55),
      "all, speaker, measured half": higher(unseenAll.source),
    },
    checks: [checkMatching(sampleOf(answered, CHECKED))],
  }
}

/** What Hearsay finds in a plain text, as PolNeAR's people would have marked it. */
function foundIn(text: string): Marked[] {
  const witness = { id: "A", where: "A", credits: [], creditLines: [], text, furniture: [] }
  return segment([witness])[0]!.attributions.map(({ speaker, cue, content }) => ({
    source: speaker ? [speaker] : [],
    cue: [cue],
    content,
  }))
}

function measure(reports: readonly Answered[], only: "direct" | "all") {
  return rates(countAll(reports, only))
}

function countAll(reports: readonly Answered[], only: "direct" | "all") {
  return sum(
    reports.map(({ text, attributions: marked, found }) =>
      count(text, marked, found, matchAll(text, marked, found), only),
    ),
  )
}

function rowsOf(what: string, reports: readonly Answered[]): Row[] {
  return (["direct", "all"] as const).map(only => {
    const { marked, found, recalled } = countAll(reports, only)
    const { precision, recall, f1, exact, source, cue } = measure(reports, only)
    const shown = (value: number) => value.toFixed(3)
    return {
      reports: what,
      attributions: only,
      marked,
      found,
      recalled,
      precision: shown(precision),
      recall: shown(recall),
      "content F1": shown(f1),
      "of them exact": shown(exact),
      "speaker right": shown(source),
      "cue right": shown(cue),
    }
  })
}
