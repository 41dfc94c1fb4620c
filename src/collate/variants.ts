import type { Segmented } from "../model/segmented.ts"
import type { Range } from "../model/span.ts"
import type { Reading } from "../model/variant.ts"
import type { Draft } from "./pair.ts"
import type { Weighed } from "./weight.ts"

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
export function variantOf(draft: Draft, a: Segmented, b: Segmented): Weighed {
  return {
    kind: draft.kind,
    severity: draft.severity,
    note: draft.note,
    closeness: draft.closeness ?? 0,
    readings: [readingOf(a, draft.a), readingOf(b, draft.b)],
  }
}

/** Variants of one place that are the same change, found against the same base by several witnesses, become one with all their readings. */
export function mergeVariants(variants: readonly Weighed[]): Weighed[] {
  const byChange = new Map<string, Weighed>()
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
