import { type Segmented, TAG, TOKEN } from "../model/segmented.ts"
import type { Range } from "../model/span.ts"

/** A day, month, year or stretch of the calendar as a text names it; only what it says is set. */
export interface CalendarMark {
  readonly tokens: Range
  readonly parts: Readonly<Partial<Record<CalendarPart, string>>>
}

/** `relative`: today. `period`: a quarter, half or year of accounts, in months; `ordinal`: which of them. */
export type CalendarPart = "weekday" | "month" | "day" | "year" | "relative" | "period" | "ordinal"

/** Monday first. */
export const WEEKDAYS: readonly string[] = "monday,tuesday,wednesday,thursday,friday,saturday,sunday".split(",")
/** January first. */
export const MONTHS: readonly string[] =
  "january,february,march,april,may,june,july,august,september,october,november,december".split(",")
const RELATIVE = new Set(["yesterday", "today", "tomorrow", "tonight"])
const SMALL = "one,two,three,four,five,six,seven,eight,nine,ten,eleven,twelve".split(",")
const ORDINALS = ["first", "second", "third", "fourth"]
const PERIODS: Readonly<Record<string, number>> = { quarter: 3, qtr: 3, half: 6, year: 12, yr: 12 }
const MONTHS_WORD = new Set(["month", "months", "mth", "mths", "mos"])
// Before "may" and "march", which are other words too.
const BEFORE_MONTH = /^(?:in|since|until|till|by|of|early|late|mid|last|next|this|through|to|from|for|during|and|-)$/
// Headings of tables are this short.
const HEADING_TOKENS = 4

/** The days, months, years and periods that a range of tokens names, in order. O(tokens). */
export function calendarMarks(side: Segmented, range: Range): CalendarMark[] {
  const marks: CalendarMark[] = []
  for (let t = range.first; t < range.end; ) {
    const mark = dateAt(side, t, range) ?? wordAt(side, t) ?? periodAt(side, t, range)
    if (mark) marks.push(mark)
    t = mark ? mark.tokens.end : t + 1
  }
  return marks
}

/** "March 26, 1988", "26 March", "March". */
function dateAt(side: Segmented, t: number, { end }: Range): CalendarMark | undefined {
  const { words } = side.tokens
  const opening = dayOf(words[t]!)
  const isAfterDay =
    opening !== undefined && side.tokens.kinds[t] === TOKEN.number && monthAt(side, t + 1) !== undefined
  const at = isAfterDay ? t + 1 : t
  const month = at < end ? monthAt(side, at) : undefined
  if (month === undefined) return undefined
  let next = words[at + 1] === "." && !MONTHS.includes(words[at]!) ? at + 2 : at + 1
  const closing = isAfterDay || next >= end ? undefined : dayOf(words[next]!)
  if (closing !== undefined) next++
  const comma = words[next] === "," ? 1 : 0
  const year = next + comma < end && isYear(words[next + comma]!) ? words[next + comma] : undefined
  const day = isAfterDay ? opening : closing
  return {
    tokens: { first: t, end: year === undefined ? next : next + comma + 1 },
    parts: { month, ...(day === undefined ? {} : { day }), ...(year === undefined ? {} : { year }) },
  }
}

function monthAt({ tokens, witness }: Segmented, t: number): string | undefined {
  const word = tokens.words[t]
  if (word === undefined || word.length < 3 || !/^\p{Lu}/u.test(witness.text.slice(tokens.starts[t]!))) return undefined
  const isDated = dayOf(tokens.words[t + 1] ?? "") !== undefined || dayOf(tokens.words[t - 1] ?? "") !== undefined
  const isCut = word.length <= 4 && (tokens.words[t + 1] === "." || isDated)
  const month = MONTHS.find(name => name === word || (isCut && name.startsWith(word.slice(0, 3))))
  const isClear = (word !== "may" && word !== "march") || isDated || tokens.tags[t] === TAG.name
  return isClear || BEFORE_MONTH.test(tokens.words[t - 1] ?? "") ? month : undefined
}

/** The number of a day in digits; "one" to "ten" as wire copy writes them. */
function dayOf(word: string): string | undefined {
  const spelled = SMALL.indexOf(word) + 1
  if (spelled > 0) return String(spelled)
  return /^(?:0?[1-9]|[12]\d|3[01])$/.test(word) ? String(Number(word)) : undefined
}

const isYear = (word: string) => /^(?:1[5-9]|20)\d\d$/.test(word)

function wordAt({ tokens, witness }: Segmented, t: number): CalendarMark | undefined {
  const word = tokens.words[t]!
  const here = { first: t, end: t + 1 }
  if (RELATIVE.has(word)) return { tokens: here, parts: { relative: word } }
  if (tokens.kinds[t] === TOKEN.number) return isYear(word) ? { tokens: here, parts: { year: word } } : undefined
  if (!/^\p{Lu}/u.test(witness.text.slice(tokens.starts[t]!))) return undefined
  const isCut = tokens.words[t + 1] === "." && word.length >= 3 && word.length <= 5
  const weekday = WEEKDAYS.find(name => name === word || (isCut && name.startsWith(word)))
  return weekday === undefined ? undefined : { tokens: here, parts: { weekday } }
}

/** "2nd qtr", "first nine months"; "year" and "six months" alone only as a heading, or in the headline. */
function periodAt(side: Segmented, t: number, range: Range): CalendarMark | undefined {
  const { words } = side.tokens
  const ordinal = ordinalAt(side, t)
  const from = ordinal ? t + ordinal.length : t
  const months = SMALL.indexOf(words[from] ?? "") + 1
  const isMonths = months > 0 && MONTHS_WORD.has(words[from + 1] ?? "")
  const period = isMonths ? months : PERIODS[words[from] ?? ""]
  const end = isMonths ? from + 2 : from + 1
  if (period === undefined || end > range.end || (!ordinal && !isHeading(side, t))) return undefined
  return {
    tokens: { first: t, end },
    parts: { period: String(period), ...(ordinal ? { ordinal: ordinal.which } : {}) },
  }
}

function ordinalAt({ tokens }: Segmented, t: number): { readonly which: string; readonly length: number } | undefined {
  const word = tokens.words[t]!
  const spelled = ORDINALS.indexOf(word) + 1
  if (spelled > 0) return { which: String(spelled), length: 1 }
  const suffix = /^(?:st|nd|rd|th)$/.test(tokens.words[t + 1] ?? "")
  return /^[1-4]$/.test(word) && suffix ? { which: word, length: 2 } : undefined
}

function isHeading({ sentences }: Segmented, t: number): boolean {
  const sentence = sentences.find(({ tokens }) => t >= tokens.first && t < tokens.end)
  return (
    sentence !== undefined &&
    (sentence.role === "title" || sentence.tokens.end - sentence.tokens.first <= HEADING_TOKENS)
  )
}
