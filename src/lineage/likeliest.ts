import type { Segmented } from "../model/segmented.ts"
import { calibrated, type Rightness } from "./calibrated.ts"
import { centroid } from "./consensus.ts"
import { copyCostOf } from "./copying.ts"
import { momentOf } from "./dates.ts"
import type { Grid } from "./grid.ts"
import { type Hint, isStated } from "./hint.ts"
import { learnedNetwork } from "./learned-network.ts"
import { likelySeconds } from "./likely-seconds.ts"
import { type Mixing, mixingsOf } from "./mixing.ts"
import { type PairFeatures, pairFeatures } from "./pair-features.ts"
import { answer } from "./pair-network.ts"
import { chanceOf } from "./random.ts"
import { relationCost } from "./relation-cost.ts"
import { relationSupport } from "./relation-support.ts"
import type { SecondSource } from "./seconds.ts"
import type { Weighed } from "./tree.ts"
import { walk } from "./walk.ts"

/** Trees by belief, the chosen one first; how sure each of its edges is; sources beside the parents. */
export interface Likeliest {
  readonly trees: readonly Weighed[]
  /** For each node of the chosen tree how likely the edge above it is, in [0, 1]. */
  readonly support: Float64Array
  readonly seconds: readonly SecondSource[]
}

/** How often an edge is right by what the network believes of it, fitted on made traditions 901 to 1000 and 3001 to 3060 (3,547 edges). */
const RIGHT: Rightness = [
  [0, 0],
  [0.03, 0.036],
  [0.145, 0.27],
  [0.25, 0.29],
  [0.355, 0.445],
  [0.455, 0.505],
  [0.55, 0.64],
  [0.647, 0.688],
  [0.746, 0.74],
  [0.849, 0.835],
  [0.958, 0.926],
  [1, 0.945],
]

/** Steps of the walk for each witness squared, at least and at most, and how many steps of cooling down come on one of sampling. */
const WALK = { perPair: 30, least: 300, most: 10_000, sampling: 4 }

/**
 * The tree that agrees best with all likely ones. A tree is as likely as the relations that it makes of every two witnesses, of which a network that is
 * learned from made traditions says how likely they are. Trees are visited by a random walk whose seed comes from the ids. Costs a bounded number of steps of
 * O(witnesses³), among many witnesses of O(witnesses² × depth).
 */
export function likeliest(segmented: readonly Segmented[], grid: Grid, hints: readonly Hint[]): Likeliest {
  const { n } = grid
  const { features, mixings } = featuresOf(segmented, grid, hints)
  const said = answer(learnedNetwork(), features, n)
  const anneal = Math.min(WALK.most, Math.max(WALK.least, WALK.perPair * n * n))
  const chance = chanceOf(segmented.map(one => one.witness.id))
  const visited = walk(relationCost(said.relations, n, hints), chance, {
    anneal,
    sample: anneal / WALK.sampling,
  })
  const chosen = visited[centroid(visited, n)]!
  const others = visited.filter(one => one !== chosen).sort((a, b) => b.weight - a.weight || a.cost - b.cost)
  const support = relationSupport(said.relations, chosen.tree, n).map(belief => calibrated(belief, RIGHT))
  // Of what a person decided, or a sender stated, the network knows nothing.
  for (const hint of hints)
    if (isStated(hint) && hint.cost < 0 && chosen.tree[hint.child] === hint.parent) support[hint.child] = 1
  return {
    trees: [chosen, ...others],
    support,
    seconds: likelySeconds(said.seconds, mixings, chosen.tree, grid),
  }
}

/** All that is known of each pair, and how each witness may have been made from two others. */
export function featuresOf(
  segmented: readonly Segmented[],
  grid: Grid,
  hints: readonly Hint[],
): { features: PairFeatures; mixings: readonly (readonly Mixing[])[] } {
  const moments = segmented.map(momentOf)
  const mixings = mixingsOf(grid, copyCostOf(grid), (source, child) => {
    const [first, second] = [moments[source], moments[child]]
    return !first || !second || first.from <= second.until
  })
  return { features: pairFeatures(segmented, grid, hints, mixings), mixings }
}
