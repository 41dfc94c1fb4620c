import type { Chance } from "../../descent/made/chance.ts"
import type { Draft, DraftSentence } from "../../descent/made/draft.ts"
import type { HandKind } from "../../descent/made/rates.ts"
import type { Stock } from "../../descent/made/stock.ts"
import type { Cast } from "./cast.ts"
import { figureSentence, quotedSentence, type Topic, topicsOf, written } from "./frames.ts"
import { ODDS } from "./odds.ts"

/** Something that reports of a story state, before anybody words it. */
export interface Planned {
  readonly kind: "figure" | "quotation" | "statement"
  /** Who says so, among the cast's people. */
  readonly speaker: number
  readonly topic?: Topic
  readonly number?: number
  /** The words of a quotation; the wordings of a statement, one a text that has it from nobody here. */
  readonly words: readonly string[]
}

/** One text's having a claim from outside, or changing its number: whatever copies it has the same record. */
export interface Introduction {
  readonly claim: number
  readonly number?: number
  readonly text: string
  readonly how: "stated" | "error" | "update" | "correction"
  /** What it was changed from. */
  readonly from?: number
}

/** Sentences with an `origin` from here on are planted; the rest of it is the index of the introduction. */
export const PLANTED = 1_000_000

/** All introductions of a world, by index. Some belong to drafts that were thrown away. */
export type Register = Introduction[]

export const introductionOf = (sentence: DraftSentence, register: Register): Introduction | undefined =>
  register[sentence.origin - PLANTED]

/** What a story's reports state. */
export function planClaims(stock: Stock, chance: Chance): Planned[] {
  const { least, most } = ODDS.claims
  const topics = topicsOf(chance)
  const count = least + chance.below(most - least + 1)
  return Array.from({ length: count }, (): Planned => {
    const speaker = chance.below(3)
    const drawn = (["figure", "quotation", "statement"] as const)[chance.weighted(ODDS.kinds)]!
    const topic = drawn === "figure" ? topics.pop() : undefined
    if (topic) return { kind: "figure", speaker, topic, number: between(topic.least, topic.most, chance), words: [] }
    const kind = drawn === "figure" ? "quotation" : drawn
    return { kind, speaker, words: kind === "quotation" ? [quotable(stock, chance)] : twoWordings(stock, chance) }
  })
}

export const between = (least: number, most: number, chance: Chance) => least + chance.below(most - least + 1)

function quotable(stock: Stock, chance: Chance): string {
  for (;;) {
    const { text } = chance.pick(chance.pick(stock.passages))
    if (fits(text) && !/["“”()]/.test(text)) return text.replace(/[.!?]$/, "")
  }
}

/** A sentence that names somebody, and its real back-translation. */
function twoWordings(stock: Stock, chance: Chance): string[] {
  for (;;) {
    const { text, twin } = chance.pick(chance.pick(stock.passages))
    if (twin && fits(text) && fits(twin.text) && / \p{Lu}\p{Ll}{3}/u.test(text) && !/["“”]|\d/.test(text + twin.text))
      return [text, twin.text]
  }
}

function fits(text: string): boolean {
  const words = text.split(" ").length
  return words >= ODDS.sentenceWords.least && words <= ODDS.sentenceWords.most
}

/** Enters a claim in the register as a text words it that has it from outside. `turn` counts these texts. */
export function introduce(
  claim: number,
  { kind, speaker, topic, words }: Planned,
  number: number | undefined,
  turn: number,
  cast: Cast,
  register: Register,
  chance: Chance,
): DraftSentence {
  const text =
    kind === "figure"
      ? figureSentence(topic!, number!, turn, speaker, cast, chance)
      : kind === "quotation"
        ? quotedSentence(chance.happens(ODDS.inPart) ? firstPart(words[0]!) : words[0]!, speaker, cast, chance)
        : words[turn]!
  return entered({ claim, text, how: "stated", ...(number === undefined ? {} : { number }) }, register)
}

/** The first words of a sentence, seven or more. */
function firstPart(words: string): string {
  const tokens = words.split(" ")
  return tokens
    .slice(0, Math.max(7, Math.ceil(tokens.length * 0.6)))
    .join(" ")
    .replace(/[,;:]$/, "")
}

/** The sentence with another number, as an introduction of its own. */
export function renumbered(
  sentence: DraftSentence,
  number: number,
  how: "error" | "update" | "correction",
  register: Register,
): DraftSentence {
  const from = sentence.origin - PLANTED
  const before = register[from]!
  const text = sentence.text.replace(written(before.number!), written(number))
  return entered({ claim: before.claim, number, text, how, from }, register)
}

function entered(introduction: Introduction, register: Register): DraftSentence {
  const origin = PLANTED + register.push(introduction) - 1
  return { origin, text: introduction.text, first: introduction.text }
}

/** Planted sentences as they were before an editor spoilt what makes them the claim: a number, or words that people leave as they were said. */
export function restored(draft: Draft, kind: HandKind, register: Register): Draft {
  const isMachine = kind === "spin" || kind === "translate"
  const restore = (one: DraftSentence): DraftSentence => {
    const known = introductionOf(one, register)
    if (!known) return one
    const isQuoted = known.text.includes('"')
    const spoilt =
      (known.number !== undefined && !one.text.split(/[ .]/).includes(written(known.number))) ||
      (isQuoted && (!isMachine || one.text.split('"').length !== 3))
    return spoilt ? { ...one, text: known.text } : one
  }
  return { ...draft, paragraphs: draft.paragraphs.map(paragraph => paragraph.map(restore)) }
}
