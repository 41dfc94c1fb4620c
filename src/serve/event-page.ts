import type { Archive } from "../archive/archive.ts"
import { aroundOf, type Event } from "../archive/around.ts"
import { lonersOf, tellEvent } from "../archive/event.ts"
import { waitingForIndex } from "../archive/search.ts"
import { storyRowOf } from "../archive/stories.ts"
import type { StoryPlace } from "../archive/story.ts"
import type { StoryRow } from "../model/archive.ts"
import type { Claim } from "../model/claim.ts"
import type { EventPage } from "../model/desk.ts"
import type { Findings } from "../model/findings.ts"
import type { Witness } from "../model/report.ts"
import { lineOf, lonerRow } from "./story-page.ts"

// Telling more reports than this takes longer than somebody waits.
const MOST_COMPARED = 300

/** What else tells of a story's event, and which claims of the story it makes too. */
export function eventPage(archive: Archive, place: StoryPlace): EventPage {
  const event = aroundOf(archive, place)
  const loners = lonersOf(archive, event)
  const alone = loners.witnesses.map((witness, i) => ({
    ...lonerRow(witness, loners.numbers[i]!),
    by: outletOf(witness),
  }))
  const families = event.families
    .flatMap(id => storyRowOf(archive, id) ?? [])
    .map(row => ({ ...row, by: outletsOf(archive, row.id) }))
  const own = place.family ?? `report-${place.report}`
  const rows = [...families, ...alone]
  const others = rows.filter(({ id }) => id !== own).sort((x, y) => (rankOf(x) < rankOf(y) ? -1 : 1))
  const compared = rows.reduce((sum, { reports }) => sum + reports, 0) <= MOST_COMPARED
  const found =
    compared && others.length > 0 ? sharedClaims(archive, place, event, loners) : { claims: [], witnesses: [] }
  return { others, ...found, compared, waiting: waitingForIndex(archive) }
}

type Loners = ReturnType<typeof lonersOf>

// So many names say who tells a story.
const NAMED = 3

function outletsOf({ db }: Archive, family: string): string[] {
  return db
    .prepare(
      "SELECT outlet FROM reports WHERE family = ? AND outlet IS NOT NULL GROUP BY outlet ORDER BY min(published), outlet LIMIT ?",
    )
    .all(family, NAMED)
    .map(({ outlet }) => outlet as string)
}

function outletOf({ outlet, probableOutlet }: Witness): string[] {
  const name = outlet ?? probableOutlet
  return name === undefined ? [] : [name]
}

const rankOf = ({ first, id }: StoryRow) => `${first ?? "~"} ${id}`

function sharedClaims(
  archive: Archive,
  place: StoryPlace,
  event: Event,
  loners: Loners,
): Pick<EventPage, "claims" | "witnesses"> {
  const findings = tellEvent(archive, event)
  const numbers = reportNumbers(archive, findings, loners)
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
function reportNumbers(archive: Archive, { witnesses }: Findings, alone: Loners): Map<string, number> {
  const numbers = new Map(alone.witnesses.map(({ id }, i) => [id, alone.numbers[i]!]))
  const byWitness = archive.db.prepare("SELECT id FROM reports WHERE witness = ?")
  for (const { id } of witnesses) if (!numbers.has(id)) numbers.set(id, byWitness.get(id)!.id as number)
  return numbers
}
