import type { Name, Quotation, Sentence, Tokens } from "../model/segmented.ts"
import { TAG } from "../model/segmented.ts"
import type { Range } from "../model/span.ts"
import { speakersOf } from "../text/speakers.ts"
import type { Quoted } from "./quote-marks.ts"
import { pairMarks } from "./quote-marks.ts"
import type { SaidBy } from "./said-by.ts"
import { saidAfter, saidAtEnd, saidBefore } from "./said-by.ts"

/**
 * The quotations of a text with their speakers, nested ones too, in the order of the text. Stretches of one utterance
 * ("…," he said, "…", or a quotation over several paragraphs) have the same `utterance`. Speakers are found in English only. O(tokens).
 *
 * @example
 * segment(extract([{ text: "“We are safe,” said Ana Brok, the mayor." }]).witnesses)[0].quotations[0].speakerName // => "Ana Brok"
 */
export function findQuotations(
  text: string,
  tokens: Tokens,
  sentences: readonly Sentence[],
  names: readonly Name[],
): Quotation[] {
  const marks = pairMarks(text, tokens, sentences)
  const sentenceOf = sentenceOfToken(tokens, sentences)
  const speakers = speakersOf(text, tokens, names)
  const found: Found[] = []
  let before: Found | undefined
  marks.forEach((quoted, index) => {
    const bounds = boundsOf(quoted, marks, index, tokens, sentences, sentenceOf)
    const said = attributed(tokens, quoted, bounds)
    const joined = quoted.depth === 0 && before ? joinedTo(before, quoted, said, tokens, sentences, sentenceOf) : "no"
    // Inside another quotation "he" may be anybody.
    const isClear = said?.speaker !== undefined && (quoted.depth === 0 || !isPronoun(tokens, said.speaker))
    const own = isClear ? speakers.nameOf(said!.speaker!) : undefined
    const speakerName = own ?? (joined === "no" || said?.speaker ? undefined : before?.speakerName)
    const utterance = joined === "utterance" ? before!.utterance : index
    const quotation = { quoted, said, speakerName, utterance, sentence: sentenceOf[quoted.open]! }
    found.push(quotation)
    if (quoted.depth === 0) before = quotation
  })
  return spreadSpeakers(found).flatMap(quotation => toQuotation(text, tokens, quotation))
}

const isPronoun = (tokens: Tokens, { first }: Range) => tokens.tags[first] === TAG.pronoun

interface Found {
  readonly quoted: Quoted
  readonly said: SaidBy | undefined
  readonly speakerName: string | undefined
  readonly utterance: number
  readonly sentence: number
}

function sentenceOfToken(tokens: Tokens, sentences: readonly Sentence[]): Int32Array {
  const sentenceOf = new Int32Array(tokens.length + 1)
  sentences.forEach(({ tokens: range }, s) => {
    sentenceOf.fill(s, range.first, range.end)
  })
  return sentenceOf
}

/** Where an attribution may stand: from `first` to the opening mark, and from the closing mark to `end`. */
interface Bounds {
  readonly first: number
  readonly end: number
}

function boundsOf(
  quoted: Quoted,
  marks: readonly Quoted[],
  index: number,
  tokens: Tokens,
  sentences: readonly Sentence[],
  sentenceOf: Int32Array,
): Bounds {
  const last = Math.min(quoted.close, tokens.length - 1)
  const start = sentences[sentenceOf[quoted.open]!]!.tokens.first
  const previous = marks[index - 1]
  const next = nextBeside(marks, index)
  const inside = previous !== undefined && previous.close > quoted.close
  const first = previous === undefined ? start : Math.max(start, inside ? previous.open + 1 : previous.close + 1)
  let stop = sentences[sentenceOf[last]!]!.tokens.end
  const following = sentences[sentenceOf[last]! + 1]
  // `"Is it?" Smith asked.` may have been cut into two sentences.
  if (stop <= last + 1 && following?.paragraph === quoted.paragraph && /^[,?!]$/.test(tokens.words[last - 1] ?? "")) {
    stop = Math.min(following.tokens.end, last + 10)
  }
  if (next !== undefined) stop = Math.min(stop, next.open)
  return { first, end: inside ? Math.min(stop, previous.close) : stop }
}

