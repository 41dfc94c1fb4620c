import type { Tokens } from "../model/segmented.ts"
import { TAG } from "../model/segmented.ts"
import type { Range } from "../model/span.ts"

/** Who says something: all the words that tell of them, and those that name them. */
export interface Source {
  /** "Ana Brok, the mayor" in "Ana Brok, the mayor, said". */
  readonly range: Range
  /** "Ana Brok"; for "who" the phrase it goes back to. */
  readonly head: Range
}

const REACH = 40
const ALWAYS_BETWEEN =
  /^(?:has|have|had|is|was|were|be|been|are|also|later|then|not|n't|'s|'ve|'d|did|does|do|would|will|could|can|may|might|should|must|to|repeatedly|never|further|again)$/
const INSIDE = /^(?:of|for|at|from|in|with|on|to|by|near|inside|outside|behind|above|under|among|against)$/
const SUBJECT_PRONOUN =
  /^(?:he|she|they|it|i|we|you|who|which|one|some|many|most|others|another|both|that|this|those|everyone|someone|nobody|people)$/
const TITLE = /^(?:mr|mrs|ms|dr|sen|rep|gov|gen|col|sir|lord|judge|justice|president|minister)$/
const CALENDAR =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december|today|yesterday|week|month|year|morning|night|afternoon|evening)$/

/**
 * The subject left of the verb of saying at `verb`, not before `first`, with its appositions and relative clause. O(1): looks at 40 tokens.
 */
export function sourceBefore(tokens: Tokens, verb: number, first: number): Source | undefined {
  const from = Math.max(first, verb - REACH)
  let end = verb
  while (end > from && isBetween(tokens, end - 1)) end--
  if (end === from) return undefined
  const last = tokens.words[end - 1]!
  if (last === "who" || last === "which") {
    const before = tokens.words[end - 2] === "," ? end - 2 : end - 1
    return { range: { first: end - 1, end }, head: phraseBefore(tokens, before, from) ?? { first: end - 1, end } }
  }
  if (last === ",") return withApposition(tokens, end - 1, from)
  const range = phraseBefore(tokens, end, from)
  return range && { range, head: headOf(tokens, range) }
}

function isBetween(tokens: Tokens, i: number): boolean {
  const tag = tokens.tags[i]
  const word = tokens.words[i]!
  if (word === "'s") return tag === TAG.auxiliary
  // "was quoted as saying"
  if (word === "as") return /^(?:quoted|cited)$/.test(tokens.words[i - 1] ?? "")
  if (word === "quoted" || word === "cited") return tokens.words[i + 1] === "as"
  return tag === TAG.auxiliary || tag === TAG.adverb || ALWAYS_BETWEEN.test(word)
}

