import fc from "fast-check"
import { expect, it } from "vitest"
import type { Hint } from "../../src/lineage/hint.ts"
import { eachPair } from "../../src/lineage/pair-features.ts"
import { answer, type Network } from "../../src/lineage/pair-network.ts"
import { relationCost } from "../../src/lineage/relation-cost.ts"
import { relationSupport } from "../../src/lineage/relation-support.ts"
import { RELATIONS, relationsIn, STEPS } from "../../src/lineage/relations.ts"
import { emptyTree, ROOT, type Tree } from "../../src/lineage/tree.ts"
import { plainAnswer } from "./support/plain-network.ts"

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
  const relations = relationsIn(TREE)
  const told = (a: number, b: number) => {
    const relation = relations[a * TREE.length + b]!
    return [Math.floor(relation / STEPS), relation % STEPS]
  }
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
  const relations = relationsIn(tree)
  return Float64Array.from({ length: 16 * RELATIONS }, (_, i) => {
    const pair = Math.floor(i / RELATIONS)
    const relation = relations[Math.floor(pair / 4) * tree.length + (pair % 4)]
    return Math.log(i % RELATIONS === relation ? share : (1 - share) / (RELATIONS - 2))
  })
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

const SIZES = { width: 3, hidden: 4, state: 3, told: 2, rounds: 2 }
const network: Network = {
  ...SIZES,
  weights: Float32Array.from({ length: 2 * 3 + 16 + 15 + 2 * (3 * 8 + 4 * 17 + 15) + 16 + 25 * 5 + 5 }, (_, i) =>
    i < 3 ? 0.1 : i < 6 ? 2 : Math.sin(3 * i),
  ),
}

const featuresOf = (n: number, values: readonly number[]) => {
  let at = 0
  return eachPair(n, () => Array.from({ length: 3 }, () => values[at++ % values.length]!))
}

const valuesOfSome = fc.array(fc.float({ min: -9, max: 9, noNaN: true }), { minLength: 7, maxLength: 36 })

it("holds the same for likely whichever of two is asked about first, and all of it adds up to one", () => {
  fc.assert(
    fc.property(valuesOfSome, values => {
      const { relations, seconds } = answer(network, featuresOf(4, values), 4)
      for (let a = 0; a < 4; a++)
        for (let b = 0; b < 4; b++) {
          if (a === b) continue
          let sum = 0
          for (let up = 0; up < STEPS; up++)
            for (let down = 0; down < STEPS; down++) {
              const own = relations[(a * 4 + b) * RELATIONS + up * STEPS + down]!
              if (up + down > 0) expect(own).toBeCloseTo(relations[(b * 4 + a) * RELATIONS + down * STEPS + up]!, 9)
              sum += Math.exp(own)
            }
          expect(sum).toBeCloseTo(1, 9)
          expect(seconds[a * 4 + b]).toBeGreaterThanOrEqual(0)
          expect(seconds[a * 4 + b]).toBeLessThanOrEqual(1)
        }
    }),
    { seed: 3, numRuns: 50 },
  )
})

it("says what the plainest way of working it out says", () => {
  fc.assert(
    fc.property(valuesOfSome, fc.integer({ min: 2, max: 6 }), (values, n) => {
      const features = featuresOf(n, values)
      const { relations, seconds } = answer(network, features, n)
      const plain = plainAnswer(network, features.values, n)
      for (let k = 0; k < n * n; k++) {
        if (k % (n + 1) === 0) continue
        expect(seconds[k]).toBeCloseTo(plain.seconds[k]!, 6)
        for (let r = 1; r < RELATIONS; r++)
          expect(relations[k * RELATIONS + r]).toBeCloseTo(plain.relations[k * RELATIONS + r]!, 6)
      }
    }),
    { seed: 4, numRuns: 50 },
  )
})

it("says the same of witnesses in any order", () => {
  const values = Array.from({ length: 36 }, (_, i) => 3 * Math.sin(7 * i))
  const order = [2, 0, 3, 1]
  const first = featuresOf(4, values)
  const row = (a: number, b: number) => 3 * (a * 3 + (b > a ? b - 1 : b))
  const turned = eachPair(4, (a, b) => [
    ...first.values.slice(row(order[a]!, order[b]!), row(order[a]!, order[b]!) + 3),
  ])
  const [one, other] = [answer(network, first, 4), answer(network, turned, 4)]
  for (let a = 0; a < 4; a++)
    for (let b = 0; b < 4; b++)
      if (a !== b)
        expect(other.relations[(a * 4 + b) * RELATIONS + 7]).toBeCloseTo(
          one.relations[(order[a]! * 4 + order[b]!) * RELATIONS + 7]!,
          9,
        )
})
