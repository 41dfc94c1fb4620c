import type { Figure, Sentence, Tokens } from "../model/segmented.ts"
import { TAG, TOKEN } from "../model/segmented.ts"
import { notCounting } from "./calendar.ts"
import { countedAt, countedBefore } from "./counted.ts"
import { hedgeAfter, hedgeBefore } from "./hedges.ts"
import type { NumberFound } from "./number-words.ts"
import { readNumber } from "./number-words.ts"
import { currencyOf, unitAt } from "./units.ts"

// "one day", "one of them", "no one": not counting, unless hedged.
const IDLE_AFTER_ONE =
  /^(?:of|another|day|time|point|side|way|thing|hand|more|who|that|such|can|could|should|must|may)$/

/**
 * The numbers that a text states, with unit, hedge and what is counted. Dates, times, years, scores and numbers that are
 * part of a name are left out. In the order of the text. O(tokens).
 *
 * @example
 * segment(extract([{ text: "At least 22m tonnes of grain left." }]).witnesses)[0].figures.map(({ number, unit }) => [number, unit])
 * // => [[22000000, "ton"]]
 */
export function findFigures(text: string, tokens: Tokens, sentences: readonly Sentence[]): Figure[] {
  const figures: Figure[] = []
  sentences.forEach((sentence, index) => {
    const { first, end } = sentence.tokens
    for (let i = first; i < end; ) i = figureAt(text, tokens, i, first, end, index, figures)
  })
  return figures
}

/** Puts the figure at token `i` into `figures`, if there is one, and gives the token to go on from. */
function figureAt(
  text: string,
  tokens: Tokens,
  i: number,
  first: number,
  end: number,
  sentence: number,
  figures: Figure[],
): number {
  const { words } = tokens
  if (words[i] === "twice" || words[i] === "thrice") {
    const times = { value: words[i] === "twice" ? 2 : 3, end: i + 1, kind: "cardinal", scale: 1 } as const
    figures.push(toFigure(text, tokens, { found: times, start: i, unit: "time", end: i + 1 }, first, end, sentence))
    return i + 1
  }
  const found = readNumber(tokens, i)
  if (found === undefined)
    return tokens.kinds[i] === TOKEN.number ? (notCounting(tokens, text, i, first) ?? i + 1) : i + 1
  const currency = currencyBefore(tokens, i, first)
  if (currency === undefined) {
    const skip = notCounting(tokens, text, i, first)
    if (skip !== undefined) return Math.max(skip, found.end)
  }
  if (found.end > end || !counts(text, tokens, i, first, found)) return found.end
  const read = withUnit(tokens, i, found, currency)
  if (read === undefined) return found.end
  figures.push(toFigure(text, tokens, read, first, end, sentence))
  return read.end
}

interface Read {
  readonly found: NumberFound
  readonly start: number
  readonly end: number
  readonly unit: string
  readonly upTo?: number
}

interface Currency {
  readonly unit: string
  readonly start: number
}

function currencyBefore(tokens: Tokens, i: number, first: number): Currency | undefined {
  const { words, starts, ends } = tokens
  if (i - 1 < first) return undefined
  const prefixed =
    i - 2 >= first && starts[i - 1] === ends[i - 2] && /^(?:u\.s\.|us|au?|ca?|hk|nz)$/.test(words[i - 2]!)
  const sign = currencyOf(words[i - 1]!, prefixed ? words[i - 2]! : "")
  if (sign !== undefined) return { unit: sign, start: prefixed ? i - 2 : i - 1 }
  const unit = unitAt(words, i - 1)
  return unit !== undefined && /^[A-Z]{3}$/.test(unit.unit) && words[i - 1] === unit.unit.toLowerCase()
    ? { unit: unit.unit, start: i - 1 }
    : undefined
}

/** False for "one" as a pronoun, an ordinal inside a name or used as an adverb, a number glued to letters that are no unit. */
function counts(text: string, tokens: Tokens, i: number, first: number, found: NumberFound): boolean {
  const { words, tags, kinds, starts, ends } = tokens
  const next = found.end
  if (words[i] === "one" && next === i + 1 && hedgeBefore(tokens, i, first) === undefined) {
    if (/^(?:no|any|every|some|each|the|this|that)$/.test(words[i - 1] ?? "") || IDLE_AFTER_ONE.test(words[next] ?? ""))
      return false
    if (tags[next] !== TAG.noun && tags[next] !== TAG.adjective && words[next] !== "-") return false
  }
  if (found.kind === "ordinal" && kinds[i] === TOKEN.word) {
    if (i > first && /\p{Lu}/u.test(text[starts[i]!]!)) return false
    const inWord = words[next] === "-" && starts[next] === ends[next - 1]
    if (inWord ? !/est$/.test(words[next + 1] ?? "") : tags[next] === TAG.punctuation) return false
  }
  const isGlued = kinds[next - 1] === TOKEN.number && kinds[next] === TOKEN.word && starts[next] === ends[next - 1]
  return !isGlued || unitAt(words, next) !== undefined || /^(?:m|c|f)$/.test(words[next]!)
}