/** The next pair that does not stand inside this one. A pair holds few others, so this is O(1) but for hostile input, where it stops. */
function nextBeside(marks: readonly Quoted[], index: number): Quoted | undefined {
  for (let i = index + 1; i < Math.min(marks.length, index + 12); i++) {
    if (marks[i]!.open > marks[index]!.close) return marks[i]
  }
  return undefined
}

function attributed(tokens: Tokens, quoted: Quoted, { first, end }: Bounds): SaidBy | undefined {
  return (
    saidAfter(tokens, quoted.close, end) ??
    saidBefore(tokens, quoted.open, first) ??
    saidAtEnd(tokens, quoted.close, end)
  )
}

/** How a quotation goes on from the one before it: the same utterance, the same speaker, or not at all. */
function joinedTo(
  before: Found,
  quoted: Quoted,
  said: SaidBy | undefined,
  tokens: Tokens,
  sentences: readonly Sentence[],
  sentenceOf: Int32Array,
): "utterance" | "speaker" | "no" {
  const sentence = sentenceOf[quoted.open]!
  const lastOfBefore = sentenceOf[Math.min(before.quoted.close, tokens.length - 1)]!
  if (before.quoted.goesOn) return "utterance"
  if (said !== undefined) {
    if (said.verb === before.said?.verb) return "utterance"
    return said.speaker === undefined && sentence === lastOfBefore ? "utterance" : "no"
  }
  const opensSentence = sentences[sentence]!.tokens.first === quoted.open
  if (!opensSentence || before.speakerName === undefined) return "no"
  const gap = sentences[sentence]!.paragraph - sentences[lastOfBefore]!.paragraph
  const afterSaying = before.said !== undefined && before.said.verb > before.quoted.close
  if (gap === 0 && sentence === lastOfBefore + 1) return afterSaying ? "utterance" : "speaker"
  return gap === 1 && sentence === lastOfBefore + 1 ? "speaker" : "no"
}

/** A speaker named at one stretch of an utterance speaks all of it. */
function spreadSpeakers(found: readonly Found[]): Found[] {
  const names = new Map<number, string>()
  for (const { utterance, speakerName } of found) {
    if (speakerName !== undefined && !names.has(utterance)) names.set(utterance, speakerName)
  }
  return found.map(quotation => ({
    ...quotation,
    speakerName: quotation.speakerName ?? names.get(quotation.utterance),
  }))
}

/**
 * The tokens between quotation marks, without speakers, in the order of the text. O(tokens).
 *
 * @example
 * segment(extract([{ text: "“We are safe,” said Ana Brok, the mayor." }]).witnesses)[0].quoted // => [{ first: 1, end: 5 }]
 */
export function quotedRanges(text: string, tokens: Tokens, sentences: readonly Sentence[]): Range[] {
  return pairMarks(text, tokens, sentences).flatMap(quoted => rangeIn(text, tokens, quoted) ?? [])
}

function rangeIn(text: string, tokens: Tokens, { open, close }: Quoted): Range | undefined {
  const first = open + 1
  const start = tokens.starts[first]
  if (start === undefined || close <= first) return undefined
  // A mark alone, or the letter of "rock 'n' roll".
  const isText = /[\p{L}\p{N}]{2}|[\p{Script=Han}\p{N}]/u.test(text.slice(start, tokens.ends[close - 1]!))
  return isText ? { first, end: close } : undefined
}

function toQuotation(
  text: string,
  tokens: Tokens,
  { quoted, said, speakerName, utterance, sentence }: Found,
): Quotation[] {
  const range = rangeIn(text, tokens, quoted)
  if (range === undefined) return []
  return [
    {
      span: { start: tokens.starts[range.first]!, end: tokens.ends[range.end - 1]! },
      tokens: range,
      sentence,
      utterance,
      ...(said?.speaker
        ? { speaker: { start: tokens.starts[said.speaker.first]!, end: tokens.ends[said.speaker.end - 1]! } }
        : {}),
      ...(speakerName === undefined ? {} : { speakerName }),
    },
  ]
}
