import type { Judgement } from "../model/findings.ts"
import type { Reading, Variant } from "../model/variant.ts"

/**
 * The variants without those that a person dismissed: a dismissal names a witness and the span that it has in the place of the base's words (of an
 * omission, which has none, the place where they would stand, as start and end). It goes with all who inherited it. O(variants).
 */
export function undismissed(variants: readonly Variant[], judgements: readonly Judgement[]): readonly Variant[] {
  const dismissed = new Set(
    judgements.flatMap(one => (one.kind === "dismiss-variant" ? [key(one.witness, one.span.start, one.span.end)] : [])),
  )
  if (dismissed.size === 0) return variants
  return variants.filter(({ readings }) => !readings.slice(1).some(reading => dismissed.has(keyOf(reading))))
}

const key = (witness: string, start: number, end: number) => `${witness} ${start} ${end}`

const keyOf = (reading: Reading) =>
  reading.kind === "text"
    ? key(reading.witness, reading.span.start, reading.span.end)
    : key(reading.witness, reading.at, reading.at)
