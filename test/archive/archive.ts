import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { onTestFinished } from "vitest"
import { add } from "../../src/archive/add.ts"
import { type Archive, openArchive } from "../../src/archive/archive.ts"
import { type Pool, poolOf } from "../../src/archive/pool.ts"
import { storiesOf } from "../../src/archive/stories.ts"
import { findingsOfFamily } from "../../src/archive/story.ts"
import type { FamilyFindings } from "../../src/model/findings.ts"
import type { Report } from "../../src/model/report.ts"
import { makeTradition } from "../made/traditions.ts"

/** A folder that is gone when the test is done. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "hearsay-test-"))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A new archive with the threads that work on it. */
export function newArchive(folder = temporaryFolder()): { archive: Archive; pool: Pool; path: string } {
  const path = join(folder, "test.db")
  const archive = openArchive(path, { create: true })
  const pool = poolOf(path, 1e9, 2)
  onTestFinished(async () => {
    await pool.close()
    archive.close()
  })
  return { archive, pool, path }
}

/** Adds reports in one go. */
export function addReports(archive: Archive, pool: Pool, reports: readonly Report[]) {
  const batches = (async function* () {
    yield { reports, problems: [] }
  })()
  return add(archive, pool, batches, { now: () => "2026-01-01T00:00:00Z" })
}

/** Every family of the archive in full, sorted by id. */
export function familiesIn(archive: Archive): FamilyFindings[] {
  const { stories } = storiesOf(archive, { limit: 1e6 })
  return stories.flatMap(({ id }) => findingsOfFamily(archive, id).families).sort((x, y) => (x.id < y.id ? -1 : 1))
}

/** Reports of made traditions, each told by several outlets. */
export function madeReports(seeds: readonly number[], witnesses = 6): Report[] {
  return seeds.flatMap(seed =>
    makeTradition(seed, witnesses).reports.map(({ outlet, published, title, sentences, credit }, index) => ({
      outlet,
      title,
      url: `https://${outlet.toLowerCase().replace(/[^a-z]+/g, "-")}.example/${seed}-${index}`,
      ...(published === undefined ? {} : { published }),
      ...(credit === undefined ? {} : { credits: [credit] }),
      text: sentences.join(" "),
    })),
  )
}
