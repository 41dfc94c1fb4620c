import { existsSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { BENCHES } from "../../bench/benches.ts"
import { digest } from "../../bench/digest.ts"
import { hold, readFloors } from "../../bench/floors.ts"

const data = process.env.HEARSAY_DATA
const measured = Object.entries(BENCHES).filter(([, bench]) => bench.reads.length > 0)

// The fixed sample of each benchmark, held to its floors. Without HEARSAY_DATA these are skipped.
describe.each(measured)("benchmark %s, sample", (name, bench) => {
  const absent = bench.reads.filter(folder => data === undefined || !existsSync(join(data, folder)))
  it.skipIf(absent.length > 0)(
    "keeps its floors and agrees with the plain implementations",
    { timeout: 600_000 },
    async () => {
      const floors = readFloors()[name]
      expect(floors?.data, "the data the floors were measured on").toBe(digest(data!, bench.reads))
      const { scores, checks } = await bench.run({ data, sample: true, onProgress: () => {} })
      expect(hold(scores, floors!.sample).filter(held => !held.holds || held.floor === undefined)).toEqual([])
      expect(checks.flatMap(check => check.wrong)).toEqual([])
      expect(checks.every(check => check.compared > 0)).toBe(true)
    },
  )
})

it("has floors for every benchmark that reads data, and for no other", () => {
  expect(Object.keys(readFloors()).sort()).toEqual(measured.map(([name]) => name).sort())
})
