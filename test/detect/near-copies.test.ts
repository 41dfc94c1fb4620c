import fc from "fast-check"
import { expect, it } from "vitest"
import type { Features } from "../../src/detect/features.ts"
import { mix } from "../../src/detect/hash.ts"
import { nearCopies } from "../../src/detect/near-copies.ts"

/** A text with the features of a story, some of them changed, each by its number. */
const features = (numbers: readonly number[]): Features => {
  const hashes = Uint32Array.from(new Set(numbers.map(mix))).sort()
  return { blocks: [hashes.subarray(0, 50), hashes.subarray(50)], text: 0, words: hashes.length }
}

const share = (a: Features, b: Features) => {
  const [x, y] = [a, b].map(({ blocks }) => blocks.flatMap(block => [...block])) as [number[], number[]]
  const both = x.filter(hash => y.includes(hash)).length
  return both / (x.length + y.length - both)
}

it("puts texts under those that they have four fifths in common with, as comparing all with all does", () => {
  const text = fc
    .tuple(fc.nat(2), fc.array(fc.nat(99), { maxLength: 30 }), fc.nat(1000))
    .map(([story, changed, own]) =>
      features(
        Array.from({ length: 100 }, (_, i) => (changed.includes(i) ? 10_000 + 1000 * own + i : 1000 * story + i)),
      ),
    )
  fc.assert(
    fc.property(fc.array(text, { maxLength: 12 }), texts => {
      const heads: number[] = []
      texts.forEach((own, index) => {
        if (!heads.some(head => share(own, texts[head]!) >= 0.8)) heads.push(index)
      })
      const groups = nearCopies(texts, [...texts.keys()])
      expect(groups.map(([head]) => head)).toEqual(heads)
      for (const [head, ...members] of groups)
        for (const member of members) expect(share(texts[member]!, texts[head!]!)).toBeGreaterThanOrEqual(0.8)
    }),
    { seed: 3, numRuns: 200 },
  )
})
