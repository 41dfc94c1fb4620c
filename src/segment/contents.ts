import type { Tokens } from "../model/segmented.ts"
import { TAG } from "../model/segmented.ts"
import type { Range } from "../model/span.ts"
import type { Quoted } from "./quote-marks.ts"

/** Where quotations begin and end, by the tokens of their marks. */
export interface Marks {
  readonly byOpen: ReadonlyMap<number, Quoted>
  readonly byClose: ReadonlyMap<number, Quoted>
}

/** A sentence's tokens, and where its paragraph ends. */
export interface Frame {
  readonly first: number
  readonly end: number
  readonly paragraphEnd: number
}

const ADDRESSEE_REACH = 22
const TIME =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|tonight|tomorrow|earlier|later|recently|again|too|here|afterward|afterwards|also)$/
const MONTH = /^(?:january|february|march|april|june|july|august|september|october|november|december)$/
const SUBORDINATE =
  /^(?:while|although|though|because|after|before|when|since|unless|until|despite|whereas|amid|if|as|during|who|which|where|whom|whose)$/
const CLAUSE_PRONOUN = /^(?:he|she|they|it|i|we|you|there|this|these|those|what|how|whether|if|why|when|where|who)$/

/** What is said, behind a cue that ends before token `at`. */
export interface Following {
  readonly range: Range
  readonly kind: "that" | "quote" | "to" | "clause" | "phrase"
}

/**
 * The words behind a cue that are put down to somebody: from "that", an opening mark, a colon or "to" on, over whom it is told and when.
 * O(sentence).
 */
export function contentAfter(
  tokens: Tokens,
  at: number,
  frame: Frame,
  marks: Marks,
  allows: { readonly states: boolean; readonly aims: boolean; readonly views: boolean },
): Following | undefined {
  const start = beginning(tokens, at, frame, marks, allows.states)
  if (start === undefined) return undefined
  const { words } = tokens
  const quoted = marks.byOpen.get(start)
  if (quoted) return { range: { first: start, end: endOfQuote(tokens, quoted, frame, allows.states) }, kind: "quote" }
  if (words[start] === "that" || words[start - 1] === ":")
    return worded(tokens, { first: start, end: endOfClause(tokens, start, frame, marks) }, "that")
  if (words[start] === "to" && tokens.tags[start + 1] !== TAG.determiner && tokens.tags[start + 1] !== TAG.name)
    return allows.aims
      ? worded(tokens, { first: start, end: endOfClause(tokens, start, frame, marks) }, "to")
      : undefined
  if (allows.views && !(allows.states && isClauseAt(tokens, start, frame)))
    return worded(tokens, { first: start, end: endOfPhrase(tokens, start, frame, marks) }, "phrase")
  if (!allows.states) return undefined
  return worded(tokens, { first: start, end: endOfClause(tokens, start, frame, marks) }, "clause")
}

const worded = (tokens: Tokens, range: Range, kind: Following["kind"]): Following | undefined => {
  let { end } = range
  while (end > range.first && /^[,;.]$/.test(tokens.words[end - 1]!)) end--
  const least = kind === "phrase" ? 1 : 2
  return end - range.first >= least ? { range: { first: range.first, end }, kind } : undefined
}

