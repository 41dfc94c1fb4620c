import { existsSync, rmSync } from "node:fs"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { expect, it } from "vitest"
import { openArchive } from "../../src/archive/archive.ts"
import { SCHEMA_VERSION } from "../../src/archive/schema.ts"
import { storiesOf } from "../../src/archive/stories.ts"
import { placeOf, storyOf } from "../../src/archive/story.ts"
import { trace } from "../../src/pipeline.ts"
import { read } from "../../src/read/read.ts"
import { addReports, familiesIn, newArchive, temporaryFolder } from "./archive.ts"

const HARBOUR = await read(["examples/harbour"]).then(({ reports }) => reports)

it("leads from every name a story had to the story it is now", async () => {
  const { archive, pool } = newArchive()
  // A family is named after its first witness: here each to come is the first.
  const { witnesses, families } = trace(HARBOUR)
  const last = [...families[0]!.witnesses].sort().reverse().slice(-8)
  const names: string[] = []
  for (const upto of [4, 6, 8]) {
    const taken = last.slice(0, upto).map(id => witnesses.find(witness => witness.id === id)!.where)
    await addReports(
      archive,
      pool,
      HARBOUR.filter(({ where }) => taken.includes(where!)),
    )
    names.push(storiesOf(archive).stories[0]!.id)
  }
  const now = names.at(-1)!
  expect(new Set(names).size).toBe(names.length)
  for (const name of names) expect(placeOf(archive, name)?.family).toBe(now)
  expect(storyOf(archive, `s-${names[0]}`)).toEqual(storyOf(archive, now))
  expect(placeOf(archive, "family-000000000000")).toBeUndefined()
})

it.each([
  ["for writing", false],
  ["for reading", true],
])("brings an archive of the first schema up to date when it is opened %s, and keeps a copy", async (_, readOnly) => {
  const folder = temporaryFolder()
  const { archive, pool, path } = newArchive(folder)
  await addReports(archive, pool, HARBOUR)
  const families = familiesIn(archive)
  const addresses = "SELECT id, address FROM reports WHERE url IS NOT NULL ORDER BY id"
  const before = archive.db.prepare(addresses).all()
  expect(before.length).toBeGreaterThan(0)
  archive.db.exec(
    "DROP TABLE former_families; DROP INDEX problems_by_place; UPDATE reports SET address = id; PRAGMA user_version = 1; PRAGMA wal_checkpoint(TRUNCATE)",
  )
  const opened = openArchive(path, { readOnly })
  expect(opened.db.prepare("PRAGMA user_version").get()).toEqual({ user_version: SCHEMA_VERSION })
  expect(placeOf(opened, "family-000000000000")).toBeUndefined()
  expect(familiesIn(opened)).toEqual(families)
  expect(opened.db.prepare(addresses).all()).toEqual(before)
  opened.close()
  const copy = new DatabaseSync(join(folder, "test.db.schema-1"), { readOnly: true })
  expect(copy.prepare("SELECT count(*) AS n FROM reports").get()).toEqual({ n: HARBOUR.length })
  expect(copy.prepare("PRAGMA user_version").get()).toEqual({ user_version: 1 })
  copy.close()
  // Up to date, it is not copied again.
  rmSync(`${path}.schema-1`)
  openArchive(path, { readOnly }).close()
  expect(existsSync(`${path}.schema-1`)).toBe(false)
})
