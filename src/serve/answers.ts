import { Tinypool } from "tinypool"
import { type Archive, openArchive } from "../archive/archive.ts"
import { keepFindings } from "../archive/story.ts"
import type { Answer, Ask, Told } from "./ask.ts"

/** Answers to what pages ask, kept ready as long as the archive stays as it is. */
export interface Answers {
  /** The answer to a question: at once where it is kept, else when a thread has worked it out. */
  get(ask: Ask): Answer | Promise<Answer>
  close(): Promise<void>
}

/** Too many questions wait; ask again later. */
export class Busy extends Error {}

const THREADS = 2
const MOST_WAITING = 4000
const MOST_KEPT_BYTES = 256 * 2 ** 20
// Answers larger than this are not kept: one of them would push many others out.
const LARGEST_KEPT_BYTES = 16 * 2 ** 20
const KEEPS_A_CHECKPOINT = 100

/**
 * Answers from the archive at `path`. Threads read and compute; the thread that serves only hands out bytes. Whenever something else has
 * written to the archive, what was kept is forgotten.
 */
export function answersOf(path: string): Answers {
  const archive = openArchive(path)
  // Keeping findings must not wait for the disk; the threads move them from the log into the file.
  archive.db.exec("PRAGMA wal_autocheckpoint = 0")
  const pool = poolFor(path)
  const isChanged = changeWatch(archive)
  const kept = keptAnswers()
  const underWay = new Map<string, Promise<Answer>>()
  let round = 0
  let keeps = 0

  function keep({ family, packed, state }: NonNullable<Told["keep"]>): void {
    keepFindings(archive, family, packed, state)
    if (++keeps % KEEPS_A_CHECKPOINT === 0) void pool.run(null, { name: "checkpoint" }).catch(() => {})
  }

  async function work(ask: Ask, key: string, began: number): Promise<Answer> {
    try {
      const { answer, keep: found } = (await pool.run(ask, { name: "tell" })) as Told
      if (found) keep(found)
      // What was worked out from an older state of the archive is good enough to be sent, not to be kept.
      if (!refresh() && began === round) kept.set(key, answer)
      return answer
    } finally {
      if (began === round) underWay.delete(key)
    }
  }

  /** Forgets everything when the archive has changed, and says whether it has. */
  function refresh(): boolean {
    if (!isChanged()) return false
    round++
    kept.clear()
    underWay.clear()
    return true
  }

  return {
    get(ask) {
      refresh()
      const key = JSON.stringify(ask)
      const known = kept.get(key) ?? underWay.get(key)
      if (known) return known
      if (underWay.size >= MOST_WAITING) throw new Busy()
      const answer = work(ask, key, round)
      underWay.set(key, answer)
      return answer
    },
    async close() {
      await pool.destroy()
      archive.close()
    },
  }
}

function poolFor(path: string): Tinypool {
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js"
  return new Tinypool({
    filename: new URL(`./tell.${extension}`, import.meta.url).href,
    minThreads: 1,
    maxThreads: THREADS,
    idleTimeout: 60_000,
    workerData: { path },
  })
}

/** Whether another connection has written since the last time it was asked. */
function changeWatch({ db }: Archive): () => boolean {
  const ask = db.prepare("PRAGMA data_version")
  const version = () => ask.get()!.data_version as number
  let last = version()
  return () => {
    const now = version()
    const isNew = now !== last
    last = now
    return isNew
  }
}

/** Answers by question, the longest unasked forgotten first once they are too many bytes. */
function keptAnswers() {
  const answers = new Map<string, Answer>()
  let bytes = 0
  const drop = (key: string, answer: Answer) => {
    answers.delete(key)
    bytes -= sizeOf(key, answer)
  }
  return {
    get(key: string): Answer | undefined {
      const answer = answers.get(key)
      if (!answer) return undefined
      answers.delete(key)
      answers.set(key, answer)
      return answer
    },
    set(key: string, answer: Answer): void {
      const size = sizeOf(key, answer)
      if (size > LARGEST_KEPT_BYTES) return
      const former = answers.get(key)
      if (former) drop(key, former)
      answers.set(key, answer)
      bytes += size
      for (const [oldest, old] of answers) {
        if (bytes <= MOST_KEPT_BYTES) break
        drop(oldest, old)
      }
    },
    clear(): void {
      answers.clear()
      bytes = 0
    },
  }
}

const OVERHEAD_BYTES = 500
const sizeOf = (key: string, { bytes, gzip, brotli }: Answer) =>
  OVERHEAD_BYTES + 2 * key.length + bytes.length + (gzip?.length ?? 0) + (brotli?.length ?? 0)
