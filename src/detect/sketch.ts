import { mix } from "./hash.ts"
import { type Scanned, scan } from "./scan.ts"
import { winnow } from "./winnow.ts"

/** Features are kept in so many parts, told apart by 8 bits of the hash that the keys do not hold. */
export const PARTS = 256

/**
 * A few features of a report, by which others that may be its kin are found among millions. Parallel arrays in no order; the lowest bit of
 * a key is 1 for a shingle (a run of words), 0 for a pair of content words. Part and key together are 40 bits of hash.
 */
export interface Sketch {
  readonly parts: Uint8Array
  readonly keys: Uint32Array
  /** Words of the text. */
  readonly words: number
}

// Words in a shingle; shingles in a winnowing window: 6 + 12 - 1 = 17 words in a row leave a common feature.
const SHINGLE_WORDS = 6
const WINDOW = 12
// A content word is paired with so many after it in its sentence.
const REACH = 4
// Of a longer text's pairs a sample of about so many is kept: those with the smallest hashes, by powers of two.
const MOST_PAIRS = 180

/**
 * The features of a text: winnowed shingles of six words find verbatim reuse; pairs of content words near each other, in any order,
 * find what was reworded. Of many pairs those with small hashes are kept, the same ones in every text (FracMinHash: Irber and others 2022).
 * A text of 600 words has some 90 shingles and 130 pairs. O(length); some 20 thousand reports of 600 words a second of a core.
 *
 * @example
 * sketchOf("The ferry sank off Kelder Bay on Monday.").keys.length // => 7
 */
export function sketchOf(text: string): Sketch {
  const scanned = scan(text)
  const room = roomFor(scanned.length)
  const count = addPairs(scanned, room, addShingles(scanned, room))
  return { parts: room.parts.slice(0, count), keys: room.keys.slice(0, count), words: scanned.length }
}

/** Room for the features of one text, used again for the next. */
interface Room {
  /** Its features so far. */
  readonly parts: Uint8Array
  readonly keys: Uint32Array
  readonly hashes: Uint32Array
  /** Its words of content, and the sentence of each. */
  readonly contents: Uint32Array
  readonly sentences: Uint32Array
}

let kept = newRoom(1 << 13)

function newRoom(words: number): Room {
  const numbers = () => new Uint32Array(words)
  const features = words * (1 + REACH)
  return {
    parts: new Uint8Array(features),
    keys: new Uint32Array(features),
    hashes: numbers(),
    contents: numbers(),
    sentences: numbers(),
  }
}

function roomFor(words: number): Room {
  if (kept.hashes.length < words) kept = newRoom(2 * words)
  return kept
}

// Odd numbers without pattern, for two hashes of one feature that have nothing to do with each other.
const FIRST = 0x9e3779b1
const SECOND = 0x5f356495

/** Puts the shingles' features first; how many they are. */
function addShingles({ length, words }: Scanned, { parts, keys, hashes }: Room): number {
  const count = length - SHINGLE_WORDS + 1
  if (count <= 0) return 0
  let rolling = run(words, 0, FIRST)
  hashes[0] = mix(rolling)
  for (let i = 1; i < count; i++) {
    rolling = (Math.imul(rolling - Math.imul(words[i - 1]!, LEAVING), FIRST) + words[i + SHINGLE_WORDS - 1]!) | 0
    hashes[i] = mix(rolling)
  }
  let found = 0
  for (const at of winnow(hashes.subarray(0, count), WINDOW)) {
    parts[found] = hashes[at]! & 0xff
    keys[found++] = mix(run(words, at, SECOND)) | 1
  }
  return found
}

function run(words: Uint32Array, at: number, factor: number): number {
  let hash = 0
  for (let i = at; i < at + SHINGLE_WORDS; i++) hash = Math.imul(hash, factor) + words[i]!
  return hash | 0
}

// What the first word of a run has been multiplied by when it leaves (Karp and Rabin 1987).
let LEAVING = 1
for (let i = 1; i < SHINGLE_WORDS; i++) LEAVING = Math.imul(LEAVING, FIRST)

/** Puts the pairs' features from `first` on; how many features there are then. */
function addPairs(scanned: Scanned, { parts, keys, contents, sentences }: Room, first: number): number {
  const count = contentsOf(scanned, contents, sentences)
  const limit = sampleLimit(count)
  let found = first
  for (let i = 0; i < count; i++) {
    const a = contents[i]!
    const sentence = sentences[i]!
    const end = Math.min(count, i + 1 + REACH)
    for (let j = i + 1; j < end && sentences[j] === sentence; j++) {
      const b = contents[j]!
      const hash = both(a, b, FIRST)
      if (hash > limit || a === b) continue
      parts[found] = hash & 0xff
      keys[found++] = both(a, b, SECOND) & ~1
    }
  }
  return found
}

function contentsOf({ length, stems, sentences }: Scanned, contents: Uint32Array, of: Uint32Array): number {
  let count = 0
  for (let i = 0; i < length; i++) {
    if (stems[i] === 0) continue
    contents[count] = stems[i]!
    of[count++] = sentences[i]!
  }
  return count
}

/** The same whichever word comes first. */
const both = (a: number, b: number, factor: number) => mix(Math.imul(a ^ b, factor) + Math.imul(a, b))

function sampleLimit(contents: number): number {
  let limit = 0xffffffff
  for (let expected = contents * REACH; expected > MOST_PAIRS; expected /= 2) limit = Math.floor(limit / 2)
  return limit
}
