import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { pairSentences, type SentencePair } from "./pairs.ts"
import { type PhraseTable, phraseTable } from "./phrases.ts"
import { RATES } from "./rates.ts"
import { sentencesOf, wordsOf } from "./sentences.ts"

/** A sentence as it was written, with its real back-translation where there is one. */
export interface StockSentence {
  readonly text: string
  readonly twin?: string
}

/** What traditions are made from: passages with back-translations, wire stories with their headline, other words for phrases. */
export interface Stock {
  readonly passages: readonly (readonly StockSentence[])[]
  readonly wires: readonly { readonly title: string; readonly paragraphs: readonly (readonly StockSentence[])[] }[]
  readonly phrases: PhraseTable
  /** Words too frequent to be replaced by hand. */
  readonly small: ReadonlySet<string>
}

/** The folders of `HEARSAY_DATA` that are read. */
export const STOCK_FOLDERS: readonly string[] = ["pan13", "reuters-21578"]

const cache = new Map<string, Stock>()

/** Reads the stock from the folder of collections; once a process. Takes some seconds. */
export function readStock(data: string): Stock {
  const known = cache.get(data)
  if (known) return known
  const cases = backTranslations(join(data, "pan13/train"))
  const pairs = cases.flatMap(one => one.pairs)
  const small = frequent(pairs, RATES.smallWords)
  const made: Stock = {
    passages: passagesOf(cases),
    wires: wiresOf(join(data, "reuters-21578/reports.jsonl")),
    phrases: phraseTable(pairs, small),
    small,
  }
  cache.set(data, made)
  return made
}

interface Case {
  readonly sentences: readonly string[]
  readonly pairs: readonly SentencePair[]
}

/** PAN 2013, category 04: each passage and its way through other languages. Offsets count code points. */
function backTranslations(train: string): Case[] {
  const folder = join(train, "04-translation-obfuscation")
  const text = (name: string) => [...readFileSync(join(train, name), "utf8")]
  return readdirSync(folder)
    .filter(name => name.endsWith(".xml"))
    .sort()
    .flatMap(name => {
      const xml = readFileSync(join(folder, name), "utf8")
      const suspicious = /<document reference="([^"]+)"/.exec(xml)?.[1]
      return [...xml.matchAll(/<feature [^>]*name="plagiarism"[^>]*>/g)].map(([feature]) => {
        const field = (key: string) => new RegExp(`${key}="([^"]+)"`).exec(feature)?.[1] ?? ""
        const cut = (file: string, side: string) => {
          const start = Number(field(`${side}_offset`))
          return sentencesOf(
            text(file)
              .slice(start, start + Number(field(`${side}_length`)))
              .join(""),
          )
        }
        const sentences = cut(`src/${field("source_reference")}`, "source")
        return { sentences, pairs: pairSentences(sentences, cut(`susp/${suspicious}`, "this")) }
      })
    })
}

/** Whole sentences of usable length; no sentence stands in two passages. */
function passagesOf(cases: readonly Case[]): StockSentence[][] {
  const seen = new Set<string>()
  return cases
    .map(({ sentences, pairs }) => {
      const twins = new Map(pairs.map(pair => [pair.before, pair.after]))
      return sentences.filter(isWhole).flatMap((sentence): StockSentence[] => {
        if (seen.has(sentence)) return []
        seen.add(sentence)
        const twin = twins.get(sentence)
        return [twin === undefined || twin === sentence ? { text: sentence } : { text: sentence, twin }]
      })
    })
    .filter(passage => passage.length >= 2)
}

/** Reuters stories long enough to be cut. */
function wiresOf(file: string): { title: string; paragraphs: StockSentence[][] }[] {
  const stories: { title: string; paragraphs: StockSentence[][] }[] = []
  for (const line of readFileSync(file, "utf8").split("\n")) {
    if (line === "") continue
    const { title, text } = JSON.parse(line) as { title?: string; text: string }
    const paragraphs = text
      .split(/\n\s*\n/)
      .map(paragraph =>
        sentencesOf(paragraph)
          .filter(isWhole)
          .map(sentence => ({ text: sentence })),
      )
      .filter(paragraph => paragraph.length > 0)
    const length = paragraphs.flat().length
    if (length >= RATES.wireSentences.least && length <= RATES.wireSentences.most)
      stories.push({ title: title ?? "", paragraphs })
  }
  return stories
}

function isWhole(sentence: string): boolean {
  const words = wordsOf(sentence).length
  return /^["“]?\p{Lu}/u.test(sentence) && /[.!?]["”)]?$/.test(sentence) && words >= 6 && words <= 45
}

/** The most frequent words of the passages. */
function frequent(pairs: readonly SentencePair[], count: number): Set<string> {
  const counts = new Map<string, number>()
  for (const { before } of pairs) for (const word of wordsOf(before)) counts.set(word, (counts.get(word) ?? 0) + 1)
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return new Set(ranked.slice(0, count).map(([word]) => word))
}
