import type { Story } from "../model/claim.ts"
import type { Segmented } from "../model/segmented.ts"
import type { Family } from "../model/stemma.ts"
import { hash48 } from "../text/hash.ts"
import { clusters } from "./clusters.ts"
import { areApart, type Likeness, likenesses } from "./likeness.ts"
import { type Unit, unitsOf } from "./profiles.ts"
import { quotingAlike } from "./quoted.ts"

/** Mean likeness from which families and loners tell of one event. */
const LEAST_ALIKE = 0.2
/** What two are alike at least that quote the same words, though they have no others in common. */
const QUOTING_ALIKE = 0.25

/**
 * The stories that the reports tell: families and reports without kin that tell of one event, by rare words and names, by words that both quote, and by time.
 * Sorted by id; that of a story of one family or one loner is theirs behind `s-`, that of a larger one is made from its reports.
 * Nearly linear in the tokens; the order of the reports does not matter.
 */
export function stories(
  segmented: readonly Segmented[],
  families: readonly Pick<Family, "id" | "witnesses">[],
): Story[] {
  const units = unitsOf(segmented, families)
  const alike = withQuoting(likenesses(units), segmented, units)
  return clusters(units.length, alike, LEAST_ALIKE)
    .map(group => storyOf(group.map(u => units[u]!)))
    .sort((x, y) => (x.id < y.id ? -1 : 1))
}

function withQuoting(alike: readonly Likeness[], segmented: readonly Segmented[], units: readonly Unit[]): Likeness[] {
  const byPair = new Map(alike.map(one => [`${one.a} ${one.b}`, one]))
  for (const { a, b } of quotingAlike(segmented, units)) {
    if (areApart(units[a]!, units[b]!)) continue
    const value = Math.max(QUOTING_ALIKE, byPair.get(`${a} ${b}`)?.value ?? 0)
    byPair.set(`${a} ${b}`, { a, b, value })
  }
  return [...byPair.values()].sort((x, y) => x.b - y.b || x.a - y.a)
}

function storyOf(units: readonly Unit[]): Story {
  const families = units.flatMap(({ family }) => family ?? [])
  const witnesses = units.flatMap(unit => unit.witnesses)
  return units.length === 1
    ? { ...storyFrom(witnesses, families), id: `s-${units[0]!.id}` }
    : storyFrom(witnesses, families)
}

/** A story of several families or loners: its id is made from its reports. */
export function storyFrom(witnesses: readonly string[], families: readonly string[]): Story {
  const sorted = [...witnesses].sort()
  return { id: `s-${hash48(sorted.join("\n"))}`, witnesses: sorted, families }
}
