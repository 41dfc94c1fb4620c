import { hashBoth } from "./hash.ts"
import { scan } from "./scan.ts"

/** All pairs of content words of a text, by blocks of about 60 words: `starts[k] .. starts[k + 1]` are the places of block `k`. */
export interface Profile {
  readonly words: number
  readonly pairs: Uint32Array
  readonly starts: Uint32Array
  /** The pairs as a hash table with open addressing; 0 is an empty place. Its length is a power of two. */
  readonly table: Uint32Array
}

const BLOCK_WORDS = 60
const REACH = 4

// Of unrelated texts on one subject (PAN 2013) 5 in 100 share more than 0.14 of a block, of reworded passages 5 in 100 less than 0.13;
// of reports of one day that are kin (Reuters, Helsinki) none less than 0.2.
const LEAST_SHARE = 0.2
const LEAST_PAIRS = 6
// What a site prints on all of its pages makes a block or three alike as well, but neither half of the whole nor so many blocks.
const HARD_SHARE = 0.5
const HARD_BLOCKS = { count: 4, share: 0.4 }

let room = new Uint32Array(1 << 16)

/** The pairs of content words of a text, in no order within a sentence. O(length). */
export function profileOf(text: string): Profile {
  const { length, stems, sentences } = scan(text)
  if (room.length < length * REACH) room = new Uint32Array(length * REACH)
  const blocks = Math.max(1, Math.round(length / BLOCK_WORDS))
  const starts = new Uint32Array(blocks + 1)
  let count = 0
  for (let i = 0; i < length; i++) {
    const a = stems[i]!
    let met = 0
    for (let j = i + 1; a !== 0 && j < length && met < REACH && sentences[j] === sentences[i]; j++) {
      const b = stems[j]!
      if (b === 0) continue
      met++
      // 0 is kept for empty places.
      if (a !== b) room[count++] = (a < b ? hashBoth(a, b) : hashBoth(b, a)) || 1
    }
    starts[Math.floor((i * blocks) / length) + 1] = count
  }
  const pairs = room.slice(0, count)
  return { words: length, pairs, starts, table: tableOf(pairs) }
}

function tableOf(pairs: Uint32Array): Uint32Array {
  let size = 16
  while (size < 2 * pairs.length) size *= 2
  const table = new Uint32Array(size)
  for (const pair of pairs) {
    let at = pair & (size - 1)
    while (table[at] !== 0 && table[at] !== pair) at = (at + 1) & (size - 1)
    table[at] = pair
  }
  return table
}

function has(table: Uint32Array, pair: number): boolean {
  const mask = table.length - 1
  let at = pair & mask
  while (table[at] !== 0) {
    if (table[at] === pair) return true
    at = (at + 1) & mask
  }
  return false
}

/**
 * Whether two texts share so much of some block that they may be kin. `hard`: more is asked, as of two of one outlet.
 * The same whichever comes first, and whatever else there is. O(pairs of words).
 */
export function resemble(x: Profile, y: Profile, hard: boolean): boolean {
  const [short, long] = x.words <= y.words ? [x, y] : [y, x]
  let alike = 0
  const blocks = short.starts.length - 1
  for (let block = 0; block < blocks; block++) {
    const own = short.pairs.subarray(short.starts[block]!, short.starts[block + 1]!)
    const share = shareOf(own, long)
    if (share >= LEAST_SHARE && share * own.length >= LEAST_PAIRS) alike++
    if (alike > 0 && !hard) return true
  }
  if (alike >= Math.max(HARD_BLOCKS.count, HARD_BLOCKS.share * blocks)) return true
  return alike > 0 && shareOf(short.pairs, long) >= HARD_SHARE
}

/** How many of the pairs, in [0, 1], the other text has. */
function shareOf(pairs: Uint32Array, { table }: Profile): number {
  let shared = 0
  for (const pair of pairs) if (has(table, pair)) shared++
  return pairs.length === 0 ? 0 : shared / pairs.length
}
