import type { Attribution, Tokens } from "../model/segmented.ts"
import { TAG } from "../model/segmented.ts"
import type { Range } from "../model/span.ts"
import { cueAt } from "../text/attributing.ts"
import { contentAfter, contentBefore, type Frame, type Marks } from "./contents.ts"
import type { Quoted } from "./quote-marks.ts"
import { type Source, sourceAfter, sourceBefore } from "./sources.ts"

/** An attribution in tokens. */
export interface Found {
  readonly kind: Attribution["kind"]
  readonly source: Source | undefined
  readonly cue: Range
  readonly content: readonly Range[]
}

/** "…, he said", "…,” said the mayor", with what goes on behind it. */
export function parenthetical(tokens: Tokens, cue: Range, frame: Frame, marks: Marks): Found | undefined {
  const behind = sourceOfClosing(tokens, cue.first, frame, marks)
  if (behind === undefined) return undefined
  const { source, at } = behind
  const content = contentBefore(tokens, at, frame, marks)
  if (content === undefined) return undefined
  const quoted = marks.byOpen.get(content.first)
  if (quoted && quoted.close > cue.first) return withinQuote(source, cue, content)
  if (quoted && /^[?!]$/.test(tokens.words[quoted.close - 1]!) && saysMore(tokens, cue.end, frame, marks))
    return undefined
  const end = Math.max(cue.end, source.range.end)
  const more = goingOn(tokens, end, frame, marks)
  if (quoted || at === cue.first || marks.byClose.has(at - 1))
    return { kind: "statement", source, cue, content: [content, ...more] }
  return amid(tokens, source, cue, content, frame, marks)
}

/** "“Is it gone?” The mayor said that …": what follows has a content of its own. */
const saysMore = (tokens: Tokens, at: number, frame: Frame, marks: Marks) =>
  tokens.words[at] !== "," &&
  contentAfter(tokens, at, frame, marks, { states: true, aims: false, views: false }) !== undefined

/** Who is named by an attribution behind a statement, and where that begins. */
function sourceOfClosing(tokens: Tokens, verb: number, frame: Frame, marks: Marks) {
  if (/ing$/.test(tokens.words[verb]!) && tokens.words[verb - 1] !== "as") return undefined
  const own = sourceBefore(tokens, verb, frame.first)
  if (
    own &&
    !/^(?:who|which)$/.test(tokens.words[own.range.first]!) &&
    isEdge(tokens, own.range.first - 1, frame, marks, false)
  )
    return { source: own, at: own.range.first }
  const after = isEdge(tokens, verb - 1, frame, marks, true) ? sourceAfter(tokens, verb, frame.end) : undefined
  // In "the mayor, who came, said the port was shut" the port says nothing.
  const next = after && tokens.tags[after.range.end]
  const isSubject = next === TAG.verb || next === TAG.auxiliary || next === TAG.adverb
  return after && !isSubject ? { source: after, at: verb } : undefined
}

/** "“It was lost, I think, …”": somebody who is quoted puts it down to somebody. */
function withinQuote(source: Source, cue: Range, content: Range): Found | undefined {
  return content.end - content.first < 4
    ? undefined
    : { kind: "statement", source, cue, content: [{ first: content.first + 1, end: content.end }] }
}

/** "It was, she said, a loss." and "It was a loss, she said."; not "In March, she said that it was." */
function amid(
  tokens: Tokens,
  source: Source,
  cue: Range,
  before: Range,
  frame: Frame,
  marks: Marks,
): Found | undefined {
  const at = tokens.words[cue.end] === "," ? cue.end + 1 : cue.end
  const after = contentAfter(tokens, at, frame, marks, { states: true, aims: false, views: false })
  if (at > cue.end && after) {
    const isTime = before.end - before.first < 5 && tokens.tags[before.first] === TAG.preposition
    return { kind: "statement", source, cue, content: isTime ? [after.range] : [before, after.range] }
  }
  return after || before.end - before.first < 3 ? undefined : { kind: "statement", source, cue, content: [before] }
}

/** A comma, a dash, or a mark that closes a quotation which is no sentence of its own. */
function isEdge({ words }: Tokens, i: number, frame: Frame, marks: Marks, inverted: boolean): boolean {
  if (!marks.byClose.has(i)) return i >= frame.first && /^[,—]$/.test(words[i] ?? "")
  // Two single marks may stand for a double one.
  let inner = i - 1
  while (/^["']$/.test(words[inner] ?? "")) inner--
  const last = words[inner] ?? ""
  return /^[,?!…—–-]$/.test(last) || (inverted && last !== ".")
}

/** The quotations that go on with what was said: behind the attribution, or in the sentences after it in the same paragraph. O(reach). */
export function goingOn(tokens: Tokens, from: number, frame: Frame, marks: Marks): Range[] {
  for (let i = from; i < Math.min(frame.paragraphEnd, from + 60); i++) {
    const quoted = marks.byOpen.get(i)
    if (quoted === undefined) {
      if (i >= frame.end && !marks.byClose.has(i)) return []
      continue
    }
    const before = tokens.words[i - 1] ?? ""
    const sameSentence = i < frame.end
    if (sameSentence && !/^[,:—–-]$/.test(before)) {
      i = quoted.close
      continue
    }
    if (!sameSentence && i !== frame.end) return []
    if (!sameSentence && hasOwnSpeaker(tokens, quoted, frame)) return []
    return [{ first: i, end: Math.min(quoted.close + 1, tokens.length) }]
  }
  return []
}

/** Whether an attribution follows a quotation, which then is no more of what was said before. Looks at 16 tokens. */
function hasOwnSpeaker(tokens: Tokens, { close }: Quoted, frame: Frame): boolean {
  if (/^["'.]$/.test(tokens.words[close - 1]!) && tokens.words[close - 2] === ".") return false
  if (tokens.words[close - 1] === ".") return false
  for (let i = close + 1; i < Math.min(frame.paragraphEnd, close + 16); i++) {
    if (/^[.;"“”:]$/.test(tokens.words[i]!)) return false
    if (cueAt(tokens, i)?.closes || (tokens.words[i] === "according" && tokens.words[i + 1] === "to")) return true
  }
  return false
}
