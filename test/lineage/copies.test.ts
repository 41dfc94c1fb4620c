import { expect, it } from "vitest"
import { lineage } from "../../src/lineage/lineage.ts"
import type { Alignment } from "../../src/model/passage.ts"
import { WIRE } from "./cases.ts"
import { segmentedOf } from "./support/segmented.ts"

it("draws five hundred copies of one text in well under two seconds", () => {
  const segmented = Array.from({ length: 500 }, (_, k) =>
    segmentedOf({ id: String(k).padStart(3, "0"), sentences: WIRE }),
  )
  const alignments = segmented.slice(1).map((one, k): Alignment => {
    const beads = WIRE.map((_, s) => ({
      a: { first: s, end: s + 1 },
      b: { first: s, end: s + 1 },
      similarity: 1,
      verbatim: true,
    }))
    const kinship = {
      a: "000",
      b: one.witness.id,
      kind: "copy",
      coverage: { a: 1, b: 1 },
      longestRunWords: 120,
      passages: [],
    } as const
    return { a: 0, b: k + 1, kinship, beads }
  })
  const started = performance.now()
  const families = lineage(segmented, alignments)
  expect(performance.now() - started).toBeLessThan(2000)
  expect(families).toHaveLength(1)
  expect(families[0]!.stemma.edges).toHaveLength(499)
})
