import type { Reading, VariantKind } from "../../src/model/variant.ts"
import { type Change, makerOf } from "../../src/present/changes.ts"
import { placeOf } from "../../src/present/places.ts"
import { SEVERITIES } from "../../src/present/words.ts"

/** What the apparatus is narrowed to; "" is no bound. */
export interface LociFilter {
  readonly severity: string
  readonly kind: string
  readonly witness: string
  readonly words: string
  readonly sort: string
}

/** A reading with all who have it. */
export interface ReadingGroup {
  readonly reading: Reading
  readonly witnesses: readonly string[]
}

/** The readings of a change, those that are the same put together, the one before the change first. */
export function readingsOf({ variant }: Change): ReadingGroup[] {
  const groups = Map.groupBy(variant.readings, reading =>
    reading.kind === "text" ? reading.text.toLowerCase().replace(/\s+/g, " ") : `\u0000${reading.kind}`,
  )
  return [...groups.values()].map(readings => ({
    reading: readings[0]!,
    witnesses: readings.map(({ witness }) => witness),
  }))
}

/** The changes that pass, as indexes into the list, in the order asked for. O(changes log changes). */
export function lociOf(changes: readonly Change[], { severity, kind, witness, words, sort }: LociFilter): number[] {
  const wanted = words.trim().toLowerCase()
  const passes = (change: Change) =>
    (severity === "" || change.variant.severity === severity) &&
    (kind === "" || change.variant.kind === kind) &&
    (witness === "" || hasIt(change, witness)) &&
    (wanted === "" ||
      change.variant.readings.some(reading => reading.kind === "text" && reading.text.toLowerCase().includes(wanted)))
  const found = changes.flatMap((change, index) => (passes(change) ? [index] : []))
  if (sort === "place") return found.sort((a, b) => startOf(changes[a]!) - startOf(changes[b]!) || a - b)
  if (sort === "spread")
    return found.sort((a, b) => changes[b]!.inherited.length - changes[a]!.inherited.length || a - b)
  return found
}

const hasIt = (change: Change, text: string) =>
  makerOf(change) === text || change.after.witness === text || change.inherited.includes(text)

const startOf = ({ before }: Change) => placeOf(before).span.start

/** A row of the heat table: how many changes of a kind each of the texts made. */
export interface Heat {
  readonly kind: VariantKind
  readonly severity: Change["variant"]["severity"]
  readonly counts: readonly number[]
  readonly all: number
}

const MOST_COLUMNS = 24

/** How many changes of each kind each text made, lost ones too; the texts with the most of them, the gravest kinds first. O(changes). */
export function heatOf(changes: readonly Change[]): {
  readonly texts: readonly string[]
  readonly rows: readonly Heat[]
} {
  const serious = changes.filter(({ variant }) => variant.severity === "sense" || variant.severity === "detail")
  const told = serious.length > 0 ? serious : changes
  const texts = [...Map.groupBy(told, makerOf)]
    .sort((a, b) => b[1].length - a[1].length)
    .slice(0, MOST_COLUMNS)
    .map(([text]) => text)
  const rows = [...Map.groupBy(told, ({ variant }) => `${variant.severity} ${variant.kind}`).values()].map(members => ({
    kind: members[0]!.variant.kind,
    severity: members[0]!.variant.severity,
    counts: texts.map(text => members.filter(change => makerOf(change) === text).length),
    all: members.length,
  }))
  const rank = (heat: Heat) => SEVERITIES.indexOf(heat.severity)
  return { texts, rows: rows.sort((a, b) => rank(a) - rank(b) || b.all - a.all) }
}
