import { describe, expect, it } from "vitest"
import { type FoundReport, measureFound, sharesOf } from "../../bench/scale/found.ts"
import { groupsOf } from "../../bench/scale/groups.ts"
import type { TruthLine } from "../../bench/scale/made/maker.ts"

// Two families (a copy and an excerpt of a; a rewrite of d), the wire story with three copies, and the seeds.
const truth: TruthLine[] = [
  { url: "a", story: "1" },
  { url: "b", story: "1", parent: "a", kind: "copy" },
  { url: "c", story: "1", parent: "b", kind: "excerpt" },
  { url: "d", story: "2" },
  { url: "e", story: "2", parent: "d", kind: "rewrite" },
  { url: "w", story: "wire" },
  { url: "x", story: "wire", parent: "w", kind: "copy" },
  { url: "y", story: "wire", parent: "w", kind: "copy" },
  { url: "s", story: "seeds" },
  { url: "t", story: "seeds" },
]

/** Families as "a b c | d e"; what stands alone is in none. */
function found(families: string, alone = "u"): FoundReport[] {
  const together = families
    .split(" | ")
    .flatMap((family, k) => family.split(" ").map((url): FoundReport => [url, `${k}`]))
  return [...together, ...alone.split(" ").map((url): FoundReport => [url, undefined])]
}

describe("what of the planted kin was found", () => {
  it.each([
    ["all", "a b c | d e | w x y | s t", { copy: 1, excerpt: 1, rewrite: 1, precision: 1 }],
    [
      "a copy in another family than its source",
      "a c | b u | d e | w x y | s t",
      { copy: 0, excerpt: 0, rewrite: 1, precision: 3 / 4 },
    ],
    ["two stories in one family", "a b c d e | w x y | s t", { copy: 1, excerpt: 1, rewrite: 1, precision: 5 / 11 }],
    ["a stranger in a family", "a b c u | d e | w x y | s t", { copy: 1, excerpt: 1, rewrite: 1, precision: 5 / 8 }],
    [
      "a stranger among the wire copies",
      "a b c | d e | w x y u | s t",
      { copy: 1, excerpt: 1, rewrite: 1, precision: 5 / 8 },
    ],
  ])("%s", (_, families, shares) => {
    expect(sharesOf(measureFound(found(families, "v"), truth))).toMatchObject(shares)
  })

  it("counts a report that is in no family, and one that is not there, as not found", () => {
    const { pairs } = measureFound(found("a b | w x y", "c d"), truth)
    expect(pairs).toEqual({
      copy: { planted: 1, found: 1 },
      excerpt: { planted: 1, found: 0 },
      rewrite: { planted: 1, found: 0 },
    })
  })

  it("tells how many wire copies are together, and in how many families", () => {
    expect(measureFound(found("w x | y a"), truth).wire).toEqual({ planted: 3, inOne: 2, families: 2 })
  })

  it.each([
    ["s t", true],
    ["s t u", false],
    ["s u | t v", false],
    ["s t w", false],
  ])("of the seeds in %s says %s", (families, is) => {
    expect(measureFound(found(families), truth).hidden).toEqual({ seeds: is })
  })
})

it("puts together what pairs connect", () => {
  const groups = groupsOf(6, [
    [0, 3],
    [4, 3],
    [1, 2],
  ])
  expect([...groups]).toEqual([0, 1, 1, 0, 0, 5])
})
