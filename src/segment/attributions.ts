import type { Attribution, Name, Sentence, Tokens } from "../model/segmented.ts"
import { TAG } from "../model/segmented.ts"
import type { Range, Span } from "../model/span.ts"
import { type Cue, cueAt, isNamingCue, isSpokenNoun } from "../text/attributing.ts"
import { speakersOf } from "../text/speakers.ts"
import { type Found, goingOn, parenthetical } from "./closing.ts"
import { contentAfter, contentBefore, type Following, type Frame, type Marks } from "./contents.ts"
import { pairMarks, type Quoted } from "./quote-marks.ts"
import { mainSubject, type Source, sourceAfter, sourceBefore, subjectOf } from "./sources.ts"

/**
 * Who is said to say, think or want what: sources, cues and contents, in the order of their cues. English only: needs tags.
 * An attribution that stands in the content of another has that one as `within`, so that "Interfax quoted Ana Brok as saying" keeps
 * both voices. O(tokens · longest sentence).
 *
 * @example
 * segment(extract([{ text: "Ana Brok said that it sank." }]).witnesses)[0].attributions[0].speakerName // => "Ana Brok"
 */
export function findAttributions(
  text: string,
  tokens: Tokens,
  sentences: readonly Sentence[],
  names: readonly Name[],
): Attribution[] {
  const marks = marksOf(pairMarks(text, tokens, sentences))
  const ends = paragraphEnds(sentences)
  const found = sentences.flatMap((sentence, s) => {
    if (sentence.role === "furniture" || sentence.role === "credit") return []
    const frame = { ...sentence.tokens, paragraphEnd: ends[s]! }
    return foundIn(tokens, frame, marks).map(one => ({ ...one, sentence: s }))
  })
  const speakers = speakersOf(text, tokens, names)
  // By themselves: "she said" means who spoke before, not who wanted something.
  const others = speakersOf(text, tokens, names)
  const spanOf = ({ first, end }: Range): Span => ({ start: tokens.starts[first]!, end: tokens.ends[end - 1]! })
  return found.map((one, index) => {
    const speakerName = one.source && (one.kind === "statement" ? speakers : others).nameOf(one.source.head)
    const within = around(found, index)
    return {
      kind: one.kind,
      cue: spanOf(one.cue),
      content: one.content.map(spanOf),
      sentence: one.sentence,
      ...(one.source ? { speaker: spanOf(one.source.range), speakerHead: spanOf(one.source.head) } : {}),
      ...(speakerName === undefined ? {} : { speakerName }),
      ...(within === undefined ? {} : { within }),
    }
  })
}

const KIND_OF: Record<Following["kind"], Attribution["kind"]> = {
  that: "statement",
  quote: "statement",
  clause: "statement",
  to: "aim",
  phrase: "view",
}

function kindOf({ kind }: Following, isSpoken: boolean): Attribution["kind"] {
  return KIND_OF[kind] === "statement" && kind !== "quote" && !isSpoken ? "thought" : KIND_OF[kind]
}

function marksOf(quoted: readonly Quoted[]): Marks {
  return { byOpen: new Map(quoted.map(q => [q.open, q])), byClose: new Map(quoted.map(q => [q.close, q])) }
}

function paragraphEnds(sentences: readonly Sentence[]): number[] {
  const ends: number[] = []
  for (let s = sentences.length - 1; s >= 0; s--) {
    const isLast = sentences[s + 1]?.paragraph !== sentences[s]!.paragraph
    ends[s] = isLast ? sentences[s]!.tokens.end : ends[s + 1]!
  }
  return ends
}

/** The attribution whose content holds the cue of this one, the nearest before it. Looks at the eight before. */
function around(found: readonly Found[], index: number): number | undefined {
  const { cue } = found[index]!
  for (let i = index - 1; i >= Math.max(0, index - 8); i--)
    if (found[i]!.content.some(({ first, end }) => first <= cue.first && cue.end <= end)) return i
  return undefined
}

function foundIn(tokens: Tokens, frame: Frame, marks: Marks): Found[] {
  const found: Found[] = []
  let last: Source | undefined
  for (let i = frame.first; i < frame.end; i++) {
    const one = attributionAt(tokens, i, frame, marks, last)
    if (one === undefined) continue
    if (one.source && (one.kind === "statement" || last === undefined)) last = one.source
    found.push(one)
  }
  return [...found, ...afterColon(tokens, frame, marks, found)].sort((x, y) => x.cue.first - y.cue.first)
}

