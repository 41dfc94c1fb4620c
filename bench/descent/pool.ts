import { Worker } from "node:worker_threads"
import type { Tradition } from "./made/tradition.ts"
import type { Measured, Setting } from "./measure.ts"
import type { Job } from "./worker.ts"

/** Threads that trace. The traditions are made by the thread that calls. */
const THREADS = 2

/**
 * Traces and marks traditions on two threads; the answers stand in the order of the question. Which thread takes which does not hang on
 * their speed: the tagger remembers words, so what a thread has read before may tell in the last digits.
 */
export async function measureAll(
  count: number,
  make: (at: number) => { tradition: Tradition; setting: Setting },
  onDone: (done: number) => void,
): Promise<Measured[]> {
  const answers: Measured[] = []
  let done = 0
  const work = (first: number) =>
    new Promise<void>((resolve, reject) => {
      const worker = new Worker(new URL("./worker.ts", import.meta.url))
      let next = first
      const job = (): Job | undefined => {
        const at = next
        next += THREADS
        return at < count ? { at, ...make(at) } : undefined
      }
      // The next job is ready before the answer to the last one comes.
      let ready = job()
      const give = () => {
        if (!ready) return void worker.terminate().then(() => resolve())
        worker.postMessage(ready)
        ready = job()
      }
      worker.on("message", ({ at, measured }: { at: number; measured: Measured }) => {
        answers[at] = measured
        onDone(++done)
        give()
      })
      worker.on("error", reject)
      give()
    })
  await Promise.all(Array.from({ length: THREADS }, (_, first) => work(first)))
  return answers
}
