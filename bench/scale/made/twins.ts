import type { Chance } from "../../descent/made/chance.ts"
import { bare } from "../../descent/made/sentences.ts"
import type { Stock, StockSentence } from "../../descent/made/stock.ts"
import { figureOf, nameOf } from "./names.ts"
import type { Theme } from "./walk.ts"
import { PLAIN, type WordModel } from "./word-model.ts"

/**
 * Real sentences with their real back-translation. A world needs more of them than there are, so each time one is used, its names,
 * figures and words of content are exchanged, on both sides alike: the rewording stays, the sentence is another.
 */
export interface TwinStock {
  sentence(theme: Theme, chance: Chance): StockSentence
}

interface Template {
  readonly before: readonly string[]
  readonly after: readonly string[]
  readonly changes: ReadonlyMap<string, string>
  /** The words that stand on both sides and are no small words. */
  readonly exchangeable: ReadonlySet<string>
}

/** Words that may take each other's place: as frequent as this, of the same ending. */
const FREQUENT = { least: 4, most: 2000 }
/** The least number of words to choose from. */
const CHOICE = 100
/** At most so many words one after the other stay, so that two uses of a sentence have no run of eight words in common. */
const KEPT = 4

/** Sentences whose words are exchanged for words of the model. */
export function twinStock(stock: Stock, model: WordModel): TwinStock {
  const templates = stock.passages.flat().flatMap(sentence => templateOf(sentence, stock.small))
  const likes = wordsByShape(model)
  return {
    sentence(theme, chance) {
      const { before, after, changes, exchangeable } = chance.pick(templates)
      const others = new Map<string, string>()
      for (const word of exchangeable) others.set(word, otherWord(word, likes, theme, chance))
      const exchange = (tokens: readonly string[]) => tokens.map(token => exchanged(token, others)).join(" ")
      return { text: exchange(before), twin: { text: exchange(after), changes } }
    },
  }
}

function templateOf({ text, twin }: StockSentence, small: ReadonlySet<string>): Template[] {
  if (!twin) return []
  const before = text.split(" ")
  const after = twin.text.split(" ")
  const beyond = new Set(after.map(bare))
  const exchangeable = new Set(before.map(bare).filter(word => word !== "" && beyond.has(word) && !small.has(word)))
  const isKept = (token: string) => !exchangeable.has(bare(token))
  if (longestRun(before, isKept) > KEPT || longestRun(after, isKept) > KEPT) return []
  return [{ before, after, changes: twin.changes, exchangeable }]
}

/** The most tokens one after the other that are such. */
function longestRun(tokens: readonly string[], isSuch: (token: string) => boolean): number {
  let longest = 0
  let run = 0
  for (const token of tokens) {
    run = isSuch(token) ? run + 1 : 0
    longest = Math.max(longest, run)
  }
  return longest
}

/** The model's plain words by their last two letters and length, and by their last letter; only lists that are long enough. */
function wordsByShape({ words, kinds, firsts }: WordModel): ReadonlyMap<string, readonly string[]> {
  const byShape = new Map<string, string[]>()
  for (const [number, word] of words.entries()) {
    const count = firsts[number + 1]! - firsts[number]!
    if (kinds[number] !== PLAIN || !/^[a-z]{4,}$/.test(word)) continue
    if (count < FREQUENT.least || count > FREQUENT.most) continue
    for (const shape of shapesOf(word)) {
      const list = byShape.get(shape)
      if (list) list.push(word)
      else byShape.set(shape, [word])
    }
  }
  return new Map([...byShape].filter(([, list]) => list.length >= CHOICE))
}

const shapesOf = (word: string): string[] => [word.slice(-2) + (word.length > 7 ? "+" : ""), word.slice(-1)]

function otherWord(word: string, likes: ReadonlyMap<string, readonly string[]>, theme: Theme, chance: Chance): string {
  if (/\d/.test(word)) return figureOf(word, theme.own ^ chance.below(0xffff))
  const [near, far] = shapesOf(word) as [string, string]
  const list = likes.get(near) ?? likes.get(far)
  return list ? chance.pick(list) : nameOf(theme.own ^ chance.below(12)).toLowerCase()
}

/** The token with its marks and its capital around the other word. */
function exchanged(token: string, others: ReadonlyMap<string, string>): string {
  const word = bare(token)
  const other = others.get(word)
  if (other === undefined) return token
  const at = token.toLowerCase().indexOf(word)
  const isCapital = /^\p{Lu}/u.test(token.slice(at))
  const written = isCapital ? other[0]!.toUpperCase() + other.slice(1) : other
  return token.slice(0, at) + written + token.slice(at + word.length)
}
