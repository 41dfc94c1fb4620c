import { randomBytes } from "node:crypto"
import { existsSync, readFileSync } from "node:fs"
import type { Server } from "node:http"
import { basename, resolve } from "node:path"
import { fileURLToPath } from "node:url"
import { createAdaptorServer } from "@hono/node-server"
import { openArchive } from "../archive/archive.ts"
import { waitingForIndex } from "../archive/search.ts"
import { sizeOf } from "../archive/stories.ts"
import { lockForWriting } from "../archive/writer-lock.ts"
import { answersOf } from "./answers.ts"
import { deskApp } from "./app.ts"
import { eventsOf } from "./events.ts"
import { hostsOf } from "./guard.ts"
import { judgingOf } from "./judging.ts"
import { readingsOf } from "./readings.ts"
import { siteOf } from "./site.ts"
import { uploadsOf } from "./uploads.ts"

export interface ServeOptions {
  /** The archive's file; made where there is none. */
  readonly archive: string
  /** Where to listen, or the next free one; 0: any. */
  readonly port?: number
  /** The built pages. */
  readonly pages?: string
  /** Files and folders to be read once the desk is open. */
  readonly paths?: readonly string[]
  readonly allowPrivate?: boolean
  /** Largest file that may be sent. */
  readonly mostUploadBytes?: number
}

/** An open desk. */
export interface Desk {
  readonly port: number
  readonly url: string
  /** What writing needs in its header. */
  readonly token: string
  close(): Promise<void>
}

export const DEFAULT_PORT = 4321
const MOST_UPLOAD_BYTES = 2 ** 30
const EXAMPLE = fileURLToPath(new URL("../../examples/harbour", import.meta.url))
const PAGES = fileURLToPath(new URL(import.meta.url.endsWith(".ts") ? "../../dist/web" : "../web", import.meta.url))

/**
 * Opens a desk over an archive, for this machine alone.
 *
 * @throws ArchiveError when the file is no archive.
 */
export async function openDesk(options: ServeOptions): Promise<Desk> {
  const { archive, port = DEFAULT_PORT, pages = PAGES, paths = [], allowPrivate = false } = options
  const path = resolve(archive)
  const isUnfinished = await makeReady(path)
  const token = randomBytes(24).toString("base64url")
  const events = eventsOf()
  const answers = answersOf(path)
  const readings = readingsOf(path, allowPrivate, events.tell)
  const judging = judgingOf(path)
  const uploads = await uploadsOf(options.mostUploadBytes ?? MOST_UPLOAD_BYTES)
  let hosts: ReadonlySet<string> = new Set()
  const app = deskApp({
    version: versionOf(),
    archive: basename(path),
    token,
    hosts: () => hosts,
    ...(existsSync(EXAMPLE) && { example: EXAMPLE }),
    answers,
    events,
    readings,
    judging,
    uploads,
    site: siteOf(pages, token),
  })
  const { servers, port: found } = await listen(app.fetch, port)
  hosts = hostsOf(found)
  // With nothing to read, what an ended run has left is still joined, and words are made ready to be searched.
  if (paths.length > 0 || isUnfinished) readings.begin({ paths })
  return {
    port: found,
    url: `http://127.0.0.1:${found}/`,
    token,
    async close() {
      readings.close()
      events.close()
      await Promise.all(servers.map(closeServer))
      await judging.close()
      await answers.close()
      await uploads.close()
    },
  }
}

/** Makes the archive where there is none, and brings an older one up to date. Gives whether work is left to do in it. */
async function makeReady(path: string): Promise<boolean> {
  const release = existsSync(path) ? () => {} : await lockForWriting(path)
  const archive = openArchive(path, { create: true })
  const isUnfinished = waitingForIndex(archive) > 0 || sizeOf(archive).waiting > 0
  archive.close()
  release()
  return isUnfinished
}

const MOST_PORTS_TRIED = 50
const HEADERS_MS = 10_000
const CHECKED_EVERY_MS = 5000
const REQUEST_MS = 3_600_000
const KEEP_ALIVE_MS = 10_000

/** Listens on both addresses of this machine; where it has only one of them, on that. */
async function listen(
  fetch: Parameters<typeof createAdaptorServer>[0]["fetch"],
  wanted: number,
): Promise<{ servers: Server[]; port: number }> {
  for (let port = wanted; ; port++) {
    const four = serverOf(fetch)
    const six = serverOf(fetch)
    try {
      const found = await listening(four, "127.0.0.1", port)
      try {
        await listening(six, "::1", found)
        return { servers: [four, six], port: found }
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") return { servers: [four], port: found }
        await closeServer(four)
        throw error
      }
    } catch (error) {
      const isTaken = (error as NodeJS.ErrnoException).code === "EADDRINUSE"
      if (!isTaken || port >= wanted + MOST_PORTS_TRIED) throw error
    }
  }
}

function serverOf(fetch: Parameters<typeof createAdaptorServer>[0]["fetch"]): Server {
  const server = createAdaptorServer({
    fetch,
    serverOptions: { connectionsCheckingInterval: CHECKED_EVERY_MS },
  }) as Server
  server.headersTimeout = HEADERS_MS
  server.requestTimeout = REQUEST_MS
  server.keepAliveTimeout = KEEP_ALIVE_MS
  return server
}

function listening(server: Server, host: string, port: number): Promise<number> {
  return new Promise((settle, fail) => {
    server.once("error", fail)
    server.listen(port, host, () => {
      server.off("error", fail)
      settle((server.address() as { port: number }).port)
    })
  })
}

function closeServer(server: Server): Promise<void> {
  return new Promise(settle => {
    server.close(() => settle())
    server.closeAllConnections()
  })
}

function versionOf(): string {
  return JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")).version
}
