import { unionFind } from "../lineage/union.ts"
import type { Findings } from "../model/findings.ts"
import type { Segmented } from "../model/segmented.ts"
import { type Related, tell } from "../pipeline.ts"
import { segment } from "../segment/segment.ts"
import { storyFrom } from "../stories/stories.ts"
import type { Archive } from "./archive.ts"
import { aroundOf, type Event } from "./around.ts"
import { witnessesOf } from "./circle.ts"
import { concerning, judgementsOf } from "./judgements.ts"
import { readerOf } from "./reader.ts"
import { placeOf, problemsOf, relatedAgain, type StoryPlace } from "./story.ts"

/**
 * Everything Hearsay finds in all that the archive holds of one event: the story of that name, as `storyOf` takes it, its family first, with the families
 * and reports around it as one story. What is said in several of them has its origins counted over all. Nothing of this is kept. `undefined` when the
 * archive has no such story.
 */
export function eventOf(archive: Archive, name: string): Findings | undefined {
  const place = placeOf(archive, name)
  return place && tellEvent(archive, aroundOf(archive, place))
}

/**
 * The events that these stories tell of, each once: two that have a family or a report in common are one. `told` hears of how many stories it is known.
 */
export function eventsAround(
  archive: Archive,
  places: readonly StoryPlace[],
  told: (done: number) => void = () => {},
): Event[] {
  const found = places.map((place, at) => {
    told(at)
    return aroundOf(archive, place)
  })
  const same = unionFind(found.length)
  const firstWith = new Map<string | number, number>()
  found.forEach(({ families, alone }, at) => {
    for (const key of [...families, ...alone]) {
      const first = firstWith.get(key)
      if (first === undefined) firstWith.set(key, at)
      else same.join(first, at)
    }
  })
  const events = Map.groupBy(found, (_, at) => same.find(at))
  return [...events.values()].map(group => ({
    families: [...new Set(group.flatMap(({ families }) => families))],
    alone: [...new Set(group.flatMap(({ alone }) => alone))],
  }))
}

/** The findings of an event. Costs what telling all of its families costs. */
export function tellEvent(archive: Archive, event: Event): Findings {
  const { db } = archive
  const alone = { segmented: segment(lonersOf(archive, event).witnesses), alignments: [], families: [] }
  const all = together([...event.families.map(id => relatedAgain(archive, id)), alone])
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
export function lonersOf({ db }: Archive, { alone }: Event) {
  return witnessesOf(alone, readerOf(db).witness)
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
