import { instantOf } from "../text/instant.ts"
/** A date in UTC, so that dates can be sorted as text; a day stays a day. */
export function utc(iso: string): string {
  const ms = iso.length > 10 ? instantOf(iso) : Number.NaN
  return Number.isNaN(ms) ? iso : new Date(ms).toISOString().replace(".000Z", "Z")
}
