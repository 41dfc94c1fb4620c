import type { Segmented } from "../model/segmented.ts"
import { centroid } from "./consensus.ts"
import { copyCostOf } from "./copying.ts"
import { momentOf } from "./dates.ts"
import type { Grid } from "./grid.ts"
import type { Hint } from "./hint.ts"
import { restorer } from "./lost-texts.ts"
import { type Mixing, mixingsOf } from "./mixing.ts"
import { pairFeatures } from "./pair-features.ts"
import { chanceOf } from "./random.ts"
import { relationCost } from "./relation-cost.ts"
import { relationOdds } from "./relation-odds.ts"
import { relationSupport } from "./relation-support.ts"
import { supportOf } from "./support.ts"
import type { Weighed } from "./tree.ts"
import { treeCostOf } from "./tree-cost.ts"
import { walk } from "./walk.ts"

/** Trees by belief, the chosen one first; how sure each of its edges is; sources beside the parents. */
export interface Likeliest {
  readonly trees: Weighed[]
  /** For each node of the chosen tree how likely the edge above it is, in [0, 1]. */
  readonly support: Float64Array
  readonly mixings: readonly Mixing[]
}

/** What is believed of an edge, and how often such an edge is right: a monotone table (Zadrozny and Elkan 2002). */
type Rightness = readonly (readonly [belief: number, right: number])[]

/** Of the share of the walk's trees that have the edge, fitted on made traditions 17 to 60: the walk is surer than it should be, since readings of one sentence do not change apart from each other. */
const BY_WORDING: Rightness = [
  [0, 0.22],
  [0.5, 0.33],
  [1, 0.47],
]
/** Of what the relations of the witnesses around the edge say, fitted on made traditions 901 to 1000. */
const BY_RELATIONS: Rightness = [
  [0, 0],
  [0.04, 0.07],
  [0.15, 0.28],
  [0.25, 0.4],
  [0.35, 0.47],
  [0.55, 0.57],
  [0.65, 0.62],
  [0.78, 0.63],
  [0.85, 0.74],
  [0.96, 0.92],
  [1, 0.92],
]
/** The same in families of at most so many, fitted on those among made traditions 601 to 1000: there it is a little less sure. */
const FEW = 13
const BY_RELATIONS_OF_FEW: Rightness = [
  [0, 0],
  [0.04, 0.09],
  [0.15, 0.28],
  [0.25, 0.4],
  [0.35, 0.47],
  [0.5, 0.61],
  [0.8, 0.64],
  [0.9, 0.72],
  [0.97, 0.87],
  [1, 0.88],
]

// A step costs restoring lost texts in the one, and looking relations up in the other.
const WORDING_WALK = { anneal: 2500, sample: 2000 }
const RELATIONS_WALK = { anneal: 6000, sample: 2000 }

/**
 * The tree that agrees best with all likely ones; trees are visited by a random walk whose seed comes from the ids. Where a date is known, trees are
 * weighed by how every two witnesses are likely to stand to each other, which is learned from made traditions (`relation-odds.ts`). Where none is, a tree is
 * as likely as the copies it needs: what each editor changed, left out and put in, given the text he had, lost texts being restored from what is around them.
 * Costs a bounded number of steps of O(edges × sites), or O(witnesses³).
 */
export function likeliest(segmented: readonly Segmented[], grid: Grid, hints: readonly Hint[]): Likeliest {
  const { n } = grid
  const moments = segmented.map(momentOf)
  const copyCost = copyCostOf(grid)
  const mixings = mixingsOf(grid, copyCost, (source, child) => {
    const [first, second] = [moments[source], moments[child]]
    return !first || !second || first.from <= second.until
  })
  const wording = treeCostOf(grid, copyCost, restorer(grid, copyCost, mixings), mixings, hints, moments)
  const chance = chanceOf(segmented.map(one => one.witness.id))
  const odds = moments.some(Boolean) ? relationOdds(pairFeatures(segmented, grid, hints), n) : undefined
  const visited = odds
    ? walk(relationCost(odds, n, hints), chance, RELATIONS_WALK)
    : walk(wording, chance, WORDING_WALK)
  const chosen = visited[centroid(visited, n)]!
  const others = visited.filter(one => one !== chosen).sort((a, b) => b.weight - a.weight || a.cost - b.cost)
  const trees = [chosen, ...others]
  const support = odds
    ? relationSupport(odds, chosen.tree, n).map(belief =>
        calibrated(belief, n > FEW ? BY_RELATIONS : BY_RELATIONS_OF_FEW),
      )
    : supportOf(trees, n).map(belief => calibrated(belief, BY_WORDING))
  return { trees, support, mixings: wording.mixingsIn(chosen.tree) }
}

function calibrated(belief: number, table: Rightness): number {
  const at = Math.max(
    1,
    table.findIndex(([from]) => from >= belief - 1e-9),
  )
  const [[low, atLow], [high, atHigh]] = [table[at - 1]!, table[at]!]
  return atLow + ((Math.min(1, belief) - low) / (high - low)) * (atHigh - atLow)
}
