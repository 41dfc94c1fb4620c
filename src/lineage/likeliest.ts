import type { Segmented } from "../model/segmented.ts"
import { centroid } from "./consensus.ts"
import { copyCostOf } from "./copying.ts"
import { momentOf } from "./dates.ts"
import type { Grid } from "./grid.ts"
import type { Hint } from "./hint.ts"
import { restorer } from "./lost-texts.ts"
import { type Mixing, mixingsOf } from "./mixing.ts"
import { chanceOf } from "./random.ts"
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

/**
 * How often an edge is right that so large a share of the walk's trees has: the walk is surer than it should be, since readings of one sentence
 * do not change apart from each other. A monotone table (Zadrozny and Elkan 2002), fitted on
 * made traditions 17 to 60.
 */
const RIGHT: readonly (readonly [number, number])[] = [
  [0, 0.22],
  [0.5, 0.33],
  [1, 0.47],
]

/**
 * The tree that agrees best with all likely ones. A tree is as likely as the copies it needs: what each editor changed, left out and put in, given
 * the text he had, lost texts being restored from what is around them. Trees are visited by a random walk whose seed comes from the ids.
 * Costs a bounded number of steps of O(edges × sites).
 */
export function likeliest(segmented: readonly Segmented[], grid: Grid, hints: readonly Hint[]): Likeliest {
  const moments = segmented.map(momentOf)
  const copyCost = copyCostOf(grid)
  const mixings = mixingsOf(grid, copyCost, (source, child) => {
    const [first, second] = [moments[source], moments[child]]
    return !first || !second || first.from <= second.until
  })
  const judge = treeCostOf(grid, copyCost, restorer(grid, copyCost, mixings), mixings, hints, moments)
  const visited = walk(judge, chanceOf(segmented.map(one => one.witness.id)))
  const chosen = visited[centroid(visited, grid.n)]!
  const others = visited.filter(one => one !== chosen).sort((a, b) => b.weight - a.weight || a.cost - b.cost)
  const trees = [chosen, ...others]
  const support = supportOf(trees, grid.n).map(calibrated)
  return { trees, support, mixings: judge.mixingsIn(chosen.tree) }
}

function calibrated(share: number): number {
  const at = Math.max(
    1,
    RIGHT.findIndex(([from]) => from >= share - 1e-9),
  )
  const [[low, atLow], [high, atHigh]] = [RIGHT[at - 1]!, RIGHT[at]!]
  return atLow + ((Math.min(1, share) - low) / (high - low)) * (atHigh - atLow)
}
