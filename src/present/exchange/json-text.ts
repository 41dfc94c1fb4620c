/** What acts on a terminal, turns the direction of reading, or opens an element where JSON stands inside a page. */
const ACTIVE = /[<\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/g

/**
 * A value as JSON on one line, exact and harmless: what could act where it is shown is written as `\uXXXX`. A broken surrogate, which no
 * Unicode file can hold, becomes U+FFFD, so offsets stay.
 *
 * @example jsonText({ title: "<b>" }) // => '{"title":"\\u003cb>"}'
 */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, (_, field: unknown) => (typeof field === "string" ? field.toWellFormed() : field))
  return text.replace(ACTIVE, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`)
}
