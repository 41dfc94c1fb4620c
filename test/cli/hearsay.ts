import { spawn, spawnSync } from "node:child_process"
import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

const MAIN = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url))

/** What a run of the real command gave. */
interface Run {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

interface Surroundings {
  readonly input?: string
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
}

/** Runs the real command as a process of its own, without colours in its surroundings. */
export function hearsay(words: readonly string[], { input = "", cwd, env = {} }: Surroundings = {}): Run {
  const { NO_COLOR: _, FORCE_COLOR: __, ...inherited } = process.env
  const run = spawnSync(process.execPath, [MAIN, ...words], {
    input,
    cwd,
    env: { ...inherited, ...env },
    encoding: "utf8",
  })
  return { code: run.status, out: run.stdout, err: run.stderr }
}

/** Runs the command and shuts its standard output after the first piece, as `head` does. Gives the exit code and what it complained of. */
export function readOnlyTheStart(words: readonly string[]): Promise<Omit<Run, "out">> {
  const child = spawn(process.execPath, [MAIN, ...words], { stdio: ["ignore", "pipe", "pipe"] })
  let err = ""
  child.stderr.on("data", piece => (err += piece))
  child.stdout.once("data", () => child.stdout.destroy())
  return new Promise(resolve => child.on("close", code => resolve({ code, err })))
}

/** A new folder with these files in it. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "hearsay-test-"))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}
