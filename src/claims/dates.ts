import type { StatedDate } from "../model/claim.ts"
import type { Segmented, Sentence } from "../model/segmented.ts"
import { type CalendarMark, calendarMarks, MONTHS, WEEKDAYS } from "../text/calendar.ts"

const DAY = 24 * 3600 * 1000
/** A month without a year is one past, or at most so many days ahead. */
const SOON = 31
/** Days that words of their own mean, counted from the day of the report. */
const RELATIVE: Readonly<Record<string, number>> = { yesterday: -1, today: 0, tonight: 0, tomorrow: 1 }
const STEP: Readonly<Record<string, number>> = { last: -1, past: -1, previous: -1, this: 0, next: 1, coming: 1 }
/** In sentences with these a bare weekday or month is one to come. */
const TO_COME = new Set(["will", "shall", "'ll", "upcoming", "plans", "scheduled", "expected"])

/**
 * The days, weeks, months and years that a sentence names, made absolute from the day on which the report came out: a bare weekday is the last one before, or the
 * next in a sentence of what is to come. What cannot be told without that day is left out where it is not known. In the order of the text. O(tokens).
 */
export function datesIn(segmented: Segmented, sentence: Sentence): StatedDate[] {
  const { tokens, witness } = segmented
  const out = dayOf(witness.published ?? witness.observed)
  const isToCome = tokens.words.slice(sentence.tokens.first, sentence.tokens.end).some(word => TO_COME.has(word))
  const marks = calendarMarks(segmented, sentence.tokens)
  const around = out === undefined ? [] : spansAround(segmented, sentence, out)
  const dates = marks.flatMap(mark => {
    const before = tokens.words[mark.tokens.first - 1] ?? ""
    const isLimit = LIMITS.has(before) && tokens.words[mark.tokens.end] !== "'s"
    const range = rangeOf(mark.parts, { out, step: STEP[before], isToCome: isToCome || isLimit })
    return range ? [{ tokens: mark.tokens, range }] : []
  })
  return [...dates, ...around]
    .sort((x, y) => x.tokens.first - y.tokens.first)
    .map(({ tokens: { first, end }, range: [from, to] }) => {
      const span = { start: tokens.starts[first]!, end: tokens.ends[end - 1]! }
      return { words: witness.text.slice(span.start, span.end), span, from: written(from), to: written(to) }
    })
}

/** "By Wednesday", "until Friday": a day to come. */
const LIMITS = new Set(["by", "until", "till"])

type Days = readonly [from: number, to: number]

/** "last week", "this month", "next year". */
function spansAround({ tokens }: Segmented, { tokens: { first, end } }: Sentence, out: number) {
  const found: { readonly tokens: { readonly first: number; readonly end: number }; readonly range: Days }[] = []
  for (let i = first; i + 1 < end; i++) {
    const step = STEP[tokens.words[i]!]
    const range = step === undefined ? undefined : stretchOf(tokens.words[i + 1]!, out, step)
    if (range) found.push({ tokens: { first: i, end: i + 2 }, range })
  }
  return found
}

function stretchOf(word: string, out: number, step: number): Days | undefined {
  const date = new Date(out)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()]
  if (word === "week") {
    const monday = out - ((date.getUTCDay() + 6) % 7) * DAY + step * 7 * DAY
    return [monday, monday + 6 * DAY]
  }
  if (word === "month") return wholeMonth(year, month + step)
  return word === "year" ? wholeYear(year + step) : undefined
}

const wholeMonth = (year: number, month: number): Days => [Date.UTC(year, month, 1), Date.UTC(year, month + 1, 0)]
const wholeYear = (year: number): Days => [Date.UTC(year, 0, 1), Date.UTC(year, 11, 31)]

/** The day of the report; -1, 0 or 1 for "last", "this", "next"; whether the sentence tells of what is to come. */
interface Known {
  readonly out: number | undefined
  readonly step: number | undefined
  readonly isToCome: boolean
}

function rangeOf({ weekday, month, day, year, relative }: CalendarMark["parts"], known: Known): Days | undefined {
  const { out } = known
  if (month !== undefined) return monthRange(MONTHS.indexOf(month), day, year, known)
  if (year !== undefined) return wholeYear(Number(year))
  if (out === undefined) return undefined
  if (relative !== undefined) return single(out + RELATIVE[relative]! * DAY)
  return weekday === undefined ? undefined : single(weekdayNear(WEEKDAYS.indexOf(weekday) + 1, out, known))
}

const single = (day: number): Days => [day, day]

function weekdayNear(weekday: number, out: number, { step, isToCome }: Known): number {
  const since = (new Date(out).getUTCDay() + 7 - weekday) % 7
  if (step === 1) return out + (7 - since) * DAY
  if (step === -1) return out - (since || 7) * DAY
  return isToCome ? out + ((7 - since) % 7) * DAY : out - since * DAY
}

/** Without a year that month which is nearest to the report; far ahead only where the words tell of what is to come. */
function monthRange(
  month: number,
  day: string | undefined,
  year: string | undefined,
  { out, step, isToCome }: Known,
): Days | undefined {
  const inYear = (of: number): Days | undefined => {
    if (day === undefined) return wholeMonth(of, month)
    const at = Date.UTC(of, month, Number(day))
    // 31 June is no day.
    return new Date(at).getUTCMonth() === month ? single(at) : undefined
  }
  if (year !== undefined) return inYear(Number(year))
  if (out === undefined) return undefined
  const own = new Date(out).getUTCFullYear()
  const near = [own - 1, own, own + 1].flatMap(of => {
    const days = inYear(of)
    return days ? [days] : []
  })
  const told = near.filter(([from, to]) => {
    if (step === -1) return from <= out
    return step === 1 || isToCome ? to >= out : from <= out + SOON * DAY
  })
  return told.sort(([x], [y]) => Math.abs(x - out) - Math.abs(y - out))[0]
}

/** The day of a moment as it is written, where it was written. */
function dayOf(moment: string | undefined): number | undefined {
  const day = Date.parse(`${moment?.slice(0, 10)}T00:00:00Z`)
  return Number.isNaN(day) ? undefined : day
}

const written = (day: number) => new Date(day).toISOString().slice(0, 10)
