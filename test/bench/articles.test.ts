import { describe, expect, it } from "vitest"
import { checkOverlaps } from "../../bench/articles/check.ts"
import { articleOf } from "../../bench/articles/ours.ts"
import { overlap, scoreArticles } from "../../bench/articles/score.ts"
import { extract } from "../../src/extract/extract.ts"

const page = (truth: string, found: string) => ({ id: "page", truth, found, overlap: overlap(truth, found) })

describe("the measure of article text", () => {
  it.each([
    ["the same text", "a b c d e", "a b c d e", [2, 0, 0]],
    ["a line too many", "a b c d e", "x y a b c d e", [2, 2, 0]],
    ["a line too few", "a b c d e f", "a b c d", [1, 0, 2]],
    ["a repeated stretch counts as often as it stands in both", "a b c d a b c d", "a b c d", [1, 0, 4]],
    ["nothing found", "a b c d", "", [0, 0, 1]],
    ["short texts", "a b", "a b", [1, 0, 0]],
  ] as const)("%s", (_, truth, found, [both, onlyFound, onlyTruth]) => {
    expect(overlap(truth, found)).toEqual({ both, onlyFound, onlyTruth })
    expect(checkOverlaps([page(truth, found)]).wrong).toEqual([])
  })

  it("takes means over pages first", () => {
    const { precision, recall, f1 } = scoreArticles([overlap("a b c d", "a b c d"), overlap("a b c d", "a b c d e")])
    expect([precision, recall]).toEqual([0.75, 1])
    expect(f1).toBeCloseTo(6 / 7)
  })

  it("reports a score that is off by one", () => {
    const { overlap: right, ...rest } = page("a b c d e", "a b c d x")
    expect(checkOverlaps([{ ...rest, overlap: { ...right, both: right.both + 1 } }]).wrong).toHaveLength(1)
  })
})

it("the article text is the text without title, furniture and credit lines", () => {
  const body =
    "KELDER BAY (AP) — The ferry left the harbour at noon and had not been seen by the evening, officials said."
  const text = ["Ferry lost at sea", "By Jane Doe", "Share on Facebook", body, "Related Articles"].join("\n\n")
  expect(articleOf(extract([{ title: "Ferry lost at sea", text }]).witnesses[0]!).trim()).toBe(body)
})
