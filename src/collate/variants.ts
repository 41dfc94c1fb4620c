import type { Segmented } from "../model/segmented.ts"
import type { Range } from "../model/span.ts"
import type { Reading, Severity, Variant } from "../model/variant.ts"
import type { Draft } from "./pair.ts"

/** What a witness has at a token range: its words, or, where the range is empty, that it passes over the place. */
export function readingOf({ witness, tokens }: Segmented, range: Range): Reading {
  if (range.end > range.first) {
    const span = { start: tokens.starts[range.first]!, end: tokens.ends[range.end - 1]! }
    return { kind: "text", witness: witness.id, span, text: witness.text.slice(span.start, span.end) }
  }
  const at = range.first > 0 && range.first <= tokens.length ? tokens.ends[range.first - 1]! : 0
  return { kind: "omission", witness: witness.id, at }
}

/** The variant of a draft: the base's reading first, then that of the witness. */
export function variantOf(draft: Draft, a: Segmented, b: Segmented): Variant {
  return {
    kind: draft.kind,
    severity: draft.severity,
    note: draft.note,
    readings: [readingOf(a, draft.a), readingOf(b, draft.b)],
  }
}

const ORDER: Record<Severity, number> = { sense: 0, detail: 1, wording: 2, form: 3 }

/** Worst first, then in the order of the base's text. */
export function byWeight(x: Variant, y: Variant): number {
  return (
    ORDER[x.severity] - ORDER[y.severity] ||
    compareReadings(x.readings[0]!, y.readings[0]!) ||
    compareReadings(x.readings[1]!, y.readings[1]!) ||
    compareText(x.kind, y.kind)
  )
}

const placeOf = (reading: Reading) => (reading.kind === "text" ? reading.span.start : reading.at)

function compareReadings(x: Reading, y: Reading): number {
  return compareText(x.witness, y.witness) || placeOf(x) - placeOf(y)
}

const compareText = (x: string, y: string) => (x < y ? -1 : x > y ? 1 : 0)

/** Variants of one place that are the same change, found against the same base by several witnesses, become one with all their readings. */
export function mergeVariants(variants: readonly Variant[]): Variant[] {
  const byChange = new Map<string, Variant>()
  for (const variant of variants) {
    const [base, changed] = variant.readings as [Reading, Reading]
    const place = base.kind === "text" ? `${base.span.start}-${base.span.end}` : `${base.at}`
    const words = changed.kind === "text" ? changed.text.toLowerCase().replace(/\s+/g, " ") : changed.kind
    const key = [variant.kind, base.witness, place, words].join("\u0000")
    const known = byChange.get(key)
    const isNew = known && !known.readings.some(reading => reading.witness === changed.witness)
    if (!known) byChange.set(key, variant)
    else if (isNew) byChange.set(key, { ...known, readings: [...known.readings, changed] })
  }
  return [...byChange.values()]
}
