import { DatabaseSync } from "node:sqlite"
import { setTimeout } from "node:timers/promises"
import { explained } from "./archive.ts"

const WAIT_MS = 250
const BUSY = 5

/**
 * Lets one writer at a time work on the archive at `path`; others wait, readers need not. The lock is one of the operating system's on a file
 * beside the archive, so it is gone when its holder is, however that ended. Gives the function that releases it.
 *
 * @throws ArchiveError when that file cannot be written.
 */
export async function lockForWriting(path: string, waiting: () => void = () => {}): Promise<() => void> {
  for (let first = true; ; first = false) {
    const release = tryLock(path)
    if (release) return release
    if (first) waiting()
    await setTimeout(WAIT_MS)
  }
}

function tryLock(path: string): (() => void) | undefined {
  let db: DatabaseSync | undefined
  try {
    const lock = new DatabaseSync(`${path}-lock`)
    db = lock
    lock.exec("PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE")
    return () => lock.close()
  } catch (error) {
    db?.close()
    if ((((error as { errcode?: number }).errcode ?? 0) & 0xff) === BUSY) return undefined
    throw explained(path, error)
  }
}
