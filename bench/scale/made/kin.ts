import type { Chance } from "../../descent/made/chance.ts"
import { type Draft, type DraftSentence, wordCount } from "../../descent/made/draft.ts"
import { creditsOf } from "../../descent/made/dress.ts"
import { type Desk, edit } from "../../descent/made/edit.ts"
import { HANDS, type HandKind } from "../../descent/made/rates.ts"
import type { Stock } from "../../descent/made/stock.ts"
import type { Descent, KinKind } from "./plan.ts"
import type { TwinStock } from "./twins.ts"
import { sentenceOf, type Theme } from "./walk.ts"
import type { WordModel } from "./word-model.ts"

/** What texts are made from. */
export interface Workshop {
  readonly model: WordModel
  readonly stock: Stock
  readonly twins: TwinStock
}

/** Words of a report; of an excerpt, the share of its source (in [0, 1]), the least, and the share of the text it is put into. */
const LENGTH = { least: 180, more: 760, steep: 1 }
const EXCERPT = { share: [0.2, 0.7], words: 60, embedded: 0.6, host: 0.5 } as const
/** Sentences of a first text that have a real back-translation. */
const TWINS = 0.4

/** The rewriters of the news model, as often as there. */
const REWRITERS: readonly HandKind[] = ["light", "deep", "spin", "translate"]

/** So many words or a few more, in paragraphs of one to three sentences. */
export function paragraphsOf(words: number, sentence: () => string, chance: Chance): string[] {
  const made: string[] = []
  for (let left = words; left > 0; ) {
    const paragraph: string[] = []
    for (let count = 1 + chance.below(3); count > 0 && left > 0; count--) {
      const next = sentence()
      left -= next.split(" ").length
      paragraph.push(next)
    }
    made.push(paragraph.join(" "))
  }
  return made
}

/** How long a report is to be, in words: 570 at the mean. */
export function lengthOf(chance: Chance): number {
  return Math.round(LENGTH.least + LENGTH.more * chance.unit() ** LENGTH.steep)
}

/** A text that nobody copied: sentences of the word model, some with a real back-translation to come. */
export function firstDraft(shop: Workshop, theme: Theme, agency: string | undefined, chance: Chance): Draft {
  const next = numbered(shop, theme, TWINS, chance)
  const paragraphs: DraftSentence[][] = []
  for (let left = lengthOf(chance); left > 0; ) {
    const paragraph = Array.from({ length: 1 + chance.below(3) }, next)
    paragraphs.push(paragraph)
    left -= wordCount(paragraph)
  }
  const title = titleOf(paragraphs[0]![0]!.text)
  return { title, paragraphs, credits: agency === undefined ? [] : [{ name: agency, form: "dateline" }] }
}

/** The first words of a sentence. */
export function titleOf(sentence: string): string {
  return sentence
    .split(" ")
    .slice(0, 9)
    .join(" ")
    .replace(/[^\p{L}\p{N}]+$/u, "")
}

/** Sentence after sentence, each with a number of its own. */
function numbered({ model, twins }: Workshop, theme: Theme, share: number, chance: Chance): () => DraftSentence {
  const from = chance.below(1e9) * 1000
  let next = 0
  return () => {
    const made = chance.happens(share) ? twins.sentence(theme, chance) : { text: sentenceOf(model, theme, chance) }
    return { ...made, origin: from + next++, first: made.text }
  }
}

/** What an outlet made of a text of another, in the way its descent says; `theme` is for what it adds of its own. */
export function copyOf(
  above: Draft,
  { kind }: Descent,
  shop: Workshop,
  theme: Theme,
  outlets: { readonly own: string; readonly other: string },
  chance: Chance,
): Draft {
  const sentence = numbered(shop, theme, 0, chance)
  const desk: Desk = {
    stock: shop.stock,
    chance,
    used: new Set(),
    told: 0,
    background: () => Array.from({ length: 1 + chance.below(3) }, sentence),
  }
  const hand = HANDS[handFor(kind, chance)]
  const made =
    kind === "excerpt" && chance.happens(EXCERPT.embedded) ? embedded(above, desk) : edit(above, hand, desk, false)
  return { ...made, credits: creditsOf(above, outlets.other, outlets.own, hand.loseCredit, chance) }
}

function handFor(kind: KinKind, chance: Chance): HandKind {
  if (kind === "copy") return "reprint"
  if (kind === "excerpt") return "cut"
  return REWRITERS[chance.weighted(REWRITERS.map(hand => HANDS[hand].often))]!
}

/** Neighbouring paragraphs of a text, between paragraphs of another one. */
function embedded(above: Draft, desk: Desk): Draft {
  const { chance } = desk
  const [least, most] = EXCERPT.share
  const wanted = Math.max(EXCERPT.words, (least + (most - least) * chance.unit()) * wordCount(above.paragraphs.flat()))
  const from = chance.below(Math.ceil(above.paragraphs.length / 2))
  const passage = taken(above.paragraphs.slice(from), wanted)
  const host: (readonly DraftSentence[])[] = []
  const own = (wordCount(passage.flat()) * EXCERPT.host) / (1 - EXCERPT.host)
  while (wordCount(host.flat()) < own) host.push(desk.background(0))
  const paragraphs = host.toSpliced(chance.below(host.length + 1), 0, ...passage)
  return { title: titleOf(host[0]![0]!.text), paragraphs, credits: above.credits }
}

/** The first paragraphs, until they have so many words. */
function taken(paragraphs: Draft["paragraphs"], words: number): Draft["paragraphs"] {
  let count = 0
  const end = paragraphs.findIndex(paragraph => {
    count += wordCount(paragraph)
    return count >= words
  })
  return end < 0 ? paragraphs : paragraphs.slice(0, end + 1)
}
