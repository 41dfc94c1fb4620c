import { join } from "node:path"
import fc from "fast-check"
import { beforeAll, describe, expect, it } from "vitest"
import type { Report } from "../src/model/report.ts"
import { trace } from "../src/pipeline.ts"
import { read } from "../src/read/read.ts"

describe("the order in which reports come", () => {
  let reports: Report[]
  beforeAll(async () => {
    reports = (await read([join(import.meta.dirname, "../examples/harbour")])).reports
  })

  it("does not change the findings on the example", () => {
    const expected = JSON.stringify(trace(reports))
    fc.assert(
      fc.property(fc.shuffledSubarray(reports, { minLength: reports.length }), shuffled => {
        expect(JSON.stringify(trace(shuffled))).toBe(expected)
      }),
      { numRuns: 3, seed: 7 },
    )
  })

  it("does not change the findings on any part of it", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(reports, { minLength: 2, maxLength: 5 }), part => {
        expect(JSON.stringify(trace([...part].reverse()))).toBe(JSON.stringify(trace(part)))
      }),
      { numRuns: 12, seed: 11 },
    )
  })

  it("does not change the findings where dates are gone and texts are equal", () => {
    const bare = reports.slice(0, 6).flatMap(({ html, text, title }) => {
      const report: Report = { ...(html && { html }), ...(text && { text }), ...(title && { title }) }
      return [report, report]
    })
    expect(JSON.stringify(trace([...bare].reverse()))).toBe(JSON.stringify(trace(bare)))
  })
})
