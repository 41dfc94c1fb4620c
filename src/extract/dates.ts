import { parse as parseFreely } from "chrono-node/en"

const ISO =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ]+(\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d{1,9})?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?$/i

/** Where the library would have to guess from today, it guesses from this day, and the guess is thrown away. */
const REFERENCE = new Date(Date.UTC(2000, 0, 1))

/**
 * A date as ISO 8601: `2022-07-19`, or with a time `2022-07-19T14:35:00`, and the zone where one is given. Undefined when it
 * cannot be told: no year, no day, no such day, or `07/08/2022`, which is July here and August there. Never depends on today.
 * @example isoDate("Tue July 19, 2022 2:35 PM EDT") // => "2022-07-19T14:35:00-04:00"
 */
export function isoDate(written: string): string | undefined {
  const trimmed = written.trim().slice(0, 200)
  const iso = ISO.exec(trimmed)
  if (iso) return fromIso(iso)
  if (/^\d{10}(?:\d{3})?$/.test(trimmed)) return fromEpoch(Number(trimmed.padEnd(13, "0")))
  return isAmbiguous(trimmed) ? undefined : fromProse(trimmed)
}

function fromIso([, year, month, day, hour, minute, second, zone]: RegExpExecArray): string | undefined {
  const date = calendarDay(Number(year), Number(month), Number(day))
  if (!date || hour === undefined) return date
  return clockTime(Number(hour), Number(minute), Number(second ?? 0), `${date}T`, zone && isoZone(zone))
}

function isoZone(zone: string): string {
  if (/^[a-z]/i.test(zone)) return "Z"
  const digits = zone.slice(1).replace(":", "").padEnd(4, "0")
  return digits === "0000" ? "Z" : `${zone[0]}${digits.slice(0, 2)}:${digits.slice(2)}`
}

/** Seconds or milliseconds since 1970 that some pages write, if they lie between 1990 and 2100. */
function fromEpoch(milliseconds: number): string | undefined {
  const date = new Date(milliseconds)
  const year = date.getUTCFullYear()
  return year < 1990 || year > 2100 ? undefined : `${date.toISOString().slice(0, 19)}Z`
}

function isAmbiguous(written: string): boolean {
  const [, first, second] = /\b(\d{1,2})[/.](\d{1,2})[/.](?:\d{4}|\d{2})\b/.exec(written) ?? []
  if (first === undefined || second === undefined) return false
  return Number(first) <= 12 && Number(second) <= 12 && first !== second
}

const YEAR = /(?:^|\D)(?:1[5-9]|20)\d\d(?:\D|$)|[/.-]\d\d(?:\D|$)/

function fromProse(written: string): string | undefined {
  // "yesterday" has a year for the library, though none is written.
  if (!YEAR.test(written)) return undefined
  const spaced = written.replace(/(\d{1,2})-([A-Za-z]{3})-(\d{4})/, "$1 $2 $3").replace(/(:\d{2})\.\d{1,3}\b/, "$1")
  const [found] = parseFreely(spaced, REFERENCE)
  const start = found?.start
  if (!start?.isCertain("year") || !start.isCertain("month") || !start.isCertain("day")) return undefined
  const date = calendarDay(start.get("year")!, start.get("month")!, start.get("day")!)
  if (!date || !start.isCertain("hour")) return date
  const zone = start.isCertain("timezoneOffset") ? zoneOfMinutes(start.get("timezoneOffset")!) : undefined
  return clockTime(start.get("hour")!, start.get("minute") ?? 0, start.get("second") ?? 0, `${date}T`, zone)
}

function zoneOfMinutes(offset: number): string {
  if (offset === 0) return "Z"
  const minutes = Math.abs(offset)
  return `${offset < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

function calendarDay(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists = year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists ? `${year}-${two(month)}-${two(day)}` : undefined
}

function clockTime(hour: number, minute: number, second: number, before: string, zone = ""): string | undefined {
  return hour > 23 || minute > 59 || second > 60
    ? undefined
    : `${before}${two(hour)}:${two(minute)}:${two(second)}${zone}`
}

const two = (number: number) => String(number).padStart(2, "0")
