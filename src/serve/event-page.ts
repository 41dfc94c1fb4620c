import type { Archive } from "../archive/archive.ts"
import { type Around, aroundOf, loners, tellEvent } from "../archive/event.ts"
import { storyRowOf } from "../archive/stories.ts"
import type { StoryPlace } from "../archive/story.ts"
import type { StoryRow } from "../model/archive.ts"
import type { Claim } from "../model/claim.ts"
import type { EventPage } from "../model/desk.ts"
import type { Findings } from "../model/findings.ts"
import { lineOf, lonerRow } from "./story-page.ts"

// Telling more reports than this takes longer than somebody waits.
const MOST_COMPARED = 300

/** What else tells of a story's event, and which claims of the story it makes too. */
export function eventPage(archive: Archive, place: StoryPlace): EventPage {
  const around = aroundOf(archive, place)
  const { witnesses, numbers } = loners(archive, place, around)
  const alone = witnesses.map((witness, i) => lonerRow(witness, numbers[i]!))
  const families = [place.family, ...around.families].flatMap(id => (id && storyRowOf(archive, id)) || [])
  const own = place.family ?? `report-${place.report}`
  const rows = [...families, ...alone]
  const others = rows
    .filter(({ id }) => id !== own)
    .sort((x, y) => (rankOf(x) < rankOf(y) ? -1 : 1))
    .map(row => ({ ...row, by: outletsOf(archive, row.id) }))
  const compared = rows.reduce((sum, { reports }) => sum + reports, 0) <= MOST_COMPARED
  const found = compared && others.length > 0 ? sharedClaims(archive, place, around) : { claims: [], witnesses: [] }
  return { others, ...found, compared }
}

// So many names say who tells a story.
const NAMED = 3

function outletsOf({ db }: Archive, id: string): string[] {
  const alone = /^report-(\d+)$/.exec(id)?.[1]
  const which = alone === undefined ? "family = ?" : "id = ?"
  return db
    .prepare(
      `SELECT outlet FROM reports WHERE ${which} AND outlet IS NOT NULL GROUP BY outlet ORDER BY min(published), outlet LIMIT ?`,
    )
    .all(alone === undefined ? id : Number(alone), NAMED)
    .map(({ outlet }) => outlet as string)
}

const rankOf = ({ first, id }: StoryRow) => `${first ?? "~"} ${id}`

function sharedClaims(archive: Archive, place: StoryPlace, around: Around): Pick<EventPage, "claims" | "witnesses"> {
  const findings = tellEvent(archive, place, around)
  const numbers = reportNumbers(archive, findings, place, around)
  const ownReports = new Set(reportsOf(archive, place))
  const isOwn = (witness: string) => ownReports.has(numbers.get(witness)!)
  const claims = findings.claims
    .filter(({ attestations }) => {
      const own = attestations.filter(({ witness }) => isOwn(witness)).length
      return own > 0 && own < attestations.length
    })
    .sort(byOrigins)
  const named = new Set(claims.flatMap(({ attestations }) => attestations.map(({ witness }) => witness)))
  const words = archive.db.prepare("SELECT words FROM reports WHERE id = ?")
  // The letters of a story's own tree are the only ones on its page.
  const nodes = place.family === null ? findings.families.flatMap(({ stemma }) => stemma.nodes) : []
  const labels = new Map(nodes.map(({ id, label }) => [id, label]))
  const witnesses = findings.witnesses.flatMap(witness => {
    if (!named.has(witness.id) || isOwn(witness.id)) return []
    const report = numbers.get(witness.id)!
    return [lineOf(witness, labels.get(witness.id) ?? "", report, words.get(report)!.words as number)]
  })
  return { claims, witnesses }
}

function byOrigins(x: Claim, y: Claim): number {
  return (
    y.origins.min - x.origins.min || y.origins.max - x.origins.max || y.reports - x.reports || (x.id < y.id ? -1 : 1)
  )
}

function reportsOf({ db }: Archive, { family, report }: StoryPlace): number[] {
  if (family === null) return [report]
  return db
    .prepare("SELECT id FROM reports WHERE family = ?")
    .all(family)
    .map(({ id }) => id as number)
}

/** The number of the report that each witness is. */
function reportNumbers(
  archive: Archive,
  { witnesses }: Findings,
  place: StoryPlace,
  around: Around,
): Map<string, number> {
  const alone = loners(archive, place, around)
  const numbers = new Map(alone.witnesses.map(({ id }, i) => [id, alone.numbers[i]!]))
  const byWitness = archive.db.prepare("SELECT id FROM reports WHERE witness = ?")
  for (const { id } of witnesses) if (!numbers.has(id)) numbers.set(id, byWitness.get(id)!.id as number)
  return numbers
}
