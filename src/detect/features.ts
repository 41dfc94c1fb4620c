import { type Segmented, TAG, TOKEN } from "../model/segmented.ts"
import { isUnspaced } from "../text/unspaced.ts"
import { hashBoth, hashWord } from "./hash.ts"
import { winnow } from "./winnow.ts"

// Words in a shingle.
const SHINGLE_WORDS = 5
// Shingles in a winnowing window: any run of 5 + 5 - 1 = 9 shared words leaves a common feature.
const WINDOW = 5

// Words in a block of text. A witness is looked at block by block, so that a short excerpt in a long text is seen.
const BLOCK_WORDS = 60

// A content word is paired with this many content words after it, in the same sentence.
const REACH = 5
// Cut to so many letters, a word meets its inflected and derived forms.
const STEM_LETTERS = 6
// In a language without tags, shorter words are taken for function words.
const CONTENT_LETTERS = 4

const FUNCTION_TAGS: ReadonlySet<number> = new Set([
  TAG.auxiliary,
  TAG.pronoun,
  TAG.determiner,
  TAG.preposition,
  TAG.conjunction,
  TAG.particle,
])

/** What detection reads of one witness. */
export interface Features {
  /** For each block of the text its distinct hashes, ascending: the lowest bit is 1 for a shingle, 0 for a pair of content words. */
  readonly blocks: readonly Uint32Array[]
  /** Hash of all counted words in their order; equal for equal texts. */
  readonly text: number
  /** Counted words. */
  readonly words: number
}

/**
 * The features of a witness's title and body, by blocks of about 60 words. Shingles of five words, thinned by
 * winnowing, find verbatim reuse; pairs of content stems that stand near each other in a sentence, in any order, find what was
 * reworded. O(tokens).
 */
export function featuresOf(segmented: Segmented): Features {
  const words: number[] = []
  const found: Found = { hashes: [], places: [] }
  for (const { tokens, role } of segmented.sentences) {
    if (role !== "body" && role !== "title") continue
    addPairs(contentStems(segmented, tokens.first, tokens.end, words.length), found)
    for (let i = tokens.first; i < tokens.end; i++)
      if (segmented.tokens.kinds[i] !== TOKEN.punctuation) words.push(hashWord(segmented.tokens.words[i]!))
  }
  const shingles = shinglesOf(words)
  for (const at of winnow(shingles, WINDOW)) add(found, shingles[at]! | 1, at)
  return { blocks: intoBlocks(found, words.length), text: words.reduce(hashBoth, words.length), words: words.length }
}

// Hashes with the word, counted from the start of the text, at which each stands.
interface Found {
  readonly hashes: number[]
  readonly places: number[]
}

function add({ hashes, places }: Found, hash: number, place: number): void {
  hashes.push(hash >>> 0)
  places.push(place)
}

function intoBlocks({ hashes, places }: Found, words: number): Uint32Array[] {
  const blocks: number[][] = Array.from({ length: Math.max(1, Math.round(words / BLOCK_WORDS)) }, () => [])
  hashes.forEach((hash, i) => {
    blocks[Math.floor((places[i]! * blocks.length) / words)]!.push(hash)
  })
  return blocks.map(distinct)
}

/** The hash of every run of five words; of all words where there are fewer. */
function shinglesOf(words: readonly number[]): Uint32Array {
  const length = Math.min(SHINGLE_WORDS, words.length)
  const shingles = new Uint32Array(length === 0 ? 0 : words.length - length + 1)
  for (let i = 0; i < shingles.length; i++) {
    let hash = words[i]!
    for (let j = 1; j < length; j++) hash = hashBoth(hash, words[i + j]!)
    shingles[i] = hash
  }
  return shingles
}

function contentStems({ tokens }: Segmented, first: number, end: number, place: number): Found {
  const stems: Found = { hashes: [], places: [] }
  let at = place
  for (let i = first; i < end; i++) {
    if (tokens.kinds[i] === TOKEN.punctuation) continue
    const word = tokens.words[i]!
    if (isUnspaced(word)) {
      // Two characters are the nearest thing to a word here.
      const next = i + 1 < end ? tokens.words[i + 1]! : ""
      if (isUnspaced(next)) add(stems, hashBoth(hashWord(word), hashWord(next)), at)
    } else if (isContent(tokens.kinds[i]!, tokens.tags[i]!, word))
      add(stems, hashWord(tokens.lemmas[i]!, STEM_LETTERS), at)
    at++
  }
  return stems
}

function isContent(kind: number, tag: number, word: string): boolean {
  if (kind === TOKEN.number) return true
  if (tag === TAG.name) return true
  return tag === TAG.unknown ? word.length >= CONTENT_LETTERS : !FUNCTION_TAGS.has(tag)
}

function addPairs(stems: Found, found: Found): void {
  for (let i = 0; i < stems.hashes.length; i++) {
    const a = stems.hashes[i]!
    for (let j = i + 1; j < stems.hashes.length && j <= i + REACH; j++) {
      const b = stems.hashes[j]!
      if (a !== b) add(found, hashBoth(Math.min(a, b), Math.max(a, b)) & ~1, stems.places[i]!)
    }
  }
}

function distinct(hashes: readonly number[]): Uint32Array {
  const sorted = Uint32Array.from(hashes).sort()
  let length = 0
  for (let i = 0; i < sorted.length; i++) if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[length++] = sorted[i]!
  return sorted.slice(0, length)
}