/** Where what is said begins; undefined when nothing follows. */
function beginning(tokens: Tokens, at: number, { end }: Frame, marks: Marks, overWhom: boolean): number | undefined {
  const { words } = tokens
  const stop = Math.min(end, at + ADDRESSEE_REACH)
  if (overWhom) {
    for (let i = at; i < stop; i++) {
      const word = words[i]!
      if (word === "that" && (i === at || words[i - 1] !== ",") && isComplementizer(tokens, i, at)) return i
      if (marks.byOpen.has(i)) return i === at || leadsToQuote(tokens, at, i) ? i : plainStart(tokens, at, end)
      if (word === ":") return i + 1 < end ? i + 1 : undefined
      if (/^[.;!?”"—]$/.test(word)) break
      if (i > at && tokens.tags[i] === TAG.verb && !/ing$/.test(word)) break
    }
  }
  return plainStart(tokens, at, end)
}

/** "that" before a clause, not "that day". */
const isComplementizer = (tokens: Tokens, i: number, at: number) =>
  i === at || tokens.tags[i] === TAG.conjunction || tokens.tags[i + 1] !== TAG.noun

/** Only addressee, place and time stand between a cue and a quotation: no verb, and a comma at the end of anything long. */
function leadsToQuote(tokens: Tokens, at: number, open: number): boolean {
  if (tokens.words[open - 1] === "," || tokens.words[open - 1] === ":") return true
  return open - at <= 1
}

/** Past "Tuesday", "on Tuesday", "in a statement", "to reporters", where no mark tells. */
function plainStart(tokens: Tokens, at: number, end: number): number | undefined {
  const { words, tags } = tokens
  let i = at
  for (let round = 0; round < 3; round++) {
    if (TIME.test(words[i] ?? "")) i++
    else if (/^(?:on|in|at|during)$/.test(words[i] ?? "") && isOccasion(tokens, i + 1))
      i = skipPhrase(tokens, i + 1, end)
    else if (/^(?:last|this|next)$/.test(words[i] ?? "") && /^(?:week|month|year|night)$/.test(words[i + 1] ?? ""))
      i += 2
  }
  while (i < end && tags[i] === TAG.adverb && i < at + 2) i++
  if (i >= end || tags[i] === TAG.punctuation) return undefined
  return i
}

const OCCASION =
  /^(?:statement|interview|speech|email|e-mail|letter|post|tweet|remarks|conference|briefing|rally|debate|report|op-ed|column|memo|call)$/

function isOccasion(tokens: Tokens, at: number): boolean {
  if (TIME.test(tokens.words[at] ?? "") || MONTH.test(tokens.words[at] ?? "")) return true
  for (let i = at; i < at + 4; i++) if (OCCASION.test(tokens.words[i] ?? "")) return true
  return false
}

function skipPhrase(tokens: Tokens, at: number, end: number): number {
  let i = at
  while (i < end && i < at + 6) {
    const word = tokens.words[i]!
    if (TIME.test(word) || OCCASION.test(word)) return tokens.words[i + 1] === "," ? i + 2 : i + 1
    i++
  }
  return MONTH.test(tokens.words[at]!) ? at + 1 : at
}

/** Whether a subject and its verb stand there, so that a statement begins. Looks at 12 tokens. */
function isClauseAt({ tags, words }: Tokens, at: number, { end }: Frame): boolean {
  if (CLAUSE_PRONOUN.test(words[at]!)) return true
  for (let i = at; i < Math.min(end, at + 12); i++) {
    const word = words[i]!
    if (tags[i] === TAG.auxiliary && words[i - 1] !== "to") return true
    if (tags[i] === TAG.verb && i > at && !/ing$/.test(word) && words[i - 1] !== "to")
      return !/ed$/.test(word) || tags[i + 1] !== TAG.preposition
    if (tags[i] === TAG.punctuation || SUBORDINATE.test(word) || word === "that") return false
  }
  return false
}

/** The end of the sentence, or where another attribution, a dash or a turn away ends the clause. O(sentence). */
function endOfClause(tokens: Tokens, start: number, frame: Frame, marks: Marks): number {
  const { words, tags } = tokens
  for (let i = start; i < frame.end; i++) {
    const quoted = marks.byOpen.get(i)
    if (quoted) {
      i = Math.min(quoted.close, frame.end - 1)
      continue
    }
    if (i > start && marks.byClose.has(i)) return i
    if (words[i] === ";" || words[i] === "—" || words[i] === "―") return i
    if (words[i] !== ",") continue
    const next = words[i + 1] ?? ""
    if (
      /^(?:adding|saying|noting|citing|according|calling|arguing|referring|telling|while|although|though)$/.test(next)
    )
      return i
    if (next === "but" && tags[i + 2] !== TAG.preposition) return i
    if (next === "and" && /^(?:he|she|they)$/.test(words[i + 2] ?? "") && isSpeech(tokens, i + 3)) return i
  }
  return frame.end
}

const isSpeech = ({ lemmas }: Tokens, i: number) => /^(?:say|add|tell|call|note|ask|argue|be)$/.test(lemmas[i] ?? "")

/** The end of what is spoken of: a noun phrase and what hangs on it, up to a comma, another verb's clause or a time. O(phrase). */
function endOfPhrase(tokens: Tokens, start: number, frame: Frame, marks: Marks): number {
  const { words, tags } = tokens
  for (let i = start; i < frame.end; i++) {
    const quoted = marks.byOpen.get(i)
    if (quoted) {
      i = Math.min(quoted.close, frame.end - 1)
      continue
    }
    const word = words[i]!
    if (i > start && (marks.byClose.has(i) || /^[,;:—–.!?()]$/.test(word))) return i
    if (i > start && TIME.test(word) && words[i + 1] !== "'s") return words[i - 1] === "on" ? i - 1 : i
    if (i > start && SUBORDINATE.test(word) && !(word === "as" && i < start + 8)) return i
    if (i > start && word === "and" && tags[i + 1] === TAG.verb) return i
    if (i > start + 1 && word === "but") return i
  }
  return frame.end
}

/** Past the closing mark; over the words behind it where the statement goes on ("said “it” would sink"). */
function endOfQuote(tokens: Tokens, quoted: Quoted, frame: Frame, states: boolean): number {
  const close = Math.min(quoted.close + 1, tokens.length)
  if (!states || close >= frame.end || /^[.,!?]$/.test(tokens.words[close - 2] ?? "")) return close
  const tag = tokens.tags[close]!
  const goesOn = tag === TAG.auxiliary || tag === TAG.preposition || tag === TAG.noun || tag === TAG.name
  return goesOn && quoted.close - quoted.open < 8
    ? endOfPhrase(tokens, quoted.open, frame, { ...NO_CLOSE, byOpen: new Map([[quoted.open, quoted]]) })
    : close
}

const NO_CLOSE: Marks = { byOpen: new Map(), byClose: new Map() }

/**
 * The words before an attribution that stands behind them: a quotation that closes right before token `at`, or the sentence up to
 * the comma there. O(sentence).
 */
export function contentBefore(tokens: Tokens, at: number, frame: Frame, marks: Marks): Range | undefined {
  const comma = /^[,—–-]$/.test(tokens.words[at - 1] ?? "") ? at - 1 : at
  const quoted = marks.byClose.get(comma - 1)
  if (quoted) {
    const opens = quoted.open <= frame.first || endsBefore(tokens, quoted.open, frame)
    return { first: opens ? quoted.open : startBefore(tokens, quoted.open, frame, marks), end: comma }
  }
  if (comma === at || tokens.words[comma] !== ",") return undefined
  const first = startBefore(tokens, comma, frame, marks)
  return comma - first >= 2 ? { first, end: comma } : undefined
}

/** A quotation after ", " or ":" is a statement of its own. */
const endsBefore = ({ words }: Tokens, open: number, frame: Frame) =>
  open - 1 < frame.first || /^[,:;—–-]$/.test(words[open - 1]!)

function startBefore(tokens: Tokens, from: number, frame: Frame, marks: Marks): number {
  let first = frame.first
  for (let i = from - 1; i > frame.first; i--) {
    const quoted = marks.byClose.get(i)
    if (quoted) i = Math.max(quoted.open, frame.first)
    else if (tokens.words[i] === ";" || tokens.words[i] === "—" || marks.byOpen.has(i)) {
      first = marks.byOpen.has(i) ? i : i + 1
      break
    }
  }
  while (first < from && /^(?:but|and|so)$/.test(tokens.words[first]!)) first++
  return first
}
