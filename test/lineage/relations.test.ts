import fc from "fast-check"
import { expect, it } from "vitest"
import { learn } from "../../bench/learn/network.ts"
import type { Hint } from "../../src/lineage/hint.ts"
import { eachPair } from "../../src/lineage/pair-features.ts"
import { relationCost } from "../../src/lineage/relation-cost.ts"
import { relationOdds } from "../../src/lineage/relation-odds.ts"
import { relationSupport } from "../../src/lineage/relation-support.ts"
import { RELATIONS, relationsIn, STEPS } from "../../src/lineage/relations.ts"
import { emptyTree, ROOT, type Tree } from "../../src/lineage/tree.ts"

/** A tree from the parents of its nodes: witnesses 0 to 3, 4 is lost. */
function treeOf(parents: readonly number[]): Tree {
  const tree = emptyTree(4)
  parents.forEach((parent, node) => {
    tree[node] = parent
  })
  return tree
}
// 0 is the source of 1 and of a lost text, from which 2 and 3 were copied.
const TREE = treeOf([ROOT, 0, 4, 4, 0])

it("says how each two witnesses stand to each other", () => {
  const relations = relationsIn(TREE, 4)
  const told = (a: number, b: number) => [Math.floor(relations[a * 4 + b]! / STEPS), relations[a * 4 + b]! % STEPS]
  expect([told(0, 1), told(1, 0), told(2, 3), told(0, 3), told(1, 2)]).toEqual([
    [0, 1],
    [1, 0],
    [1, 1],
    [0, 2],
    [1, 2],
  ])
})

/** Odds that hold the relations of a tree for likely, each to this share. */
function oddsOf(tree: Tree, share: number): Float64Array {
  const relations = relationsIn(tree, 4)
  return Float64Array.from({ length: 16 * RELATIONS }, (_, i) =>
    Math.log(i % RELATIONS === relations[Math.floor(i / RELATIONS)] ? share : (1 - share) / (RELATIONS - 2)),
  )
}

it("costs least for the tree whose relations are likely, and is sure of its edges", () => {
  const odds = oddsOf(TREE, 0.8)
  const { cost, pairs } = relationCost(odds, 4, [])
  for (const other of [
    [ROOT, 0, 0, 0],
    [ROOT, 0, 1, 2],
    [1, ROOT, 4, 4, 1],
    [ROOT, 4, 4, 4, 0],
  ])
    expect(cost(treeOf(other))).toBeGreaterThan(cost(TREE))
  expect(pairs[0 * 4 + 1]).toBeLessThan(pairs[1 * 4 + 0]!)
  const support = relationSupport(odds, TREE, 4)
  for (const node of [1, 2, 3, 4]) expect(support[node]).toBeCloseTo(0.8, 6)
  expect(support[0]).toBe(0)
})

it("does what a person decided", () => {
  const evidence = { kind: "judgement", note: "", places: [] } as const
  const pin: Hint = { parent: 3, child: 1, scope: "direct", cost: -1e4, evidence }
  const { cost } = relationCost(oddsOf(TREE, 0.8), 4, [pin])
  expect(cost(treeOf([ROOT, 3, 4, 4, 0]))).toBeLessThan(cost(TREE))
})

const features = (n: number, values: readonly number[]) => {
  let at = 0
  return eachPair(n, () => Array.from({ length: 3 }, () => values[at++ % values.length]!))
}

it("holds the same for likely whichever of two is asked about first, and all of it adds up to one or less", () => {
  const network = {
    width: 3,
    hidden: 4,
    weights: Float32Array.from({ length: 6 + 4 * 4 + RELATIONS * 5 }, (_, i) => (i < 3 ? 0 : i < 6 ? 1 : Math.sin(i))),
  }
  fc.assert(
    fc.property(fc.array(fc.float({ min: -9, max: 9, noNaN: true }), { minLength: 7, maxLength: 36 }), values => {
      const odds = relationOdds(features(4, values), 4, network)
      for (let a = 0; a < 4; a++)
        for (let b = 0; b < 4; b++) {
          if (a === b) continue
          let sum = 0
          for (let up = 0; up < STEPS; up++)
            for (let down = 0; down < STEPS; down++) {
              const own = odds[(a * 4 + b) * RELATIONS + up * STEPS + down]!
              expect(own).toBeCloseTo(odds[(b * 4 + a) * RELATIONS + down * STEPS + up]!, 9)
              sum += Math.exp(own)
            }
          expect(sum).toBeLessThan(1.02)
        }
    }),
    { seed: 3, numRuns: 50 },
  )
})

it("learns what can be learned", () => {
  const examples = Array.from({ length: 30 }, (_, e) => {
    const order = Array.from({ length: 4 }, (_, w) => (w * 7 + e * 3) % 11)
    const made = eachPair(4, (a, b) => [order[a]! - order[b]!, order[a]!, e % 5])
    const truth = Uint8Array.from(eachPair(4, (a, b) => [order[a]! < order[b]! ? 1 : STEPS]).values)
    return { n: 4, features: made, truth }
  })
  const network = learn(examples, [], 8, 300)
  const [{ features: first, truth }] = examples as [(typeof examples)[0]]
  const odds = relationOdds(first, 4, network)
  let at = 0
  for (let a = 0; a < 4; a++)
    for (let b = 0; b < 4; b++)
      if (a !== b) expect(odds[(a * 4 + b) * RELATIONS + truth[at++]!]).toBeGreaterThan(Math.log(0.6))
})
