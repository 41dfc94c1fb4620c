import { RELATIONS, relationsIn } from "./relations.ts"
import { childrenOf, frontier, type Tree } from "./tree.ts"

/**
 * For each node of a tree how likely the relations are that the edge above it makes, in [0, 1]; 0 for the root: those of the witnesses nearest to the
 * edge on its upper side (the parent, or where that is lost its other copies) with those nearest on its lower. O(witnesses²).
 */
export function relationSupport(odds: Float64Array, tree: Tree, n: number): Float64Array {
  const children = childrenOf(tree)
  const relations = relationsIn(tree)
  return Float64Array.from(tree, (parent, node) => {
    if (parent < 0) return 0
    const below = frontier(node, n, children)
    const others = children[parent]!.filter(child => child !== node)
    const above = parent < n ? [parent] : others.flatMap(child => frontier(child, n, children))
    let sum = 0
    for (const a of above)
      for (const b of below) sum += Math.exp(odds[(a * n + b) * RELATIONS + relations[a * tree.length + b]!]!)
    return Math.min(1, sum / (above.length * below.length))
  })
}