/** "Then the mayor took the floor: “…”", "Ana Brok: “…”": quotations behind a colon that no verb puts down to anybody. */
function afterColon(tokens: Tokens, frame: Frame, marks: Marks, found: readonly Found[]): Found[] {
  const others: Found[] = []
  for (let i = frame.first + 1; i + 1 < frame.end; i++) {
    const quoted = tokens.words[i] === ":" ? marks.byOpen.get(i + 1) : undefined
    if (
      quoted === undefined ||
      found.some(({ content }) => content.some(range => range.first <= i + 1 && i + 1 < range.end))
    )
      continue
    const source = mainSubject(tokens, i, frame) ?? sourceBefore(tokens, i, frame.first)
    const content = { first: i + 1, end: Math.min(quoted.close + 1, tokens.length) }
    others.push({
      kind: "statement",
      source,
      cue: { first: i, end: i + 1 },
      content: [content, ...goingOn(tokens, content.end, frame, marks)],
    })
  }
  return others
}

function attributionAt(
  tokens: Tokens,
  i: number,
  frame: Frame,
  marks: Marks,
  last: Source | undefined,
): Found | undefined {
  if (tokens.words[i] === "according" && tokens.words[i + 1] === "to") return byAccording(tokens, i, frame, marks)
  if (isNamingCue(tokens, i)) return byNoun(tokens, i, frame, marks)
  const cue = cueAt(tokens, i)
  return cue && byVerb(tokens, i, cue, frame, marks, last)
}

/** "It sank, according to the mayor.", "According to the mayor, it sank." */
function byAccording(tokens: Tokens, i: number, frame: Frame, marks: Marks): Found | undefined {
  const source = sourceAfter(tokens, i + 1, frame.end)
  if (source === undefined) return undefined
  const cue = { first: i, end: i + 2 }
  const before = i - 1 > frame.first ? contentBefore(tokens, i, frame, marks) : undefined
  if (before) return { kind: "statement", source, cue, content: [before] }
  if (i > frame.first + 1) return { kind: "statement", source, cue, content: [{ first: frame.first, end: i }] }
  // "According to Ana Brok, the pier sank": what follows the comma is no apposition.
  const bare = { range: source.head, head: source.head }
  let comma = bare.range.end
  while (comma < frame.end && tokens.words[comma] !== ",") comma++
  if (comma + 2 >= frame.end) return undefined
  return { source: bare, cue, kind: "statement", content: [{ first: comma + 1, end: withoutStop(tokens, frame.end) }] }
}

const withoutStop = ({ words }: Tokens, end: number) => (words[end - 1] === "." ? end - 1 : end)

/** "his claim that it sank", "the mayor's support for it". */
function byNoun(tokens: Tokens, i: number, frame: Frame, marks: Marks): Found | undefined {
  const { words, tags } = tokens
  const next = words[i + 1] ?? ""
  if (!/^(?:that|to|of|on|for|about)$/.test(next)) return undefined
  let first = i
  while (first > frame.first && (tags[first - 1] === TAG.adjective || tags[first - 1] === TAG.noun)) first--
  const before = words[first - 1] ?? ""
  const isOwn = /^(?:his|her|their|its|my|our)$/.test(before)
  const owner = before === "'s" || before === "'" ? sourceBefore(tokens, first - 1, frame.first) : undefined
  const source = isOwn ? { range: { first: first - 1, end: first }, head: { first: first - 1, end: first } } : owner
  if (source === undefined && next !== "that") return undefined
  const at = next === "that" || next === "to" ? i + 1 : i + 2
  const allows = { states: next === "that", aims: next === "to", views: next !== "that" && next !== "to" }
  const following = contentAfter(tokens, at, frame, marks, allows)
  return (
    following && {
      kind: kindOf(following, isSpokenNoun(tokens, i)),
      source,
      cue: { first: i, end: at === i + 2 ? i + 2 : i + 1 },
      content: [following.range],
    }
  )
}

function byVerb(
  tokens: Tokens,
  i: number,
  cue: Cue,
  frame: Frame,
  marks: Marks,
  last: Source | undefined,
): Found | undefined {
  const range = { first: i, end: i + cue.length }
  const behind = cue.closes ? parenthetical(tokens, range, frame, marks) : undefined
  if (behind) return cue.speaks || marks.byOpen.has(behind.content[0]!.first) ? behind : { ...behind, kind: "thought" }
  if (isPassive(tokens, i)) return undefined
  const source = subjectOf(tokens, i, frame, last)
  const following = contentAfter(tokens, range.end, frame, marks, cue)
  if (following === undefined) return undefined
  if (source === undefined && following.kind !== "that") return undefined
  const more = following.kind === "quote" ? goingOn(tokens, following.range.end, frame, marks) : []
  return { kind: kindOf(following, cue.speaks), source, cue: range, content: [following.range, ...more] }
}

const BE = /^(?:is|was|were|are|be|been|being|get|got)$/

/** "was asked", "has been called": who says it is not the subject. */
function isPassive({ words, tags }: Tokens, i: number): boolean {
  if (!/(?:ed|en|old|aid|wn)$/.test(words[i]!)) return false
  let before = i - 1
  while (tags[before] === TAG.adverb) before--
  return BE.test(words[before] ?? "")
}
