import type { Chance } from "./chance.ts"
import { type Draft, type DraftSentence, sentencesIn, wordCount } from "./draft.ts"
import { type Hand, RATES } from "./rates.ts"
import { reword } from "./reword.ts"
import type { Stock } from "./stock.ts"

/** What one tradition's editors share. */
export interface Desk {
  readonly stock: Stock
  readonly chance: Chance
  /** Origins whose real back-translation has been taken. */
  readonly used: Set<number>
  /** A paragraph nobody has had yet: of the same story first, then of others. */
  readonly background: () => readonly DraftSentence[]
}

type Paragraphs = readonly (readonly DraftSentence[])[]

/** What an editor makes of a text. An update puts its own paragraph before all others. */
export function edit(draft: Draft, hand: Hand, desk: Desk, isUpdate: boolean): Draft {
  const { chance, stock, used } = desk
  let paragraphs = cut(draft.paragraphs, hand, chance)
  paragraphs = paragraphs.map(paragraph => paragraph.map(one => reword(one, hand.manner, stock, used, chance)))
  if (chance.happens(hand.number)) paragraphs = changeToken(paragraphs, /^\D{0,2}\d[\d.,]*\d?/, otherFigure, chance)
  if (chance.happens(hand.garble)) paragraphs = changeToken(paragraphs, /^\p{Lu}\p{Ll}{4,}/u, garbled, chance)
  if (chance.happens(hand.move) && paragraphs.length > 3) paragraphs = move(paragraphs, chance)
  for (let left = Math.round(hand.own * chance.unit()); left > 0; left--)
    paragraphs = put(paragraphs, desk.background(), 1 + chance.below(paragraphs.length))
  if (isUpdate) paragraphs = put(paragraphs, desk.background(), 0)
  const title = chance.happens(hand.headline) ? headline(paragraphs, desk, hand) : draft.title
  return { ...draft, paragraphs, title }
}

function put(paragraphs: Paragraphs, added: readonly DraftSentence[], at: number): Paragraphs {
  return paragraphs.toSpliced(at, 0, added)
}

function cut(paragraphs: Paragraphs, hand: Hand, chance: Chance): Paragraphs {
  const { least, most, sentences } = RATES.cutTo
  const end = chance.happens(hand.cutEnd)
    ? Math.ceil(paragraphs.length * (least + (most - least) * chance.unit()))
    : 1e9
  const kept = paragraphs
    .slice(0, end)
    .filter((_, k) => k === 0 || !chance.happens(hand.dropParagraph))
    .map(paragraph => paragraph.filter((_, k) => k === 0 || !chance.happens(hand.dropSentence)))
  return kept.flat().length >= sentences ? kept : paragraphs
}

/** One name or figure, drawn by its form, is another from here on, wherever it stands. */
function changeToken(
  paragraphs: Paragraphs,
  form: RegExp,
  change: (word: string, chance: Chance) => string,
  chance: Chance,
) {
  const found = paragraphs
    .flat()
    .flatMap(({ text }) =>
      text.split(" ").flatMap((token, k) => (k > 0 && form.test(token) ? [form.exec(token)![0]] : [])),
    )
  if (found.length === 0) return paragraphs
  const old = chance.pick(found)
  const made = change(old, chance)
  const swap = (token: string) => (form.exec(token)?.[0] === old ? made + token.slice(old.length) : token)
  return paragraphs.map(paragraph => paragraph.map(one => ({ ...one, text: one.text.split(" ").map(swap).join(" ") })))
}

function otherFigure(figure: string, chance: Chance): string {
  const places = [...figure.matchAll(/\d/g)].map(match => match.index)
  const at = chance.pick(places)
  const digit = (Number(figure[at]) + 1 + chance.below(8)) % 10 || 1
  return figure.slice(0, at) + digit + figure.slice(at + 1)
}

function garbled(name: string, chance: Chance): string {
  const at = 1 + chance.below(name.length - 1)
  const letter = chance.pick(["", "a", "e", "i", "o", "k", "r", "s", "t"].filter(one => one !== name[at]))
  return name.slice(0, at) + letter + name.slice(at + 1)
}

function move(paragraphs: Paragraphs, chance: Chance): Paragraphs {
  const from = 1 + chance.below(paragraphs.length - 1)
  return put(paragraphs.toSpliced(from, 1), paragraphs[from]!, 1 + chance.below(paragraphs.length - 1))
}

/** The beginning of one of the first sentences, reworded. */
function headline(paragraphs: Paragraphs, { stock, chance, used }: Desk, hand: Hand): string {
  const from = paragraphs.flat()[chance.below(3)] ?? paragraphs[0]![0]!
  const manner = { ...hand.manner, touched: 0.5, phrases: 0.6, twins: 0 }
  const words = reword(from, manner, stock, used, chance).text.split(" ")
  return words
    .slice(0, 7 + chance.below(4))
    .join(" ")
    .replace(/[^\p{L}\p{N}]+$/u, "")
}

/**
 * `first` with neighbouring paragraphs of `second`, in the place of their twins, until they are the wanted share of the whole.
 * Nothing when `second` has too little text.
 */
export function merge(
  first: Draft,
  second: Draft,
  chance: Chance,
): { whole: Draft; taken: readonly DraftSentence[] } | undefined {
  const { least, most } = RATES.merges.share
  const wanted = least + (most - least) * chance.unit()
  const start = chance.below(Math.max(1, Math.ceil(second.paragraphs.length * 0.6)))
  for (let end = start + 1; end <= second.paragraphs.length; end++) {
    const passage = second.paragraphs.slice(start, end)
    const taken = passage.flat()
    const origins = new Set(taken.map(one => one.origin))
    const at = first.paragraphs.findIndex(paragraph => paragraph.some(one => origins.has(one.origin)))
    const place = at < 0 ? 1 + chance.below(first.paragraphs.length) : at
    const without = (part: Paragraphs) =>
      part.map(paragraph => paragraph.filter(one => !origins.has(one.origin))).filter(paragraph => paragraph.length > 0)
    const paragraphs = [
      ...without(first.paragraphs.slice(0, place)),
      ...passage,
      ...without(first.paragraphs.slice(place)),
    ]
    const whole = { ...first, paragraphs }
    const share = wordCount(taken) / wordCount(sentencesIn(whole))
    if (share > most + 0.2) return undefined
    if (share >= wanted) return { whole, taken }
  }
  return undefined
}
