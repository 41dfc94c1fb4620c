import type { FamilyFindings } from "../model/findings.ts"
import type { Reading, Variant, VariantKind } from "../model/variant.ts"
import { KIND, SEVERITIES } from "./words.ts"

/** A variant as a reader wants it: what it was, what it became, whose doing, and who took it over. */
export interface Change {
  readonly variant: Variant
  readonly before: Reading
  readonly after: Reading
  /** Witness ids that have the changed reading too, sorted. */
  readonly inherited: readonly string[]
}

const KIND_ORDER = Object.keys(KIND) as VariantKind[]

/** Changes, worst first, then by kind and by place. A variant with fewer than two readings is left out: nothing to set side by side. */
export function changesOf({ variants }: Pick<FamilyFindings, "variants">): Change[] {
  return variants
    .filter(({ readings }) => readings.length > 1)
    .map(toChange)
    .sort(worstFirst)
}

function toChange(variant: Variant): Change {
  const [before, after, ...rest] = variant.readings as [Reading, Reading, ...Reading[]]
  const inherited = rest.filter(reading => same(reading, after)).map(({ witness }) => witness)
  return { variant, before, after, inherited: [...new Set(inherited)].sort() }
}

function same(a: Reading, b: Reading): boolean {
  return words(a) === words(b)
}

function words(reading: Reading): string {
  return reading.kind === "text" ? reading.text.toLowerCase().replace(/\s+/g, " ") : reading.kind
}

function worstFirst(a: Change, b: Change): number {
  return (
    SEVERITIES.indexOf(a.variant.severity) - SEVERITIES.indexOf(b.variant.severity) ||
    KIND_ORDER.indexOf(a.variant.kind) - KIND_ORDER.indexOf(b.variant.kind) ||
    compare(a.after.witness, b.after.witness) ||
    startOf(a.after) - startOf(b.after) ||
    compare(JSON.stringify(a.variant), JSON.stringify(b.variant))
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

function startOf(reading: Reading): number {
  return reading.kind === "text" ? reading.span.start : reading.at
}

/** A variant's note without the words it quotes at its end: they stand below it, as its readings. */
export function gist({ note }: Pick<Variant, "note">): string {
  return note.slice(0, 1000).split(": “")[0]!.trim()
}
