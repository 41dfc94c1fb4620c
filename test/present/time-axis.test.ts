import { describe, expect, it } from "vitest"
import { timeAxis } from "../../src/present/time-axis.ts"
import { dayAndTime, when } from "../../src/present/when.ts"

const HOUR = 3_600_000
const hours = (...list: number[]) => list.map(hour => hour * HOUR)

describe("timeAxis", () => {
  it("draws even times to scale", () => {
    const { xOf, cuts } = timeAxis(hours(0, 5, 10), 0, 1000)
    expect([xOf(0), xOf(5 * HOUR), xOf(10 * HOUR)]).toEqual([0, 500, 1000])
    expect(cuts).toEqual([])
  })

  it("cuts out the empty days between a burst and a straggler, and says how many", () => {
    const { xOf, cuts } = timeAxis(hours(0, 1, 2, 3, 243), 0, 1000)
    expect(cuts.map(({ label }) => label)).toEqual(["10 days"])
    expect(xOf(3 * HOUR)).toBeCloseTo(880)
  })

  it("gives no two ticks the same place", () => {
    const { ticks } = timeAxis(hours(0, 1, 2, 3, 243), 0, 320)
    expect(ticks.slice(1).every(({ x }, index) => x - ticks[index]!.x > 50)).toBe(true)
  })

  it("names a day once", () => {
    const days = timeAxis(hours(20, 26, 30), 0, 1000).ticks.map(({ day }) => day)
    expect(days.filter(Boolean)).toEqual(["1 Jan 1970", "2 Jan 1970"])
  })

  it("stands with a single moment", () => expect(timeAxis(hours(7), 10, 1000).xOf(7 * HOUR)).toBe(10))
})

describe("when", () => {
  it.each([
    ["a day", "2024-05-03", "3 May 2024"],
    ["a moment in UTC", "2024-05-02T06:10:00Z", "2 May 2024, 06:10"],
    ["a moment elsewhere", "2024-05-02T01:15:00.250+02:00", "1 May 2024, 23:15"],
    ["a moment without a zone is taken as UTC", "2024-05-02T06:10", "2 May 2024, 06:10"],
  ])("%s", (_, iso, expected) => expect(dayAndTime(when(iso)!)).toBe(expected))

  it.each([undefined, "", "yesterday", "2024-13"])("does not guess from %s", text => expect(when(text)).toBeUndefined())
})
