import { type ChildProcess, fork } from "node:child_process"
import { rm } from "node:fs/promises"
import { fileURLToPath } from "node:url"
import type { DeskEvent, ReadingProgress } from "../model/desk.ts"
import type { ReadMessage, ReadTask } from "./read-child.ts"

/** What is to be read in one go. */
export interface Wanted {
  readonly paths: readonly string[]
  /** Names of files that were sent, by the path they are kept at until they are read. */
  readonly names?: Readonly<Record<string, string>>
  readonly articles?: boolean
}

/** Readings into the archive, one after the other. */
export interface Readings {
  /** Asks for a reading and gives its number. What comes while one is under way is read together after it. */
  begin(wanted: Wanted): number
  /** The one under way. */
  readonly now: ReadingProgress | null
  /** Ends the one under way; what it has written stays. */
  close(): void
}

// Files that are dropped together come in one request each.
const GATHER_MS = 150

interface Waiting {
  readonly reading: number
  readonly paths: string[]
  readonly names: Record<string, string>
  readonly articles: boolean
}

/** Reads into the archive in a process of its own and tells what happens. */
export function readingsOf(archive: string, allowPrivate: boolean, tell: (event: DeskEvent) => void): Readings {
  const waiting: Waiting[] = []
  let last = 0
  let now: ReadingProgress | null = null
  let child: ChildProcess | undefined
  let closed = false

  function next(): void {
    const one = waiting.shift()
    if (!one || closed) return
    const { reading, paths, names, articles } = one
    now = { kind: "progress", reading, step: "reading", read: 0, added: 0, families: 0 }
    let ended: Extract<ReadMessage, { kind: "done" }> | undefined
    child = startChild()
    child.on("message", (message: ReadMessage) => {
      if (message.kind === "done") ended = message
      else if (message.kind === "problem") tell({ ...message, reading })
      else {
        now = { ...message, reading }
        tell(now)
      }
    })
    child.once("error", () => {})
    child.once("close", async () => {
      child = undefined
      now = null
      await Promise.all(Object.keys(names).map(path => rm(path, { force: true })))
      tell({ ...(ended ?? { ...NOTHING, failed: "the reading was ended" }), reading })
      next()
    })
    child.send({ archive, paths, names, articles, allowPrivate } satisfies ReadTask)
  }

  return {
    begin({ paths, names = {}, articles = false }) {
      const open = waiting.at(-1)
      if (open && open.articles === articles) {
        open.paths.push(...paths)
        Object.assign(open.names, names)
        return open.reading
      }
      waiting.push({ reading: ++last, paths: [...paths], names: { ...names }, articles })
      setTimeout(() => {
        if (!child && now === null) next()
      }, GATHER_MS)
      return last
    },
    get now() {
      return now
    },
    close() {
      closed = true
      child?.kill()
    },
  }
}

const NOTHING = { kind: "done", added: 0, already: 0, problems: 0, families: [] } as const

function startChild(): ChildProcess {
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js"
  const file = fileURLToPath(new URL(`./read-child.${extension}`, import.meta.url))
  return fork(file, [], { execArgv: [], stdio: ["ignore", "ignore", "inherit", "ipc"] })
}
