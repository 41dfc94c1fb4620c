import { spawn } from "node:child_process"
import { existsSync, readFileSync, rmSync } from "node:fs"
import { join } from "node:path"
import { isLine } from "../scale/made/lines.ts"
import type { Peers } from "./install.ts"

/** One run of one program in one setting. */
export interface PeerRun {
  readonly seconds: number
  readonly cpuSeconds: number
  readonly peakMegabytes: number
  /** The setting: similarity and words in a gram. Ours has none. */
  readonly threshold?: number
  readonly gram?: number
  /** Each report's group, where the program can tell. */
  readonly groups?: Int32Array
}

/** A program: how it is called in tables, the method of peers.py, and the settings it is run in. */
export interface PeerCall {
  readonly name: string
  readonly method: string
  readonly settings: readonly { readonly threshold: number; readonly gram: number }[]
}

/** Runs a method of peers.py on a file; the settings that it finished. One that needs too much memory ends the run. */
export async function runPeer(
  peers: Peers,
  { method, settings }: PeerCall,
  file: string,
  count: number,
  folder: string,
) {
  const out = join(folder, `groups-${method}`)
  const asked = settings.map(({ threshold, gram }) => `${threshold}:${gram}`).join(",")
  const script = join(import.meta.dirname, "peers.py")
  const { output } = await finished(peers.python, [script, method, file, String(count), asked, out])
  return runsFrom(output, out)
}

/** Runs our own candidate finding. */
export async function runOurs(file: string, count: number, folder: string): Promise<PeerRun[]> {
  const out = join(folder, "groups-ours")
  const script = join(import.meta.dirname, "ours.ts")
  return runsFrom((await finished(process.execPath, [script, file, String(count), out])).output, out)
}

/** Runs Dolos; nothing when it is not done in time, or runs out of memory. */
export async function runDolos(
  { dolos }: Peers,
  file: string,
  count: number,
  lengths: string,
  similarities: readonly number[],
  folder: string,
  mostSeconds: number,
): Promise<PeerRun[] | undefined> {
  const out = join(folder, "groups-dolos")
  const script = join(import.meta.dirname, "dolos.js")
  const args = ["--max-old-space-size=8000", script, dolos, file, String(count), lengths, similarities.join(","), out]
  const { code, output } = await finished(process.execPath, args, mostSeconds)
  if (code !== 0) return undefined
  const [run] = output
    .split("\n")
    .filter(isLine)
    .map(line => JSON.parse(line) as PeerRun)
  return similarities.map((threshold, k) => ({ ...run!, threshold, groups: groupsIn(`${out}-${k}.bin`)! }))
}

function runsFrom(output: string, out: string): PeerRun[] {
  return output
    .split("\n")
    .filter(isLine)
    .map((line, k) => {
      const groups = groupsIn(`${out}-${k}.bin`)
      return { ...(JSON.parse(line) as PeerRun), ...(groups && { groups }) }
    })
}

/** The groups of a run; they are taken away, so that no later run is given them. */
function groupsIn(file: string): Int32Array | undefined {
  if (!existsSync(file)) return undefined
  const bytes = readFileSync(file)
  rmSync(file)
  return new Int32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
}

/** What a process printed, and how it ended; it is stopped after so many seconds. */
function finished(
  command: string,
  args: readonly string[],
  mostSeconds?: number,
): Promise<{ code: number | null; output: string }> {
  const child = spawn(command, args, {
    stdio: ["ignore", "pipe", "inherit"],
    ...(mostSeconds !== undefined && { timeout: mostSeconds * 1000 }),
  })
  const chunks: Buffer[] = []
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk))
  return new Promise((resolve, reject) => {
    child.on("error", reject)
    child.on("close", code => resolve({ code, output: Buffer.concat(chunks).toString() }))
  })
}
