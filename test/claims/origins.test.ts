import { describe, expect, it } from "vitest"
import { countOrigins, descentOf, linesOf } from "../../src/claims/origins.ts"
import { parseStemma } from "../notation.ts"

describe("countOrigins", () => {
  it.each([
    ["copies of a lost wire story are one origin", "ω > A B C", "A B C", 1],
    ["two desks that never touched are two origins", "A > B; C > D", "A B C D", 2],
    ["a claim passes through a copy that dropped it", "A > B; B > C", "A C", 1],
    ["a claim passes through a lost text", "A > ω; ω > B C", "A B C", 1],
    ["two children of a text that dropped it are one", "A > B C", "B C", 1],
    ["one report is one origin", "A > B", "B", 1],
    ["a round-up of two sources is not a third", "A > R; B > R", "A B R", 2],
    ["a round-up does not make its two sources one", "A > R; B > R", "A B", 2],
    ["a round-up that has it from one source joins that one", "A > R; B > R", "B R", 1],
    ["two round-ups of the same sources alone are one", "α > A B; β > A B", "A B", 1],
    ["a round-up joins the line that is there", "α > A R; β > R", "A R", 1],
    ["lost texts under a lost text are one", "α > β γ; β > A B; γ > C", "A C", 1],
    ["texts said to be made from each other are one", "A > B; B > A", "A B", 1],
    ["nobody attests, no origin", "A > B", "", 0],
  ])("%s", (_, stemma, attesting, origins) =>
    expect(countOrigins(attesting.split(" ").filter(Boolean), parseStemma(stemma))).toBe(origins),
  )

  it("does not depend on the order of witnesses or edges", () => {
    const { edges } = parseStemma("α > A R; β > B R; A > C; R > D")
    const descent = descentOf(edges.toReversed())
    expect(linesOf(["D", "C", "B"], descent)).toEqual(linesOf(["B", "C", "D"], descentOf(edges)))
  })
})

it.each([
  ["the report that has it first", "A > B; B > C D", "B C D", "B"],
  ["the lowest text above all", "α > β E; β > A B", "A B", "β"],
])("a line begins at %s", (_, stemma, attesting, from) =>
  expect(linesOf(attesting.split(" "), descentOf(parseStemma(stemma).edges))).toMatchObject([{ from }]),
)
