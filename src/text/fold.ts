/**
 * Curly and other apostrophes to `'`, curly double quotes to `"`, no-break spaces to a space. Same length as the input, so offsets hold.
 *
 * @example
 * straighten("“It’s”") // => '"It\'s"'
 */
export function straighten(text: string): string {
  if (isAscii(text)) return text
  return text
    .replace(/[\u2018\u2019\u201a\u201b\u02bc\u2032\uff07]/g, "'")
    .replace(/[\u201c\u201d\u201e\u201f\u2033\uff02]/g, '"')
    .replace(/[\u00a0\u2007\u202f\u2009\u200a\u3000]/g, " ")
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return false
  return true
}

/**
 * The folded form of one token: NFKC, lower case, straight apostrophes; dotted capitals lose their dots
 * ("U.N." and "UN" are both `un`), except the United States, which stays apart from the pronoun.
 *
 * @example
 * fold("U.S.") // => "u.s."
 */
export function fold(token: string): string {
  if (token === "US" || token === "U.S." || token === "U.S") return "u.s."
  const straight = straighten(token).normalize("NFKC")
  const undotted = /^(?:\p{L}\.)+\p{L}?$/u.test(straight) ? straight.replaceAll(".", "") : straight
  return undotted.toLowerCase()
}
