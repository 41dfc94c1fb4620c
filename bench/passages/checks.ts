import type { Span } from "../../src/model/span.ts"
import type { Check } from "../bench.ts"
import { longestCommonRun, naivePlagdet } from "./naive.ts"
import { type PanPair, toCodePoints } from "./pan.ts"
import type { Detection, Plagdet } from "./plagdet.ts"

const PAIRS_MEASURED = 60
const PAIRS_READ = 20
// A run of so many words is no accident: some passage must hold it.
const LONG_RUN = 30
// What is a word is told in two ways, so a word at the end of the run may be missing.
const MOST_OF_RUN = 0.95
const ALMOST = 1e-9

/** Holds the measure against {@link naivePlagdet}, pair by pair, on the first pairs that have both a case and a detection. */
export function checkMeasure(
  measure: (cases: readonly Detection[], found: readonly Detection[]) => Plagdet,
  cases: readonly Detection[],
  found: readonly Detection[],
): Check {
  const foundByPair = Map.groupBy(found, one => one.pair)
  const both = [...Map.groupBy(cases, one => one.pair)].filter(([pair]) => foundByPair.has(pair))
  const wrong = both.slice(0, PAIRS_MEASURED).flatMap(([pair, own]) => {
    const [fast, slow] = [measure(own, foundByPair.get(pair)!), naivePlagdet(own, foundByPair.get(pair)!)]
    const names = ["recall", "precision", "granularity", "plagdet"] as const
    return names
      .filter(name => !(Math.abs(fast[name] - slow[name]) < ALMOST))
      .map(name => `${pair}: ${name} ${fast[name]}, counted ${slow[name]}`)
  })
  return {
    name: "plagdet against counting characters one by one",
    compared: Math.min(PAIRS_MEASURED, both.length),
    wrong,
  }
}

/**
 * Holds what was found against the longest run of words that the two texts have in common, found by comparing every word with
 * every word: where that is long, one detection holds it on both sides.
 */
export function checkDetections(
  pairs: readonly PanPair[],
  found: readonly Detection[],
  read: (side: "susp" | "src", name: string) => string,
): Check {
  const byPair = Map.groupBy(found, one => one.pair)
  let compared = 0
  const wrong = pairs.slice(0, PAIRS_READ).flatMap(({ susp, src }) => {
    const [a, b] = [read("susp", susp), read("src", src)]
    const run = longestCommonRun(a, b)
    if (!run || run.words < LONG_RUN) return []
    compared++
    const [inA, inB] = [toCodePoints(a), toCodePoints(b)]
    const runA = { start: inA(run.a.start), end: inA(run.a.end) }
    const runB = { start: inB(run.b.start), end: inB(run.b.end) }
    const isFound = (byPair.get(`${susp} ${src}`) ?? []).some(
      one => Math.min(shareIn(runA, one.susp), shareIn(runB, one.src)) >= MOST_OF_RUN,
    )
    return isFound ? [] : [`${susp} ${src}: a common run of ${run.words} words lies in no detection`]
  })
  return { name: "detections against the longest common run of words", compared, wrong }
}

/** Share of the first span that lies in the second. */
function shareIn(span: Span, other: Span): number {
  return (Math.min(span.end, other.end) - Math.max(span.start, other.start)) / (span.end - span.start)
}
