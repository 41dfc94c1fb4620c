import { existsSync, readFileSync } from "node:fs"
import { expect, it } from "vitest"
import { reportOf } from "../../src/archive/report.ts"
import { indexWords, search } from "../../src/archive/search.ts"
import { sizeOf, storiesOf } from "../../src/archive/stories.ts"
import { storyOf } from "../../src/archive/story.ts"
import type { Report } from "../../src/model/report.ts"
import { trace } from "../../src/pipeline.ts"
import { read } from "../../src/read/read.ts"
import { randomOf } from "../made/random.ts"
import { addReports, familiesIn, madeReports, newArchive } from "./archive.ts"

const HARBOUR = await read(["examples/harbour"]).then(({ reports }) => reports)
const MADE = madeReports([1, 2, 3, 4, 5, 6])

function shuffled<T>(list: readonly T[], seed: number): T[] {
  const random = randomOf(seed)
  return list
    .map(one => ({ one, at: random.unit() }))
    .sort((x, y) => x.at - y.at)
    .map(({ one }) => one)
}

it("finds what a run over everything finds, in whatever order and portions reports come", async () => {
  const reports = [...HARBOUR, ...MADE]
  const once = newArchive()
  await addReports(once.archive, once.pool, reports)
  const families = familiesIn(once.archive)
  expect(families.length).toBeGreaterThanOrEqual(8)
  for (const [seed, portion] of [
    [1, 7],
    [2, 23],
  ] as const) {
    const portions = newArchive()
    const mixed = shuffled(reports, seed)
    for (let i = 0; i < mixed.length; i += portion)
      await addReports(portions.archive, portions.pool, mixed.slice(i, i + portion))
    expect(familiesIn(portions.archive)).toEqual(families)
  }
})

it("finds the families that trace finds", async () => {
  const { archive, pool } = newArchive()
  await addReports(archive, pool, HARBOUR)
  const { families } = trace(HARBOUR)
  expect(familiesIn(archive)).toEqual([...families].sort((x, y) => (x.id < y.id ? -1 : 1)))
})

it("finds a brief that dozens print inside a long digest, whichever comes first", async () => {
  const text =
    "The passenger ferry Ilse of Kelder sank off Kelder Bay late on Monday, killing three sailors and leaving eleven passengers missing. Rescue boats from Castermouth searched through heavy fog until dawn, the port authority reported. Divers from the salvage firm Aurelia will look at the hull on Wednesday, and the ministry of transport has opened an inquiry into the crossing."
  const report = (outlet: string, text: string): Report => ({ text, url: `https://${outlet}.example/1`, where: outlet })
  const briefs = Array.from({ length: 30 }, (_, i) => report(`paper-${i}`, text))
  const others = madeReports([21, 22, 23, 24, 25, 26]).flatMap(({ text }, i) => (i % 6 === 0 && text ? [text] : []))
  const digest = report("weekly", [...others.slice(0, 3), text, ...others.slice(3)].join("\n\n"))
  for (const reports of [
    [digest, ...briefs],
    [...briefs, digest],
  ]) {
    const { archive, pool } = newArchive()
    for (const part of [reports.slice(0, 12), reports.slice(12)]) await addReports(archive, pool, part)
    expect(familiesIn(archive).map(({ witnesses }) => witnesses.length)).toEqual([31])
  }
})

it("relates a story that hundreds print as it does small ones", async () => {
  const wire = HARBOUR[0]!
  const copies = Array.from({ length: 520 }, (_, i): Report => {
    const text = `${wire.text}\n\nPage ${i % 7} of the evening paper.`
    return { text, title: "Harbour", url: `https://o${i}.example/harbour`, where: `c.json:${i}` }
  })
  const { archive, pool } = newArchive()
  await addReports(archive, pool, [...copies, ...MADE.slice(0, 12)])
  const { families } = trace([...copies, ...MADE.slice(0, 12)])
  expect(families.some(({ witnesses }) => witnesses.length === 520)).toBe(true)
  expect(familiesIn(archive)).toEqual([...families].sort((x, y) => (x.id < y.id ? -1 : 1)))
})

it("takes the same report once, and a changed page as a new version of it", async () => {
  const { archive, pool } = newArchive()
  const page: Report = {
    url: "https://a.example/1",
    text: "The ferry Ilse sank off Kelder Bay on Monday, killing three.",
    where: "a.json:1",
  }
  const changed = { ...page, text: "The ferry Ilse sank off Kelder Bay on Monday, killing four.", where: "b.json:9" }
  expect(await addReports(archive, pool, [page, page])).toMatchObject({ read: 2, added: 1 })
  expect(await addReports(archive, pool, [{ ...page, where: "elsewhere.json:7" }])).toMatchObject({ added: 0 })
  expect(await addReports(archive, pool, [changed])).toMatchObject({ added: 1, versions: 1 })
  expect(reportOf(archive, "2")).toMatchObject({ version: 2, versions: [1, 2] })
})

