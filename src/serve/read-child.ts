import type { AddProgress } from "../archive/add.ts"
import type { Archive } from "../archive/archive.ts"
import { lastProblem, problemsSince } from "../archive/problems.ts"
import { readIn } from "../archive/read-in.ts"
import { indexWords } from "../archive/search.ts"
import { familiesSince, lastReport } from "../archive/stories.ts"
import type { ReadingDone, ReadingProgress } from "../model/desk.ts"
import type { Problem } from "../model/problem.ts"

// A process of its own, started by readings.ts: the desk stays answering while it works, and a reading that fails takes nothing with it.

/** What is to be read, sent to this process once it runs. */
export interface ReadTask {
  readonly archive: string
  readonly paths: readonly string[]
  /** Fetch the articles that feeds link to. */
  readonly articles: boolean
  readonly allowPrivate: boolean
  /** What files are called that were sent to the desk, by the path they are kept at. */
  readonly names: Readonly<Record<string, string>>
}

/** What it says. */
export type ReadMessage =
  | Omit<ReadingProgress, "reading">
  | { readonly kind: "problem"; readonly problem: Problem }
  | Omit<ReadingDone, "reading">

const TOLD_EVERY_MS = 200
const MOST_FAMILIES = 100

process.once("message", task => void run(task as ReadTask))
process.once("disconnect", () => process.exit(1))

const say = (message: ReadMessage) => void process.send?.(message)

async function run({ archive: path, paths, articles, allowPrivate, names }: ReadTask): Promise<void> {
  let archive: Archive | undefined
  let first = 0
  let families: string[] = []
  const problems = problemTeller()
  const progress = progressTeller()
  try {
    const added = await readIn(path, paths, {
      reading: { articles, fetch: { allowPrivate } },
      waiting: () => say({ kind: "progress", step: "waiting", read: 0, added: 0, families: 0 }),
      before(opened) {
        archive = opened
        first = lastReport(opened) + 1
        problems.from(opened)
      },
      told(now) {
        progress(now)
        if (archive) problems.tell(archive)
      },
      after(opened) {
        problems.tell(opened)
        families = familiesSince(opened, first, MOST_FAMILIES)
        indexWords(opened)
      },
      placeOf: placeOf(names),
    })
    done({ added: added.added, already: added.read - added.added, problems: added.problems, families })
  } catch (error) {
    done({ added: 0, already: 0, problems: 0, families, failed: (error as Error).message })
  }
}

function done(found: Omit<ReadingDone, "reading" | "kind">): void {
  process.send?.({ kind: "done", ...found } satisfies ReadMessage, () => process.disconnect())
}

/** The name that a sent file came with, in the place of the path it is kept at. */
function placeOf(names: Readonly<Record<string, string>>): (place: string) => string {
  const known = Object.entries(names)
  return place => {
    const found = known.find(([path]) => place.startsWith(path))
    return found ? found[1] + place.slice(found[0].length) : place
  }
}

function progressTeller(): (now: AddProgress) => void {
  let stage = { step: "", since: 0, told: 0 }
  let read = 0
  return ({ step, done: finished, of, added, families }) => {
    const now = performance.now()
    if (step === "reading") read = finished
    if (step !== stage.step) stage = { step, since: now, told: 0 }
    if (now - stage.told < TOLD_EVERY_MS) return
    stage.told = now
    const seconds = (now - stage.since) / 1000
    const rate = seconds > 0.5 && finished > 0 ? finished / seconds : undefined
    const left = rate !== undefined && of !== undefined ? (of - finished) / rate : undefined
    say({
      kind: "progress",
      step,
      read,
      added,
      families,
      ...(rate !== undefined && { rate }),
      ...(left !== undefined && { left }),
    })
  }
}

/** Says each problem once, in the order in which they are met. */
function problemTeller() {
  let last = 0
  return {
    from(archive: Archive): void {
      last = lastProblem(archive)
    },
    tell(archive: Archive): void {
      for (const { id, problem } of problemsSince(archive, last, 1000)) {
        last = id
        say({ kind: "problem", problem })
      }
    },
  }
}
