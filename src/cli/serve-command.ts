import { closeSync, existsSync, openSync, readSync, statSync } from "node:fs"
import { resolve } from "node:path"
import { type ArchiveOptions, archivePath, checkArchiveCall } from "./archive-options.ts"
import { EXIT } from "./exit-codes.ts"
import { openAddress } from "./open-file.ts"

export interface ServeCommandOptions extends ArchiveOptions {
  readonly port?: string | true
  readonly open?: boolean
  readonly allowPrivate?: boolean
}

/** `hearsay serve`: opens the desk and keeps it open until it is stopped (Ctrl-C). Gives the exit code. */
export async function serveCommand(
  args: readonly string[],
  options: ServeCommandOptions,
  unknown: readonly string[],
): Promise<number> {
  const { port } = options
  const mistakes = port === undefined || isPort(port) ? [] : ["--port needs a number from 1 to 65535"]
  checkArchiveCall("serve", options, unknown, mistakes)
  const { openDesk } = await import("../serve/serve.ts")
  const { archive, paths } = placesOf(args, options)
  const desk = await openDesk({
    archive,
    paths,
    ...(typeof port === "string" && { port: Number(port) }),
    ...(options.allowPrivate && { allowPrivate: true }),
  })
  process.stdout.write(`The desk over ${archive} is open at ${desk.url} (Ctrl-C closes it).\n`)
  if (options.open !== false) await openAddress(desk.url)
  await stopped()
  await desk.close()
  return EXIT.done
}

const isPort = (port: string | true) => port !== true && /^[1-9]\d{0,4}$/.test(port) && Number(port) < 65536

/**
 * Which archive is opened, and what is read into it: one word that names an archive is that, everything else is reports. Those of one folder go into
 * an archive beside it.
 */
function placesOf(
  args: readonly string[],
  options: ServeCommandOptions,
): { archive: string; paths: readonly string[] } {
  const [first] = args
  const isOne = args.length === 1 && options.archive === undefined
  if (isOne && (isArchive(first!) || isNewArchive(first!))) return { archive: first!, paths: [] }
  const isFolder = args.length === 1 && statSync(first!, { throwIfNoEntry: false })?.isDirectory() === true
  if (isFolder && options.archive === undefined) return { archive: `${resolve(first!)}.db`, paths: args }
  return { archive: archivePath(options), paths: args }
}

const SQLITE = "SQLite format 3\u0000"

function isArchive(path: string): boolean {
  try {
    const file = openSync(path, "r")
    const head = Buffer.alloc(SQLITE.length)
    try {
      readSync(file, head)
    } finally {
      closeSync(file)
    }
    return head.toString("latin1") === SQLITE
  } catch {
    return false // a folder, a pattern, an address
  }
}

/** A name that no file has yet, and that only an archive would have. */
const isNewArchive = (path: string) => /\.(?:db|sqlite3?)$/i.test(path) && !existsSync(path)

function stopped(): Promise<void> {
  return new Promise(settle => {
    process.once("SIGINT", () => settle()).once("SIGTERM", () => settle())
  })
}