/** "Ana Brok, the mayor of Tolm, said": the comma before the verb closes what another opened. */
function withApposition(tokens: Tokens, comma: number, from: number): Source | undefined {
  for (let i = comma - 1; i > from; i--) {
    const word = tokens.words[i]!
    if (/^["“”;:]$/.test(word)) return undefined
    if (word !== "," || !isNounLike(tokens, i - 1)) continue
    const next = tokens.tags[i + 1]
    const explains =
      next === TAG.determiner ||
      next === TAG.noun ||
      next === TAG.adjective ||
      next === TAG.number ||
      next === TAG.name ||
      /^(?:who|whose|which|one|its|his|her|their|himself|herself|an?|the)$/.test(tokens.words[i + 1]!)
    if (!explains) continue
    const head = phraseBefore(tokens, i, from)
    if (head === undefined) return undefined
    const name = phraseBefore(tokens, comma, i + 1)
    const isNamedThere = name && tokens.tags[head.end - 1] !== TAG.name && tokens.tags[name.end - 1] === TAG.name
    return { range: { first: head.first, end: comma }, head: isNamedThere ? name : headOf(tokens, head) }
  }
  return undefined
}

const isNounLike = ({ tags, words }: Tokens, i: number) =>
  tags[i] === TAG.noun || tags[i] === TAG.name || tags[i] === TAG.unknown || tags[i] === TAG.pronoun || words[i] === ")"

/** The noun phrase or pronoun that ends before token `end`, with what hangs on it by "of", "for", "at". */
function phraseBefore(tokens: Tokens, end: number, from: number): Range | undefined {
  const { tags, words } = tokens
  if (end <= from) return undefined
  if (SUBJECT_PRONOUN.test(words[end - 1]!) && tags[end - 2] !== TAG.determiner) return { first: end - 1, end }
  if (!isNounLike(tokens, end - 1) && tags[end - 1] !== TAG.number && tags[end - 1] !== TAG.adjective) {
    // "Mr. Welch": the tagger may take a name for a verb.
    const title = words[end - 2] === "." ? end - 3 : end - 2
    return title >= from && TITLE.test(words[title]!) ? { first: title, end } : undefined
  }
  let first = withoutAside(tokens, end, from)
  while (first > from && isInPhrase(tokens, first - 1, from)) {
    first--
    // A determiner opens the phrase, unless "of" or the like ties it to more on the left.
    if (tags[first] === TAG.determiner && !INSIDE.test(words[first - 1] ?? "")) break
  }
  while (
    first < end &&
    (INSIDE.test(words[first]!) || /^(?:and|'s|-|\.|'|&)$/.test(words[first]!) || opensWithTime(tokens, first, end))
  )
    first++
  return first < end ? { first, end } : undefined
}

/** Before the bracket that closes right before `end`: "Ana Brok (Tolm)". */
function withoutAside({ words }: Tokens, end: number, from: number): number {
  if (words[end - 1] !== ")") return end
  for (let i = end - 2; i > Math.max(from, end - 12); i--) if (words[i] === "(") return i
  return end
}

/** "On Sunday Ana Brok": the day is no part of the name. */
const opensWithTime = ({ words }: Tokens, first: number, end: number) =>
  first + 1 < end && CALENDAR.test(words[first]!) && words[first + 1] !== "'s"

function isInPhrase({ tags, words, starts, ends }: Tokens, i: number, from: number): boolean {
  const tag = tags[i]
  const word = words[i]!
  if (word === "'s" || word === "'" || word === "&" || word === "’s") return tag !== TAG.auxiliary
  if (word === "-" || word === "–" || word === "/") return starts[i] === ends[i - 1]
  if (word === ".") return starts[i] === ends[i - 1] && i > from && ends[i - 1]! - starts[i - 1]! <= 4
  if (word === "and")
    return i > from && isNoun(tags[i - 1]!) && tags[i + 1] !== TAG.determiner && words[i + 1] !== "the"
  if (INSIDE.test(word)) return i > from && isNoun(tags[i - 1]!) && !CALENDAR.test(words[i - 1]!)
  if (/^(?:his|her|their|its|my|our|your)$/.test(word)) return true
  return isNoun(tag!) || tag === TAG.adjective || tag === TAG.determiner || tag === TAG.number || tag === TAG.unknown
}

const isNoun = (tag: number) => tag === TAG.noun || tag === TAG.name

/** Without what hangs on it: "a spokesman" in "a spokesman for the port". */
function headOf({ words }: Tokens, { first, end }: Range): Range {
  for (let i = first + 1; i < end; i++) if (/^(?:for|at|from|in|with|on)$/.test(words[i]!)) return { first, end: i }
  return { first, end }
}

/** The subject right of a verb that stands before it: "said Ana Brok, the mayor of Tolm." Not beyond `last`. O(1): looks at 40 tokens. */
export function sourceAfter(tokens: Tokens, verb: number, last: number): Source | undefined {
  const stop = Math.min(last, verb + REACH)
  const first = verb + 1
  if (first >= stop) return undefined
  if (/^(?:he|she|they|it|i|we|one)$/.test(tokens.words[first]!)) {
    const range = { first, end: first + 1 }
    return { range, head: range }
  }
  const end = phraseEnd(tokens, first, stop)
  if (end === first) return undefined
  const range = { first, end: apposedEnd(tokens, end, stop) }
  return { range, head: headOf(tokens, { first, end }) }
}

function phraseEnd(tokens: Tokens, first: number, stop: number): number {
  let end = first
  while (end < stop && isInPhrase(tokens, end, first)) {
    if (INSIDE.test(tokens.words[end]!) && CALENDAR.test(tokens.words[end + 1] ?? "")) break
    end++
  }
  while (end > first && !isNounLike(tokens, end - 1) && tokens.tags[end - 1] !== TAG.number) end--
  return end
}

/** Where what explains a subject behind its verb ends: "…, the mayor of Tolm" up to the stop or the comma. */
function apposedEnd(tokens: Tokens, end: number, stop: number): number {
  if (tokens.words[end] !== ",") return end
  const next = tokens.tags[end + 1]
  const explains =
    next === TAG.determiner || next === TAG.noun || next === TAG.adjective || tokens.words[end + 1] === "who"
  if (!explains) return end
  let i = end + 1
  while (i < stop && !/^[.,;:"“”—]$/.test(tokens.words[i]!)) i++
  return i
}

/**
 * Who says what the verb at token `i` says: its own subject, else the speaker before it in the sentence (`last`), as in "…, adding that".
 * O(sentence).
 */
export function subjectOf(tokens: Tokens, i: number, frame: Range, last: Source | undefined): Source | undefined {
  const before = tokens.words[i - 1] ?? ""
  const isFree = i === frame.first || /^(?:,|and|but|then|to|by|in|for|or)$/.test(before)
  if (before === "as") return quotedAs(tokens, i, frame)
  const isParticiple = /ing$/.test(tokens.words[i]!) && tokens.tags[i - 1] !== TAG.auxiliary
  const own = before === "," && !isParticiple ? sourceBefore(tokens, i, frame.first) : undefined
  if (own) return own
  if (isParticiple || isFree) return last ?? mainSubject(tokens, i, frame)
  return sourceBefore(tokens, i, frame.first)
}

/** "The Gazette quoted Ana Brok as saying", "Ana Brok was quoted (by the Gazette) as saying". Looks at 16 tokens. */
function quotedAs(tokens: Tokens, saying: number, frame: Range): Source | undefined {
  let quoted = saying - 2
  while (quoted > Math.max(frame.first, saying - 16) && !/^(?:quoted|cited)$/.test(tokens.words[quoted]!)) quoted--
  if (!/^(?:quoted|cited)$/.test(tokens.words[quoted] ?? "")) return undefined
  const between = tokens.words[quoted + 1] === "by" ? undefined : sourceBefore(tokens, saying - 1, quoted + 1)
  return between ?? sourceBefore(tokens, quoted, frame.first)
}

/** The subject of the first verb of the sentence, for a participle that has none of its own. O(sentence). */
export function mainSubject(tokens: Tokens, verb: number, frame: Range): Source | undefined {
  for (let i = frame.first; i < verb; i++) {
    if (tokens.tags[i] !== TAG.verb && tokens.tags[i] !== TAG.auxiliary) continue
    const source = sourceBefore(tokens, i, frame.first)
    if (source)
      return { range: source.range.end - source.range.first > 1 ? source.range : source.head, head: source.head }
  }
  return undefined
}
