import { workerData } from "node:worker_threads"
import { type Archive, openArchive } from "../archive/archive.ts"
import { judgementActs, judgementsOf } from "../archive/judgements.ts"
import { countProblems, problemsOf } from "../archive/problems.ts"
import { reportOf } from "../archive/report.ts"
import { countHits, reportsAlone, search } from "../archive/search.ts"
import { pack } from "../archive/stored.ts"
import { sizeOf, storiesOf } from "../archive/stories.ts"
import {
  findingsOfLoner,
  keptFindings,
  placeOf,
  type StoryPlace,
  stateOf,
  tellFamily,
  witnessOf,
} from "../archive/story.ts"
import type { Findings } from "../model/findings.ts"
import { UsageError } from "../model/problem.ts"
import { compareWitnesses } from "../pipeline.ts"
import { FORMATS } from "../present/exchange/formats.ts"
import { deskError, readyJson } from "./answer.ts"
import type { Answer, Ask, Told } from "./ask.ts"
import { eventPage } from "./event-page.ts"
import { exported } from "./export.ts"
import { reportPage } from "./report-page.ts"
import { storyPage } from "./story-page.ts"

// Run in a thread of its own, so that the desk answers while a story is worked out.

let opened: Archive | undefined

/** Answers a question from the archive as it stands at one moment. */
export async function tell(ask: Ask): Promise<Told> {
  opened ??= openArchive((workerDataOf() as { path: string }).path, { readOnly: true })
  opened.db.exec("BEGIN")
  try {
    return await told(opened, ask)
  } finally {
    opened.db.exec("COMMIT")
  }
}

async function told(archive: Archive, ask: Ask): Promise<Told> {
  switch (ask.page) {
    case "size":
      return plain(sizeOf(archive))
    case "judgements":
      return plain(judgementActs(archive.db))
    case "formats":
      return plain(FORMATS.map(({ name, title, extension }) => ({ name, title, extension })))
    case "stories":
      return plain(storiesOf(archive, ask.filter))
    case "story":
      return ofStory(archive, ask.story, ({ findings, place }) => readyJson(storyPage(archive, findings, place.report)))
    case "changes":
      return ofStory(archive, ask.story, ({ findings }) => {
        const variants = findings.families.flatMap(family => family.variants)
        return readyJson({ variants, of: variants.length })
      })
    case "claims":
      return ofStory(archive, ask.story, ({ findings: { claims, conflicts } }) => readyJson({ claims, conflicts }))
    case "event": {
      const place = placeOf(archive, ask.story)
      return place ? plain(eventPage(archive, place)) : missing("story", ask.story)
    }
    case "export":
      return ofStory(archive, ask.story, ({ findings, place }) =>
        exported(findings, ask.format, place.family ?? `report-${place.report}`).catch(refused),
      )
    case "pair":
      return { answer: pair(archive, ask.a, ask.b) }
    case "report":
      return report(archive, ask.name)
    case "search":
      return plain({
        hits: search(archive, ask.words, ask.limit, ask.offset),
        of: countHits(archive, ask.words),
      })
    case "alone": {
      const { reports, reportsWithKin } = sizeOf(archive)
      return plain({ reports: reportsAlone(archive, ask.limit, ask.offset), of: reports - reportsWithKin })
    }
    case "problems":
      return plain({ problems: problemsOf(archive, ask.limit, ask.offset), of: countProblems(archive) })
  }
}

const plain = (record: unknown): Told => ({ answer: readyJson(record) })

function refused(error: unknown): Answer {
  if (error instanceof UsageError) return readyJson(deskError("bad-request", error.message, error.hint), 400)
  throw error
}

interface Looked extends Omit<Told, "answer"> {
  readonly findings: Findings
  readonly place: StoryPlace
}

async function ofStory(
  archive: Archive,
  name: string,
  make: (looked: Looked) => Answer | Promise<Answer>,
): Promise<Told> {
  const looked = look(archive, name)
  if (!looked) return missing("story", name)
  const { findings: _, place: __, ...found } = looked
  return { answer: await make(looked), ...found }
}

/** The findings of the family or loner of that name. */
function look(archive: Archive, name: string): Looked | undefined {
  const place = placeOf(archive, name)
  if (!place) return undefined
  const { report, family } = place
  if (family === null) return { place, findings: findingsOfLoner(archive, report) }
  const basis = { family, state: stateOf(archive, family) }
  const kept = keptFindings(archive, family)
  if (kept) return { place, findings: kept, basis }
  const findings = tellFamily(archive, family)
  return { place, findings, basis, keep: { ...basis, packed: pack(findings) } }
}

function missing(what: string, name: string): Told {
  return { answer: readyJson(deskError("not-found", `the archive has no ${what} “${name.slice(0, 80)}”`), 404) }
}

function pair(archive: Archive, nameA: string, nameB: string): Answer {
  const [a, b] = [placeOf(archive, nameA), placeOf(archive, nameB)]
  if (!a || !b) return missing("report", a ? nameB : nameA).answer
  const judgements = judgementsOf(archive.db)
  const compared = compareWitnesses(witnessOf(archive, a.report), witnessOf(archive, b.report), judgements)
  return readyJson({ ...compared, problems: [] })
}

function report(archive: Archive, name: string): Told {
  const found = reportOf(archive, name)
  const looked = found && look(archive, `#${found.report}`)
  if (!found || !looked) return missing("report", name)
  const page = reportPage(found, witnessOf(archive, found.report), looked.findings)
  return { answer: readyJson(page), ...(looked.keep && { keep: looked.keep }) }
}

/** The pool hands its own record on beside ours. */
function workerDataOf(): unknown {
  const given: unknown = workerData
  return Array.isArray(given) ? given.at(-1) : given
}

/** Moves what was written from the log into the archive's file. */
export function checkpoint(): void {
  const archive = openArchive((workerDataOf() as { path: string }).path)
  archive.db.exec("PRAGMA wal_checkpoint(PASSIVE)")
  archive.close()
}
