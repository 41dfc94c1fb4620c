import { describe, expect, it } from "vitest"
import { checkContained, containedPairs } from "../../bench/kinship/containment.ts"
import { checkCounts, countPairs, mixedFamilies, pairScore, storyById } from "../../bench/kinship/families.ts"

const storyOf = storyById({
  stories: [
    { story: "ferry", what: "", reports: ["a", "b", "c"] },
    { story: "grain", what: "", reports: ["d", "e"] },
  ],
  roundUps: ["r"],
  pictures: [],
  alone: ["x"],
})

describe("families against stories", () => {
  it.each([
    ["each story a family", ["abc", "de"], [4, 0, 0], 0],
    ["a story in two families", ["ab", "c", "de"], [2, 0, 2], 0],
    ["a stranger in a family", ["abcx", "de"], [4, 3, 0], 0],
    ["two stories in one family", ["abcde"], [4, 6, 0], 1],
    ["a round-up with one of its stories", ["abcr", "de"], [4, 0, 0], 0],
    ["a round-up that brings two together", ["abrde"], [2, 4, 2], 1],
    ["no families", [], [0, 0, 4], 0],
  ] as const)("%s", (_, written, [both, onlyFamily, onlyStory], mixed) => {
    const families = written.map(family => [...family])
    const counts = countPairs(families, storyOf)
    expect(counts).toEqual({ both, onlyFamily, onlyStory })
    expect(checkCounts(families, storyOf, counts).wrong).toEqual([])
    expect(mixedFamilies(families, storyOf)).toHaveLength(mixed)
  })

  it("gives precision and recall of pairs", () => {
    expect(pairScore({ both: 2, onlyFamily: 2, onlyStory: 6 })).toEqual({ precision: 0.5, recall: 0.25 })
  })

  it("reports counts that are off by one", () => {
    const families = [["a", "b"]]
    const { both, ...rest } = countPairs(families, storyOf)
    expect(checkCounts(families, storyOf, { ...rest, both: both + 1 }).wrong).toEqual(["both: 2 but plainly 1"])
  })
})

describe("kinships against containment", () => {
  const reports = [
    { id: "long", text: "one two three four five six seven eight nine ten" },
    { id: "short", text: "Two, three, four, five, six, seven." },
    { id: "other", text: "a b c d e f g h i j" },
  ]
  const contained = containedPairs(reports, 0.5)

  it("finds the pairs of which the one has half of the other", () => {
    expect(contained).toEqual([{ a: "long", b: "short", containment: 1 }])
  })

  it.each([
    ["kin, whichever comes first", [{ a: "short", b: "long", kind: "excerpt" }], 0],
    ["no kinship", [], 1],
    ["a quotation only", [{ a: "long", b: "short", kind: "shared-quotation" }], 1],
  ] as const)("%s", (_, kin, wrong) => {
    expect(checkContained(contained, kin).wrong).toHaveLength(wrong)
  })
})
