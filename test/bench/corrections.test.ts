import { describe, expect, it } from "vitest"
import { checkLists, checkNearPairs, checkPlants, checkQuiet } from "../../bench/corrections/checks.ts"
import { KINDS_OF_LABEL, rankOf } from "../../bench/corrections/labelled.ts"
import { nearPairs } from "../../bench/corrections/near-pairs.ts"
import { PLANT_KINDS, plant, rankOfPlant } from "../../bench/corrections/planted.ts"
import { keyOf, quietOf, shareRight } from "../../bench/corrections/quiet.ts"
import type { Variant } from "../../src/model/variant.ts"

const TEXTS = [
  "the ferry met the dredger in thick fog late on monday",
  "the ferry met the dredger in thick fog late on tuesday",
  "wheat prices rose again in the old customs house today",
]

/** A variant of two one-line texts: kind, severity, what stood there, what stands there. */
function variant(kind: Variant["kind"], severity: Variant["severity"], before: string, after: string): Variant {
  const reading = (witness: string, text: string) =>
    ({ kind: "text", witness, span: { start: 0, end: text.length }, text }) as const
  return { kind, severity, note: "", readings: [reading("a", before), reading("b", after)] }
}

describe("near pairs", () => {
  const found = nearPairs(TEXTS, 0.5)
  it("are found", () => expect(found.map(({ a, b }) => [a, b])).toEqual([[0, 1]]))
  it("agree with all pairs", () => expect(checkNearPairs(TEXTS, found, 0.5)).toMatchObject({ compared: 3, wrong: [] }))
  it("are reported when one is lost or made up", () => {
    expect(checkNearPairs(TEXTS, [], 0.5).wrong).toHaveLength(1)
    expect(checkNearPairs(TEXTS, [...found, { a: 0, b: 2, jaccard: 0.9 }], 0.5).wrong).toHaveLength(1)
  })
})

describe("lists of variants", () => {
  const [sense, wording] = [
    variant("sense-reversed", "sense", "rose", "fell"),
    variant("reworded", "wording", "rose", "fell"),
  ]
  const texts = ["rose", "fell"] as const
  it("pass when they are worst first", () =>
    expect(checkLists([{ variants: [sense, wording], texts }])).toMatchObject({ compared: 2, wrong: [] }))
  it("are reported when a lesser change stands before a worse one", () =>
    expect(checkLists([{ variants: [wording, sense], texts }]).wrong).toHaveLength(1))
  it("are reported when a reading does not stand at its place", () =>
    expect(checkLists([{ variants: [sense], texts: ["rose", "sank"] }]).wrong).toHaveLength(1))
})

describe("labelled corrections", () => {
  const label = { original: "1", corrected: "2", type: "number", old: "600", new: "500" }
  const right = variant("number-changed", "detail", "600 mln", "500 mln")
  it("have their place in the list", () =>
    expect(rankOf([variant("omission", "detail", "a", "b"), right], label)).toBe(2))
  it("do not count under a wrong kind, or with other words", () => {
    expect(rankOf([{ ...right, kind: "date-changed" }], label)).toBe(0)
    expect(rankOf([variant("number-changed", "detail", "600 mln", "400 mln")], label)).toBe(0)
  })
  it("of two exchanged names count either way", () => {
    const swap = { ...label, type: "name-swap", old: "Brenmoor<>Askew (whose ferry)", new: "swapped" }
    expect(rankOf([variant("role-changed", "sense", "Askew", "Brenmoor")], swap)).toBe(1)
    expect(rankOf([variant("role-changed", "sense", "Askew", "Askew")], swap)).toBe(0)
  })
  it("have kinds for every label", () =>
    expect(Object.values(KINDS_OF_LABEL).every(kinds => kinds.length > 0)).toBe(true))
})

describe("planted changes", () => {
  const text =
    "The board of Brenmoor paid 340 mln dlrs on Monday for a new oil plant and may buy more.\n\nThe board said the price rose again."
  const story = { id: "7", title: "A title", text, day: 1 }
  const other = { ...story, id: "9", text: "The men of Askewton met the crew of Kelderby today." }
  const plants = PLANT_KINDS.flatMap(kind => {
    const planted = plant(kind, story, { ...story, id: "8" }, other)
    return planted ? [{ copy: text, planted }] : []
  })
  it("are one change each, the same every time", () => {
    expect(plants.length).toBeGreaterThan(6)
    expect(checkPlants(plants)).toMatchObject({ compared: plants.length, wrong: [] })
    expect(plant("number", story, { ...story, id: "8" }, other)).toEqual(
      plant("number", story, { ...story, id: "8" }, other),
    )
  })
  it("are reported when more was changed", () => {
    const [{ copy, planted }] = plants as [(typeof plants)[number]]
    expect(checkPlants([{ copy, planted: { ...planted, text: `${planted.text} More.` } }]).wrong).toHaveLength(1)
  })
  it("count under a right kind at the changed words only", () => {
    const planted = { kind: "date", text, from: "Monday", to: "Friday", isQuoted: false } as const
    expect(rankOfPlant([variant("date-changed", "detail", "Monday", "Friday")], planted)).toBe(1)
    expect(rankOfPlant([variant("date-changed", "detail", "Sunday", "Friday")], planted)).toBe(0)
    expect(rankOfPlant([variant("number-changed", "detail", "Monday", "Friday")], planted)).toBe(0)
  })
})

describe("the quiet test", () => {
  const one = variant("sense-reversed", "sense", "rose", "fell")
  const lists = new Map([["1 2", [one, variant("reworded", "wording", "x", "y")]]])
  const judged = { [keyOf("1 2", one)]: { right: true, why: "rose fell" } }
  it("counts what was judged", () => {
    const quiet = quietOf(lists, judged)
    expect(quiet).toEqual({ pairs: 1, found: 1, right: 1, unjudged: [] })
    expect(checkQuiet(lists, judged, quiet).wrong).toEqual([])
  })
  it("takes what nobody judged for wrong, and lists it", () => {
    const quiet = quietOf(lists, {})
    expect([shareRight(quiet), quiet.unjudged]).toEqual([0, [keyOf("1 2", one)]])
  })
  it("asks for a new judgement when a reading changes", () =>
    expect(keyOf("1 2", variant("sense-reversed", "sense", "rose", "sank"))).not.toBe(keyOf("1 2", one)))
  it("is reported when the count is wrong", () => {
    const quiet = quietOf(lists, judged)
    expect(checkQuiet(lists, judged, { ...quiet, right: 0 }).wrong).toHaveLength(1)
    expect(checkQuiet(lists, judged, { ...quiet, found: 2, unjudged: ["x"] }).wrong).toHaveLength(2)
  })
})
