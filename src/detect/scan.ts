import { letters } from "../text/letters.ts"
import { STOP_WORDS } from "../text/stop-words.ts"
import { isUnspaced } from "../text/unspaced.ts"
import { hashWord, mix } from "./hash.ts"

/** The words of a text as hashes, in parallel arrays of which the first `length` places count. */
export interface Scanned {
  readonly length: number
  /** The hash of each word in lower case. */
  readonly words: Uint32Array
  /** The hash of its first six letters, never 0, where it is a word of content; else 0. */
  readonly stems: Uint32Array
  /** Counts up at each end of a sentence. */
  readonly sentences: Uint32Array
}

// Cut to so many letters, a word meets its inflected and derived forms.
const STEM_LETTERS = 6
// Shorter words are taken for function words.
const CONTENT_LETTERS = 4
// FNV-1a.
const FIRST = 0x811c9dc5
const PRIME = 0x01000193
const SPACE = 0x20
// The scripts that write no spaces lie above.
const SPACED = 0x0e00
// A piece without a space that is longer is cut: no word is so long.
const LONGEST = 64

let room: Uint32Array[] = []
let codes = new Uint16Array(0)

/**
 * Reads the words of a text straight from its characters into hashes: no strings, no tags. A character of a script that writes no spaces
 * is a word. The arrays are used again by the next call. O(length).
 *
 * @example
 * scan("The ferry sank.").length // => 3
 */
export function scan(text: string): Scanned {
  const table = letters()
  const end = text.length
  const units = unitsOf(text)
  // No word is shorter than one unit.
  if (room.length === 0 || room[0]!.length < end)
    room = [1, 2, 3].map(() => new Uint32Array(Math.max(1 << 14, end + (end >> 1))))
  const [words, stems, sentences] = room as [Uint32Array, Uint32Array, Uint32Array]
  let length = 0
  let sentence = 0
  for (let i = 0; i < end; ) {
    const unit = units[i]!
    let letter = table[unit]!
    if (letter === 0) {
      i++
      if (isEnd(unit) && (i === end || units[i]! <= SPACE)) sentence++
      continue
    }
    const start = i
    let hash = FIRST
    let stem = 0
    const isAlone = unit >= SPACED && isUnspaced(text[i]!)
    do {
      hash = Math.imul(hash ^ letter, PRIME)
      i++
      if (i - start === STEM_LETTERS) stem = hash
      if (i === end || isAlone || i - start === LONGEST) break
      letter = table[units[i]!]!
    } while (letter !== 0)
    const word = mix(hash)
    words[length] = word
    sentences[length] = sentence
    const isContent = isAlone || isDigit(unit) || (i - start >= CONTENT_LETTERS && !isStopWord(word))
    stems[length++] = isContent ? (mix(stem === 0 ? hash : stem) | 1) >>> 0 : 0
  }
  return { length, words, stems, sentences }
}

/** The UTF-16 units of a text, in an array that the next call fills anew: reading them one by one from a string takes twice as long. */
function unitsOf(text: string): Uint16Array {
  if (codes.length < text.length) codes = new Uint16Array(Math.max(1 << 14, text.length + (text.length >> 1)))
  Buffer.from(codes.buffer).write(text, "utf16le")
  return codes
}

const isDigit = (unit: number) => unit >= 0x30 && unit <= 0x39
const isEnd = (unit: number) => unit === 0x2e || unit === 0x0a || unit === 0x3f || unit === 0x21 || unit === 0x3002

// A hash table with open addressing, 0 an empty place: a set of numbers this large would make an object of each that is asked for.
const PLACES = 4096
const stopWords = new Uint32Array(PLACES)
for (const stopWord of STOP_WORDS) {
  const word = hashWord(stopWord)
  let at = word & (PLACES - 1)
  while (stopWords[at] !== 0 && stopWords[at] !== word) at = (at + 1) & (PLACES - 1)
  stopWords[at] = word
}

function isStopWord(word: number): boolean {
  let at = word & (PLACES - 1)
  while (stopWords[at] !== 0) {
    if (stopWords[at] === word) return true
    at = (at + 1) & (PLACES - 1)
  }
  return false
}
