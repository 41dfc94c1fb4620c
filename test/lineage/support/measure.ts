import { lineage } from "../../../src/lineage/lineage.ts"
import type { Tradition } from "../../made/traditions.ts"
import { alignAll } from "./aligned.ts"
import { matchLost, scoreTree } from "./score.ts"
import { segmentedOf } from "./segmented.ts"

/** How well trees are found; see the names. Shares in [0, 1], `sign similarity` and `orientation` in [0, 100]. */
export interface Figures {
  readonly "families found whole": number
  readonly "sign similarity": number
  readonly orientation: number
  readonly "lost texts, precision": number
  readonly "lost texts, recall": number
  readonly "edges right": number
  readonly "second sources, precision": number
  readonly "second sources, recall": number
  readonly "calibration error": number
}

interface Judged {
  readonly confidence: number
  readonly right: boolean
}

function measureOne(made: Tradition) {
  const segmented = made.reports.map(segmentedOf)
  const families = lineage(segmented, alignAll(segmented))
  const all = families.flatMap(family => family.stemma.edges)
  const extant = made.reports.map(report => report.id)
  const truth = { edges: made.edges, extant }
  const found = { edges: all.map(({ parent, child }) => [parent, child] as const), extant }
  const lost = matchLost(truth, found)
  const trueName = new Map([...lost.pairs].map(([name, other]) => [other, name]))
  const known = new Set(made.edges.map(edge => edge.join(" ")))
  const named = (node: string) => trueName.get(node) ?? node
  const edges = all.map(({ parent, child, confidence }): Judged => {
    return { confidence, right: known.has(`${named(parent)} ${named(child)}`) }
  })
  const mixed = new Set(made.seconds.map(([, child]) => child))
  const isSecond = (kinds: readonly { readonly kind: string }[]) => kinds.some(({ kind }) => kind === "second-source")
  const claimed = new Set(all.filter(({ evidence }) => isSecond(evidence)).map(({ child }) => child))
  const seconds = { mixed: mixed.size, claimed: claimed.size, both: [...claimed].filter(id => mixed.has(id)).length }
  const whole = families.length === 1 && families[0]!.witnesses.length === extant.length
  return { ...scoreTree(truth, found), lost, edges, seconds, whole }
}

/** Mean distance between what tenths of confidence promise and what they hold. */
function calibrationError(edges: readonly Judged[]): number {
  const bins = Map.groupBy(edges, ({ confidence }) => Math.min(9, Math.floor(confidence * 10)))
  const gaps = [...bins.values()].map(bin => Math.abs(bin.reduce((sum, e) => sum + e.confidence - Number(e.right), 0)))
  return gaps.reduce((sum, gap) => sum + gap, 0) / edges.length
}

/** The figures over some traditions: means over them, or over all their edges and lost texts together. */
export function measure(traditions: readonly Tradition[]): Figures {
  const ones = traditions.map(measureOne)
  const sum = (of: (one: (typeof ones)[number]) => number) => ones.reduce((total, one) => total + of(one), 0)
  const edges = ones.flatMap(one => one.edges)
  const matched = sum(one => one.lost.pairs.size)
  return {
    "families found whole": sum(one => Number(one.whole)) / ones.length,
    "sign similarity": sum(one => one.sign) / ones.length,
    orientation: sum(one => one.orientation) / ones.length,
    "lost texts, precision":
      matched /
      Math.max(
        1,
        sum(one => one.lost.foundLost),
      ),
    "lost texts, recall":
      matched /
      Math.max(
        1,
        sum(one => one.lost.truthLost),
      ),
    "edges right": edges.filter(edge => edge.right).length / edges.length,
    "second sources, precision":
      sum(one => one.seconds.both) /
      Math.max(
        1,
        sum(one => one.seconds.claimed),
      ),
    "second sources, recall":
      sum(one => one.seconds.both) /
      Math.max(
        1,
        sum(one => one.seconds.mixed),
      ),
    "calibration error": calibrationError(edges),
  }
}
