import { expect, it } from "vitest"
import type { ClaimValue } from "../../src/model/claim.ts"
import type { Witness } from "../../src/model/report.ts"
import { figureInShort } from "../../src/present/figure.ts"
import { segment } from "../../src/segment/segment.ts"

const witness = (text: string): Witness => ({ id: "A", where: "A", credits: [], creditLines: [], text, furniture: [] })

/** How the first figure of a text is shown. */
function shown(text: string): string {
  const { number, upTo, unit, of, hedge, phrase } = segment([witness(text)])[0]!.figures[0]!
  const words = text.slice(phrase.start, phrase.end)
  return figureInShort({ number, unit, of, words, ...(hedge && { hedge }), ...(upTo !== undefined && { upTo }) })
}

it.each([
  ["The town lost a third of exports.", "a third of exports"],
  ["The storm left at least 19 injured.", "at least 19 injured"],
  ["She played there for two seasons.", "two seasons"],
  ["A 6,000-meter wall was built.", "6,000-meter wall"],
  ["They moved 22m tonnes of grain.", "22m tonnes of grain (22 million tons)"],
  ["Prices rose from 10 to 12 percent.", "10%"],
  ["Maria Lopez, 42, met them.", "aged 42"],
  ["Between 3 and 5 workers stayed.", "Between 3 and 5 workers"],
  ["They paid £3m.", "£3m (GBP 3 million)"],
])("%s", (text, expected) => expect(shown(text)).toBe(expected))

it.each([
  [{ number: 310, unit: "", of: "people", hedge: "at least" }, "at least 310 people"],
  [{ number: 40, unit: "mile per hour", of: "" }, "40 miles per hour"],
  [{ number: 5e9, unit: "USD", of: "damage" }, "USD 5 billion damage"],
] satisfies [ClaimValue, string][])("without words: %o", (value, expected) =>
  expect(figureInShort(value)).toBe(expected),
)
