import type { Row } from "../table.ts"
import { type Bin, calibrationError, reliability } from "./calibration.ts"
import type { Measured } from "./measure.ts"
import { hasCircle } from "./tree.ts"

/** What many traditions come to: means of percents over traditions; lost texts, second sources and edges are counted together. */
export interface Summary {
  readonly traditions: number
  readonly witnesses: number
  readonly sign: number
  readonly orientation: number
  readonly spanning: { readonly sign: number; readonly orientation: number }
  readonly joining: { readonly sign: number; readonly orientation: number }
  readonly lost: { readonly precision: number; readonly recall: number; readonly exact: number; readonly true: number }
  readonly seconds: { readonly precision: number; readonly recall: number; readonly f1: number; readonly true: number }
  /** F1 of the witnesses said to have two sources, whichever. */
  readonly doubles: number
  readonly edgesRight: number
  /** Trees in which a text descends from itself. */
  readonly circles: number
  readonly calibration: number
  readonly bins: readonly Bin[]
}

export function summarise(all: readonly Measured[]): Summary {
  const mean = (value: (one: Measured) => number) => sum(value) / Math.max(1, all.length)
  const sum = (value: (one: Measured) => number) => all.reduce((total, one) => total + value(one), 0)
  const scored = (name: "spanning" | "joining") => ({
    sign: mean(one => one[name].sign),
    orientation: mean(one => one[name].orientation),
  })
  const edges = all.flatMap(one => one.edges)
  const bins = reliability(edges)
  const lost = rates(
    sum(one => one.lost.right),
    sum(one => one.lost.found),
    sum(one => one.lost.true),
  )
  const second = rates(
    sum(one => one.seconds.right),
    sum(one => one.seconds.found),
    sum(one => one.seconds.true),
  )
  const [right, found, truly] = (["right", "found", "true"] as const).map(key => sum(one => one.seconds.witnesses[key]))
  return {
    traditions: all.length,
    witnesses: sum(one => one.truth.extant.length),
    sign: mean(one => one.ours.sign),
    orientation: mean(one => one.ours.orientation),
    spanning: scored("spanning"),
    joining: scored("joining"),
    lost: { ...lost, exact: sum(one => one.lost.exact) / Math.max(1, lost.true) },
    seconds: second,
    doubles: rates(right!, found!, truly!).f1,
    edgesRight: edges.filter(edge => edge.right).length / Math.max(1, edges.length),
    circles: all.filter(one => hasCircle(one.found.edges)).length,
    calibration: calibrationError(bins),
    bins,
  }
}

/** Precision, recall and F1 in [0, 1]. Precision of nothing said is 1, recall of nothing there is 1. */
function rates(right: number, found: number, truly: number) {
  const precision = found === 0 ? 1 : right / found
  const recall = truly === 0 ? 1 : right / truly
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
  return { precision, recall, f1, true: truly }
}

/** Ours in one line. */
export function oursRow(what: string, one: Summary): Row {
  return {
    what,
    "sign similarity": one.sign.toFixed(1),
    orientation: one.orientation.toFixed(1),
    "lost: precision": one.lost.precision.toFixed(3),
    "lost: recall": one.lost.recall.toFixed(3),
    "same witnesses below": one.lost.exact.toFixed(3),
    "second sources: F1": one.seconds.f1.toFixed(3),
    "double witnesses: F1": one.doubles.toFixed(3),
    "edges right": one.edgesRight.toFixed(3),
    circles: one.circles,
    "calibration error": one.calibration.toFixed(3),
  }
}

/** A baseline in one line: it says nothing of lost texts, second sources or confidence. */
export function baselineRow(what: string, { sign, orientation }: { sign: number; orientation: number }): Row {
  return { what, "sign similarity": sign.toFixed(1), orientation: orientation.toFixed(1) }
}

/** The reliability table: how often edges of each confidence are right. */
export function reliabilityRows(bins: readonly Bin[]): Row[] {
  return bins.map(({ from, edges, confidence, right }) => ({
    confidence: `${from.toFixed(1)} to ${(from + 0.1).toFixed(1)}`,
    edges,
    "mean confidence": edges === 0 ? "" : confidence.toFixed(3),
    "share right": edges === 0 ? "" : right.toFixed(3),
  }))
}
