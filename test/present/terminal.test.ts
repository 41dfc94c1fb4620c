import { describe, expect, it } from "vitest"
import { columns } from "../../src/present/columns.ts"
import { comparisonText } from "../../src/present/comparison.ts"
import { json } from "../../src/present/json.ts"
import { terminal } from "../../src/present/terminal.ts"
import { comparison, findings } from "./fixture.ts"
import { expectGolden } from "./golden.ts"
import { HOSTILE, poisoned } from "./hostile.ts"

const EMPTY = { witnesses: [], families: [], stories: [], claims: [], conflicts: [], problems: [] }

describe("terminal", () => {
  it("prints the invented case as its golden file has it", () => expectGolden("terminal.txt", terminal(findings)))

  it("prints everything when all is asked for", () =>
    expectGolden("terminal-all.txt", terminal(findings, { all: true })))

  it("says nothing by colour alone", () => {
    const coloured = terminal(findings, { color: true })
    expect(coloured).toContain("\u001b[")
    expect(coloured.replace(/\u001b\[\d+m/g, "")).toBe(terminal(findings))
  })

  it.each([40, 60, 80, 132])("keeps within %i columns", width => {
    for (const line of terminal(findings, { width, all: true }).split("\n"))
      expect(columns(line), line).toBeLessThanOrEqual(width)
  })

  it("says so when there is nothing", () => {
    expect(terminal(EMPTY)).toBe("0 reports · 0 families · 0 loners.\nThere is no report to look at.\n")
  })

  it.each(Object.entries(HOSTILE))("obeys no report, whatever stands in it: %s", (_, poison) => {
    const text = terminal(poisoned(findings, poison), { all: true })
    expect(text).not.toMatch(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u2028\u2029]|\p{Surrogate}/u,
    )
    for (const line of text.split("\n")) expect(columns(line)).toBeLessThanOrEqual(80)
  })
})

describe("comparisonText", () => {
  it("prints two invented reports side by side", () =>
    expectGolden("comparison.txt", comparisonText(comparison, { all: true })))

  it("turns the shares round when the left report has the larger id", () => {
    const [left, right] = comparison.witnesses
    expect(comparisonText(comparison)).toContain("88% of the left and 90% of the right")
    expect(comparisonText({ ...comparison, witnesses: [right, left] })).toContain(
      "90% of the left and 88% of the right",
    )
  })

  it("says so when nothing shared is long enough", () => {
    const { kinship, ...rest } = comparison
    const without = { ...rest, kinship: { ...kinship!, passages: [] }, passages: [] }
    expect(comparisonText(without).replace(/\s+/g, " ")).toContain("none of it long enough for a passage")
  })

  it("says so when they share nothing", () => {
    const { kinship: _, ...rest } = comparison
    expect(comparisonText({ ...rest, passages: [], variants: [] })).toContain("share no passage")
  })
})

describe("json", () => {
  it("gives the record back", () => expect(JSON.parse(json(findings))).toEqual(findings))

  it("ends in a line feed", () => expect(json(EMPTY).endsWith("}\n")).toBe(true))
})
