import type { Alignment } from "../model/passage.ts"
import type { Segmented } from "../model/segmented.ts"
import type { Hint } from "./hint.ts"
import { emptyTree, ROOT, type Tree, type Weighed } from "./tree.ts"

/**
 * What speaks against each of the three trees of two witnesses, in the same unit as the hints. `lost`: a text above both that nobody handed in; less where one
 * of them (`oneCredit`) or both (`bothCredit`) credit an agency whose own text is not there. `own`: a sentence that only the child has, for it was added; after
 * `most` of them more say nothing. `broken`: the parent is itself broken somewhere, so that it is a machine's version of another text.
 */
export const PAIR = {
  lost: 1.5,
  oneCredit: 0.4,
  bothCredit: 1.6,
  own: 0.35,
  most: 6,
  broken: 0.8,
  temperature: 1,
} as const

/**
 * Two witnesses alone: their wording cannot tell which was first, nor whether a third text is above them. What can: what is broken in one
 * and sound in the other, dates, credits, and what only one of them has. The three trees, the likeliest first.
 */
export function pairTrees(
  segmented: readonly Segmented[],
  alignments: readonly Alignment[],
  hints: readonly Hint[],
  credited: number,
): Weighed[] {
  const against = (parent: number, child: number) =>
    hints.reduce((sum, hint) => (hint.parent === parent && hint.child === child ? sum + hint.cost : sum), 0) +
    (segmented[parent]!.flaws.length > 0 ? PAIR.broken : 0) +
    PAIR.own * Math.min(PAIR.most, ownSentences(segmented[child]!, alignments, child))
  const relief = credited >= 2 ? PAIR.bothCredit : credited === 1 ? PAIR.oneCredit : 0
  const costs = [
    { tree: treeOf(ROOT, 0), cost: against(0, 1) },
    { tree: treeOf(1, ROOT), cost: against(1, 0) },
    { tree: treeOf(2, 2, ROOT), cost: PAIR.lost - relief },
  ]
  const least = Math.min(...costs.map(({ cost }) => cost))
  const odds = (cost: number) => Math.exp((least - cost) / PAIR.temperature)
  const sum = costs.reduce((total, { cost }) => total + odds(cost), 0)
  return costs.map(({ tree, cost }) => ({ tree, cost, weight: odds(cost) / sum })).sort((a, b) => a.cost - b.cost)
}

function treeOf(...parents: readonly number[]): Tree {
  const tree = emptyTree(2)
  parents.forEach((parent, node) => {
    tree[node] = parent
  })
  return tree
}

/** Body sentences of one of the two that have no twin in the other. */
function ownSentences({ sentences }: Segmented, alignments: readonly Alignment[], side: number): number {
  const aligned = new Set<number>()
  for (const { a, beads } of alignments)
    for (const bead of beads) {
      const range = a === side ? bead.a : bead.b
      for (let sentence = range.first; sentence < range.end; sentence++) aligned.add(sentence)
    }
  return sentences.filter((sentence, index) => sentence.role === "body" && !aligned.has(index)).length
}
