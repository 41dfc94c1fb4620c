import { spawn } from "node:child_process"
import { join } from "node:path"

/** A finished process. */
export interface Run {
  /** From its start to its end. */
  readonly seconds: number
  /** Of the processor, all threads together. */
  readonly cpuSeconds: number
  /** The most memory it held at a time. */
  readonly peakMegabytes: number
  readonly output: string
}

/** Runs a script in a process of its own, with this Node, and measures the whole of it. A failed process throws. */
export function measure(script: string, args: readonly string[]): Promise<Run> {
  const hook = join(import.meta.dirname, "peak-memory.js")
  const start = performance.now()
  const child = spawn(process.execPath, ["--import", hook, script, ...args], {
    // The hook writes to the fourth stream.
    stdio: ["ignore", "pipe", "inherit", "pipe"],
  })
  const output: Buffer[] = []
  const peak: Buffer[] = []
  child.stdio[1]!.on("data", (chunk: Buffer) => output.push(chunk))
  child.stdio[3]!.on("data", (chunk: Buffer) => peak.push(chunk))
  return new Promise((resolve, reject) => {
    child.on("error", reject)
    child.on("close", code => {
      if (code !== 0) return reject(new Error(`${script} ${args.join(" ")} ended with ${code}`))
      const seconds = (performance.now() - start) / 1000
      const [kilobytes, cpuSeconds] = Buffer.concat(peak).toString().split(" ").map(Number) as [number, number]
      resolve({ seconds, cpuSeconds, peakMegabytes: kilobytes / 1000, output: Buffer.concat(output).toString() })
    })
  })
}

/** Runs it so many times; the run with the middle time, with the highest peak of all. */
export async function measureMiddle(runs: number, script: string, args: readonly string[]): Promise<Run> {
  const all: Run[] = []
  for (let i = 0; i < runs; i++) all.push(await measure(script, args))
  all.sort((x, y) => x.seconds - y.seconds)
  return { ...all[Math.floor(runs / 2)]!, peakMegabytes: Math.max(...all.map(run => run.peakMegabytes)) }
}
