import { setTimeout } from "node:timers/promises"
import { type AddOptions, addMistakes, addPaths } from "./add-command.ts"
import { addSummary } from "./add-lines.ts"
import { archivePath, checkArchiveCall } from "./archive-options.ts"
import { EXIT } from "./exit-codes.ts"

export interface WatchOptions extends AddOptions {
  readonly every?: string | true
}

const DEFAULT_EVERY = "10m"
// Timers of the runtime hold no more than 2^31 milliseconds; a longer wait would be none.
const LONGEST_MS = 24 * 86400e3
const FACTOR_MS: Record<string, number> = { s: 1e3, m: 60e3, h: 3600e3, d: 86400e3 }

/**
 * `hearsay watch`: adds again and again, until it is stopped (Ctrl-C), which lets the round under way come to its end. Gives the exit code.
 * A round that fails is told and tried again at the next time.
 */
export async function watchCommand(
  paths: readonly string[],
  options: WatchOptions,
  unknown: readonly string[],
): Promise<number> {
  const everyMs = durationMs(options.every ?? DEFAULT_EVERY)
  const mistakes = addMistakes(paths, options, unknown)
  if (paths.includes("-")) mistakes.push("watch cannot read standard input again and again")
  if (everyMs === undefined || everyMs < 1000)
    mistakes.push("--every needs a time such as 90s, 10m or 2h, of a second at least")
  else if (everyMs > LONGEST_MS) mistakes.push("--every can be 24 days at most")
  checkArchiveCall("watch", options, unknown, mistakes)
  const stop = new AbortController()
  const end = () => stop.abort()
  process.once("SIGINT", end).once("SIGTERM", end)
  let failed = false
  while (!stop.signal.aborted) {
    const began = Date.now()
    failed = !(await round(paths, options))
    await setTimeout(Math.max(0, began + everyMs! - Date.now()), undefined, { signal: stop.signal }).catch(() => {})
  }
  return failed ? EXIT.failed : EXIT.done
}

async function round(paths: readonly string[], options: WatchOptions): Promise<boolean> {
  const at = new Date().toISOString().slice(0, 19).replace("T", " ")
  try {
    const added = await addPaths(paths, options)
    if (options.json) process.stdout.write(`${JSON.stringify({ at, ...added })}\n`)
    else if (!options.quiet)
      process.stdout.write(`${at} ${addSummary(added, archivePath(options)).trim().split("\n").join(" ")}\n`)
    return true
  } catch (error) {
    process.stderr.write(`hearsay: ${at} ${(error as Error).message}; trying again\n`)
    return false
  }
}

/**
 * A length of time in milliseconds; `undefined` when it is none.
 *
 * @example durationMs("10m") // => 600000
 */
export function durationMs(text: string | true): number | undefined {
  const [, number, unit] = /^(\d{1,6}(?:\.\d{1,3})?) ?([smhd])$/i.exec(text === true ? "" : text.trim()) ?? []
  return number === undefined ? undefined : Number(number) * FACTOR_MS[unit!.toLowerCase()]!
}
