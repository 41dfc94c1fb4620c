/** Everything that can move a cursor, start an escape sequence or turn the reading direction round. */
const UNSAFE = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\u2028\u2029\uFEFF]/g
const LONE_SURROGATE = /\p{Surrogate}/gu

function picture(character: string): string {
  const code = character.charCodeAt(0)
  if (code === 0x0d) return " "
  return code < 0x20 ? String.fromCharCode(0x2400 + code) : "\uFFFD"
}

/**
 * Hostile text made harmless to show: control characters become their pictures (`␛`), characters that turn the direction of
 * reading and broken surrogates become `\uFFFD`. The length in UTF-16 units stays, so spans still fit. Line feeds and tabs stay.
 *
 * @example visible("a\u001b[31mb") // => "a␛[31mb"
 */
export function visible(text: string): string {
  return text.replace(UNSAFE, picture).replace(LONE_SURROGATE, "\uFFFD")
}

/**
 * The text on one line, harmless, with white space folded, and cut to about `most` UTF-16 units with an ellipsis.
 *
 * @example oneLine("two\n lines") // => "two lines"
 */
export function oneLine(text: string, most = 400): string {
  const head = visible(text.slice(0, most * 2))
    .replace(/\s+/g, " ")
    .trim()
  if (head.length <= most && text.length <= most * 2) return head
  return `${head.slice(0, most).replace(/[\uD800-\uDBFF]$/, "")}…`
}

/** A text as a note or a heading may hold it: on one line, harmless, and never so long that it buries the rest. */
export function brief(text: string): string {
  return oneLine(text, 600)
}
