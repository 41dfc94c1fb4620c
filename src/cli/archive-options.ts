import type { StoryFilter } from "../archive/stories.ts"
import { UsageError } from "../model/problem.ts"
import { type CommonOptions, commonMistakes } from "./common-options.ts"

/** Options of the commands that ask an archive; `true` where a value was forgotten. */
export interface ArchiveOptions extends CommonOptions {
  readonly archive?: string | true
  readonly outlet?: string | true
  readonly agency?: string | true
  readonly since?: string | true
  readonly until?: string | true
  readonly minReports?: string | true
  readonly maxReports?: string | true
  readonly minOrigins?: string | true
  readonly maxOrigins?: string | true
  readonly sort?: string | true
  readonly limit?: string | true
}

/** The archive's file where none is named. */
export const DEFAULT_ARCHIVE = "hearsay.db"

/** The file that was named, or the usual one. */
export const archivePath = ({ archive }: ArchiveOptions): string =>
  typeof archive === "string" ? archive : DEFAULT_ARCHIVE

const TEXTS = ["outlet", "agency"] as const
const DATES = ["since", "until"] as const
const COUNTS = ["minReports", "maxReports", "minOrigins", "maxOrigins", "limit"] as const
const SORTS = ["reports", "newest", "oldest"] as const

/** Throws everything that is wrong with a call of one of these commands. */
export function checkArchiveCall(
  command: string,
  options: ArchiveOptions,
  unknown: readonly string[],
  more: readonly string[] = [],
): void {
  const mistakes = [...commonMistakes(options, unknown), ...archiveMistakes(options), ...more]
  if (mistakes.length > 0) throw new UsageError(mistakes, `See hearsay ${command} --help.`)
}

function archiveMistakes(options: ArchiveOptions): string[] {
  const mistakes: string[] = []
  if (options.archive === true || options.archive === "") mistakes.push("--archive needs a file name")
  for (const name of TEXTS) if (options[name] === true) mistakes.push(`--${name} needs a name`)
  for (const name of DATES) {
    const value = options[name]
    if (
      value !== undefined &&
      (value === true || !/^\d{4}(-\d\d(-\d\d(T[\d:.]{2,12}(Z|[+-]\d\d:\d\d)?)?)?)?$/.test(value))
    )
      mistakes.push(`${flag(name)} needs a date such as 2024-03-01`)
  }
  for (const name of COUNTS) {
    const value = options[name]
    if (value !== undefined && (value === true || !/^\d{1,9}$/.test(value)))
      mistakes.push(`${flag(name)} needs a number`)
  }
  if (options.sort !== undefined && !SORTS.includes(options.sort as never))
    mistakes.push(`--sort is one of ${SORTS.join(", ")}`)
  return mistakes
}

const flag = (name: string) => `--${name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`

/** The filter that the options ask for; call {@link checkArchiveCall} before. */
export function filterOf(options: ArchiveOptions): StoryFilter {
  const filter: Record<string, unknown> = {}
  for (const name of [...TEXTS, ...DATES, "sort"] as const)
    if (options[name] !== undefined) filter[name] = options[name]
  for (const name of COUNTS) if (options[name] !== undefined) filter[name] = Number(options[name])
  return filter as StoryFilter
}
