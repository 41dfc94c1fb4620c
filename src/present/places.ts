import type { FamilyFindings, Findings } from "../model/findings.ts"
import type { Place, Span } from "../model/span.ts"
import type { Reading } from "../model/variant.ts"
import { group } from "./group.ts"

/** The `id` of an element for a text: letters, digits, `-` and `_` stay, anything else becomes its code. */
export function anchor(kind: "text" | "family" | "claim" | "change", id: string): string {
  return `${kind}-${id.replace(/[^A-Za-z0-9_-]/g, character => `.${character.charCodeAt(0)}`)}`
}

/** The `id` of the characters of a place in the case file. */
export function placeAnchor({ witness, span }: Place): string {
  return `${anchor("text", witness)}.${span.start}.${span.end}`
}

/** Where a reading stands; for something left out, the empty span where it would stand. */
export function placeOf(reading: Reading): Place {
  const span = reading.kind === "text" ? reading.span : { start: reading.at, end: reading.at }
  return { witness: reading.witness, span }
}

/** The spans that findings rest on, by witness; each once, in order of start, longer ones first. O(places log places). */
export function spansByWitness({ families, claims }: Findings): Map<string, readonly Span[]> {
  const places = [
    ...families.flatMap(familyPlaces),
    ...claims.flatMap(({ attestations, why }) => [...attestations, ...why.flatMap(collapse => collapse.places)]),
  ]
  const groups = group(places, ({ witness }) => witness)
  return new Map([...groups].map(([witness, found]) => [witness, distinct(found.map(({ span }) => span))]))
}

function familyPlaces({ stemma, variants }: FamilyFindings): Place[] {
  return [
    ...stemma.edges.flatMap(({ evidence }) => evidence.flatMap(({ places }) => places)),
    ...variants.flatMap(({ readings }) => readings.map(placeOf)),
  ]
}

function distinct(spans: readonly Span[]): Span[] {
  const byKey = new Map(spans.map(span => [`${span.start}.${span.end}`, span]))
  return [...byKey.values()].sort((a, b) => a.start - b.start || b.end - a.end)
}
