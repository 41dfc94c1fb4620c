import { describe, expect, it } from "vitest"
import { hold, raised } from "../../bench/floors.ts"

const f1 = (value: number) => ({ f1: { value, better: "higher" as const } })
const error = (value: number) => ({ error: { value, better: "lower" as const } })

describe("floors", () => {
  it.each([
    ["at the floor", f1(0.9), { f1: 0.9 }, true],
    ["below it", f1(0.89), { f1: 0.9 }, false],
    ["where less is better, above it", error(0.06), { error: 0.05 }, false],
    ["where less is better, below it", error(0.04), { error: 0.05 }, true],
    ["a measure that was dropped", {}, { f1: 0.9 }, false],
    ["a measure that is not a number", f1(Number.NaN), { f1: 0.9 }, false],
    ["a measure without a floor", f1(0.1), {}, true],
  ])("%s", (_, scores, floors, holds) => {
    expect(hold(scores, floors).every(held => held.holds)).toBe(holds)
  })

  it.each([
    ["a better score raises it", f1(0.95), { f1: 0.9 }, { f1: 0.95 }],
    ["a worse one leaves it", f1(0.85), { f1: 0.9 }, { f1: 0.9 }],
    ["less is better: a smaller one moves it down", error(0.04), { error: 0.05 }, { error: 0.04 }],
    ["less is better: a larger one leaves it", error(0.06), { error: 0.05 }, { error: 0.05 }],
    ["a new one is set, rounded to the safe side", f1(0.123456), {}, { f1: 0.1234 }],
    ["one that was not measured stays", f1(0.5), { f1: 0.5, recall: 0.7 }, { f1: 0.5, recall: 0.7 }],
  ])("%s", (_, scores, floors, next) => {
    expect(raised(scores, floors)).toEqual(next)
  })
})