function withUnit(tokens: Tokens, i: number, first: NumberFound, currency: Currency | undefined): Read | undefined {
  const { words } = tokens
  const upper = rangeEnd(tokens, i, first)
  const stretched = upper && first.scale === 1 ? first.value * upper.scale : first.value
  const found = upper && stretched < upper.value ? { ...first, value: stretched } : first
  const end = (upper ?? first).end
  const meters = words[end - 1] === "m" && first.scale === 1e6 && currency === undefined && !countsMillions(tokens, end)
  if (meters) return { found: { ...found, value: found.value / 1e6 }, start: i, end, unit: "meter" }
  const range = upper ? { upTo: upper.value } : {}
  if (currency) return { found, start: currency.start, end, unit: currency.unit, ...range }
  const hyphen = words[end] === "-" && tokens.starts[end] === tokens.ends[end - 1] ? 1 : 0
  const unit = found.kind === "ordinal" ? undefined : unitOrSign(tokens, end + hyphen)
  if (unit) return { found, start: i, end: end + hyphen + unit.length, unit: unit.unit, ...range }
  return { found, start: i, end, unit: found.kind === "cardinal" ? unitOfTarget(tokens, end) : "", ...range }
}

/** In "rose from 10 to 12 percent" the 10 is percent too. */
function unitOfTarget(tokens: Tokens, end: number): string {
  const target = tokens.words[end] === "to" ? readNumber(tokens, end + 1) : undefined
  return target?.kind === "cardinal" ? (unitOrSign(tokens, target.end)?.unit ?? "") : ""
}

/** "22m tonnes", "22m people", against "a 22m tower". */
function countsMillions(tokens: Tokens, at: number): boolean {
  const { words, lemmas, tags } = tokens
  if (words[at] === "of" || unitAt(words, at) !== undefined || words[at] === "people") return true
  const next = tags[at] === TAG.adjective ? at + 1 : at
  return tags[next] === TAG.noun && words[next] !== lemmas[next]
}

function unitOrSign(tokens: Tokens, at: number): { unit: string; length: number } | undefined {
  const sign = currencyOf(tokens.words[at] ?? "")
  return sign ? { unit: sign, length: 1 } : unitAt(tokens.words, at)
}

/** The upper number of "10 to 12", "10–12", "three or four", "between 3 and 5"; not of "rose from 10 to 12". */
function rangeEnd(tokens: Tokens, i: number, found: NumberFound): NumberFound | undefined {
  const { words } = tokens
  const link = words[found.end] ?? ""
  const before = (/^[$€£¥]$/.test(words[i - 1] ?? "") ? words[i - 2] : words[i - 1]) ?? ""
  const isRange =
    /^[-–—]$/.test(link) ||
    (link === "to" && before !== "from") ||
    (link === "and" && before === "between") ||
    link === "or"
  if (!isRange || found.kind !== "cardinal") return undefined
  const at = /^[$€£¥]$/.test(words[found.end + 1] ?? "") ? found.end + 2 : found.end + 1
  const upper = readNumber(tokens, at)
  if (upper?.kind !== "cardinal" || upper.value <= found.value) return undefined
  return link !== "or" || upper.value <= found.value + 2 || upper.scale > 1 ? upper : undefined
}

function toFigure(text: string, tokens: Tokens, read: Read, first: number, end: number, sentence: number): Figure {
  const { found, start, unit } = read
  const age = unit === "" && isAge(text, tokens, start, read.end, first)
  const before = tokens.words[start - 1] === "between" ? start - 1 : start
  const vague = found.kind === "vague" ? tokens.words.slice(start, found.end).join(" ") : undefined
  const after = hedgeAfter(tokens, read.end)
  // "12 boats or more"
  const late = tokens.tags[read.end] === TAG.noun ? hedgeAfter(tokens, read.end + 1) : undefined
  const early = hedgeBefore(tokens, before, first)
  const hedge = early ?? after?.hedge ?? late?.hedge ?? vague
  const minus = /^[-−–]$|^minus$/.test(tokens.words[start - 1] ?? "") && start - 1 >= first && isNegative(tokens, start)
  const from = minus ? start - 1 : start
  const counted = age ? { of: "age", end: read.end } : countedAt(tokens, after?.end ?? read.end, end, unit !== "")
  const standing =
    unit === "" && found.kind === "cardinal"
      ? countedBefore(tokens, early === undefined ? start : start - early.split(" ").length, first)
      : ""
  const opening = early === undefined ? Math.min(from, before) : before - early.split(" ").length
  const closing = Math.max(read.end, counted.end, after?.end ?? 0, late?.end ?? 0)
  return {
    span: { start: tokens.starts[from]!, end: tokens.ends[read.end - 1]! },
    tokens: { first: from, end: read.end },
    phrase: { start: tokens.starts[opening]!, end: tokens.ends[closing - 1]! },
    sentence,
    number: minus ? -found.value : found.value,
    ...(read.upTo === undefined ? {} : { upTo: read.upTo }),
    unit: age ? "year" : unit,
    of: counted.of || standing,
    ...(hedge === undefined ? {} : { hedge }),
    ordinal: found.kind === "ordinal",
  }
}

function isNegative(tokens: Tokens, start: number): boolean {
  if (tokens.words[start - 1] === "minus") return true
  return tokens.starts[start] === tokens.ends[start - 1] && tokens.starts[start - 1] !== tokens.ends[start - 2]
}

/** "Maria Lopez, 42, said", "aged 42". */
function isAge(text: string, tokens: Tokens, start: number, end: number, first: number): boolean {
  const { words, tags, kinds } = tokens
  if (kinds[start] !== TOKEN.number || end !== start + 1 || start - 1 < first) return false
  if (/^(?:aged|age)$/.test(words[start - 1]!)) return true
  const commas = words[start - 1] === "," && words[end] === ","
  return (
    commas && start - 2 >= first && (tags[start - 2] === TAG.name || /\p{Lu}/u.test(text[tokens.starts[start - 2]!]!))
  )
}
