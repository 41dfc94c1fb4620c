import type { Problem, ProblemCode } from "../model/problem.ts"
import type { BrokenStream } from "./expand.ts"

/** A problem as a record; the hint only where there is one. */
export function problem(code: ProblemCode, where: string, message: string, hint?: string): Problem {
  return hint === undefined ? { code, where, message } : { code, where, message, hint }
}

/** Problems of one file beyond this many are counted, not listed. */
const LISTED = 100

/** Collects the problems of one file: the first hundred as they are, the rest as one that counts them. */
export function problemList(path: string) {
  let untaken: Problem[] = []
  let listed = 0
  let further = 0
  let code: ProblemCode = "broken-json"
  const take = () => {
    const taken = untaken
    untaken = []
    return taken
  }
  return {
    add(found: readonly Problem[]): void {
      for (const each of found) {
        if (++listed <= LISTED) untaken.push(each)
        else further++
        code = each.code
      }
    },
    /** Those listed since the last call. */
    take,
    /** Those not taken yet, and how many were not listed. */
    all(): Problem[] {
      const rest = take()
      return further === 0
        ? rest
        : [...rest, problem(code, path, `${further} further places have problems, not listed.`)]
    },
  }
}

/** The problem of a document above the limit. */
export function tooLarge(where: string, maxBytes: number, size?: number): Problem {
  const limit = `the limit is ${megabytes(maxBytes)}`
  const message = size === undefined ? `Too large: ${limit}.` : `Too large: ${megabytes(size)}; ${limit}.`
  return problem("too-large", where, message, "Raise it with --max-size, or split the file.")
}

const megabytes = (bytes: number) => `${Number((bytes / 1e6).toPrecision(3))} MB`

const ADVICE: Readonly<Record<string, readonly [ProblemCode, string]>> = {
  ENOENT: ["missing-path", "No such file or folder."],
  ENOTDIR: ["missing-path", "No such file or folder."],
  ENAMETOOLONG: ["missing-path", "No such file or folder: the name is too long."],
  EACCES: ["no-permission", "No permission to read it."],
  EPERM: ["no-permission", "No permission to read it."],
  ELOOP: ["link-loop", "A symbolic link that leads back to itself."],
}

/** The problem that an error of the file system is; an error that is none is thrown again. */
export function problemOfError(error: unknown, where: string): Problem {
  const code = (error as NodeJS.ErrnoException).code
  if (typeof code !== "string") throw error
  const [kind, message] = ADVICE[code] ?? ["cannot-read" as const, `Cannot be read: ${(error as Error).message}.`]
  // The runtime writes "�" for what is no UTF-8 in a name, and finds no file of that name.
  return problem(kind, where, message, where.includes("�") ? "Its name may be no UTF-8: rename it." : undefined)
}

const BROKEN_HINTS = {
  cut: "It was cut off on the way: fetch or copy it again.",
  broken: "Its bytes were changed on the way: fetch or copy it again.",
  bomb: "Such a thing may be made to fill memory or disk.",
} as const

/** The problem of a compressed stream that ends too early or is broken. `reached`: how far it was read, such as "after line 7". */
export function brokenStream({ kind, message }: BrokenStream, where: string, reached?: string): Problem {
  const code = kind === "cut" ? "cut-short" : kind === "bomb" ? "too-large" : "broken-archive"
  const what = { cut: "Cut off", broken: "The compressed data cannot be read on", bomb: "Stopped" }[kind]
  return problem(code, where, `${[what, reached].filter(Boolean).join(" ")}: ${message}.`, BROKEN_HINTS[kind])
}
