import { existsSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { chanceOf } from "../../bench/descent/made/chance.ts"
import { pairSentences } from "../../bench/descent/made/pairs.ts"
import { changesOf } from "../../bench/descent/made/phrases.ts"
import { readStock, STOCK_FOLDERS } from "../../bench/descent/made/stock.ts"
import { makeTradition, type Tradition } from "../../bench/descent/made/tradition.ts"

const data = process.env.HEARSAY_DATA ?? ""
const absent = data === "" || STOCK_FOLDERS.some(folder => !existsSync(join(data, folder)))

describe("where the rewording comes from", () => {
  it("pairs the sentences of two texts in their order and leaves out what has no partner", () => {
    const before = ["The ferry left the harbour at noon.", "Nobody was hurt.", "Wheat prices rose again on Monday."]
    const after = ["The ferry left the port at midday.", "Wheat prices rose once more on Monday."]
    expect(pairSentences(before, after)).toEqual([
      { before: before[0], after: after[0] },
      { before: before[2], after: after[1] },
    ])
  })

  it("harvests the phrases between common neighbours, without names and figures", () => {
    const before = "The ferry left Halden at noon on 4 May with many people."
    const after = "The boat left Kessel at midday on 5 May with a lot of people."
    expect(changesOf({ before, after })).toEqual([
      { from: "ferry", to: "boat" },
      { from: "noon", to: "midday" },
      { from: "many", to: "a lot of" },
    ])
  })

  it("draws the same numbers for the same seed and others for another", () => {
    const draw = (seed: number) => Array.from({ length: 5 }, chanceOf(seed).unit)
    expect(draw(3)).toEqual(draw(3))
    expect(draw(3)).not.toEqual(draw(4))
  })
})

describe.skipIf(absent)("made traditions", () => {
  const made = absent ? [] : Array.from({ length: 40 }, (_, k) => makeTradition(2001 + k, readStock(data)))
  const childrenOf = ({ truth }: Tradition, node: string) => truth.edges.filter(([parent]) => parent === node)

  it("are the same for the same seed", () => {
    expect(makeTradition(2001, readStock(data))).toEqual(made[0])
    expect(made[0]!.reports).not.toEqual(made[1]!.reports)
  })

  it("have 6 to 30 witnesses with text, and a parent or two for every text but the first", () => {
    for (const { reports, truth } of made) {
      expect(reports.map(({ id }) => id).sort()).toEqual([...truth.extant].sort())
      expect(reports.length).toBeGreaterThanOrEqual(6)
      expect(reports.length).toBeLessThanOrEqual(30)
      expect(Math.min(...reports.map(({ text }) => text.split(" ").length))).toBeGreaterThan(40)
      const parents = [...truth.extant, ...truth.lost].map(node => truth.edges.filter(edge => edge[1] === node).length)
      expect(parents.filter(count => count === 0)).toHaveLength(1)
      expect(Math.max(...parents)).toBeLessThanOrEqual(2)
    }
  })

  it("have lost a third of the inner texts or more, each with two copies or more", () => {
    for (const tradition of made) {
      const inner = new Set(tradition.truth.edges.map(([parent]) => parent))
      expect(tradition.truth.lost.length).toBeGreaterThanOrEqual(inner.size / 3)
      for (const lost of tradition.truth.lost) expect(childrenOf(tradition, lost).length).toBeGreaterThanOrEqual(2)
    }
  })

  it("have dates that are missing or wrong, credits that fall off, and witnesses made from two sources", () => {
    const reports = made.flatMap(tradition => tradition.reports)
    const undated = reports.filter(({ published }) => published === undefined).length / reports.length
    expect(undated).toBeGreaterThan(0.05)
    expect(undated).toBeLessThan(0.2)
    const twice = made.filter(({ truth }) => truth.edges.length > truth.extant.length + truth.lost.length - 1)
    expect(twice.length).toBeGreaterThan(made.length / 5)
    const credited = reports.filter(({ text }) => /\(.+\) — |^(Reporting by|With reporting from) /m.test(text))
    expect(credited.length).toBeGreaterThan(0)
    expect(credited.length).toBeLessThan(reports.length)
  })
})
