import { SYNSETS, WORDS } from "./wordnet.generated.ts"

/**
 * How the meanings of two words relate. `same`: one meaning in common, or adjectives of one group; `near`: one is the more general
 * word, or one is made from the other; `sister`: two kinds of one thing ("bridge", "tunnel"); `opposite`: antonyms.
 */
export type WordRelation = "same" | "near" | "sister" | "opposite"

interface Entry {
  readonly senses: readonly number[]
  readonly opposites: readonly string[]
  readonly derived: readonly string[]
  /** Worked out when it is first asked for. */
  readonly meanings: Meanings
}

/** The meanings of a word and what lies above them. */
interface Meanings {
  readonly own: ReadonlySet<number>
  readonly above: ReadonlySet<number>
  /** Above those. */
  readonly high: ReadonlySet<number>
  /** Above its own, but for those with so many kinds under them that sharing one says nothing. */
  readonly sharing: ReadonlySet<number>
}

// WORDS: one line a word, `word:senses:opposites:derived`, ids in base 36, most frequent sense first, at most five a part of
// speech. SYNSETS: line n holds the field and the more general (and similar) meanings of meaning n.
let synsetStarts: Int32Array | undefined
const relationByPair = new Map<string, WordRelation | undefined>()
const MAX_REMEMBERED = 50_000
const entryByWord = new Map<string, Entry | undefined>()
const MAX_ENTRIES = 10_000

/** Binary search over the lines of WORDS, which are sorted: no table of 80,000 words in memory. */
function lineOf(word: string): string | undefined {
  let low = 0
  let high = WORDS.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const start = WORDS.lastIndexOf("\n", middle - 1) + 1
    const colon = WORDS.indexOf(":", start)
    const found = WORDS.slice(start, colon)
    if (found === word) return WORDS.slice(start, endOfLine(WORDS, start))
    if (found < word) low = endOfLine(WORDS, start) + 1
    else high = start
  }
  return undefined
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf("\n", from)
  return end < 0 ? text.length : end
}

function entryOf(word: string): Entry | undefined {
  if (entryByWord.has(word)) return entryByWord.get(word)
  if (entryByWord.size >= MAX_ENTRIES) entryByWord.clear()
  const entry = readEntry(word)
  entryByWord.set(word, entry)
  return entry
}

function readEntry(word: string): Entry | undefined {
  const line = lineOf(word)
  if (line === undefined) return undefined
  const [, ids, opposites, derived] = line.split(":") as [string, string, string, string]
  const list = (field: string) => (field === "" ? [] : field.split(","))
  const senses = list(ids).map(id => Number.parseInt(id, 36))
  let meanings: Meanings | undefined
  return {
    senses,
    opposites: list(opposites),
    derived: list(derived),
    get meanings() {
      meanings ??= meaningsOf(senses)
      return meanings
    },
  }
}

function meaningsOf(senses: readonly number[]): Meanings {
  const above = new Set(senses.flatMap(sense => aboveOf(sense)))
  return {
    own: new Set(senses),
    above,
    high: new Set([...above].flatMap(sense => aboveOf(sense))),
    sharing: new Set(senses.flatMap(sense => aboveOf(sense, true))),
  }
}

/** Whether the dictionary has the word, as a noun, verb, adjective or adverb. */
export function isWord(lemma: string): boolean {
  return lineOf(lemma) !== undefined
}

/** More general meanings. `sharing` leaves out those with so many kinds under them that sharing one says nothing. */
function aboveOf(sense: number, sharing = false): number[] {
  synsetStarts ??= lineStarts(SYNSETS)
  const start = synsetStarts[sense]!
  const line = SYNSETS.slice(start, endOfLine(SYNSETS, start))
  return line
    .split(",")
    .slice(1)
    .filter(id => !(sharing && id.endsWith("!")))
    .map(id => Number.parseInt(id, 36))
}

/** What part of the world a meaning is of: WordNet's lexicographer files, for nouns only those of things one can point at. */
function fieldOf(sense: number): number {
  synsetStarts ??= lineStarts(SYNSETS)
  const start = synsetStarts[sense]!
  return Number.parseInt(SYNSETS.slice(start, start + 1), 36)
}

// noun.animal, body, food, plant, substance
const THINGS = new Set([5, 8, 13, 20, 27])
// noun.act, event
const DEEDS = new Set([4, 11])

