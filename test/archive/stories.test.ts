import { expect, it } from "vitest"
import { countProblems } from "../../src/archive/problems.ts"
import { reportOf } from "../../src/archive/report.ts"
import { indexWords, search } from "../../src/archive/search.ts"
import { storiesOf, storyRowOf } from "../../src/archive/stories.ts"
import { storyOf } from "../../src/archive/story.ts"
import type { Report } from "../../src/model/report.ts"
import { addReports, newArchive } from "./archive.ts"

const TEXT = `The ferry Aurelia struck a pier at Port Sennet on Monday, and three of her crew were hurt, the harbour office said.
Divers looked at the hull in the evening and found a gap of two metres below the water line, so that she was towed to the yard at Lowick.`

const told = (outlet: string, published: string, more: Partial<Report> = {}): Report => ({
  text: TEXT,
  title: "Ferry strikes pier",
  outlet,
  published,
  ...more,
})

it("knows which date comes first whatever the offsets, and counts an outlet once however it is written", async () => {
  const { archive, pool } = newArchive()
  // The first is half an hour past midnight there, and the evening before in UTC.
  await addReports(archive, pool, [
    told("Marl Echo", "2026-05-02T00:30:00+05:30"),
    told("MARL ECHO", "2026-05-01T23:00:00Z", { url: "https://marl.example/2" }),
    told("Tern", "2026-05-02T07:00:00Z"),
  ])
  const [story] = storiesOf(archive).stories
  expect(story).toMatchObject({ first: "2026-05-01T19:00:00Z", last: "2026-05-02T07:00:00Z", outlets: 2 })
  expect(storiesOf(archive, { until: "2026-05-01" }).of).toBe(1)
  expect(storiesOf(archive, { since: "2026-05-02T13:00:00+05:30" }).of).toBe(0)
  expect(storyRowOf(archive, story!.id)).toEqual(story)
})

it("takes the same id from two senders for two reports, from one for two versions", async () => {
  const { archive, pool } = newArchive()
  await addReports(archive, pool, [
    told("Tern", "2026-05-01", { guid: "1" }),
    told("Gull", "2026-05-01", { guid: "1", text: "Another text, on wheat prices at the exchange of Lowick." }),
    told("Tern", "2026-05-01", { guid: "1", text: `${TEXT} She sails again in June.` }),
    told("Gull", "2026-05-01", { guid: "tag:wire.example,2026:7" }),
    told("Tern", "2026-05-01", { guid: "tag:wire.example,2026:7", text: `${TEXT} The yard is shut.` }),
  ])
  const versions = [1, 2, 3, 4, 5].map(report => reportOf(archive, `#${report}`)!.versions)
  expect(versions).toEqual([[1, 3], [2], [1, 3], [4, 5], [4, 5]])
})

it("knows a page by its address however it is written, and another page from it", async () => {
  const { archive, pool } = newArchive()
  const urls = [
    "https://marl.example/ferry?id=7",
    "http://www.MARL.example/ferry/?utm_source=feed&id=7#top",
    "https://marl.example/ferry?id=8",
    "https://other.example/ferry?id=7",
  ]
  const reports = urls.map((url, i) => told("Marl Echo", "2026-05-01", { url, text: `${TEXT} Edition ${i}.` }))
  await addReports(archive, pool, reports)
  expect([1, 2, 3, 4].map(report => reportOf(archive, `#${report}`)!.versions)).toEqual([[1, 2], [1, 2], [3], [4]])
})

it("tells of a report that its sender withdrew, and of what is met again once", async () => {
  const { archive, pool } = newArchive()
  await addReports(archive, pool, [
    told("Wire", "2026-05-01T10:00:00Z", { status: "cancelled", where: "wire/1.xml" }),
    told("Tern", "2026-05-01T12:00:00Z"),
    { text: " ", where: "empty.txt" },
  ])
  await addReports(archive, pool, [{ text: " ", where: "empty.txt" }])
  expect(storyOf(archive, "1")!.problems).toMatchObject([{ code: "withdrawn", where: "wire/1.xml" }])
  expect(countProblems(archive)).toBe(1)
})

it("finds words of scripts that write no spaces", async () => {
  const { archive, pool } = newArchive()
  await addReports(archive, pool, [
    told("海辺新聞", "2026-05-01", {
      text: "月曜日の夜、セネット港でフェリーが桟橋に衝突し、乗組員三人がけがをした。",
      title: "港の事故",
    }),
    told("Tern", "2026-05-01"),
  ])
  indexWords(archive)
  const found = (words: string) => search(archive, words).map(({ report }) => report)
  expect(found("桟橋")).toEqual([1])
  expect(found("フェリー 乗組員")).toEqual([1])
  expect(found("事故")).toEqual([1])
  expect(found("橋桟")).toEqual([])
  expect(found("pier")).toEqual([2])
})
