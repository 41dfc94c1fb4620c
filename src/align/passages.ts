import type { Bead, Kinship, Passage, SpanPair } from "../model/passage.ts"
import type { Segmented } from "../model/segmented.ts"
import type { Range, Span } from "../model/span.ts"
import type { Stretch } from "./overlap.ts"
import type { Terms } from "./terms.ts"

/** One side of the pair. */
export interface PassageSide {
  readonly segmented: Segmented
  readonly terms: Terms
}

// In two texts of which so much is aligned, a sentence that has its like was reused too, though it stands alone.
const ALIKE = 0.3
// It is at most so many times as long as its like: few words are found somewhere in any long stretch.
const LONGEST_TO_SHORTEST = 4

/**
 * The passages of two witnesses: the reused stretches as spans, each with the aligned sentences within it. Where a third of
 * both is aligned, sentences aligned outside any stretch are passages of their own. In the order of `a`.
 */
export function passagesOf(
  a: PassageSide,
  b: PassageSide,
  stretches: readonly Stretch[],
  beads: readonly Bead[],
  coverage: Kinship["coverage"],
): Passage[] {
  const whole = stretches.map(stretch => ({ a: spanOf(a, stretch.a), b: spanOf(b, stretch.b) }))
  const pairs = beads.map(bead => ({ a: sentenceSpan(a.segmented, bead.a), b: sentenceSpan(b.segmented, bead.b) }))
  const homes = pairs.map(pair => homeOf(pair, whole))
  const passages = whole.map((passage, index): Passage => {
    const own = pairs.filter((_, i) => homes[i] === index)
    return { ...passage, sentences: own.map(pair => ({ a: cut(pair.a, passage.a), b: cut(pair.b, passage.b) })) }
  })
  if (Math.min(coverage.a, coverage.b) < ALIKE) return passages
  const alone = beads.filter((_, i) => homes[i] === -1 && isOfLikeSize(pairs[i]!))
  return [...passages, ...neighboursJoined(a.segmented, b.segmented, alone)].sort(
    (x, y) => x.a.start - y.a.start || x.b.start - y.b.start,
  )
}

/** From the first word to the last; with the marks around it where a sentence begins or ends there. */
function spanOf({ segmented: { sentences, tokens }, terms }: PassageSide, { first, end }: Range): Span {
  const opening = terms.sentenceOf[first]!
  const closing = terms.sentenceOf[end - 1]!
  const opens = first === terms.starts[opening]
  const closes = end === terms.starts[closing + 1]
  return {
    start: opens ? sentences[terms.sentences[opening]!]!.span.start : tokens.starts[terms.tokens[first]!]!,
    end: closes ? sentences[terms.sentences[closing]!]!.span.end : tokens.ends[terms.tokens[end - 1]!]!,
  }
}

function sentenceSpan({ sentences }: Segmented, { first, end }: Range): Span {
  if (end - first === 1) return sentences[first]!.span
  return { start: sentences[first]!.span.start, end: sentences[end - 1]!.span.end }
}

/** The passage with which the sentences share most, -1 where none has some of both. */
function homeOf(pair: SpanPair, passages: readonly SpanPair[]): number {
  let home = -1
  let most = 0
  passages.forEach((passage, index) => {
    const both = Math.min(shared(pair.a, passage.a), shared(pair.b, passage.b))
    if (both > most) {
      most = both
      home = index
    }
  })
  return home
}

function isOfLikeSize({ a, b }: SpanPair): boolean {
  const sizes = [a.end - a.start, b.end - b.start]
  return Math.max(...sizes) <= LONGEST_TO_SHORTEST * Math.min(...sizes)
}

/** Neighbouring verbatim beads are one passage, every other bead stands for itself. */
function neighboursJoined(a: Segmented, b: Segmented, beads: readonly Bead[]): Passage[] {
  const groups: Bead[][] = []
  for (const bead of beads) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    const adjoins = last?.verbatim && bead.verbatim && last.a.end === bead.a.first && last.b.end === bead.b.first
    if (group && adjoins) group.push(bead)
    else groups.push([bead])
  }
  return groups.map(group => {
    const sentences = group.map(bead => ({ a: sentenceSpan(a, bead.a), b: sentenceSpan(b, bead.b) }))
    const last = sentences.at(-1)!
    return {
      a: { start: sentences[0]!.a.start, end: last.a.end },
      b: { start: sentences[0]!.b.start, end: last.b.end },
      sentences,
    }
  })
}

function cut(span: Span, to: Span): Span {
  if (span.start >= to.start && span.end <= to.end) return span
  return { start: Math.max(span.start, to.start), end: Math.min(span.end, to.end) }
}

function shared(x: Span, y: Span): number {
  return Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start))
}
