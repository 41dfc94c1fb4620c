import { type Contents, type ReadOptions, readEach } from "../read/read.ts"
import { type Added, type AddProgress, add } from "./add.ts"
import { type Archive, explained, openArchive } from "./archive.ts"
import { addressesOf } from "./feeds.ts"
import type { Batches } from "./intake.ts"
import { type Pool, poolOf } from "./pool.ts"
import { lockForWriting } from "./writer-lock.ts"

export interface ReadInOptions {
  readonly memoryBytes?: number
  readonly reading?: ReadOptions
  readonly told?: (progress: AddProgress) => void
  /** Called when another is writing, which has to be waited for. */
  readonly waiting?: () => void
  /** Called with the open archive before anything is read, and when all is done. */
  readonly before?: (archive: Archive) => void
  readonly after?: (archive: Archive) => void
  /** What reports and problems are said to come from, by the path that is read. */
  readonly placeOf?: (path: string) => string
}

const DEFAULT_MEMORY = 1e9

/**
 * Reads files, folders, patterns and addresses into the archive at `path`, which is made where there is none, and joins them to what is there.
 * One at a time writes; others wait.
 */
export async function readIn(path: string, paths: readonly string[], options: ReadInOptions = {}): Promise<Added> {
  const { memoryBytes = DEFAULT_MEMORY, reading = {}, told, waiting } = options
  const release = await lockForWriting(path, waiting)
  let archive: Archive | undefined
  let pool: Pool | undefined
  try {
    archive = openArchive(path, { create: true })
    options.before?.(archive)
    pool = poolOf(path, memoryBytes)
    const now = () => new Date().toISOString()
    const addresses = addressesOf(archive, now)
    const batches = readEach(paths, { ...reading, fetch: { ...reading.fetch, ...addresses } })
    const added = await add(archive, pool, placed(batches, options.placeOf), { now, ...(told && { told }) })
    addresses.remember()
    options.after?.(archive)
    return added
  } catch (error) {
    throw explained(path, error)
  } finally {
    await pool?.close()
    archive?.close()
    release()
  }
}

async function* placed(batches: Batches, placeOf: ReadInOptions["placeOf"]): AsyncGenerator<Contents> {
  for await (const batch of batches) {
    if (!placeOf) yield batch
    else
      yield {
        reports: batch.reports.map(one => (one.where === undefined ? one : { ...one, where: placeOf(one.where) })),
        problems: batch.problems.map(one => ({ ...one, where: placeOf(one.where) })),
      }
  }
}