/**
 * Whether both words name, in their most frequent meaning, a thing of the same kind (two animals, two plants, two
 * substances) and yet not the same one: "oak", "elm".
 *
 * @example
 * areDifferentThings("oak", "elm") // => true
 */
export function areDifferentThings(a: string, b: string): boolean {
  const field = (word: string) => {
    const sense = entryOf(word)?.senses[0]
    return sense === undefined ? -1 : fieldOf(sense)
  }
  const fieldA = field(a)
  const relation = wordRelation(a, b)
  return THINGS.has(fieldA) && fieldA === field(b) && (relation === undefined || relation === "sister")
}

function lineStarts(text: string): Int32Array {
  const starts = [0]
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1)
  return Int32Array.from(starts)
}

/**
 * How two dictionary forms relate in Princeton WordNet 3.1 (Fellbaum 1998), or `undefined` when they do not, or are unknown.
 * Symmetric. Looks at the five most frequent meanings of each part of speech, and at words made from them.
 *
 * @example
 * wordRelation("strategic", "tactical") // => "sister"
 */
export function wordRelation(a: string, b: string): WordRelation | undefined {
  if (a === b) return "same"
  const key = a < b ? `${a} ${b}` : `${b} ${a}`
  if (relationByPair.has(key)) return relationByPair.get(key)
  const relation = a < b ? compareWords(a, b) : compareWords(b, a)
  if (relationByPair.size >= MAX_REMEMBERED) relationByPair.clear()
  relationByPair.set(key, relation)
  return relation
}

function compareWords(a: string, b: string): WordRelation | undefined {
  const entryA = entryOf(a)
  const entryB = entryOf(b)
  if (!entryA || !entryB) return undefined
  if (entryA.opposites.includes(b) || entryB.opposites.includes(a)) return "opposite"
  if (entryA.senses.some(sense => entryB.senses.includes(sense))) return "same"
  if (entryA.derived.includes(b) || entryB.derived.includes(a)) return "near"
  if (throughOpposite(entryA, b) || throughOpposite(entryB, a)) return "opposite"
  return compareSenses(entryA, entryB) ?? compareDerived(entryA, entryB)
}

/** "wet" and "parched": the antonym of the one means what the other means. */
function throughOpposite(entry: Entry, other: string): boolean {
  const senses = entryOf(other)!.senses.slice(0, 2)
  return entry.opposites.some(
    word =>
      entryOf(word)
        ?.senses.slice(0, 2)
        .some(sense => senses.includes(sense)) ?? false,
  )
}

function compareSenses(a: Entry, b: Entry): WordRelation | undefined {
  const [x, y] = [a.meanings, b.meanings]
  if (meet(x.own, y.above) || meet(y.own, x.above)) return "near"
  if (meet(x.own, y.high) || meet(y.own, x.high)) return "near"
  return meet(x.sharing, y.sharing) ? "sister" : undefined
}

function meet(x: ReadonlySet<number>, y: ReadonlySet<number>): boolean {
  for (const sense of x) if (y.has(sense)) return true
  return false
}

/**
 * How two words relate through the words they are made from: "strategic" and "tactical" are sisters through "strategy" and
 * "tactics". For adjectives, whose own groups are loose.
 *
 * @example
 * derivedRelation("strategic", "tactical") // => "sister"
 */
export function derivedRelation(a: string, b: string): WordRelation | undefined {
  const entryA = entryOf(a)
  const entryB = entryOf(b)
  return entryA && entryB ? compareDerived(entryA, entryB) : undefined
}

/** "strategic" and "tactical" through "strategy" and "tactics". */
function compareDerived(a: Entry, b: Entry): WordRelation | undefined {
  const derivedA = a.derived.flatMap(word => entryOf(word) ?? [])
  const derivedB = b.derived.flatMap(word => entryOf(word) ?? [])
  for (const left of derivedA)
    for (const right of derivedB) {
      if (left.senses.some(sense => right.senses.includes(sense))) return "near"
      const relation = compareSenses(left, right)
      if (relation) return relation
    }
  return undefined
}

/**
 * Whether the word names, in one of its two most frequent meanings, a deed or an event ("campaign", "inquiry").
 *
 * @example
 * isDeed("campaign") // => true
 */
export function isDeed(lemma: string): boolean {
  return (
    entryOf(lemma)
      ?.senses.slice(0, 2)
      .some(sense => DEEDS.has(fieldOf(sense))) ?? false
  )
}
