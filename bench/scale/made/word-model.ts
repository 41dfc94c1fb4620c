import { createHash } from "node:crypto"
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { sentencesOf } from "../../descent/made/sentences.ts"
import { isLine } from "./lines.ts"

/** The folders of `HEARSAY_DATA` that the model is trained on. */
export const TRAINING_FOLDERS: readonly string[] = ["pan13", "reuters-21578"]

/** What a word is to the walk. `hinge`: so frequent that the walk may leave its text there; `name`: seldom and with a capital. */
export const PLAIN = 0
export const HINGE = 1
export const NAME = 2
export const FIGURE = 3

/**
 * A word model: real sentences one after the other, and where each word stands. Text is made by walking along them and crossing over,
 * at a word, to another place where the same word stands: word pairs are as frequent as in the real texts.
 */
export interface WordModel {
  /** Words with the marks at their edges, by number. */
  readonly words: readonly string[]
  /** The texts: numbers of words, each with {@link END} where a sentence ends. Frequent words have small numbers, which keeps them near. */
  readonly corpus: Uint32Array
  /** By number of the word: what it is to the walk. */
  readonly kinds: Uint8Array
  /** The positions of word `w` are `places[firsts[w]]` to `places[firsts[w + 1] - 1]`, in their order. */
  readonly firsts: Uint32Array
  readonly places: Uint32Array
  /** The texts are parted into windows of {@link WINDOW} words. */
  readonly windows: number
  /** The positions of hinge `h` in window `v` are `hingePlaces[hingeFirsts[v * HINGES + h]]` and on; `hingeOf` numbers the hinges. */
  readonly hingeOf: Int16Array
  readonly hingeFirsts: Uint32Array
  readonly hingePlaces: Uint32Array
}

/** Added to the number of a word that ends a sentence, and what is left of the sum without it. */
export const END = 0x80000000
export const WORD = 0x7fffffff

/** Words in a window: about two stories. */
export const WINDOW = 512
/** The most frequent words, at which the walk may return to its home. */
export const HINGES = 60
/** A name that stands more often than this is everybody's and is kept. */
const OFTEN = 300

/** The model of the collections, from the cache in `folder` when it was made from the same collections. Takes some seconds. */
export function readModel(data: string, folder: string): WordModel {
  const texts = () => trainingTexts(data)
  const file = join(folder, `words-${fingerprint(data)}`)
  if (!existsSync(`${file}.txt`)) {
    mkdirSync(folder, { recursive: true })
    const { words, corpus } = numbered(texts().flatMap(sentencesOf).filter(isSentence))
    writeFileSync(`${file}.bin`, new Uint8Array(corpus.buffer))
    writeFileSync(`${file}.txt`, words.join("\n"))
  }
  const bytes = readFileSync(`${file}.bin`)
  const corpus = new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
  return indexed(readFileSync(`${file}.txt`, "utf8").split("\n"), corpus)
}

/** A model of given sentences: for tests, and for the cache's other half. O(words). */
export function modelOf(sentences: readonly string[]): WordModel {
  const { words, corpus } = numbered(sentences)
  return indexed(words, corpus)
}

/** Which collections these are, by the names and sizes of what is read. */
function fingerprint(data: string): string {
  const hash = createHash("sha256")
  const sources = join(data, "pan13/train/src")
  hash.update(readdirSync(sources).sort().join("\n"))
  hash.update(readFileSync(join(data, "reuters-21578/reports.jsonl")))
  return hash.digest("hex").slice(0, 12)
}

/** All wire stories in their order, then all web pages. */
function trainingTexts(data: string): string[] {
  const reports = readFileSync(join(data, "reuters-21578/reports.jsonl"), "utf8").split("\n").filter(isLine)
  const sources = join(data, "pan13/train/src")
  return [
    ...reports.map(line => String(JSON.parse(line).text)),
    ...readdirSync(sources)
      .sort()
      .map(name => readFileSync(join(sources, name), "utf8")),
  ]
}

/** Whole sentences of usable length, in letters of the alphabet. */
function isSentence(sentence: string): boolean {
  const words = sentence.split(" ").length
  return words >= 6 && words <= 45 && /^["“]?\p{Lu}/u.test(sentence) && /[.!?]["”)]?$/.test(sentence)
}

/** Words by number, the frequent ones first, and the texts in numbers. */
function numbered(sentences: readonly string[]): { words: string[]; corpus: Uint32Array } {
  const counts = new Map<string, number>()
  for (const sentence of sentences)
    for (const word of sentence.split(" ")) counts.set(word, (counts.get(word) ?? 0) + 1)
  const words = [...counts.keys()].sort((a, b) => counts.get(b)! - counts.get(a)! || (a < b ? -1 : 1))
  const numbers = new Map(words.map((word, number) => [word, number]))
  const corpus = sentences.flatMap(sentence => {
    const own = sentence.split(" ").map(word => numbers.get(word)!)
    own[own.length - 1] = own.at(-1)! + END
    return own
  })
  return { words, corpus: Uint32Array.from(corpus) }
}

function indexed(words: readonly string[], corpus: Uint32Array): WordModel {
  const plain = corpus.map(word => word & WORD)
  const { firsts, order: places } = sortedBy(plain, words.length)
  const kinds = kindsOf(words, firsts, corpus)
  const hingeOf = new Int16Array(words.length).fill(-1)
  const hinges = words.flatMap((word, number) => (/^[a-z]+$/.test(word) ? [number] : [])).slice(0, HINGES)
  for (const [h, word] of hinges.entries()) {
    hingeOf[word] = h
    kinds[word] = HINGE
  }
  const windows = Math.max(1, Math.ceil(corpus.length / WINDOW))
  const keyed = plain.map((word, at) => (hingeOf[word]! < 0 ? windows * HINGES : inWindow(at) + hingeOf[word]!))
  const { firsts: hingeFirsts, order: hingePlaces } = sortedBy(keyed, windows * HINGES + 1)
  return { words, corpus, kinds, firsts, places, windows, hingeOf, hingeFirsts, hingePlaces }
}

const inWindow = (at: number): number => Math.floor(at / WINDOW) * HINGES

/** Positions sorted by key, and where each key's begin (counting sort). */
function sortedBy(keys: Uint32Array, count: number): { firsts: Uint32Array; order: Uint32Array } {
  const firsts = new Uint32Array(count + 1)
  for (const key of keys) firsts[key + 1]!++
  for (let key = 0; key < count; key++) firsts[key + 1]! += firsts[key]!
  const next = firsts.slice()
  const order = new Uint32Array(keys.length)
  for (let at = 0; at < keys.length; at++) order[next[keys[at]!]!++] = at
  return { firsts, order }
}

/** A name is seldom, and its capital does not come from the beginning of a sentence. */
function kindsOf(words: readonly string[], firsts: Uint32Array, corpus: Uint32Array): Uint8Array {
  const inside = new Uint32Array(words.length)
  for (let at = 1; at < corpus.length; at++) if (corpus[at - 1]! < END) inside[corpus[at]! & WORD]!++
  return Uint8Array.from(words, (word, number) => {
    if (/\d/.test(word)) return FIGURE
    const count = firsts[number + 1]! - firsts[number]!
    const isName = /^["“(]?\p{Lu}\p{Ll}+/u.test(word) && inside[number]! * 2 > count
    return isName && count < OFTEN ? NAME : PLAIN
  })
}
