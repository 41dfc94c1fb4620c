import type { ClaimValue } from "../model/claim.ts"
import type { Attribution, Figure, Name, Quotation, Segmented, Sentence, Tokens } from "../model/segmented.ts"
import { TOKEN } from "../model/segmented.ts"
import type { Range, Span } from "../model/span.ts"
import { contentLemmas, plainLemmas } from "./content.ts"
import { numbersIn } from "./numbers.ts"

/** A place where one witness states something that may be a claim. */
export interface Mention {
  readonly kind: "quotation" | "figure" | "statement"
  /** Index of the witness. */
  readonly witness: number
  readonly sentence: number
  readonly span: Span
  /** Content lemmas of the words of the claim, in their order, without repeats. */
  readonly lemmas: readonly string[]
  readonly value?: ClaimValue & { readonly ordinal: boolean }
  /** A statement that stands on a year. */
  readonly year?: number
  readonly voice?: string
  readonly voiceSpan?: Span
  /** The attribution nearest to the words, where one holds them. */
  readonly saidIn?: Attribution
  /** A statement whose figures, years or quotation are claims of their own: kept only to hold others together. */
  readonly latent?: boolean
  /** Of a statement: those of its lemmas that belong to no name. */
  readonly plain?: readonly string[]
  /** Of a statement that has no claims of its own in it: its numbers in digits. */
  readonly numbers?: readonly string[]
  /** A statement that names somebody or something. */
  readonly named?: boolean
  /** Of a figure: the last words of the names in its sentence. */
  readonly names?: readonly string[]
}

const MIN_STATEMENT_LEMMAS = 4
const MIN_YEAR_LEMMAS = 2
const OF_DATES =
  /^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|am|pm|et|est|edt|gmt|bst|utc|post(?:ed)?|publish(?:ed)?|update[d]?|copyright|photo|file)$/
/** Numbers up to it stand in every report, and are told apart by nothing but what they count. */
export const FEW = 12
const DEFINITE = /^(?:the|these|those|both|our|their|his|her|its|your|my)$/
const QUOTED_SHARE = 0.6
const MOST = 0.4
// Characters.
const NEAR = 25
const BREAKS = new Set([",", ";", ":", "—", "–", "(", ")", '"', "«", "»"])

/** What one witness states, in the order of its text: quotations, figures, years, and the other sentences that say something. O(tokens). */
export function mentionsOf(segmented: Segmented, witness: number): Mention[] {
  const { sentences, tokens } = segmented
  const quotations = bySentence(outermost(segmented.quotations), sentences.length)
  const figures = bySentence(segmented.figures, sentences.length)
  const stated = statedIn(segmented)
  const names = bySentence(segmented.names, sentences.length)
  let quotedTo = -1
  return sentences.flatMap((sentence, s) => {
    if (sentence.role !== "body" || isVersionNote(segmented.witness.text, sentence)) return []
    const base = { witness, sentence: s, stated: stated[s]! }
    const own = quotations[s]!.map(quotation => withSpeaker(quotation, stated[s]!))
    const quoted = own.filter(quotation => isSpoken(tokens, quotation) && !isTitle(segmented, quotation))
    const isQuoted = (i: number) => i < quotedTo || quotations[s]!.some(q => q.tokens.first <= i && i < q.tokens.end)
    const found = [
      ...quoted.map(quotation => ofQuotation(segmented, quotation, base)),
      ...figures[s]!.flatMap(figure =>
        isQuoted(figure.tokens.first) || isIdle(figure, tokens)
          ? []
          : [ofFigure(segmented, figure, sentence, base, names[s]!)],
      ),
      ...yearsIn(segmented, sentence, isQuoted).flatMap(i => ofYear(segmented, i, sentence, base)),
    ]
    const statement = ofSentence(segmented, sentence, isQuoted, base, found.length > 0)
    for (const quotation of quotations[s]!) quotedTo = Math.max(quotedTo, quotation.tokens.end)
    return statement ? [...found, names[s]!.length > 0 ? { ...statement, named: true } : statement] : found
  })
}

