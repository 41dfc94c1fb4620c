import type { Added, AddProgress } from "../archive/add.ts"
import { DEFAULT_ARCHIVE } from "./archive-options.ts"

const STEP = {
  reading: "reading",
  meeting: "looking for common features",
  checking: "looking at pairs",
  relating: "tracing descent",
} as const

/** One line that says how far an `add` is: what, how much of it, how fast, how long still. */
export function addLine({ step, done, of, added, families }: AddProgress, seconds: number): string {
  const rate = seconds > 0.5 ? done / seconds : undefined
  const parts = [of === undefined ? `${STEP[step]}: ${whole(done)} reports` : `${STEP[step]}: ${percent(done, of)}`]
  if (step !== "relating") parts.push(`${whole(added)} new`)
  else parts.push(`${whole(families)} families`)
  if (rate !== undefined && (step === "reading" || step === "relating")) parts.push(`${whole(rate)} a second`)
  if (rate !== undefined && of !== undefined && done > 0) parts.push(`${duration((of - done) / rate)} left`)
  return parts.join(" · ")
}

/** What an `add` has done, in two sentences. */
export function addSummary(
  { read, added, versions, problems, families, reportsWithKin }: Added,
  archive: string,
): string {
  const known = read - added
  const lines = [
    `${counted(added, "new report")} in ${archive}${known > 0 ? `; ${counted(known, "report")} there already` : ""}${versions > 0 ? `; ${counted(versions, "new version")} of known pages` : ""}.`,
    reportsWithKin === 0
      ? added === 0
        ? "Nothing has changed."
        : "None of them has kin."
      : `${counted(families, "family", "families")} of ${counted(reportsWithKin, "report")} came about or grew. See hearsay stories${archive === DEFAULT_ARCHIVE ? "" : ` --archive ${archive}`}.`,
  ]
  if (problems > 0)
    lines.push(
      `${counted(problems, "problem")}: see hearsay problems${archive === DEFAULT_ARCHIVE ? "" : ` --archive ${archive}`}.`,
    )
  return `${lines.join("\n")}\n`
}

const counted = (count: number, one: string, many = `${one}s`) => `${whole(count)} ${count === 1 ? one : many}`
const whole = (count: number) => Math.round(count).toLocaleString("en")
const percent = (done: number, of: number) => `${of === 0 ? 100 : Math.floor((100 * done) / of)} %`

function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`
  const minutes = Math.ceil(seconds / 60)
  return minutes < 90 ? `${minutes} min` : `${Math.ceil(minutes / 60)} h`
}
