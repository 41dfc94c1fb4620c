import type { Added, AddProgress } from "../archive/add.ts"
import { addLine, addSummary } from "./add-lines.ts"
import { type ArchiveOptions, archivePath, checkArchiveCall } from "./archive-options.ts"
import { EXIT, exitCode } from "./exit-codes.ts"
import { deliver } from "./output.ts"
import { progress } from "./progress.ts"
import { type ReadingOptions, readOptions } from "./read-options.ts"
import { sizeInBytes } from "./size.ts"

export interface AddOptions extends ArchiveOptions, ReadingOptions {
  readonly quiet?: boolean
  readonly progress?: string | true
  readonly memory?: string | true
  readonly strict?: boolean
  readonly maxSize?: string | true
}

/** `hearsay add`: takes reports into an archive and joins them to what is there. Gives the exit code. */
export async function addCommand(
  paths: readonly string[],
  options: AddOptions,
  unknown: readonly string[],
): Promise<number> {
  checkArchiveCall("add", options, unknown, addMistakes(paths, options, unknown))
  const added = await addPaths(paths, options)
  const text = options.json
    ? `${JSON.stringify(added)}\n`
    : options.quiet
      ? ""
      : addSummary(added, archivePath(options))
  await deliver(text, options.output as string | undefined)
  // A feed that has nothing new is no failure.
  if (added.read === 0 && added.problems === 0) return EXIT.done
  return exitCode(added.read, added.problems, options.strict ?? false)
}

/** What is wrong with the options of `add` and `watch`. */
export function addMistakes(paths: readonly string[], options: AddOptions, unknown: readonly string[]): string[] {
  const mistakes: string[] = []
  if (paths.length === unknown.length)
    mistakes.push("say what to add: files, folders, patterns, addresses, or - for standard input")
  if (options.progress !== undefined && options.progress !== "json") mistakes.push("--progress is json, or left out")
  const { memory } = options
  if (memory !== undefined && (memory === true || (sizeInBytes(memory) ?? 0) < 300e6))
    mistakes.push("--memory needs a size of 300mb or more")
  return mistakes
}

/** Adds once. */
export async function addPaths(paths: readonly string[], options: AddOptions): Promise<Added> {
  const { readIn } = await import("../archive/read-in.ts")
  const teller = tellerOf(options)
  try {
    const added = await readIn(archivePath(options), paths, {
      ...(typeof options.memory === "string" && { memoryBytes: sizeInBytes(options.memory)! }),
      reading: readOptions(options),
      told: teller.told,
      waiting: () => teller.say("waiting for another hearsay add"),
    })
    teller.finished(added)
    return added
  } finally {
    teller.done()
  }
}

function tellerOf({ quiet, progress: form }: AddOptions) {
  const started = performance.now()
  const seconds = () => (performance.now() - started) / 1000
  if (form === "json") return jsonTeller(seconds)
  const line = quiet ? { say: () => {}, done: () => {} } : progress()
  let stage = { step: "", since: 0 }
  return {
    say: line.say,
    finished: (_: Added) => {},
    done: line.done,
    told(now: AddProgress) {
      if (now.step !== stage.step) stage = { step: now.step, since: seconds() }
      line.say(addLine(now, seconds() - stage.since))
    },
  }
}

/** One line of JSON a second on standard error, one for every change of step, and a last one when all is done. */
function jsonTeller(seconds: () => number) {
  let last = { step: "", at: -1 }
  const write = (line: object) => void process.stderr.write(`${JSON.stringify(line)}\n`)
  const rounded = (at: number) => Math.round(at * 10) / 10
  return {
    say: (text: string) => write({ step: "waiting", text }),
    finished: (added: Added) => write({ seconds: rounded(seconds()), step: "done", ...added }),
    done: () => {},
    told(now: AddProgress) {
      const at = seconds()
      if (now.step === last.step && at - last.at < 1) return
      last = { step: now.step, at }
      write({ seconds: rounded(at), ...now })
    },
  }
}
