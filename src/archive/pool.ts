import { availableParallelism } from "node:os"
import { setFlagsFromString } from "node:v8"
import { Tinypool } from "tinypool"
import type { Report } from "../model/report.ts"
import type { CircleRecord } from "./circle.ts"
import type { Taken } from "./take.ts"
import type { CheckTask, RelateTask } from "./worker.ts"

/** Threads that do the work of an archive which needs no writing. */
export interface Pool {
  readonly threads: number
  take(reports: readonly Report[]): Promise<Taken>
  check(task: CheckTask): Promise<Uint8Array>
  relate(task: RelateTask): Promise<CircleRecord[]>
  /** As {@link Pool.relate}, in a thread that may take what it needs, when no other is left. Nothing else may be under way. */
  relateAlone(task: RelateTask): Promise<CircleRecord[]>
  close(): Promise<void>
}

/** Threads for the archive at `path`; `memoryBytes` is what all may take together, but for {@link Pool.relateAlone}. */
export function poolOf(
  path: string,
  memoryBytes: number,
  threads = Math.max(1, Math.min(8, availableParallelism())),
): Pool {
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js"
  const filename = new URL(`./worker.${extension}`, import.meta.url).href
  const poolWith = (count: number, maxOldGenerationSizeMb: number) => {
    // V8 reads these when a thread begins. A roomy space for young objects saves a sixth of the time of relating.
    setFlagsFromString(`--max-semi-space-size=${SEMI_SPACE_MB}`)
    setFlagsFromString("--semi-space-growth-factor=2")
    return new Tinypool({
      filename,
      minThreads: count,
      maxThreads: count,
      idleTimeout: 60_000,
      workerData: { path },
      resourceLimits: { maxOldGenerationSizeMb },
    })
  }
  let shared: Tinypool | undefined
  const pool = () => (shared ??= poolWith(threads, heapMb(memoryBytes, threads)))
  const close = async () => {
    await shared?.destroy()
    shared = undefined
  }
  return {
    threads,
    take: reports => pool().run(reports, { name: "take" }) as Promise<Taken>,
    check: task => pool().run(task, { name: "check" }) as Promise<Uint8Array>,
    relate: task => pool().run(task, { name: "relate" }) as Promise<CircleRecord[]>,
    async relateAlone(task) {
      await close()
      const alone = poolWith(1, ROOMY_HEAP_MB)
      try {
        return (await alone.run(task, { name: "relate" })) as CircleRecord[]
      } finally {
        await alone.destroy()
      }
    },
    close,
  }
}

// What the main thread needs, and a thread beside its heap: models, buffers, the database's pages.
const MAIN_MB = 300
const BESIDE_HEAP_MB = 100
const LEAST_HEAP_MB = 160
const ROOMY_HEAP_MB = 4000
const SEMI_SPACE_MB = 16

function heapMb(memoryBytes: number, threads: number): number {
  return Math.max(LEAST_HEAP_MB, Math.floor((memoryBytes / 2 ** 20 - MAIN_MB) / threads - BESIDE_HEAP_MB))
}

/** Gives the results of `work` in the order of `tasks`, with so many under way at once that no thread waits. */
export async function* inOrder<T, R>(
  tasks: AsyncIterable<T> | Iterable<T>,
  atOnce: number,
  work: (task: T) => Promise<R>,
): AsyncGenerator<R> {
  const running: Promise<R>[] = []
  for await (const task of tasks) {
    const promise = work(task)
    // A failure is met when its turn comes; until then nobody listens.
    promise.catch(() => {})
    running.push(promise)
    if (running.length >= atOnce) yield await running.shift()!
  }
  while (running.length > 0) yield await running.shift()!
}