/** "(CORRECTS amount in first paragraph …)": about the text, not about the world. */
const isVersionNote = (text: string, { span }: Sentence) =>
  /^[([]?(?:CORRECTS|CORRECTION|UPDATES|ADDS|RECASTS|EDS)\b/.test(text.slice(span.start, span.start + 16))

function bySentence<T extends { readonly sentence: number }>(records: readonly T[], count: number): T[][] {
  const lists: T[][] = Array.from({ length: count }, () => [])
  for (const record of records) lists[record.sentence]?.push(record)
  return lists
}

/** Without quotations that stand inside others. They come in the order of their opening marks. */
function outermost(quotations: readonly Quotation[]): Quotation[] {
  let end = -1
  return quotations.filter(quotation => {
    if (quotation.span.end <= end) return false
    end = quotation.span.end
    return true
  })
}

/** False for scare quotes: one or two words that nobody is said to have spoken. */
function isSpoken(tokens: Tokens, { tokens: range, speaker, speakerName }: Quotation): boolean {
  const words = range.end - range.first
  return speaker || speakerName !== undefined ? contentLemmas(tokens, range).length > 0 : words > 4
}

/** CNN's "State of the Union", on "Meet the Press": the name of a programme, not what somebody said. */
function isTitle({ tokens, witness: { text } }: Segmented, { tokens: range }: Quotation): boolean {
  const before = tokens.words[range.first - 2] ?? ""
  return /^(?:'s|'|on)$/.test(before) && plainLemmas(text, tokens, range).length === 0
}

/** "The first meeting", "two of them", "one that": too little to be told from another. "The two countries": those spoken of, not a count. */
function isIdle({ number, ordinal, unit, of, hedge, tokens: { first } }: Figure, { words }: Tokens): boolean {
  if (ordinal) return number === 1
  if (unit !== "" || hedge !== undefined || number > FEW) return false
  return of === "" || DEFINITE.test(words[first - 1] ?? "")
}

/** A quotation of which its own marks did not tell who speaks takes the speaker of the statement it stands in. */
function withSpeaker(quotation: Quotation, stated: readonly Attribution[]): Quotation {
  if (quotation.speakerName !== undefined) return quotation
  const { voice, voiceSpan } = voiceOf(stated, quotation.span)
  return voice === undefined ? quotation : { ...quotation, speakerName: voice, speaker: voiceSpan! }
}

type Voice = Pick<Mention, "voice" | "voiceSpan" | "saidIn">

/** For each sentence the attributions in it that state something, with the speaker told. */
function statedIn({ attributions, sentences }: Segmented): Attribution[][] {
  return bySentence(
    attributions.filter(({ kind, speakerName }) => kind === "statement" && speakerName !== undefined),
    sentences.length,
  )
}

/** Whose words a stretch is: the speaker of the attribution whose content holds most of it, the innermost of a chain. */
function voiceOf(stated: readonly Attribution[], span: Span): Voice {
  // "The mayor said that it sank, while others …": the sentence is told after the mayor, though most of it is not what was said.
  const opening = stated.find(({ speaker, cue }) => speaker!.start === span.start && cue.start - speaker!.end < NEAR)
  const inner = innermost(stated, span) ?? opening
  return inner === undefined ? {} : { voice: inner.speakerName!, voiceSpan: inner.speakerHead!, saidIn: inner }
}

/** The attribution with the least content of those whose content holds most of a stretch. */
function innermost(stated: readonly Attribution[], span: Span): Attribution | undefined {
  const sizeOf = ({ content }: Attribution) => content.reduce((sum, { start, end }) => sum + end - start, 0)
  return stated.filter(({ content }) => shareOf(span, content) > MOST).sort((x, y) => sizeOf(x) - sizeOf(y))[0]
}

/** Share of a span that others cover, in [0, 1]. */
function shareOf({ start, end }: Span, others: readonly Span[]): number {
  const covered = others.map(other => Math.max(0, Math.min(end, other.end) - Math.max(start, other.start)))
  return covered.reduce((sum, length) => sum + length, 0) / (end - start)
}

const spanOf = (tokens: Tokens, { first, end }: Range): Span => ({
  start: tokens.starts[first]!,
  end: tokens.ends[end - 1]!,
})

function ofQuotation({ tokens }: Segmented, quotation: Quotation, { witness, sentence, stated }: Base): Mention {
  const { span, speaker, speakerName } = quotation
  const saidIn = innermost(stated, span)
  return {
    kind: "quotation",
    witness,
    sentence,
    span,
    lemmas: contentLemmas(tokens, quotation.tokens),
    ...(speakerName === undefined ? {} : { voice: speakerName }),
    ...(speaker === undefined ? {} : { voiceSpan: speaker }),
    ...(saidIn === undefined ? {} : { saidIn }),
  }
}

interface Base {
  readonly witness: number
  readonly sentence: number
  readonly stated: readonly Attribution[]
}

const placed = ({ witness, sentence, stated }: Base, span: Span) => ({
  witness,
  sentence,
  span,
  ...voiceOf(stated, span),
})

function ofFigure(
  { tokens, witness: { text } }: Segmented,
  figure: Figure,
  sentence: Sentence,
  base: Base,
  names: readonly Name[],
): Mention {
  const clause = clauseAround(tokens, figure.tokens, sentence.tokens)
  const { number, unit, of, hedge, upTo, ordinal, phrase } = figure
  const value = {
    number,
    unit,
    of,
    ordinal,
    words: text.slice(phrase.start, phrase.end),
    ...(hedge === undefined ? {} : { hedge }),
    ...(upTo === undefined ? {} : { upTo }),
  }
  return {
    ...placed(base, spanOf(tokens, clause)),
    kind: "figure",
    lemmas: withoutNumbers(beside(tokens, clause, figure.tokens)),
    value,
    names: names.map(name => tokens.words[name.tokens.end - 1]!),
  }
}

/** The content lemmas of a clause but for those of the figure in it, "two" or "million". */
function beside(tokens: Tokens, { first, end }: Range, figure: Range): string[] {
  const before = contentLemmas(tokens, { first, end: figure.first })
  return [...new Set([...before, ...contentLemmas(tokens, { first: figure.end, end })])]
}

// The figure itself must not count as a word two clauses share.
const withoutNumbers = (lemmas: readonly string[]) => lemmas.filter(lemma => !/^\p{N}/u.test(lemma))

/** The words between marks around a range, so that the claim can be understood; a lone apposition takes what stands before it. */
function clauseAround(tokens: Tokens, range: Range, sentence: Range): Range {
  const isBreak = (i: number) => BREAKS.has(tokens.words[i]!)
  let { first, end } = range
  while (first > sentence.first && !isBreak(first - 1)) first--
  while (end < sentence.end && !isBreak(end)) end++
  if (end - first < 4 && first - 1 > sentence.first) {
    first--
    while (first > sentence.first && !isBreak(first - 1)) first--
  }
  while (end > range.end && tokens.words[end - 1] === ".") end--
  return { first, end }
}

function yearsIn({ tokens }: Segmented, sentence: Sentence, isQuoted: (i: number) => boolean): number[] {
  const years: number[] = []
  for (let i = sentence.tokens.first; i < sentence.tokens.end; i++) {
    const isYear = tokens.kinds[i] === TOKEN.number && /^(?:1[5-9]|20)\d\d$/.test(tokens.words[i]!)
    // The year of a full date ("July 16, 2018") says when, not what.
    const isDate = tokens.kinds[tokens.words[i - 1] === "," ? i - 2 : i - 1] === TOKEN.number
    if (isYear && !isDate && !isQuoted(i) && !/^[$€£]$/.test(tokens.words[i - 1] ?? "") && tokens.words[i + 1] !== "%")
      years.push(i)
  }
  return years
}

/** What is said of a year; nothing for a bare date. */
function ofYear({ tokens }: Segmented, i: number, sentence: Sentence, base: Base): Mention[] {
  const clause = clauseAround(tokens, { first: i, end: i + 1 }, sentence.tokens)
  const lemmas = withoutNumbers(contentLemmas(tokens, clause)).filter(lemma => !OF_DATES.test(lemma))
  if (lemmas.length < MIN_YEAR_LEMMAS) return []
  return [{ ...placed(base, spanOf(tokens, clause)), kind: "statement", lemmas, year: Number(tokens.words[i]) }]
}

function ofSentence(
  { tokens, witness: { text } }: Segmented,
  sentence: Sentence,
  isQuoted: (i: number) => boolean,
  base: Base,
  latent: boolean,
): Mention | undefined {
  const { first, end } = sentence.tokens
  let inMarks = 0
  for (let i = first; i < end; i++) if (isQuoted(i)) inMarks++
  const lemmas = contentLemmas(tokens, sentence.tokens)
  if (lemmas.length < MIN_STATEMENT_LEMMAS || inMarks > QUOTED_SHARE * (end - first)) return undefined
  const plain = plainLemmas(text, tokens, sentence.tokens)
  if (plain.length === 0) return undefined
  const more = latent ? { latent } : { numbers: numbersIn(tokens, sentence.tokens) }
  return { ...placed(base, sentence.span), kind: "statement", lemmas, plain, ...more }
}
