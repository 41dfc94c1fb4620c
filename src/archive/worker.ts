import { workerData } from "node:worker_threads"
import { type Profile, profileOf, resemble } from "../detect/resemble.ts"
import type { Judgement } from "../model/findings.ts"
import type { Report } from "../model/report.ts"
import { type Archive, openArchive } from "./archive.ts"
import { type CircleRecord, relateCircle } from "./circle.ts"
import { type Reader, readerOf } from "./reader.ts"
import { type Taken, take as takeReports } from "./take.ts"

// Each of these is run in a thread of its own; see pool.ts.

/** Pairs of reports that may be kin. `hard[i]` is 1 when more is asked of pair `i`. */
export interface CheckTask {
  readonly pairs: Uint32Array
  readonly hard: Uint8Array
}

/** Circles to relate, each by its number and its reports. */
export interface RelateTask {
  readonly circles: readonly { readonly circle: number; readonly reports: readonly number[] }[]
  readonly judgements: readonly Judgement[]
}

const KEPT_PROFILES = 1024

let opened: { archive: Archive; reader: Reader } | undefined
const profiles = new Map<number, Profile>()

/** Makes a batch of reports ready to be written. */
export function take(reports: readonly Report[]): Taken {
  return takeReports(reports)
}

/** For each pair 1 when the two resemble each other, else 0. */
export function check({ pairs, hard }: CheckTask): Uint8Array {
  return hard.map((is, i) => (resemble(profile(pairs[2 * i]!), profile(pairs[2 * i + 1]!), is === 1) ? 1 : 0))
}

/** What was found out about each circle. One that Hearsay fails at does not stop the others. */
export function relate({ circles, judgements }: RelateTask): CircleRecord[] {
  const { witness } = reader()
  return circles.map(({ circle, reports }) => {
    try {
      return relateCircle(circle, reports, witness, judgements)
    } catch (error) {
      const failed = (error as Error).stack?.split("\n").slice(0, 2).join(" ") ?? String(error)
      return { circle, witnesses: [], families: [], failed }
    }
  })
}

function profile(report: number): Profile {
  const known = profiles.get(report)
  if (known) return known
  const made = profileOf(reader().text(report))
  if (profiles.size >= KEPT_PROFILES) profiles.delete(profiles.keys().next().value!)
  profiles.set(report, made)
  return made
}

function reader(): Reader {
  if (!opened) {
    const archive = openArchive(path(), { readOnly: true })
    opened = { archive, reader: readerOf(archive.db) }
  }
  return opened.reader
}

/** The pool hands its own record on beside ours. */
function path(): string {
  const given: unknown = workerData
  const own = Array.isArray(given) ? given.at(-1) : given
  return (own as { path: string }).path
}
