import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { lineage } from "../../src/lineage/lineage.ts"
import type { Alignment } from "../../src/model/passage.ts"
import { makeTradition } from "../made/traditions.ts"
import { alignAll } from "./support/aligned.ts"
import { segmentedOf } from "./support/segmented.ts"

/** The same alignment between the witnesses' new places; `a` is always the lower. */
function moved({ a, b, beads, kinship }: Alignment, places: ReadonlyMap<number, number>): Alignment {
  const [x, y] = [places.get(a)!, places.get(b)!]
  if (x < y) return { a: x, b: y, beads, kinship }
  return { a: y, b: x, kinship, beads: beads.map(bead => ({ ...bead, a: bead.b, b: bead.a })) }
}

describe("the order of the reports", { timeout: 60_000 }, () => {
  it("changes nothing", () => {
    const made = [makeTradition(5, 6), makeTradition(6, 3)]
      .flatMap(({ reports }) => reports)
      .sort((x, y) => (x.id < y.id ? -1 : 1))
    const segmented = made.map(segmentedOf)
    const alignments = alignAll(segmented)
    const expected = lineage(segmented, alignments)
    expect(expected).toHaveLength(2)
    const order = fc.shuffledSubarray([...segmented.keys()], { minLength: segmented.length })
    const shuffled = fc.tuple(order, fc.shuffledSubarray(alignments, { minLength: alignments.length }))
    fc.assert(
      fc.property(shuffled, ([from, list]) => {
        const places = new Map(from.map((index, place) => [index, place]))
        const other = lineage(
          from.map(index => segmented[index]!),
          list.map(one => moved(one, places)),
        )
        expect(other).toEqual(expected)
      }),
      { seed: 11, numRuns: 5 },
    )
  })
})
