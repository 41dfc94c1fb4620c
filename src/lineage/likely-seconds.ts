import type { Grid } from "./grid.ts"
import { type Mixing, sentencesOf } from "./mixing.ts"
import type { SecondSource } from "./seconds.ts"
import { childrenOf, isAbove, type Tree } from "./tree.ts"

/** `least`: second sources that are less likely are left out. `fellow`: another copy of its source that is likely by this share of it says that they stand for their source. */
const SECOND = { least: 0.3, fellow: 0.5 }

/**
 * For each witness its likeliest second source, if any: one from which it may have a passage, that is neither above nor below it, nor has its passage
 * from the same lost text. Where several copies of one lost text are likely alike it is that text. `chances`: of each `source * n + child`, in [0, 1].
 */
export function likelySeconds(
  chances: Float64Array,
  mixings: readonly (readonly Mixing[])[],
  tree: Tree,
  grid: Grid,
): SecondSource[] {
  const { n } = grid
  const children = childrenOf(tree)
  const found: SecondSource[] = []
  for (let child = 0; child < n; child++) {
    const parent = tree[child]!
    if (parent < 0) continue
    const chance = (mixing: Mixing) => chances[mixing.source * n + child]!
    const mayBe = mixings[child]!.filter(
      ({ source }) =>
        !isAbove(tree, source, child) &&
        !isAbove(tree, child, source) &&
        !(parent >= n && isAbove(tree, parent, source)),
    )
    const [first, ...others] = mayBe
    if (first === undefined) continue
    const best = others.reduce((one, other) => (chance(other) > chance(one) ? other : one), first)
    if (chance(best) < SECOND.least) continue
    const above = tree[best.source]!
    const fellows = above >= n ? children[above]!.filter(one => one < n && one !== best.source && one !== child) : []
    const isLost = fellows.some(one => chances[one * n + child]! > SECOND.fellow * chance(best))
    const source = isLost ? above : best.source
    if (comesFrom(source, child, tree, found)) continue
    found.push({
      child,
      source,
      confidence: chance(best),
      sentences: sentencesOf(best, grid),
    })
  }
  return found
}

/** Whether a text goes back to `older` by the tree or by second sources. */
function comesFrom(text: number, older: number, tree: Tree, seconds: readonly SecondSource[]): boolean {
  const above = new Set([text])
  for (const one of above) {
    if (one === older) return true
    if (tree[one]! >= 0) above.add(tree[one]!)
    for (const { child, source } of seconds) if (child === one) above.add(source)
  }
  return false
}
