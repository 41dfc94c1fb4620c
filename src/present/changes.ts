import type { FamilyFindings } from "../model/findings.ts"
import type { Reading, Variant } from "../model/variant.ts"

/** A variant as a reader wants it: what it was, what it became, whose doing, and who took it over. */
export interface Change {
  readonly variant: Variant
  readonly before: Reading
  readonly after: Reading
  /** Witness ids that have the changed reading too, sorted. */
  readonly inherited: readonly string[]
}

/** Changes in the order of the variants, which are worst first. A variant with fewer than two readings is left out: nothing to set side by side. */
export function changesOf({ variants }: Pick<FamilyFindings, "variants">): Change[] {
  return variants.filter(({ readings }) => readings.length > 1).map(toChange)
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

/** A variant's note without the words it quotes at its end: they stand below it, as its readings. */
export function gist({ note }: Pick<Variant, "note">): string {
  return note.slice(0, 1000).split(": “")[0]!.trim()
}
