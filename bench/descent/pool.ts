import { Worker } from "node:worker_threads"
import type { Tradition } from "./made/tradition.ts"
import type { Measured, Setting } from "./measure.ts"
import type { Job } from "./worker.ts"

/** Threads that trace. The traditions are made by the thread that calls. */
const THREADS = 2

/** Traces and marks traditions on two threads; the answers stand in the order of the question. */
export async function measureAll(
  count: number,
  make: (at: number) => { tradition: Tradition; setting: Setting },
  onDone: (done: number) => void,
): Promise<Measured[]> {
  const answers: Measured[] = []
  let next = 0
  let done = 0
  const job = (): Job | undefined => (next < count ? { at: next, ...make(next++) } : undefined)
  const work = () =>
    new Promise<void>((resolve, reject) => {
      const worker = new Worker(new URL("./worker.ts", import.meta.url))
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
  await Promise.all(Array.from({ length: THREADS }, work))
  return answers
}
