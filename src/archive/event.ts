import type { Findings } from "../model/findings.ts"
import { type Segmented, TOKEN } from "../model/segmented.ts"
import { type Related, tell } from "../pipeline.ts"
import { segment } from "../segment/segment.ts"
import { stories as storiesAmong, storyFrom } from "../stories/stories.ts"
import { STOP_WORDS } from "../text/stop-words.ts"
import type { Archive } from "./archive.ts"
import { witnessesOf } from "./circle.ts"
import { concerning, judgementsOf } from "./judgements.ts"
import { readerOf } from "./reader.ts"
import { reportsWith } from "./search.ts"
import { placeOf, problemsOf, relatedAgain, type StoryPlace } from "./story.ts"

/** What else an archive holds of the event that a story tells of, and shares no text with it: families by name, reports without kin by number. */
export interface Around {
  readonly families: readonly string[]
  readonly alone: readonly number[]
}

// Of each family so many reports are read, the longest.
const SAMPLE = 5
// A word that more reports have finds nobody.
const MOST_HAVING = 1000
// So many families and reports alone are looked at, those that share the rarest words first.
const MOST_UNITS = 60
// Reports from all over the archive by which it is seen which words are rare.
const BACKGROUND = 120
const WEEK = 7 * 24 * 3600 * 1000

/**
 * The families and reports without kin that tell of the event of the story at `place`: those that {@link storiesAmong} puts beside it, out of the
 * sixty that share the most of its rare words and were published within a week of it. `undefined` when the archive has no such story. Call
 * `indexWords` before: a report that is not in the index of words is not found. Reads some 200 reports the first time, some 80 later.
 */
export function aroundOf(archive: Archive, place: StoryPlace): Around {
  const own = unitOf(archive, place)
  const all = joined(sampleOf(archive, [own, ...nearest(archive, own)]), background(archive))
  const { segmented, unitBy } = all
  const told = storiesAmong(segmented, familiesIn(all))
  const story = told.find(({ witnesses }) => witnesses.some(id => unitBy.get(id) === own))
  const beside = new Set(story?.witnesses.flatMap(id => unitBy.get(id) ?? []))
  beside.delete(own)
  return {
    families: [...beside].flatMap(({ family }) => family ?? []).sort(),
    alone: [...beside].flatMap(({ family, reports }) => (family === null ? reports : [])).sort((x, y) => x - y),
  }
}

/**
 * Everything Hearsay finds in all that the archive holds of one event: the story of that name, as `storyOf` takes it, its family first, with the families
 * and reports around it as one story. What is said in several of them has its origins counted over all. Nothing of this is kept.
 */
export function eventOf(archive: Archive, name: string): Findings | undefined {
  const place = placeOf(archive, name)
  return place && tellEvent(archive, place, aroundOf(archive, place))
}

/** The findings of a story with what is around it. Costs what telling all of it costs. */
export function tellEvent(archive: Archive, place: StoryPlace, around: Around): Findings {
  const { db } = archive
  const families = [...(place.family === null ? [] : [place.family]), ...around.families]
  const alone = { segmented: segment(loners(archive, place, around).witnesses), alignments: [], families: [] }
  const all = together([...families.map(id => relatedAgain(archive, id)), alone])
  const witnesses = all.segmented.map(({ witness }) => witness)
  const judgements = concerning(judgementsOf(db), witnesses)
  const story = storyFrom(
    witnesses.map(({ id }) => id),
    all.families.map(({ id }) => id),
  )
  const decided = judgements.length === 0 ? {} : { judgements }
  return { ...tell(all, { judgements, stories: [story] }), problems: problemsOf(witnesses), ...decided }
}

/** The reports of an event that have no kin, and the number of each. */
export function loners(archive: Archive, { family, report }: StoryPlace, { alone }: Around) {
  return witnessesOf(family === null ? [report, ...alone] : alone, readerOf(archive.db).witness)
}

/** A family, or a report without kin, by the reports that are read of it. */
interface Unit {
  readonly family: string | null
  readonly reports: readonly number[]
}

function unitOf({ db }: Archive, { family, report }: StoryPlace): Unit {
  if (family === null) return { family, reports: [report] }
  const longest = db.prepare("SELECT id FROM reports WHERE family = ? ORDER BY words DESC, id LIMIT ?")
  return { family, reports: longest.all(family, SAMPLE).map(({ id }) => id as number) }
}