it("keeps apart what only looks the same", async () => {
  const { archive, pool } = newArchive()
  const text = "The ferry Ilse sank off Kelder Bay on Monday, killing three of the crew and a passenger."
  const reports = [
    { text, where: "tribune.txt" },
    { text, where: "gazette.txt" },
    { text, outlet: "Kelder Post" },
    { text, outlet: "Bay Echo" },
  ]
  expect(await addReports(archive, pool, reports)).toMatchObject({ added: 4 })
  expect(sizeOf(archive)).toMatchObject({ reports: 4, families: 1, reportsWithKin: 4 })
})

it("lists stories by what is asked for", async () => {
  const { archive, pool } = newArchive()
  await addReports(archive, pool, HARBOUR)
  const ids = (filter: Parameters<typeof storiesOf>[1]) =>
    storiesOf(archive, filter).stories.map(({ reports }) => reports)
  expect(ids({})).toEqual([13, 2])
  expect(ids({ minReports: 3 })).toEqual([13])
  expect(ids({ maxReports: 3 })).toEqual([2])
  expect(ids({ agency: "halyard" })).toEqual([13])
  expect(ids({ agency: "hal%ard" })).toEqual([])
  expect(ids({ outlet: "Weekly Tack" })).toEqual([13])
  expect(ids({ since: "2026-03-05" })).toEqual([13])
  expect(ids({ until: "2026-03-02" })).toEqual([])
  expect(ids({ until: "2026-03-03" })).toEqual([13, 2])
  expect(ids({ sort: "oldest" })).toEqual([13, 2])
})

it("finds a story by its family, a witness, a number, an address", async () => {
  const { archive, pool } = newArchive()
  await addReports(archive, pool, HARBOUR)
  const [first] = storiesOf(archive).stories
  const findings = storyOf(archive, first!.id)!
  const one = findings.witnesses.find(({ url }) => url !== undefined)!
  for (const name of [`s-${first!.id}`, one.id, one.url!]) expect(storyOf(archive, name)).toEqual(findings)
  expect(storyOf(archive, "family-none")).toBeUndefined()
  const loner = storyOf(archive, "1")!
  expect([loner.witnesses.length, loner.families.length]).toEqual([1, 0])
})

it("searches words and phrases, and takes no word for a command", async () => {
  const { archive, pool } = newArchive()
  await addReports(archive, pool, HARBOUR)
  indexWords(archive)
  expect(search(archive, '"fuel oil" ferry', 100).length).toBeGreaterThan(5)
  for (const odd of [
    "AND",
    "ferry OR",
    '"',
    "title:ferry",
    "ferry*",
    "(",
    "NEAR(ferry oil)",
    "-",
    "'; DROP TABLE reports; --",
  ])
    expect(() => search(archive, odd)).not.toThrow()
  expect(sizeOf(archive).reports).toBe(HARBOUR.length)
})

it("reads pages and keeps them as they were handed in", async () => {
  const { archive, pool, path } = newArchive()
  await addReports(archive, pool, HARBOUR)
  const pages = HARBOUR.filter(({ html }) => html !== undefined).length
  expect(archive.db.prepare("SELECT count(*) AS n FROM captures").get()).toEqual({ n: pages })
  expect(existsSync(path)).toBe(true)
  expect(readFileSync(path).subarray(0, 15).toString()).toBe("SQLite format 3")
})

it("puts bad reports among the problems and goes on", async () => {
  const { archive, pool } = newArchive()
  const added = await addReports(archive, pool, [
    { text: " ", where: "blank.txt" },
    { html: "<p>", where: "bare.html" },
    HARBOUR[0]!,
  ])
  expect(added).toMatchObject({ added: 1, problems: 2 })
})

it("tells of a report in another language when its story is looked at", async () => {
  const text =
    "Le bac de Kelder a heurté une drague lundi matin dans la baie. Un membre de l’équipage est mort et dix-neuf personnes ont été blessées, selon la capitainerie. Les pêcheurs craignent pour leurs huîtres, car le fioul dérive vers la côte depuis midi."
  const { archive, pool } = newArchive()
  await addReports(archive, pool, [
    { text, outlet: "Le Phare", url: "https://phare.example/1" },
    { text, outlet: "La Digue", url: "https://digue.example/1" },
  ])
  const [story] = storiesOf(archive).stories
  const { problems } = storyOf(archive, story!.id)!
  expect(problems.map(({ code, where }) => [code, where])).toEqual([
    ["language-unsupported", expect.stringContaining("example/1")],
    ["language-unsupported", expect.stringContaining("example/1")],
  ])
})
