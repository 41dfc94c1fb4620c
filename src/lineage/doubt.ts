import type { Mask, Proof } from "./proof.ts"
import { type Tree, witnessAbove } from "./tree.ts"

/** What a lost text costs that is not proved, and each child that is put under one without proof. */
const UNPROVED = 40

/** What speaks against the lost texts of a tree that the wording does not prove. */
export interface Doubts {
  /** For a whole tree, or the part of it in `order`. */
  readonly cost: (tree: Tree, order: readonly number[], children: readonly (readonly number[])[]) => number
  /** For a new lost text with these branches below it, `rest` being all other witnesses, `above` the nearest witness over it or -1. */
  readonly ofNew: (above: number, branches: readonly (readonly number[])[], rest: readonly number[]) => number
  /** For one more branch under a lost text that has `others` below it. */
  readonly ofChild: (above: number, branch: readonly number[], others: readonly number[]) => number
}

/**
 * A lost text is proved when no witness at hand could stand in its place: for each one, two of the other branches that meet there agree against it
 * more than chance allows. A child belongs under it when it agrees with one of the others against the witness above.
 */
export function doubtsOf(n: number, proof: Proof): Doubts {
  const { agree, maskOf } = proof

  function isProved(branches: readonly Mask[]): boolean {
    for (const [home, own] of branches.entries())
      for (let c = 0; c < n; c++) {
        if ((own[c >>> 5]! & (1 << (c & 31))) === 0) continue
        if (!somePairAgrees(c, branches, home)) return false
      }
    return true
  }

  function somePairAgrees(c: number, branches: readonly Mask[], home: number): boolean {
    for (let i = 0; i < branches.length; i++)
      for (let j = i + 1; j < branches.length; j++)
        if (i !== home && j !== home && agree(c, branches[i]!, branches[j]!)) return true
    return false
  }

  const ofChild = (above: number, branch: readonly number[], others: readonly number[]) =>
    above < 0 || agree(above, maskOf(branch), maskOf(others)) ? 0 : UNPROVED

  const ofNew = (above: number, branches: readonly (readonly number[])[], rest: readonly number[]) => {
    const meeting = rest.length > 0 ? [...branches, rest] : branches
    const placed = branches.reduce(
      (sum, own, i) =>
        sum +
        ofChild(
          above,
          own,
          branches.flatMap((list, j) => (j === i ? [] : list)),
        ),
      0,
    )
    return placed + (isProved(meeting.map(maskOf)) ? 0 : UNPROVED)
  }

  function cost(tree: Tree, order: readonly number[], children: readonly (readonly number[])[]): number {
    const lost = order.filter(node => node >= n)
    if (lost.length === 0) return 0
    const above = witnessAbove(tree, n, order)
    const below = witnessesBelow(n, order, children)
    const all = below.get(order[0]!)!
    return lost.reduce((sum, node) => {
      const own = new Set(below.get(node)!)
      return (
        sum +
        ofNew(
          above[node]!,
          children[node]!.map(child => below.get(child)!),
          all.filter(w => !own.has(w)),
        )
      )
    }, 0)
  }

  return { cost, ofNew, ofChild }
}

/** The witnesses at and below each node. */
export function witnessesBelow(
  n: number,
  order: readonly number[],
  children: readonly (readonly number[])[],
): Map<number, number[]> {
  const below = new Map<number, number[]>()
  for (const node of [...order].reverse()) {
    const list = node < n ? [node] : []
    for (const child of children[node]!) list.push(...below.get(child)!)
    below.set(node, list)
  }
  return below
}
