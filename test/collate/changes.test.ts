import { describe, expect, it } from "vitest"
import type { Variant } from "../../src/model/variant.ts"
import { compare } from "../../src/pipeline.ts"

const BEFORE = "The harbour board met on Tuesday in the old customs house."
const AFTER = "Its members will meet again when the dredging is done."

/** The variants of two reports that differ in one sentence. */
function changes(a: string, b: string): readonly Variant[] {
  return compare({ text: `${BEFORE} ${a} ${AFTER}` }, { text: `${BEFORE} ${b} ${AFTER}` }).variants
}

const first = (a: string, b: string) => {
  const [variant] = changes(a, b)
  return variant && `${variant.severity} ${variant.kind}`
}

describe("one fact that differs comes first, with its kind", () => {
  it.each([
    [
      "a figure",
      "It paid 340 mln dlrs for the new dredger.",
      "It paid 240 mln dlrs for the new dredger.",
      "detail number-changed",
    ],
    [
      "the same figure twice, one changed",
      "It paid 25 cts vs 25 cts in the spring quarter.",
      "It paid 29 cts vs 25 cts in the spring quarter.",
      "detail number-changed",
    ],
    [
      "a fraction",
      "The levy rose 2-1/2 pct for the larger ferries.",
      "The levy rose 2-3/4 pct for the larger ferries.",
      "detail number-changed",
    ],
    [
      "a unit of wire copy",
      "It paid 34 cts a share to the old owners.",
      "It paid 34 dlrs a share to the old owners.",
      "detail unit-changed",
    ],
    [
      "a unit and a word that is none",
      "The levy rose by 30 pct for the larger ferries.",
      "The levy rose by 30 points for the larger ferries.",
      "detail unit-changed",
    ],
    [
      "the day of a month",
      "The levy is due on March 13 for all the ferries.",
      "The levy is due on March 15 for all the ferries.",
      "detail date-changed",
    ],
    [
      "a month named twice",
      "Its March sales were better than the sales of March last year.",
      "Its August sales were better than the sales of March last year.",
      "detail date-changed",
    ],
    [
      "a quarter",
      "The board made a profit in the first quarter of its year.",
      "The board made a profit in the third quarter of its year.",
      "detail date-changed",
    ],
    [
      "a name",
      "It was founded by Harald Brenmoor in the hills.",
      "It was founded by Harald Brenmaar in the hills.",
      "detail name-garbled",
    ],
    [
      "a name that only sounds the same",
      "It was founded by Harald Reidmoor in the hills.",
      "It was founded by Harald Ridmoor in the hills.",
      "detail name-garbled",
    ],
    [
      "a code",
      "The owner is Tollan Dredging <TDLN> of the capital.",
      "The owner is Tollan Dredging <TLDN> of the capital.",
      "detail name-garbled",
    ],
    [
      "two names exchanged",
      "Brenmoor sold the ferry line to Askew last winter.",
      "Askew sold the ferry line to Brenmoor last winter.",
      "sense role-changed",
    ],
    [
      "a noun",
      "The board bought a new warehouse beside the quay.",
      "The board bought a new crane beside the quay.",
      "detail word-replaced",
    ],
    [
      "a contrary",
      "Its net profit was 34 mln dlrs for the year.",
      "Its net loss was 34 mln dlrs for the year.",
      "sense sense-reversed",
    ],
  ])("%s", (_, a, b, expected) => expect(first(a, b)).toBe(expected))
})

describe("no fact differs", () => {
  const facts = (a: string, b: string) =>
    changes(a, b).filter(({ severity }) => severity === "sense" || severity === "detail")
  it.each([
    ["a scale behind a hyphen", "It made a 40-mln-dlr purchase of cranes.", "It made a 40 mln dlr purchase of cranes."],
    ["a scale said once for two", "It moved 15.5 mln and 16.5 mln tonnes.", "It moved 15.5 and 16.5 mln tonnes."],
    [
      "a nation in full and in short",
      "The board asked the United States for a loan.",
      "The board asked the U.S. for a loan.",
    ],
    [
      "a form in short",
      "The owner is Tollan Dredging Corporation of Kelder.",
      "The owner is Tollan Dredging Corp of Kelder.",
    ],
    [
      "a slip of the keys in a common word",
      "The board spoke of other institutions in the bay.",
      "The board spoke of other insitutions in the bay.",
    ],
    [
      "a mark that stands for an apostrophe",
      "The men don't believe that the board will pay.",
      'The men don"t believe that the board will pay.',
    ],
    ["a unit in short", "It paid 75 mln dollars for the new cranes.", "It paid 75 mln dlrs for the new cranes."],
    [
      "a bound said in two ways",
      "The boats come at least three times a year.",
      "The boats come three or more times a year.",
    ],
    ["without doubt", "It is without doubt the best harbour of the bay.", "It is the best harbour of the bay."],
    [
      "an actor read twice",
      "You can rest and watching the boats come in.",
      "You can rest and watch the boats come in.",
    ],
    [
      "faced and faced with",
      "The board faces a choice between two quays.",
      "The board is faced with a choice between two quays.",
    ],
    [
      "listed names in another order",
      "It dredges Kelder and Askew in the spring.",
      "It dredges Askew and Kelder in the spring.",
    ],
  ])("%s", (_, a, b) => expect(facts(a, b).map(({ note }) => note)).toEqual([]))
})

it("puts facts before what is left out, and the closest copy first", () => {
  const a =
    "The board paid 340 mln dlrs for the dredger. Askew, who built it, thanked the crew of the old ferry and the harbour master. The levy is due in March for every ferry in the bay."
  const b = "The board paid 240 mln dlrs for the dredger. For ferries in the bay the levy now is due in April."
  expect(
    changes(a, b)
      .filter(({ severity }) => severity === "detail")
      .map(({ kind }) => kind),
  ).toEqual(["number-changed", "date-changed", "omission"])
})

it("sets a heading of figures beside the heading that stands in its place", () => {
  const report = (heading: string) => ({
    text: `Shr 81 cts vs 57 cts\n\nNet 3,660,273 vs 2,437,914\n\n${heading}\n\nShr 29 cts vs 12 cts\n\nNet 1,325,755 vs 483,559\n\nThe harbour board said so on Tuesday in the customs house.`,
  })
  const { variants } = compare(report("Nine mths"), report("Year"))
  expect(variants.map(({ kind, severity }) => `${severity} ${kind}`)[0]).toBe("detail date-changed")
  expect(
    compare(report("Six mths"), report("1st half")).variants.filter(({ kind }) => kind === "date-changed"),
  ).toEqual([])
})
