import { closeSync, openSync, readSync, realpathSync, renameSync, rmSync, statSync } from "node:fs"
import { writeFile } from "node:fs/promises"
import { APPLICATION_ID } from "./schema.ts"

/** Writes a text to a file, which appears whole or not at all; see {@link writeFiles}. */
export function writeText(path: string, text: string): Promise<void> {
  return writeFiles([path], beside => writeFile(beside(path), text))
}

/**
 * Writes files that appear whole, all of them, or not at all: each is written beside its place first. Files that are there are replaced, but never an
 * archive. A pipe or a device is written to as it is.
 *
 * @param write writes what belongs at each path to the file that `beside` names for it.
 * @throws when a path is an archive of Hearsay, or cannot be written; then all is as it was.
 */
export async function writeFiles(
  paths: readonly string[],
  write: (beside: (path: string) => string) => Promise<void> | void,
): Promise<void> {
  for (const path of paths)
    if (isArchive(path)) throw new Error("it is an archive of Hearsay, which is never overwritten")
  const places = new Map(paths.map(path => [path, besideOf(path)]))
  try {
    await write(path => places.get(path)!)
    for (const [path, beside] of places) if (beside !== path) renameSync(beside, placeOf(beside))
  } finally {
    for (const [path, beside] of places) if (beside !== path) rmSync(beside, { force: true })
  }
}

const ENDING = `.hearsay-${process.pid}`
const placeOf = (beside: string) => beside.slice(0, -ENDING.length)

function besideOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found?.isDirectory()) throw new Error("it is a folder")
  if (found && !found.isFile()) return path
  // Written through a link, not in its place.
  return `${found ? realpathSync(path) : path}${ENDING}`
}

const HEADER_BYTES = 72
const APPLICATION_ID_AT = 68

/** Whether a file is an archive, by the header that SQLite gives it. */
function isArchive(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found?.isFile() || found.size < HEADER_BYTES) return false
  const header = Buffer.alloc(HEADER_BYTES)
  const file = openSync(path, "r")
  try {
    readSync(file, header, 0, HEADER_BYTES, 0)
  } finally {
    closeSync(file)
  }
  return (
    header.toString("latin1", 0, 15) === "SQLite format 3" && header.readUInt32BE(APPLICATION_ID_AT) === APPLICATION_ID
  )
}
