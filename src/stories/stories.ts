import type { Story } from "../model/claim.ts"
import type { Segmented } from "../model/segmented.ts"
import type { Family } from "../model/stemma.ts"
import { hash48 } from "../text/hash.ts"
import { clusters } from "./clusters.ts"
import { likenesses } from "./likeness.ts"
import { type Unit, unitsOf } from "./profiles.ts"

/** Mean likeness from which families and loners tell of one event. */
const LEAST_ALIKE = 0.2

/**
 * The stories that the reports tell: families and reports without kin that tell of one event, by rare words and names, and by time.
 * Sorted by id; that of a story of one family or one loner is theirs behind `s-`, that of a larger one is made from its reports.
 * Nearly linear in the tokens; the order of the reports does not matter.
 */
export function stories(segmented: readonly Segmented[], families: readonly Family[]): Story[] {
  const units = unitsOf(segmented, families)
  return clusters(units.length, likenesses(units), LEAST_ALIKE)
    .map(group => storyOf(group.map(u => units[u]!)))
    .sort((x, y) => (x.id < y.id ? -1 : 1))
}

function storyOf(units: readonly Unit[]): Story {
  const witnesses = units.flatMap(unit => unit.witnesses).sort()
  const id = units.length === 1 ? `s-${units[0]!.id}` : `s-${hash48(witnesses.join("\n"))}`
  return { id, witnesses, families: units.flatMap(({ family }) => family ?? []) }
}
