import { distance } from "fastest-levenshtein"
import { isWord } from "../text/lexicon/wordnet.ts"

/**
 * Whether one form of a name is short for the other: "Corp", "Corporation"; "Pat", "Patricia"; "Ltd", "Limited"; "Qtly", "Qtrly".
 *
 * @example
 * isShortFor("co", "company") // => true
 */
export function isShortFor(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length < 2 || short[0] !== long[0]) return false
  if (long.startsWith(short) && short.length <= 4 && long.length - short.length >= 2) return true
  const isCut = !/[aeiou]/.test(short) && short.length <= 5 && isWithin(short, long)
  return isCut && (long.length - short.length >= 2 || !/[aeiou]/.test(long))
}

/** Whether the letters of `short` stand in `long` in this order. */
function isWithin(short: string, long: string): boolean {
  let at = 0
  for (const letter of long) if (letter === short[at]) at++
  return at === short.length
}

/**
 * Whether two different words are one in other letters: short for it ("div", "dividend"), a compound of it ("eurobond", "bond"), or
 * mistyped ("purchases", "puchases").
 */
export function areOneWord(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  return isShortFor(a, b) || (short.length >= 4 && long.endsWith(short)) || isMistyped(a, b)
}

/**
 * Whether two words differ by a slip of the keys only: one or two letters of many, and one of them is no word.
 *
 * @example
 * isMistyped("institutions", "insitutions") // => true
 */
export function isMistyped(a: string, b: string): boolean {
  const longest = Math.max(a.length, b.length)
  if (longest < 6 || distance(a, b) > Math.min(2, longest / 4)) return false
  return [a, b].some(word => !isWord(word) && !isWord(word.replace(/(?:s|ed|ing|d)$/, "")))
}
