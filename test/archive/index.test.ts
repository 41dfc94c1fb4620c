import fc from "fast-check"
import { expect, it } from "vitest"
import { inTransaction } from "../../src/archive/archive.ts"
import { pairStore } from "../../src/archive/pair-store.ts"
import { compact, readPart, segmentsOf, segmentWriter, tableOf } from "../../src/archive/postings.ts"
import { meet } from "../../src/detect/meet.ts"
import { profileOf, resemble } from "../../src/detect/resemble.ts"
import { scan } from "../../src/detect/scan.ts"
import { PARTS, sketchOf } from "../../src/detect/sketch.ts"
import { newArchive, temporaryFolder } from "./archive.ts"

it("adds up pairs as a plain map does, in memory and on the disk", () => {
  const record = fc.tuple(
    fc.integer({ min: 1, max: 40 }),
    fc.integer({ min: 1, max: 40 }),
    fc.integer({ min: 0, max: 3 }),
  )
  fc.assert(
    fc.property(fc.array(record, { maxLength: 200 }), fc.integer({ min: 1, max: 5 }), (records, least) => {
      const store = pairStore(temporaryFolder(), 40)
      const sums = new Map<string, number>()
      for (const [x, y, kind] of records) {
        if (x === y) continue
        const [a, b] = x < y ? [x, y] : [y, x]
        store.add(a, b, kind)
        sums.set(`${a} ${b}`, (sums.get(`${a} ${b}`) ?? 0) + (kind & 1) + 1)
      }
      const found = [...store.pairs((rare, common) => rare + common >= least)].map(({ a, b, rare, common }) => [
        `${a} ${b}`,
        rare + common,
      ])
      expect(new Map(found as [string, number][])).toEqual(new Map([...sums].filter(([, sum]) => sum >= least)))
      store.close()
    }),
    { seed: 3, numRuns: 100 },
  )
  const store = pairStore(temporaryFolder(), 3)
  for (let i = 0; i < 200_000; i++) store.add(1, 2 + (i % 2), 1 + (i % 2))
  expect([...store.pairs(() => true)]).toEqual([
    { a: 1, b: 2, rare: 200_000, common: 0 },
    { a: 1, b: 3, rare: 0, common: 100_000 },
  ])
  store.close()
})

it("reads a part of several segments as one sorted list, before and after they are joined", () => {
  const { archive } = newArchive()
  const { db } = archive
  const reports = Array.from({ length: 30 }, (_, i) =>
    sketchOf(`Report ${i} of ferry ${i % 7} and harbour ${i % 3} says oil was spilt.`),
  )
  for (let from = 0; from < 30; from += 10) {
    const segment = segmentWriter(from + 1)
    for (const { parts, keys } of reports.slice(from, from + 10)) segment.add(from + 1, parts, keys, 0, keys.length)
    inTransaction(db, () => segment.write(db))
  }
  const expected = Array.from({ length: PARTS }, (_, part) =>
    reports
      .flatMap(({ parts, keys }, i) =>
        [...keys].filter((_, k) => parts[k] === part).map(key => ({ key, report: i + 1 })),
      )
      .sort((x, y) => x.key - y.key || x.report - y.report),
  )
  const all = () =>
    expected.map((_, part) => {
      const { keys, reports } = readPart(db, part, segmentsOf(db))
      return [...keys].map((key, i) => ({ key, report: reports[i]! }))
    })
  expect(all()).toEqual(expected)
  expect(segmentsOf(db).length).toBe(3)
  const fresh = new Set(reports.slice(20).flatMap(({ parts, keys }) => [...keys].map((key, k) => `${parts[k]} ${key}`)))
  db.exec("UPDATE segments SET joined = 1 WHERE first < 21")
  expect(all()).toEqual(expected.map((list, part) => list.filter(({ key }) => fresh.has(`${part} ${key}`))))
  db.exec("UPDATE segments SET joined = 1")
  inTransaction(db, () => compact(db))
  expect(segmentsOf(db)).toMatchObject([{ first: 1, reports: 30, joined: true }])
  db.exec("UPDATE segments SET joined = 0")
  expect(all()).toEqual(expected)
  expect([...tableOf(db, 31).outlets]).toEqual([0, ...Array(10).fill(1), ...Array(10).fill(11), ...Array(10).fill(21)])
})

