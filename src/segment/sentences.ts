import type { Witness } from "../model/report.ts"
import type { Sentence } from "../model/segmented.ts"
import type { Range, Span } from "../model/span.ts"
import type { RawTokens } from "./tokens.ts"

const splitter = new Intl.Segmenter("en", { granularity: "sentence" })

// After these a full stop does not end the sentence.
const ABBREVIATION =
  /(?:^|[\s("'\u201c\u2018])(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Sgt|Capt|Cmdr|Adm|Maj|Rep|Sen|Gov|Pres|Rev|Hon|St|Mt|Ft|Jr|Sr|No|Nos|vs|Inc|Corp|Co|Ltd|Bros|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun|Ave|Blvd|approx|est|dept|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|[A-Z])\.\s*$/u
const DOTTED = /(?:\p{L}\.){2,}\s*$/u
// Longer than any sentence; what goes on longer is a list or no text, and is cut, at a space where there is one.
const LONGEST = 3000
const LOWER = /^["'\u201c\u2018(]?\p{Ll}/u
const NEW_START =
  /^["'\u201c\u2018(]?(?:The|A|An|He|She|It|They|In|On|At|But|And|His|Her|Its|Their|This|That|These|Those|We|I|You|When|While|After|Before|As|For|There|If|Since|With)\b/u

/** A sentence's place, and the index of its paragraph. */
export interface PlacedSentence {
  readonly span: Span
  readonly paragraph: number
}

/** The sentences of a paragraph of a text as spans, by Unicode rules repaired for abbreviations. O(length). */
export function splitParagraph(text: string, paragraph: Span): Span[] {
  const body = text.slice(paragraph.start, paragraph.end).replace(/[\r\n]/g, " ")
  const spans: Span[] = []
  let start = 0
  const add = (from: number, to: number) => {
    let at = from
    while (to - at > LONGEST) {
      const space = body.lastIndexOf(" ", at + LONGEST)
      const end = space > at ? space + 1 : at + LONGEST
      spans.push(trimmed(body, at, end, paragraph.start))
      at = end
    }
    spans.push(trimmed(body, at, to, paragraph.start))
  }
  for (const { segment, index } of splitter.segment(body)) {
    const end = index + segment.length
    const next = body.slice(end, end + 24)
    if (end < body.length && isJoined(body.slice(Math.max(start, end - 24), end), next)) continue
    add(start, end)
    start = end
  }
  if (start < body.length) add(start, body.length)
  return spans.filter(span => span.end > span.start)
}

function isJoined(before: string, next: string): boolean {
  if (LOWER.test(next)) return true
  if (DOTTED.test(before)) return !NEW_START.test(next)
  return ABBREVIATION.test(before)
}

function trimmed(body: string, start: number, end: number, offset: number): Span {
  const piece = body.slice(start, end)
  const lead = piece.length - piece.trimStart().length
  return { start: offset + start + lead, end: offset + start + piece.trimEnd().length }
}

/** Sentences with their tokens and their role in the report. O(length). */
export function sentencesOf(witness: Witness, tokens: RawTokens, spans: readonly PlacedSentence[]): Sentence[] {
  const ranges = tokenRanges(
    spans.map(({ span }) => span),
    tokens,
  )
  const inFurniture = coverBy(witness.furniture.map(({ span }) => span))
  const inCredits = coverBy(witness.creditLines.filter(({ kind }) => kind !== "dateline").map(({ span }) => span))
  const roleOf = (span: Span, index: number): Sentence["role"] => {
    const half = 0.5 * (span.end - span.start)
    if (inFurniture(span) > half) return "furniture"
    if (inCredits(span) > half) return "credit"
    return isTitle(witness, span, index) ? "title" : "body"
  }
  return spans.map(({ span, paragraph }, i) => ({ span, paragraph, tokens: ranges[i]!, role: roleOf(span, i) }))
}

/** For spans in order: the tokens that start inside each. */
export function tokenRanges(spans: readonly Span[], tokens: Pick<RawTokens, "starts">): Range[] {
  let token = 0
  return spans.map(span => {
    while (token < tokens.starts.length && tokens.starts[token]! < span.start) token++
    const first = token
    while (token < tokens.starts.length && tokens.starts[token]! < span.end) token++
    return { first, end: token }
  })
}

function isTitle({ text, title }: Witness, span: Span, index: number): boolean {
  const opens =
    index === 0 && title !== undefined && text.slice(span.start).startsWith(title.slice(0, span.end - span.start))
  return opens && span.start === text.search(/\S/)
}

/** How much of a span others cover, both in the order of the text, when asked for spans in order. */
function coverBy(others: readonly Span[]): (span: Span) => number {
  let first = 0
  return span => {
    while (first < others.length && others[first]!.end <= span.start) first++
    let sum = 0
    for (let at = first; at < others.length && others[at]!.start < span.end; at++)
      sum += Math.max(0, Math.min(span.end, others[at]!.end) - Math.max(span.start, others[at]!.start))
    return sum
  }
}
