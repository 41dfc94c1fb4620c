import { existsSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { readStock, STOCK_FOLDERS } from "../../bench/descent/made/stock.ts"
import { written } from "../../bench/origins/made/frames.ts"
import { makeOriginsWorld } from "../../bench/origins/made/world.ts"

const data = process.env.HEARSAY_DATA ?? ""
const absent = STOCK_FOLDERS.some(folder => !existsSync(join(data, folder)))

describe.skipIf(absent)("made worlds of origins", () => {
  const worlds = () => [2001, 2002, 2003, 2004].map(seed => makeOriginsWorld(seed, readStock(data)))

  it("are the same for the same seed", () => expect(worlds()).toEqual(worlds()))

  it("state their claims in the reports that attest them", () => {
    for (const { reports, claims } of worlds())
      for (const { sentences, number } of claims)
        for (const [report, sentence] of Object.entries(sentences)) {
          expect(reports.find(({ id }) => id === report)!.text).toContain(sentence)
          if (number !== undefined) expect(sentence).toContain(written(number))
        }
  })

  it("have at least as many origins as families state a claim of the first text, and no more than reports", () => {
    for (const { claims } of worlds())
      for (const { origins, sentences } of claims) {
        expect(origins).toBeGreaterThan(0)
        expect(origins).toBeLessThanOrEqual(Object.keys(sentences).length)
      }
  })

  it("have conflicts in which the maker and all heirs state the other value", () => {
    for (const { claims, conflicts } of worlds())
      for (const { claims: ids, firstBy, inheritedBy } of conflicts) {
        const [before, other] = ids.map(id => claims.find(claim => claim.id === id)!)
        expect(before!.number).not.toBe(other!.number)
        expect(Object.keys(other!.sentences)).toEqual(
          expect.arrayContaining([...inheritedBy, ...(firstBy ? [firstBy] : [])]),
        )
      }
  })
})
