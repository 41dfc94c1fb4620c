import type { Chance } from "./chance.ts"
import type { Draft, DraftSentence } from "./draft.ts"
import { RATES } from "./rates.ts"
import type { Stock, StockSentence } from "./stock.ts"

/** The first text of a tradition, and what is known beyond it and will be told later. */
export interface Story {
  readonly title: string
  readonly paragraphs: Draft["paragraphs"]
  /** A paragraph nobody has had yet: of the same story first, then of others. */
  readonly background: () => readonly DraftSentence[]
}

/** A story from passages with real back-translations, or a wire story. */
export function beginStory(stock: Stock, chance: Chance): Story {
  let next = 0
  const drafted = ({ text, twin }: StockSentence): DraftSentence => {
    const sentence = { origin: next++, text, first: text }
    return twin === undefined ? sentence : { ...sentence, twin }
  }
  const order = chance.shuffled(stock.passages)
  const wire = chance.happens(RATES.passages) ? undefined : chance.pick(stock.wires)
  const [source, rest] = wire ? [wire.paragraphs, order] : passageStory(order, chance)
  const paragraphs = source.map(paragraph => paragraph.map(drafted))
  // The reserve must leave the story long enough to be cut.
  const reserve = paragraphs.length > 6 ? paragraphs.filter((_, k) => k > 1 && k % 3 === 2) : []
  const told = paragraphs.filter(paragraph => !reserve.includes(paragraph))
  const others = wire ? otherWires(stock, wire, chance) : rest.map(passage => passage.slice(0, 2))
  const title = wire?.title || told[0]![0]!.text.split(" ").slice(0, 8).join(" ")
  return {
    title: title.replace(/[^\p{L}\p{N}]+$/u, ""),
    paragraphs: told,
    background: () => reserve.pop() ?? (others.shift() ?? []).map(drafted),
  }
}

/** Paragraphs of other wire stories. */
function otherWires(stock: Stock, own: Stock["wires"][number], chance: Chance): (readonly StockSentence[])[] {
  const titles = new Set([own.title])
  return Array.from({ length: 200 }, () => chance.pick(stock.wires)).flatMap(wire => {
    if (titles.has(wire.title)) return []
    titles.add(wire.title)
    return [chance.pick(wire.paragraphs)]
  })
}

/** Passages one after the other, in paragraphs of one to three sentences; and the passages that are left. */
function passageStory(
  order: readonly (readonly StockSentence[])[],
  chance: Chance,
): [StockSentence[][], readonly (readonly StockSentence[])[]] {
  const { least, most } = RATES.storySentences
  const wanted = least + chance.below(most - least + 1)
  const sentences: StockSentence[] = []
  let used = 0
  while (sentences.length < wanted) sentences.push(...order[used++]!)
  const paragraphs: StockSentence[][] = []
  while (sentences.length > 0) paragraphs.push(sentences.splice(0, 1 + chance.below(3)))
  return [paragraphs, order.slice(used)]
}
