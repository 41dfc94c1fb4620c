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
 * A text of 600 words has some 90 shingles and 130 pairs. O(length); some 20 thousand reports of 600 words a second.
 *
 * @example
 * sketchOf("The ferry sank off Kelder Bay on Monday.").keys.length // => 7
 */
export function sketchOf(text: string): Sketch {
  const scanned = scan(text)
  const found: Found = { parts: [], keys: [] }
  addShingles(scanned, found)
  addPairs(scanned, found)
  return { parts: Uint8Array.from(found.parts), keys: Uint32Array.from(found.keys), words: scanned.length }
}

interface Found {
  readonly parts: number[]
  readonly keys: number[]
}

// Odd numbers without pattern, for two hashes of one feature that have nothing to do with each other.
const FIRST = 0x9e3779b1
const SECOND = 0x5f356495

function addShingles({ length, words }: Scanned, { parts, keys }: Found): void {
  const count = length - SHINGLE_WORDS + 1
  if (count <= 0) return
  const hashes = new Uint32Array(count)
  let rolling = run(words, 0, FIRST)
  hashes[0] = mix(rolling)
  for (let i = 1; i < count; i++) {
    rolling = Math.imul(rolling - Math.imul(words[i - 1]!, LEAVING), FIRST) + words[i + SHINGLE_WORDS - 1]!
    hashes[i] = mix(rolling)
  }
  for (const at of winnow(hashes, WINDOW)) {
    parts.push(hashes[at]! & 0xff)
    keys.push((mix(run(words, at, SECOND)) | 1) >>> 0)
  }
}

function run(words: Uint32Array, at: number, factor: number): number {
  let hash = 0
  for (let i = at; i < at + SHINGLE_WORDS; i++) hash = Math.imul(hash, factor) + words[i]!
  return hash | 0
}

// What the first word of a run has been multiplied by when it leaves (Karp and Rabin 1987).
let LEAVING = 1
for (let i = 1; i < SHINGLE_WORDS; i++) LEAVING = Math.imul(LEAVING, FIRST)

function addPairs({ length, stems, sentences }: Scanned, { parts, keys }: Found): void {
  const limit = sampleLimit(stems, length)
  for (let i = 0; i < length; i++) {
    const a = stems[i]!
    if (a === 0) continue
    let met = 0
    for (let j = i + 1; j < length && met < REACH && sentences[j] === sentences[i]; j++) {
      const b = stems[j]!
      if (b === 0) continue
      met++
      const hash = both(a, b, FIRST)
      if (hash > limit || a === b) continue
      parts.push(hash & 0xff)
      keys.push((both(a, b, SECOND) & ~1) >>> 0)
    }
  }
}

/** The same whichever word comes first. */
const both = (a: number, b: number, factor: number) => mix(Math.imul(a ^ b, factor) + Math.imul(a, b))

function sampleLimit(stems: Uint32Array, length: number): number {
  let contents = 0
  for (let i = 0; i < length; i++) if (stems[i] !== 0) contents++
  let limit = 0xffffffff
  for (let expected = contents * REACH; expected > MOST_PAIRS; expected /= 2) limit = Math.floor(limit / 2)
  return limit
}
