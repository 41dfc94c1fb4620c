import type { Judgement } from "../model/findings.ts"
import type { Alignment } from "../model/passage.ts"
import type { Segmented } from "../model/segmented.ts"
import { centroid } from "./consensus.ts"
import { copyCostOf } from "./copying.ts"
import { agencyCredits } from "./credits.ts"
import { momentOf } from "./dates.ts"
import { type Grid, gridOf } from "./grid.ts"
import type { Hint } from "./hint.ts"
import { hintsOf } from "./hints.ts"
import { restorer } from "./lost-texts.ts"
import { type Mixing, mixingsOf } from "./mixing.ts"
import { pairTrees } from "./pair.ts"
import { chanceOf } from "./random.ts"
import { supportOf } from "./support.ts"
import type { Weighed } from "./tree.ts"
import { treeCostOf } from "./tree-cost.ts"
import { walk } from "./walk.ts"

/** All that was found out about who descends from whom among some witnesses. Node numbers are as in `segmented`; from `n` on lost texts. */
export interface Descent {
  readonly n: number
  readonly ids: readonly string[]
  /** The tree chosen, then the others by weight. */
  readonly trees: readonly Weighed[]
  /** For each node of the chosen tree the share of belief that has the edge above it, in [0, 1]. */
  readonly support: Float64Array
  readonly grid: Grid
  readonly hints: readonly Hint[]
  /** Sources beside the parent in the chosen tree. */
  readonly seconds: readonly Mixing[]
}

/** Witnesses in the order of their dates, those without a date last, then by id. */
export function byDate(segmented: readonly Segmented[]): number[] {
  const moments = segmented.map(one => momentOf(one)?.from ?? Infinity)
  return segmented
    .map((_, index) => index)
    .sort((a, b) => (moments[a]! === moments[b]! ? a - b : moments[a]! - moments[b]!))
}

/** Works out the descent of two witnesses or more, given in the order of their ids. `alignments` have indexes into `segmented`. */
export function descend(
  segmented: readonly Segmented[],
  alignments: readonly Alignment[],
  judgements: readonly Judgement[],
): Descent {
  const n = segmented.length
  const agencyByOutlet = new Map(
    judgements.flatMap(j => (j.kind === "outlet-agency" ? [[j.outlet, j.agency] as const] : [])),
  )
  const hints = hintsOf(segmented, alignments, agencyByOutlet, judgements)
  const ids = segmented.map(one => one.witness.id)
  const grid = gridOf(segmented, alignments)
  const known = { n, ids, grid, hints }
  if (n === 2) {
    const trees = pairTrees(segmented, alignments, hints, agencyCredits(segmented, agencyByOutlet))
    return { ...known, trees, support: supportOf(trees, n), seconds: [] }
  }
  const moments = segmented.map(momentOf)
  const copyCost = copyCostOf(grid)
  const mixings = mixingsOf(grid, copyCost, (source, child) => {
    const [first, second] = [moments[source], moments[child]]
    return !first || !second || first.from <= second.until
  })
  const judge = treeCostOf(grid, copyCost, restorer(grid, copyCost, mixings), mixings, hints, moments)
  const visited = walk(judge, chanceOf(ids))
  const chosen = visited[centroid(visited, n)]!
  const trees = [chosen, ...visited.filter(one => one !== chosen).sort((a, b) => b.weight - a.weight || a.cost - b.cost)]
  return { ...known, trees, support: supportOf(trees, n), seconds: judge.mixingsIn(chosen.tree) }
}
