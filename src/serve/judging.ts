import { Tinypool } from "tinypool"
import type { Act, Outcome } from "./judge-thread.ts"

/** Makes judgements in a thread of its own, one after the other. */
export interface Judging {
  act(wanted: Act): Promise<Outcome>
  close(): Promise<void>
}

export function judgingOf(path: string): Judging {
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js"
  const pool = new Tinypool({
    filename: new URL(`./judge-thread.${extension}`, import.meta.url).href,
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: 300_000,
    workerData: { path },
  })
  return { act: wanted => pool.run(wanted, { name: "act" }) as Promise<Outcome>, close: () => pool.destroy() }
}
