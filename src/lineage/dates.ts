import type { Segmented } from "../model/segmented.ts"
import { instantOf } from "../text/instant.ts"
import type { Hint } from "./hint.ts"

/** What a date out of order costs: dates on pages are often wrong by a little and sometimes by much. */
const LATER = { base: 12, perFactor: 4, most: 40, ofDay: 2 } as const

const HOUR = 3_600_000

/** A moment, and how wide it is: a day when only the day is known. */
interface Moment {
  readonly from: number
  readonly until: number
}

/** When the text was there at the latest: as published, else as seen. Undefined when neither can be read. */
export function momentOf(one: Segmented): Moment | undefined {
  const text = one.witness.published ?? one.witness.observed
  if (text === undefined) return undefined
  const from = instantOf(text)
  if (Number.isNaN(from)) return undefined
  return { from, until: /^\d{4}-\d{2}-\d{2}$/.test(text) ? from + 24 * HOUR : from }
}

function inWords(milliseconds: number): string {
  const hours = milliseconds / HOUR
  if (hours >= 48) return `${Math.round(hours / 24)} days`
  if (hours >= 2) return `${Math.round(hours)} hours`
  const minutes = hours * 60
  if (minutes < 1) return "less than a minute"
  return minutes < 1.5 ? "1 minute" : `${Math.round(minutes)} minutes`
}

/** A text published later is not the source of one published earlier, unless a date is wrong. Missing dates say nothing. */
export function dateHints(segmented: readonly Segmented[]): Hint[] {
  const moments = segmented.map(momentOf)
  const hints: Hint[] = []
  for (const [parent, late] of moments.entries())
    for (const [child, early] of moments.entries()) {
      if (!late || !early || late.from <= early.until) continue
      const gap = late.from - early.until
      const cost =
        Math.min(LATER.most, LATER.base + LATER.perFactor * Math.log2(1 + gap / HOUR)) -
        (late.until > late.from ? 1 : 0)
      const later = segmented[parent]!.witness.published === undefined ? "was seen" : "was published"
      const note = `{${parent}} ${later} ${inWords(gap)} after {${child}}.`
      hints.push({ parent, child, scope: "above", cost, evidence: { kind: "date", note, places: [] } })
    }
  return hints
}
