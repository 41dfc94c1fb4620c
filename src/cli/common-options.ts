import { accessSync, constants, realpathSync } from "node:fs"
import { dirname } from "node:path"
import { distance } from "fastest-levenshtein"
import { sizeInBytes } from "./size.ts"

/** Options as the parser gives them: `true` where a value was forgotten. */
export interface CommonOptions {
  readonly json?: boolean
  readonly output?: string | true
  readonly all?: boolean
  readonly maxSize?: string | true
  readonly color?: boolean
}

const KNOWN = [
  "--json",
  "--html",
  "--open",
  "--no-open",
  "--port",
  "--format",
  "--judgements",
  "--strict",
  "--output",
  "--all",
  "--max-size",
  "--color",
  "--no-color",
  "--help",
  "--archive",
  "--articles",
  "--allow-private",
  "--every",
  "--memory",
  "--quiet",
  "--progress",
  "--outlet",
  "--agency",
  "--since",
  "--until",
  "--min-reports",
  "--max-reports",
  "--min-origins",
  "--max-origins",
  "--sort",
  "--limit",
]

/** What is wrong with the options that every command has. */
export function commonMistakes({ output, maxSize }: CommonOptions, unknown: readonly string[]): string[] {
  const mistakes = unknown.map(unknownOption)
  if (maxSize === true) mistakes.push("--max-size needs a size, such as 20mb")
  else if (maxSize !== undefined && sizeInBytes(maxSize) === undefined) {
    mistakes.push(`--max-size: “${maxSize}” is no size; write 500kb, 20mb or 2gb`)
  }
  return [...mistakes, ...fileMistakes("--output", output)]
}

/** What is wrong with an option that names a file to write. */
export function fileMistakes(option: string, file: string | true | undefined): string[] {
  if (file === undefined || file === "-") return []
  if (file === true || file === "") return [`${option} needs a file name`]
  try {
    accessSync(dirname(file), constants.W_OK)
    return []
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === "ENOENT"
    return [`${option}: the folder ${dirname(file)} ${missing ? "does not exist" : "cannot be written to"}`]
  }
}

/** What is wrong with writing to a file or folder that is read as well. */
export function inputMistakes(option: string, file: string | true | undefined, inputs: readonly string[]): string[] {
  const place = typeof file === "string" ? real(file) : undefined
  if (place === undefined) return []
  return inputs.some(input => real(input) === place)
    ? [`${option}: ${file} is what the reports are read from; name another`]
    : []
}

function real(path: string): string | undefined {
  try {
    return realpathSync(path)
  } catch {
    return undefined
  }
}

function unknownOption(word: string): string {
  const name = word.split("=")[0]!.slice(0, 40)
  const near = KNOWN.map(known => ({ known, edits: distance(known, name) })).sort((a, b) => a.edits - b.edits)[0]!
  return `there is no option ${name}${near.edits <= 3 ? `; did you mean ${near.known}?` : ""}`
}