const met = (keys: readonly number[], reports: readonly number[], outlets: readonly number[], since = 0) => {
  const found: string[] = []
  meet(
    { keys: Uint32Array.from(keys), reports: Uint32Array.from(reports) },
    Uint32Array.from(outlets),
    since,
    (a, b, kind) => found.push(`${a}-${b}:${kind}`),
  )
  return found.join(" ")
}
const many = (count: number) => Array.from({ length: count }, (_, i) => i)

it.each([
  ["all that have a pair of words meet", met([2, 2, 2], [0, 1, 2], [0, 0, 0]), "0-1:0 0-2:0 1-2:0"],
  ["by a shingle", met([3, 3], [0, 1], [0, 0]), "0-1:1"],
  ["a report that has it twice meets once, and never itself", met([2, 2, 2], [0, 1, 1], [0, 0]), "0-1:0"],
  ["different features do not meet", met([2, 4], [0, 1], [0, 0]), ""],
  ["only pairs with a new report", met([2, 2, 2], [0, 1, 2], [0, 0, 0], 2), "0-2:0 1-2:0"],
])("%s", (_, found, expected) => expect(found).toBe(expected))

it("lets what very many have join neighbours of other outlets only", () => {
  const own = met(many(100).fill(3), many(100), many(100).fill(7))
  expect(own).toBe("")
  const others = met(
    many(100).fill(3),
    many(100),
    many(100).map(i => (i % 50) + 1),
  ).split(" ")
  expect(others.length).toBe(2 * 100 - 3)
})

it("scans words as a plain expression does", () => {
  const words = (text: string) => text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  fc.assert(
    fc.property(fc.stringMatching(/^[a-zA-Zé0-9 .,'’–ßŻøж-]{0,80}$/u), text => {
      expect(scan(text).length).toBe(words(text).length)
    }),
    { seed: 5, numRuns: 500 },
  )
  expect(scan("海の船").length).toBe(3)
  const [upper, lower] = ["THE FERRY SANK", "the ferry sank"].map(text => [...scan(text).words.slice(0, 3)])
  expect(upper).toEqual(lower)
})

const STORY =
  "The passenger ferry Ilse of Kelder sank off Kelder Bay late on Monday, killing three sailors and leaving eleven passengers missing. Rescue boats from Castermouth searched through heavy fog until dawn, the port authority reported."
const REWORDED =
  "Late on Monday the passenger ferry Ilse of Kelder went down off Kelder Bay; three sailors were killed and eleven passengers remain missing. Until dawn rescue boats from Castermouth searched in heavy fog, according to the port authority."
const OTHER =
  "Wheat prices rose for a third week as dry weather in the northern provinces cut estimates of the harvest. Traders in Port Sennet expect the ministry to release grain from its stores before the winter."

it.each([
  ["the same", STORY, STORY, true],
  ["reworded", STORY, REWORDED, true],
  ["an excerpt among other text", `${OTHER} ${OTHER.replace("Wheat", "Barley")} ${STORY}`, REWORDED, true],
  ["unrelated", STORY, OTHER, false],
  ["nothing", "", "", false],
])("tells whether two texts may be kin: %s", (_, a, b, expected) => {
  expect(resemble(profileOf(a), profileOf(b), false)).toBe(expected)
  expect(resemble(profileOf(b), profileOf(a), false)).toBe(expected)
})

it("takes one outlet's rewriting of its own report for kin", () => {
  const more = (text: string) =>
    `${text} ${text.replaceAll("ferry", "barge").replaceAll("Kelder", "Sennet")} ${text.replaceAll("sailors", "pilots").replaceAll("Monday", "Friday")} ${text.replaceAll("Ilse", "Aurelia").replaceAll("fog", "snow")}`
  const [a, b] = [profileOf(more(STORY)), profileOf(`${more(REWORDED)} ${OTHER} ${OTHER.replaceAll("Wheat", "Oats")}`)]
  expect(resemble(a, b, true)).toBe(true)
})

it("asks for more where both are of one outlet, as every page of it ends alike", () => {
  const ending =
    "Sign up to the Kelder Post newsletter for the best of our reporting from the coast, every morning before breakfast in your inbox."
  const [a, b] = [
    `${STORY} ${STORY.toUpperCase().replaceAll("FERRY", "BARGE")} ${ending}`,
    `${OTHER} ${OTHER} ${ending}`,
  ].map(profileOf) as [never, never]
  expect([resemble(a, b, false), resemble(a, b, true)]).toEqual([true, false])
})
