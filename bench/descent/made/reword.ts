import type { Chance } from "./chance.ts"
import type { DraftSentence } from "./draft.ts"
import { type Choice, changesOf, LONGEST } from "./phrases.ts"
import { bare } from "./sentences.ts"
import type { Stock } from "./stock.ts"

/** How a hand or a machine rewords: shares of the places where the stock has other words, in [0, 1]. */
export interface Manner {
  /** Sentences that are touched at all. */
  readonly touched: number
  /** Phrases changed in a touched sentence, where many others are known. */
  readonly phrases: number
  /** The same for phrases of small words, which translation changes and a hand seldom does. */
  readonly small: number
  /** Sentences replaced by their real back-translation, where nobody has used it yet. */
  readonly twins: number
}

/** What a sentence's own back-translation says weighs so much against the table. */
const OWN = 1.5
/** A phrase for which few others are known is changed less often: the rate falls by this to the power of their number. */
const KNOWN = 0.7

/** The sentence in other words. `used` holds the origins whose real back-translation has been taken in this tradition. */
export function reword(
  sentence: DraftSentence,
  manner: Manner,
  stock: Stock,
  used: Set<number>,
  chance: Chance,
): DraftSentence {
  if (!chance.happens(manner.touched)) return sentence
  const { twin, text, first, origin } = sentence
  if (twin !== undefined && text === first && !used.has(origin) && chance.happens(manner.twins)) {
    used.add(origin)
    return { ...sentence, text: twin }
  }
  return { ...sentence, text: replacePhrases(sentence, manner, stock, chance) }
}

function replacePhrases(sentence: DraftSentence, manner: Manner, stock: Stock, chance: Chance): string {
  const { text, first, twin } = sentence
  const own = new Map<string, string>()
  if (twin !== undefined) for (const { from, to } of changesOf({ before: first, after: twin })) own.set(from, to)
  const tokens = text.split(" ")
  const made: string[] = []
  for (let i = 0; i < tokens.length; ) {
    const found = choicesAt(tokens, i, own, stock)
    const rate = found?.small ? manner.small : manner.phrases
    if (found && chance.happens(rate * (1 - KNOWN ** found.choices.length))) {
      const { words } = found.choices[chance.weighted(found.choices.map(choice => choice.weight))]!
      made.push(inPlace(tokens.slice(i, i + found.length), words))
      i += found.length
    } else made.push(tokens[i++]!)
  }
  return made.join(" ")
}

/** The longest phrase at a place that has other words; what looks like a name is left alone. */
function choicesAt(
  tokens: readonly string[],
  at: number,
  own: ReadonlyMap<string, string>,
  stock: Stock,
): { length: number; small: boolean; choices: readonly Choice[] } | undefined {
  for (let length = Math.min(LONGEST, tokens.length - at); length > 0; length--) {
    const part = tokens.slice(at, at + length)
    if (part.some((token, k) => at + k > 0 && /\p{Lu}/u.test(token))) continue
    if (part.slice(0, -1).some(token => /[^\p{L}\p{N}]$/u.test(token))) continue
    const phrase = part.map(bare).join(" ")
    const mine = own.get(phrase)
    const choices = [
      ...(stock.phrases.get(phrase) ?? []),
      ...(mine === undefined ? [] : [{ words: mine, weight: OWN }]),
    ]
    const small = phrase.split(" ").every(word => stock.small.has(word))
    if (choices.length > 0) return { length, small, choices }
  }
  return undefined
}

/** The words with the marks and the capital of what they replace. */
function inPlace(tokens: readonly string[], words: string): string {
  const [before] = /^[^\p{L}\p{N}]*/u.exec(tokens[0]!)!
  const [after] = /[^\p{L}\p{N}]*$/u.exec(tokens.at(-1)!)!
  const capital = /^\p{Lu}/u.test(tokens[0]!.slice(before.length))
  return `${before}${capital ? words[0]!.toUpperCase() + words.slice(1) : words}${after}`
}
