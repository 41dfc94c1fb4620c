import { expect, it } from "vitest"
import { aroundOf } from "../../src/archive/around.ts"
import { eventOf, eventsAround, tellEvent } from "../../src/archive/event.ts"
import { indexWords } from "../../src/archive/search.ts"
import { storiesOf } from "../../src/archive/stories.ts"
import { placeOf } from "../../src/archive/story.ts"
import type { Report } from "../../src/model/report.ts"
import { read } from "../../src/read/read.ts"
import { addReports, madeReports, newArchive } from "./archive.ts"

const HARBOUR = await read(["examples/harbour"]).then(({ reports }) => reports)
const UNRELATED = madeReports([11, 12, 13])

const FERRY =
  "The ferry Alma ran aground off Skarrow on Monday night. Captain Edda Brok brought all 187 passengers ashore in the two boats of the Skarrow pilots, the harbour office said. The Alma had left Ostrow at six."
const FERRY_TOO =
  "Nobody drowned when the Alma hit a sandbank near Skarrow. Her 187 passengers were rowed to land by pilots, and Edda Brok, who commands her, left the ferry last."
async function archiveOf(reports: readonly Report[]) {
  const made = newArchive()
  await addReports(made.archive, made.pool, reports)
  indexWords(made.archive)
  return made.archive
}

const report = (name: string, text: string, published: string): Report => ({
  text,
  outlet: name,
  url: `https://${name}.example/`,
  published,
  where: name,
})

it("finds who else tells of a story's event, and counts origins over all of it", async () => {
  const archive = await archiveOf([...HARBOUR, ...UNRELATED])
  const [largest] = storiesOf(archive, { words: "Ferry dredger" }).stories
  const around = aroundOf(archive, placeOf(archive, largest!.id)!)
  expect(around.families).toEqual([largest!.id])
  expect(around.alone).toHaveLength(2)
  const { stories, families, claims, witnesses } = eventOf(archive, largest!.id)!
  expect(stories).toHaveLength(1)
  expect(stories[0]!.witnesses).toEqual(witnesses.map(({ id }) => id))
  expect(families.map(({ id }) => id)).toEqual([largest!.id])
  const quoted = claims.find(({ text }) => text.startsWith("No vessel will enter"))
  expect(quoted).toMatchObject({ reports: 14, origins: { min: 3, max: 3 } })
})

it("says the same when it is asked about any report of the event", async () => {
  const archive = await archiveOf([
    ...UNRELATED,
    report("gull", FERRY, "2031-03-04"),
    report("tern", `${FERRY} Divers look at her today.`, "2031-03-04"),
    report("skua", FERRY_TOO, "2031-03-05"),
  ])
  const asked = ["https://gull.example/", "https://tern.example/", "https://skua.example/"]
  const [first, ...others] = asked.map(name => eventOf(archive, name)!)
  expect(first!.families).toHaveLength(1)
  expect(first!.witnesses).toHaveLength(3)
  for (const other of others) expect(other.stories).toEqual(first!.stories)
  const events = eventsAround(
    archive,
    asked.map(name => placeOf(archive, name)!),
  )
  expect(events).toHaveLength(1)
  expect(tellEvent(archive, events[0]!).stories).toEqual(first!.stories)
})

it("leaves out what was told more than a week apart", async () => {
  const apart = await archiveOf([report("gull", FERRY, "2031-03-04"), report("skua", FERRY_TOO, "2031-03-19")])
  expect(aroundOf(apart, placeOf(apart, "1")!)).toEqual({ families: [], alone: [1] })
  const near = await archiveOf([report("gull", FERRY, "2031-03-04"), report("skua", FERRY_TOO, "2031-03-05")])
  expect(aroundOf(near, placeOf(near, "1")!)).toEqual({ families: [], alone: [1, 2] })
})

it("knows no event of a story that is not there", async () => {
  expect(eventOf(await archiveOf(HARBOUR.slice(0, 2)), "family-none")).toBeUndefined()
})
