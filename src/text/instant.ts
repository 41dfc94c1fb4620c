const ZONE = /(?:Z|[+-]\d\d:?\d\d)$/i

/**
 * The moment an ISO 8601 date names, in milliseconds since 1970; NaN where it names none. Without a zone it is taken as UTC: the zone of the machine
 * must not change what is found.
 *
 * @example
 * instantOf("1970-01-01T00:00:01") // => 1000
 */
export function instantOf(iso: string): number {
  return Date.parse(iso.includes("T") && !ZONE.test(iso) ? `${iso}Z` : iso)
}
