import type { Span } from "../model/span.ts"
import { paragraphs } from "../text/paragraphs.ts"
import { type PlacedSentence, splitParagraph } from "./sentences.ts"
import { addTokens, finished, type GrowingTokens, noTokens, type RawTokens } from "./tokens.ts"

/** Paragraphs by their text, each with where it was first read: its tokens from `first` to `end`, its sentences counted from its start. */
export type KnownParagraphs = Map<string, Paragraph>

interface Paragraph {
  readonly tokens: GrowingTokens
  readonly first: number
  readonly end: number
  readonly start: number
  readonly sentences: readonly Span[]
}

/**
 * A text cut into tokens and sentences, paragraph by paragraph. Paragraphs depend on nothing around them, so those that are `known` are not
 * read again, and new ones are added to them. O(length).
 */
export function cut(text: string, known: KnownParagraphs): { tokens: RawTokens; spans: PlacedSentence[] } {
  const tokens = noTokens()
  const spans: PlacedSentence[] = []
  paragraphs(text).forEach((span, index) => {
    const { sentences } = add(text, span, tokens, known)
    for (const one of sentences)
      spans.push({ span: { start: span.start + one.start, end: span.start + one.end }, paragraph: index })
  })
  return { tokens: finished(tokens), spans }
}

function add(text: string, span: Span, tokens: GrowingTokens, known: KnownParagraphs): Paragraph {
  const written = text.slice(span.start, span.end)
  const before = known.get(written)
  if (before) {
    repeat(before, span.start - before.start, tokens)
    return before
  }
  const first = tokens.words.length
  addTokens(text, span.start, span.end, tokens)
  const sentences = splitParagraph(text, span).map(({ start, end }) => ({
    start: start - span.start,
    end: end - span.start,
  }))
  const paragraph = { tokens, first, end: tokens.words.length, start: span.start, sentences }
  known.set(written, paragraph)
  return paragraph
}

function repeat({ tokens, first, end }: Paragraph, shift: number, to: GrowingTokens): void {
  for (let i = first; i < end; i++) {
    to.starts.push(tokens.starts[i]! + shift)
    to.ends.push(tokens.ends[i]! + shift)
    to.kinds.push(tokens.kinds[i]!)
    to.words.push(tokens.words[i]!)
  }
}