/** The units that share the rarest words with this one, the nearest first. */
function nearest(archive: Archive, own: Unit): Unit[] {
  const { db } = archive
  const weights = sharers(archive, own)
  const when = db.prepare("SELECT family, published, observed FROM reports WHERE id = ?")
  const span = spanOf(own.reports.map(report => timeOf(when.get(report)!)))
  const units = new Map<string, Unit>()
  for (const [report] of [...weights].sort((x, y) => y[1] - x[1] || x[0] - y[0])) {
    const row = when.get(report)!
    const family = row.family as string | null
    if ((family !== null && family === own.family) || own.reports.includes(report)) continue
    const time = timeOf(row)
    if (span && (time < span[0] - WEEK || time > span[1] + WEEK)) continue
    const key = family ?? `#${report}`
    if (!units.has(key)) units.set(key, unitOf(archive, { family, report }))
    if (units.size >= MOST_UNITS) break
  }
  return [...units.values()]
}

const timeOf = ({ published, observed }: Record<string, unknown>) => Date.parse((published ?? observed ?? "") as string)

function spanOf(times: readonly number[]): readonly [number, number] | undefined {
  const known = times.filter(time => !Number.isNaN(time))
  return known.length === 0 ? undefined : [Math.min(...known), Math.max(...known)]
}

/** What each report that has rare words of this unit weighs: the squares of their rarity, as in a cosine. */
function sharers(archive: Archive, own: Unit): Map<number, number> {
  const { last } = archive.db.prepare("SELECT max(id) AS last FROM reports").get() as { last: number }
  const weights = new Map<number, number>()
  for (const [word, count] of wordsOf(archive, own)) {
    const having = reportsWith(archive, word, MOST_HAVING + 1)
    if (having.length > MOST_HAVING) continue
    const rarity = Math.log1p(last / Math.max(1, having.length))
    for (const report of having) weights.set(report, (weights.get(report) ?? 0) + Math.log1p(count) * rarity ** 2)
  }
  return weights
}

/** The words of title and body that say something, with how often they stand there. */
function wordsOf(archive: Archive, { reports }: Unit): Map<string, number> {
  const { witness } = readerOf(archive.db)
  const counts = new Map<string, number>()
  for (const { tokens, sentences } of segment(witnessesOf(reports, witness).witnesses))
    for (const { role, tokens: range } of sentences) {
      if (role !== "body" && role !== "title") continue
      for (let i = range.first; i < range.end; i++) {
        const word = tokens.words[i]!
        if (tokens.kinds[i] === TOKEN.punctuation || STOP_WORDS.has(word)) continue
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

/** Of each archive that is open: the same reports serve for every story while none is added. */
const backgrounds = new WeakMap<Archive["db"], { readonly last: number; readonly sample: Sample }>()

/** Reports spread evenly over the archive, one of a family. */
function background(archive: Archive): Sample {
  const { db } = archive
  const { last } = db.prepare("SELECT max(id) AS last FROM reports").get() as { last: number }
  const known = backgrounds.get(db)
  if (known?.last === last) return known.sample
  const familyOf = db.prepare("SELECT family FROM reports WHERE id = ?")
  const families = new Set<string>()
  const units: Unit[] = []
  for (let at = 1; at <= last; at += Math.max(1, last / BACKGROUND)) {
    const report = Math.floor(at)
    const family = (familyOf.get(report)?.family ?? null) as string | null
    if (family !== null && families.has(family)) continue
    if (family !== null) families.add(family)
    units.push({ family, reports: [report] })
  }
  const sample = sampleOf(archive, units)
  backgrounds.set(db, { last, sample })
  return sample
}

/** A sample with those of another that are of other families and reports. */
function joined(near: Sample, far: Sample): Sample {
  const families = new Set([...near.unitBy.values()].flatMap(({ family }) => family ?? []))
  const others = far.segmented.filter(({ witness: { id } }) => {
    const { family } = far.unitBy.get(id)!
    return !near.unitBy.has(id) && (family === null || !families.has(family))
  })
  const units = others.map(({ witness: { id } }) => [id, far.unitBy.get(id)!] as const)
  return { segmented: [...near.segmented, ...others], unitBy: new Map([...near.unitBy, ...units]) }
}

function familiesIn({ unitBy }: Sample): { id: string; witnesses: string[] }[] {
  const families = new Map<string, string[]>()
  for (const [id, { family }] of unitBy)
    if (family !== null) families.set(family, [...(families.get(family) ?? []), id])
  return [...families].map(([id, witnesses]) => ({ id, witnesses }))
}

/** Several findings as one; witnesses by id, families in their order. */
function together(parts: readonly Related[]): Related {
  const byId = new Map<string, Segmented>()
  for (const one of parts.flatMap(({ segmented }) => segmented)) byId.set(one.witness.id, one)
  const segmented = [...byId.values()].sort((x, y) => (x.witness.id < y.witness.id ? -1 : 1))
  const places = new Map(segmented.map(({ witness: { id } }, index) => [id, index]))
  const alignments = parts.flatMap(part =>
    part.alignments.map(one => ({ ...one, a: places.get(one.kinship.a)!, b: places.get(one.kinship.b)! })),
  )
  return { segmented, alignments, families: parts.flatMap(({ families }) => families) }
}
