import fc from "fast-check"
import { expect, it } from "vitest"
import { bestPairs, LONG_LIST, NEIGHBOURS, pairsOf } from "../../src/detect/partners.ts"
import { postingsOf } from "../../src/detect/postings.ts"
import { radixSort } from "../../src/detect/radix.ts"
import { winnow } from "../../src/detect/winnow.ts"
import { pairsOfAll, smallestOfWindows } from "../oracle/pairs.ts"

const documents = (texts: readonly (readonly (readonly number[])[])[]) =>
  texts.map(blocks => blocks.map(features => Uint32Array.from(features)))
const named = (pairs: readonly { a: number; b: number }[]) => pairs.map(({ a, b }) => `${a} ${b}`)

it("finds through the index what looking at all pairs finds", () => {
  const block = fc.uniqueArray(fc.nat(12), { maxLength: 6 })
  const collection = fc.array(fc.array(block, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 7 })
  // Whole numbers, so that the order of adding up cannot matter.
  const weights = [0, 9, 8, 6, 5, 3, 2, 1]
  fc.assert(
    fc.property(collection, fc.integer({ min: 1, max: 30 }), (texts, least) => {
      const rule = (shared: number, total: number, blocks: number) => shared >= least && shared * (blocks + 2) >= total
      const pairs = pairsOf(postingsOf(documents(texts), Float64Array.from(weights)), rule, 40)
      expect(named(pairs)).toEqual(pairsOfAll(texts, weights, rule))
    }),
    { seed: 11, numRuns: 300 },
  )
})

it("lets a feature that very many have join only neighbours", () => {
  const count = 3 * LONG_LIST
  const pairs = pairsOf(
    postingsOf(documents(Array.from({ length: count }, () => [[1]])), new Float64Array(count + 1).fill(1)),
    () => true,
    count,
  )
  expect(pairs.length).toBeLessThanOrEqual(count * NEIGHBOURS)
  expect(Math.max(...pairs.map(({ a, b }) => b - a))).toBe(NEIGHBOURS)
})

it("lets all meet the first documents, which stand for many near copies, and keeps those pairs whatever else there is", () => {
  const count = 3 * LONG_LIST
  const postings = postingsOf(
    documents(Array.from({ length: count }, () => [[1]])),
    new Float64Array(count + 1).fill(1),
  )
  const met = pairsOf(postings, () => true, 5, 2)
  const withFirst = (pairs: typeof met, head: number) => pairs.filter(({ a, b }) => a === head || b === head)
  for (const head of [0, 1]) {
    expect(withFirst(met, head)).toHaveLength(count - 1)
    expect(withFirst(bestPairs(met, count, 1, 2), head)).toHaveLength(count - 1)
  }
})

it.each([
  ["keeps what is among the best of either", "0-1:9 0-2:8 0-3:7 2-3:1", 1, "0 1; 0 2; 0 3"],
  ["drops what is best for neither", "0-1:9 0-2:8 1-2:7", 1, "0 1; 0 2"],
  ["takes equals in order", "0-1:5 0-2:5 1-2:5", 1, "0 1; 0 2"],
])("%s", (_, notation, most, expected) => {
  const pairs = notation.split(" ").map(part => {
    const [a, b, shared] = part.split(/[-:]/).map(Number)
    return { a: a!, b: b!, shared: shared! }
  })
  expect(named(bestPairs(pairs, 4, most)).join("; ")).toBe(expected)
})

it("sorts as sorting does, and keeps equals in their order", () => {
  const key = fc.oneof(fc.integer({ min: 0, max: 0xffffffff }), fc.nat(3))
  fc.assert(
    fc.property(fc.array(key), keys => {
      const sorted = Uint32Array.from(keys)
      const places = Uint32Array.from(keys.keys())
      radixSort(sorted, places)
      expect([...places]).toEqual([...keys.keys()].sort((x, y) => keys[x]! - keys[y]! || x - y))
      expect([...sorted]).toEqual([...keys].sort((x, y) => x - y))
    }),
    { seed: 3 },
  )
})

const hashes = fc.array(fc.nat(20), { maxLength: 60 })

it("winnows to the smallest of every window", () => {
  fc.assert(
    fc.property(hashes, fc.integer({ min: 1, max: 8 }), (all, window) => {
      expect(winnow(Uint32Array.from(all), window)).toEqual(smallestOfWindows(all, window))
    }),
    { seed: 5 },
  )
})

it("keeps a common hash of any two lists that share a window's length in a row", () => {
  const window = 4
  const shared = fc.array(fc.nat(1000), { minLength: window, maxLength: 12 })
  fc.assert(
    fc.property(hashes, hashes, shared, hashes, hashes, (before, otherBefore, run, after, otherAfter) => {
      const kept = (all: number[]) => winnow(Uint32Array.from(all), window).map(at => all[at]!)
      const other = new Set(kept([...otherBefore, ...run, ...otherAfter]))
      expect(kept([...before, ...run, ...after]).some(hash => other.has(hash))).toBe(true)
    }),
    { seed: 13, numRuns: 300 },
  )
})
