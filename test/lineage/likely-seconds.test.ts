import { expect, it } from "vitest"
import type { Grid } from "../../src/lineage/grid.ts"
import { likelySeconds } from "../../src/lineage/likely-seconds.ts"
import type { Mixing } from "../../src/lineage/mixing.ts"
import { emptyTree, ROOT, type Tree } from "../../src/lineage/tree.ts"

const N = 6
const GRID = { n: N, rows: [] } as unknown as Grid

/** 0 is the source of 1 and 2, and of a lost text (6), from which 3 and 4 were copied; 5 is a copy of 1. */
const TREE = treeOf([ROOT, 0, 0, 6, 6, 1, 0])

function treeOf(parents: readonly number[]): Tree {
  const tree = emptyTree(N)
  parents.forEach((parent, node) => {
    tree[node] = parent
  })
  return tree
}

/** What is said of `child`, of which every other may have given it a passage: the chance of each source, by its number. */
function said(child: number, chances: Readonly<Record<number, number>>) {
  const all = new Float64Array(N * N)
  for (const [source, chance] of Object.entries(chances)) all[Number(source) * N + child] = chance
  const mixings = Array.from({ length: N }, (_, c) =>
    Array.from({ length: N }, (_, source): Mixing => ({ child, source, run: new Uint8Array(0), gain: 1 })).filter(
      ({ source }) => c === child && source !== child,
    ),
  )
  return likelySeconds(all, mixings, TREE, GRID).map(({ source, child, confidence }) => ({ source, child, confidence }))
}

it("names the likeliest second source", () => {
  expect(said(2, { 1: 0.7, 5: 0.4 })).toEqual([{ source: 1, child: 2, confidence: 0.7 }])
})

it("names none that is unlikely, above the witness, or below it", () => {
  expect(said(2, { 1: 0.1, 0: 0.9 })).toEqual([])
  expect(said(5, { 1: 0.9, 0: 0.9 })).toEqual([])
  expect(said(1, { 5: 0.9 })).toEqual([])
})

it("names none whose passage came from the same lost text", () => {
  expect(said(3, { 4: 0.9 })).toEqual([])
})

it("names a lost text where its copies are likely alike, and one of them where it alone is", () => {
  expect(said(2, { 3: 0.6, 4: 0.5 })).toEqual([{ source: 6, child: 2, confidence: 0.6 }])
  expect(said(2, { 3: 0.6, 4: 0.1 })).toEqual([{ source: 3, child: 2, confidence: 0.6 }])
})

it("names nothing for the first text", () => {
  expect(said(0, { 1: 0.9 })).toEqual([])
})

it("never draws a circle", () => {
  const all = new Float64Array(N * N)
  // 5, a copy of 1, has a passage of 2, and 2 has one of 5.
  all[2 * N + 5] = 0.9
  all[5 * N + 2] = 0.9
  const mixing = (child: number, source: number): Mixing => ({ child, source, run: new Uint8Array(0), gain: 1 })
  const mixings = [[], [], [mixing(2, 5)], [], [], [mixing(5, 2)]]
  expect(likelySeconds(all, mixings, TREE, GRID).map(({ child }) => child)).toEqual([2])
})
