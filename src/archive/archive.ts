import { accessSync, constants, copyFileSync, existsSync, renameSync, rmSync, statSync } from "node:fs"
import { dirname } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { pathToFileURL } from "node:url"
import { addressOf } from "./address.ts"
import { APPLICATION_ID, MIGRATIONS, SCHEMA, SCHEMA_VERSION } from "./schema.ts"

/** An archive that cannot be used, with what to do about it. */
export class ArchiveError extends Error {
  readonly hint: string | undefined

  constructor(message: string, { hint, cause }: { hint?: string; cause?: unknown } = {}) {
    super(message, { cause })
    this.name = "ArchiveError"
    this.hint = hint
  }
}

/** An open archive: reports and what was found out about them, in one SQLite file. */
export interface Archive {
  readonly path: string
  readonly db: DatabaseSync
  close(): void
}

export interface OpenOptions {
  /** For reading alone; the file must be there. */
  readonly readOnly?: boolean
  /** Make the file when there is none; hold the lock for writing while you do. */
  readonly create?: boolean
}

/**
 * Opens the archive at `path`. Readers do not wait for a writer (write-ahead log). A file made by an older Hearsay is brought up to date in
 * one transaction, after a copy of it was put beside it.
 *
 * @throws ArchiveError when there is no such file, it is no archive, it is damaged, or a newer Hearsay made it.
 */
export function openArchive(path: string, { readOnly = false, create = false }: OpenOptions = {}): Archive {
  const isNew = !existsSync(path) || statSync(path).size === 0
  if (isNew && !create)
    throw new ArchiveError(`there is no archive ${path}`, { hint: "hearsay add <paths> makes one." })
  return guarded(path, () => {
    if (isNew) make(path)
    const db = new DatabaseSync(readOnly && isSealed(path) ? immutable(path) : path, { readOnly })
    db.exec("PRAGMA busy_timeout = 30000")
    check(db, path, readOnly)
    db.exec(`PRAGMA synchronous = NORMAL; PRAGMA cache_size = ${readOnly ? -4000 : -32000}; PRAGMA temp_store = MEMORY`)
    return { path, db, close: () => db.close() }
  })
}

/** Opens the archive so that what is found can be kept in it; where its file or folder cannot be written, for reading alone. */
export function openToLook(path: string): Archive {
  return openArchive(path, { readOnly: existsSync(path) && !(isWritable(path) && isWritable(dirname(path))) })
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** Whether nobody can write beside the archive, and all that was written stands in its own file: then SQLite needs no files beside it to read. */
function isSealed(path: string): boolean {
  const log = statSync(`${path}-wal`, { throwIfNoEntry: false })
  return !isWritable(dirname(path)) && (log?.size ?? 0) === 0
}

function immutable(path: string): URL {
  const url = pathToFileURL(path)
  url.searchParams.set("immutable", "1")
  return url
}

/** Runs `work` on the database; what SQLite says of a damaged file or a full disk becomes an {@link ArchiveError}. */
export function guarded<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw explained(path, error)
  }
}

/** What an error of SQLite means to the user; other errors as they are. */
export function explained(path: string, error: unknown): unknown {
  const code = (error as { errcode?: number }).errcode
  if (code === undefined) return error
  const cause = { cause: error }
  switch (code & 0xff) {
    case FULL:
      return new ArchiveError(`no room left on the disk of ${path}; the archive is as it was`, cause)
    case IO_ERROR:
      return new ArchiveError(
        `${path} could not be written or read (disk full or failing?); the archive is as it was`,
        cause,
      )
    case CORRUPT:
      return new ArchiveError(`${path} is damaged`, {
        ...cause,
        hint: `A copy may be saved by: sqlite3 ${path} .recover | sqlite3 rescued.db`,
      })
    case NOT_A_DATABASE:
      return new ArchiveError(`${path} is no archive of Hearsay`, {
        ...cause,
        hint: "Name another file with --archive.",
      })
    case BUSY:
      return new ArchiveError(`${path} is in use by another program`, { ...cause, hint: "Try again when it is done." })
    case READ_ONLY:
    case CANNOT_OPEN:
      return new ArchiveError(`${path} cannot be opened for writing`, {
        ...cause,
        hint: "Its folder must be there; file and folder must be writable.",
      })
    default:
      return error
  }
}

// Result codes of SQLite.
const BUSY = 5
const READ_ONLY = 8
const IO_ERROR = 10
const CORRUPT = 11
const FULL = 13
const CANNOT_OPEN = 14
const NOT_A_DATABASE = 26

/** The file comes about whole: nobody meets an archive without its tables. Hold the lock for writing meanwhile. */
function make(path: string): void {
  const beside = `${path}-new`
  for (const ending of ["", "-wal", "-shm"]) rmSync(`${beside}${ending}`, { force: true })
  const db = new DatabaseSync(beside)
  db.exec("PRAGMA page_size = 8192; PRAGMA journal_mode = WAL")
  inTransaction(db, () => {
    db.exec(SCHEMA)
    db.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${SCHEMA_VERSION}`)
  })
  db.close()
  renameSync(beside, path)
}

function check(db: DatabaseSync, path: string, readOnly: boolean): void {
  const { application_id: application } = db.prepare("PRAGMA application_id").get() as { application_id: number }
  if (application !== APPLICATION_ID) {
    db.close()
    throw new ArchiveError(`${path} is no archive of Hearsay`, { hint: "Name another file with --archive." })
  }
  const version = versionOf(db)
  if (version > SCHEMA_VERSION) {
    db.close()
    throw new ArchiveError(
      `${path} was made by a newer Hearsay (schema ${version}; this one knows ${SCHEMA_VERSION})`,
      {
        hint: "Install the newer Hearsay to open it.",
      },
    )
  }
  if (version === SCHEMA_VERSION) return
  if (readOnly) openArchive(path).close()
  else migrate(db, path)
}

/** Brings an older file up to date; nobody else writes meanwhile, and another who came first has done it. */
function migrate(db: DatabaseSync, path: string): void {
  db.exec("PRAGMA wal_checkpoint(TRUNCATE)")
  db.function("page_address", { deterministic: true }, url => addressOf(String(url)))
  inTransaction(db, () => {
    const version = versionOf(db)
    if (version >= SCHEMA_VERSION) return
    copyFileSync(path, `${path}.schema-${version}`)
    for (let from = version; from < SCHEMA_VERSION; from++) db.exec(MIGRATIONS[from]!)
    db.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`)
  })
}

function versionOf(db: DatabaseSync): number {
  return (db.prepare("PRAGMA user_version").get() as { user_version: number }).user_version
}

/** Runs `work` in one transaction: all of it is written, or nothing. */
export function inTransaction<T>(db: DatabaseSync, work: () => T): T {
  db.exec("BEGIN IMMEDIATE")
  try {
    const result = work()
    db.exec("COMMIT")
    return result
  } catch (error) {
    // A full disk has rolled back by itself.
    if (db.isTransaction) db.exec("ROLLBACK")
    throw error
  }
}
