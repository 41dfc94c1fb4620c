import { expect, it } from "vitest"
import { likenessOf } from "../../src/claims/wording.ts"

it.each([
  ["the same words", "it sank at noon", "it sank at noon", 1],
  ["a word put in", "it sank at noon", "it sank fast at noon", 0.8],
  ["another order", "a b c d", "d a b c", 0.75],
  ["nothing in common", "a b", "c d", 0],
  ["no words", "", "", 1],
  ["no words against some", "", "a b", 0],
])("likeness of words: %s", (_, x, y, like) =>
  expect(likenessOf(x.split(" ").filter(Boolean), y.split(" ").filter(Boolean))).toBeCloseTo(like),
)
