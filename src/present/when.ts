const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::\d\d(?:\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?)?$/

/** A moment in milliseconds since 1970, UTC, and whether the hour is known. */
export interface When {
  readonly ms: number
  readonly toTheMinute: boolean
}

/** The moment an ISO 8601 text names; without an offset it is taken as UTC. `undefined` when it is no such text, or no such day. */
export function when(iso: string | undefined): When | undefined {
  const parts = ISO.exec(iso?.trim() ?? "")
  if (!parts) return undefined
  const [year, month, day, hour, minute] = parts.slice(1, 6).map(part => Number(part ?? 0))
  const local = Date.UTC(year!, month! - 1, day!, hour!, minute!)
  // A day that no month has, or an hour that no day has, would be taken for a later one.
  const isDay = new Date(local).getUTCDate() === day && month! >= 1 && month! <= 12
  if (!isDay || hour! > 23 || minute! > 59) return undefined
  const ms = local - offsetMs(parts[6])
  return { ms, toTheMinute: parts[4] !== undefined }
}

function offsetMs(zone: string | undefined): number {
  if (!zone || zone === "Z") return 0
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2))
  return (zone[0] === "-" ? -minutes : minutes) * 60_000
}

/**
 * Day and time in UTC, the same on every machine.
 *
 * @example dayAndTime({ ms: 0, toTheMinute: true }) // => "1 Jan 1970, 00:00"
 */
export function dayAndTime(moment: When): string {
  return moment.toTheMinute ? `${day(moment.ms)}, ${time(moment.ms)}` : day(moment.ms)
}

/** "1 Jan 1970" */
export function day(ms: number): string {
  const date = new Date(ms)
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`
}

/** "00:00" */
export function time(ms: number): string {
  return new Date(ms).toISOString().slice(11, 16)
}
