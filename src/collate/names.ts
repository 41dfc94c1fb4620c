import anyAscii from "any-ascii"
import { distance } from "fastest-levenshtein"

// Different letters that writers of the Latin alphabet use for one sound of a foreign name.
const SAME_SOUND: readonly (readonly [RegExp, string])[] = [
  [/ph/g, "f"],
  [/(?:ck|q|c(?=[aoukrl])|kh(?=[aeiou]))/g, "k"],
  [/(?:tch|tsch|cz)/g, "ch"],
  [/(?:sch|sz)/g, "sh"],
  [/(?:dj|dzh)/g, "j"],
  [/(?:gh)/g, "g"],
  [/(.)\1+/g, "$1"],
  [/[eiy](?=[aeiou])/g, "i"],
  [/[eiy]+/g, "e"],
  [/(?:ou|oo|u|o)+/g, "o"],
  [/a+/g, "a"],
  [/h(?![aeiou])/g, ""],
]

/** How two forms of a name differ. `same` when only accents or capitals do. */
export type NameDifference = "same" | "spelling" | "garbled" | "other"

/**
 * Tells another spelling of a name ("Ibrahim", "Ebrahim") from a garbled one ("Maleki", "Marekhi") and from another name.
 * Another spelling sounds the same letter by letter, up to one vowel; a garbled one keeps at least half of its letters.
 *
 * @example
 * nameDifference("Ibrahim", "Ebrahim") // => "spelling"
 */
export function nameDifference(a: string, b: string): NameDifference {
  const plainA = anyAscii(a)
    .toLowerCase()
    .replace(/[^a-z]/g, "")
  const plainB = anyAscii(b)
    .toLowerCase()
    .replace(/[^a-z]/g, "")
  if (plainA === plainB) return "same"
  const soundA = sound(plainA)
  const soundB = sound(plainB)
  if (soundA === soundB && plainA[0] === plainB[0]) return distance(plainA, plainB) <= 2 ? "spelling" : "garbled"
  const vowelsOnly =
    soundA.length === soundB.length &&
    [...soundA].every((letter, i) => letter === soundB[i] || (isVowel(letter) && isVowel(soundB[i]!)))
  if (vowelsOnly && distance(soundA, soundB) <= 1 && distance(plainA, plainB) <= 2) return "spelling"
  const longest = Math.max(plainA.length, plainB.length)
  return longest >= 3 && distance(plainA, plainB) / longest <= 0.5 ? "garbled" : "other"
}

const isVowel = (letter: string) => "aeiou".includes(letter)

function sound(plain: string): string {
  return SAME_SOUND.reduce((word, [pattern, letter]) => word.replace(pattern, letter), plain)
}
