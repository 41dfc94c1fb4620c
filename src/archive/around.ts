import { isoDate } from "../extract/dates.ts"
import { type Segmented, TOKEN } from "../model/segmented.ts"
import { segment } from "../segment/segment.ts"
import { stories as storiesAmong } from "../stories/stories.ts"
import { instantOf } from "../text/instant.ts"
import { STOP_WORDS } from "../text/stop-words.ts"
import { isUnspaced } from "../text/unspaced.ts"
import type { Archive } from "./archive.ts"
import { witnessesOf } from "./circle.ts"
import { readerOf } from "./reader.ts"
import { reportsWith } from "./search.ts"
import type { StoryPlace } from "./story.ts"

/** What an archive holds of one event: families by name, reports without kin by number. The story that was asked about stands first. */
export interface Event {
  readonly families: readonly string[]
  readonly alone: readonly number[]
}

// Of each family so many reports are read: the longest, and the first and the last that came out.
const LONGEST = 3
// Of the reports that have a word so many are looked at; one that more families and reports alone have finds nobody.
const MOST_HAVING = 1000
const MOST_UNITS_HAVING = 400
// So many families and reports alone are looked at, those that share the rarest words first.
const MOST_UNITS = 60
// Reports from all over the archive by which it is seen which words are rare.
const BACKGROUND = 120
const WEEK = 7 * 24 * 3600 * 1000

/**
 * The story at `place` with the families and reports without kin that tell of its event: those that {@link storiesAmong} puts beside it, out of the sixty
 * in its language that share the most of its rare words and came out within a week of it, as far as that is known. Call `indexWords` before: a report
 * that is not in the index of words is not found. Reads some 100 to 400 reports.
 */
export function aroundOf(archive: Archive, place: StoryPlace): Event {
  const own = unitOf(archive, place)
  const all = joined(sampleOf(archive, [own, ...nearest(archive, own)]), background(archive))
  const { segmented, unitBy } = all
  const told = storiesAmong(segmented, familiesIn(all))
  const story = told.find(({ witnesses }) => witnesses.some(id => unitBy.get(id) === own))
  const beside = new Set(story?.witnesses.flatMap(id => unitBy.get(id) ?? []))
  beside.delete(own)
  const others = [...beside].sort((x, y) => (x.key < y.key ? -1 : 1))
  return {
    families: [own, ...others].flatMap(({ family }) => family ?? []),
    alone: [own, ...others].flatMap(({ family, reports }) => (family === null ? reports : [])),
  }
}

/** A family, or a report without kin, by the reports that are read of it. */
interface Unit {
  readonly key: string
  readonly family: string | null
  readonly reports: readonly number[]
}

const keyOf = (family: string | null, report: number) => family ?? `#${report}`

function unitOf({ db }: Archive, { family, report }: StoryPlace): Unit {
  if (family === null) return { key: keyOf(family, report), family, reports: [report] }
  const rows = [
    ...db.prepare("SELECT id FROM reports WHERE family = ? ORDER BY words DESC, id LIMIT ?").all(family, LONGEST),
    ...["", "DESC"].flatMap(order =>
      db
        .prepare(
          `SELECT id FROM reports WHERE family = ? AND published IS NOT NULL ORDER BY published ${order}, id LIMIT 1`,
        )
        .all(family),
    ),
  ]
  return { key: family, family, reports: [...new Set(rows.map(({ id }) => id as number))] }
}

/** The units that share the rarest words with this one, the nearest first. */
function nearest(archive: Archive, own: Unit): Unit[] {
  const { db } = archive
  const row = db.prepare("SELECT published, observed, language FROM reports WHERE id = ?")
  const rows = own.reports.map(report => row.get(report)!)
  const span = spanOf(rows.map(timeOf))
  const language = languageOf(rows[0]!)
  const found: Unit[] = []
  for (const { family, report } of sharers(archive, own)) {
    const unit = unitOf(archive, { family, report })
    const others = unit.reports.map(one => row.get(one)!)
    const times = spanOf(others.map(timeOf))
    if (span && times && (times[1] < span[0] - WEEK || times[0] > span[1] + WEEK)) continue
    if (languageOf(others[0]!) !== language) continue
    found.push(unit)
    if (found.length >= MOST_UNITS) break
  }
  return found
}

const timeOf = ({ published, observed }: Record<string, unknown>) =>
  instantOf(isoDate((published ?? observed ?? "") as string) ?? "")

/** What stands for the language of a report; what is unknown is taken for English. */
const languageOf = ({ language }: Record<string, unknown>) => ((language ?? "en") as string).slice(0, 2).toLowerCase()

function spanOf(times: readonly number[]): readonly [number, number] | undefined {
  const known = times.filter(time => !Number.isNaN(time))
  return known.length === 0 ? undefined : [Math.min(...known), Math.max(...known)]
}

