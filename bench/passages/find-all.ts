import { availableParallelism } from "node:os"
import { Worker } from "node:worker_threads"
import type { Detection } from "./plagdet.ts"

/** Pairs for one worker to go through, in this order. */
export interface Job {
  readonly folder: string
  readonly method: "ours" | "baseline"
  readonly pairs: readonly { readonly susp: string; readonly src: string }[]
}

const PAIRS_A_JOB = 50
const MOST_WORKERS = 2

/**
 * What a method finds in the pairs of a corpus, by two workers at most, and the CPU seconds of all of it, reading included. Pairs of
 * one suspicious document go to one worker, so that each text is read once, or for a source once a worker.
 */
export async function findAll(
  { folder, method, pairs }: Job,
  onProgress: (done: number, total: number) => void,
): Promise<{ readonly found: readonly Detection[]; readonly cpuSeconds: number }> {
  const before = process.cpuUsage()
  const jobs = cutIntoJobs([...pairs].sort((x, y) => compare(x.susp, y.susp) || compare(x.src, y.src)))
  const results: (readonly Detection[])[] = []
  let next = 0
  let done = 0
  const work = async () => {
    const worker = new Worker(new URL("worker.ts", import.meta.url))
    while (next < jobs.length) {
      const index = next++
      results[index] = await ask(worker, { folder, method, pairs: jobs[index]! })
      done += jobs[index]!.length
      onProgress(done, pairs.length)
    }
    await worker.terminate()
  }
  await Promise.all(Array.from({ length: Math.min(MOST_WORKERS, availableParallelism()) }, work))
  const { user, system } = process.cpuUsage(before)
  return { found: results.flat(), cpuSeconds: (user + system) / 1e6 }
}

function ask(worker: Worker, job: Job): Promise<readonly Detection[]> {
  const { promise, resolve, reject } = Promise.withResolvers<readonly Detection[]>()
  worker.once("error", reject)
  worker.once("message", (found: readonly Detection[]) => {
    worker.off("error", reject)
    resolve(found)
  })
  worker.postMessage(job)
  return promise
}

function cutIntoJobs(pairs: Job["pairs"]): Job["pairs"][] {
  const jobs: Job["pairs"][number][][] = []
  for (const pair of pairs) {
    const job = jobs.at(-1)
    if (job && (job.length < PAIRS_A_JOB || job.at(-1)!.susp === pair.susp)) job.push(pair)
    else jobs.push([pair])
  }
  return jobs
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