/** Other families and reports alone by the rare words of this unit that they have, the most first: the squares of their rarity add up, as in a cosine. */
function sharers(archive: Archive, own: Unit): StoryPlace[] {
  const { db } = archive
  const { last } = db.prepare("SELECT max(id) AS last FROM reports").get() as { last: number }
  const familyOf = db.prepare("SELECT family FROM reports WHERE id = ?")
  const weights = new Map<string, { readonly place: StoryPlace; weight: number }>()
  for (const [word, count] of wordsOf(archive, own)) {
    const reports = reportsWith(archive, word, MOST_HAVING)
    const places = new Map<string, StoryPlace>()
    for (const report of reports) {
      const family = familyOf.get(report)!.family as string | null
      places.set(keyOf(family, report), { family, report })
    }
    places.delete(own.key)
    // Where a word is cut off, what is seen of it still tells whether one story has it, or all the world.
    if (reports.length === MOST_HAVING && places.size > MOST_UNITS_HAVING) continue
    const weight = Math.log1p(count) * Math.log1p(last / Math.max(1, places.size)) ** 2
    for (const [key, place] of places) {
      const known = weights.get(key)
      if (known) known.weight += weight
      else weights.set(key, { place, weight })
    }
  }
  return [...weights].sort((x, y) => y[1].weight - x[1].weight || (x[0] < y[0] ? -1 : 1)).map(([, { place }]) => place)
}

/** The words of title and body that say something, with how often they stand there. */
function wordsOf(archive: Archive, { reports }: Unit): Map<string, number> {
  const { witness } = readerOf(archive.db)
  const counts = new Map<string, number>()
  for (const { tokens, sentences } of segment(witnessesOf(reports, witness).witnesses))
    for (const { role, tokens: range } of sentences) {
      if (role !== "body" && role !== "title") continue
      for (let i = range.first; i < range.end; i++) {
        const single = tokens.words[i]!
        if (tokens.kinds[i] === TOKEN.punctuation || STOP_WORDS.has(single)) continue
        // One character of a script without spaces says little; two are a word more often than not.
        const word = isUnspaced(single) ? single + (tokens.words[i + 1] ?? "") : single
        counts.set(word, (counts.get(word) ?? 0) + 1 / reports.length)
      }
    }
  return counts
}

/** Reports in their working form, with the unit that each is of. */
interface Sample {
  readonly segmented: readonly Segmented[]
  readonly unitBy: ReadonlyMap<string, Unit>
}

function sampleOf({ db }: Archive, units: readonly Unit[]): Sample {
  const unitOfReport = new Map(units.flatMap(unit => unit.reports.map(report => [report, unit] as const)))
  const { witnesses, numbers } = witnessesOf([...unitOfReport.keys()], readerOf(db).witness)
  const unitBy = new Map(witnesses.map(({ id }, i) => [id, unitOfReport.get(numbers[i]!)!]))
  return { segmented: segment(witnesses), unitBy }
}

/** Of each archive that is open, with the number of each report: the same serve for every story while none is added. */
const backgrounds = new WeakMap<Archive["db"], { readonly last: number; readonly reports: Map<Segmented, number> }>()

/** Reports spread evenly over the archive, one of a family. */
function background(archive: Archive): Sample {
  const { db } = archive
  const familyOf = db.prepare("SELECT family FROM reports WHERE id = ?")
  const unitBy = new Map<string, Unit>()
  const segmented: Segmented[] = []
  const families = new Set<string>()
  // Their families may have changed since they were read.
  for (const [one, report] of backgroundReports(archive)) {
    const family = familyOf.get(report)!.family as string | null
    if (family !== null && families.has(family)) continue
    if (family !== null) families.add(family)
    segmented.push(one)
    unitBy.set(one.witness.id, { key: keyOf(family, report), family, reports: [report] })
  }
  return { segmented, unitBy }
}

function backgroundReports({ db }: Archive): ReadonlyMap<Segmented, number> {
  const { last } = db.prepare("SELECT max(id) AS last FROM reports").get() as { last: number }
  const known = backgrounds.get(db)
  if (known?.last === last) return known.reports
  const step = Math.max(1, last / BACKGROUND)
  const chosen = Array.from({ length: Math.min(last, BACKGROUND) }, (_, i) => Math.floor(1 + i * step))
  const { witnesses, numbers } = witnessesOf(chosen, readerOf(db).witness)
  const reports = new Map(segment(witnesses).map((one, i) => [one, numbers[i]!]))
  backgrounds.set(db, { last, reports })
  return reports
}

/** A sample with those of another that are of other families and reports. */
function joined(near: Sample, far: Sample): Sample {
  const known = new Set([...near.unitBy.values()].map(({ key }) => key))
  const others = far.segmented.filter(
    ({ witness: { id } }) => !near.unitBy.has(id) && !known.has(far.unitBy.get(id)!.key),
  )
  const units = others.map(({ witness: { id } }) => [id, far.unitBy.get(id)!] as const)
  return { segmented: [...near.segmented, ...others], unitBy: new Map([...near.unitBy, ...units]) }
}

function familiesIn({ unitBy }: Sample): { id: string; witnesses: string[] }[] {
  const families = new Map<string, string[]>()
  for (const [id, { family }] of unitBy)
    if (family !== null) families.set(family, [...(families.get(family) ?? []), id])
  return [...families].map(([id, witnesses]) => ({ id, witnesses }))
}
