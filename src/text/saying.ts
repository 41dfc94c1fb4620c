import type { Tokens } from "../model/segmented.ts"
import { TAG } from "../model/segmented.ts"
import type { Range } from "../model/span.ts"

const SAYING = new Set(
  "say tell add write tweet post claim allege announce argue ask assert acknowledge admit boast caution comment complain concede conclude confirm contend continue declare deny describe disclose emphasize emphasise estimate explain insist joke lament maintain mention note observe pledge predict promise quip reaffirm recall reckon reiterate remark repeat reply report respond reveal state stress suggest swear testify urge vow warn call denounce condemn praise dismiss blame label brand hail dub characterize characterise refer point voice express accuse read quote think believe shout recount tout decry slam".split(
    " ",
  ),
)
// Those of them that put a whole statement down to somebody.
const STATING = new Set(
  "say tell add write tweet post claim allege announce argue assert acknowledge admit boast caution concede conclude confirm contend declare disclose estimate explain insist mention note observe predict recall reckon reiterate reply report reveal state stress suggest swear testify vow warn believe think".split(
    " ",
  ),
)
const INVERTING = new Set(["say", "add", "write", "report", "announce", "explain", "note", "warn", "insist", "claim"])
const IRREGULAR = new Map(
  "said say|told tell|wrote write|written write|thought think|swore swear|quipped quip|referred refer|dubbed dub|admitted admit"
    .split("|")
    .map(pair => pair.split(" ") as [string, string]),
)
// Forms made here and not taken from the tagger, which takes "alleged" for an adjective.
const LEMMA_OF_FORM = new Map([...[...SAYING].flatMap(verb => formsOf(verb)), ...IRREGULAR])

function formsOf(verb: string): [string, string][] {
  const stem = /e$/.test(verb) ? verb.slice(0, -1) : verb
  const past = /[^aeo]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${stem}ed`
  const present = /[^aeo]y$/.test(verb)
    ? `${verb.slice(0, -1)}ies`
    : /(?:s|sh|ch)$/.test(verb)
      ? `${verb}es`
      : `${verb}s`
  return [verb, past, present, `${stem}ing`].map(form => [form, verb])
}

// Words that may stand between a speaker and the verb: "has since said", "was quoted as saying".
const BETWEEN = new Set(
  "has have had is was were be been also later then earlier repeatedly publicly have since again did does had previously once reportedly quickly simply separately".split(
    " ",
  ),
)
const RELATIVE = new Set(["who", "which", "that"])
const PRONOUNS = new Set(["he", "she", "they", "it", "i", "we", "who"])
const MAX_SUBJECT = 24

/**
 * Dictionary form of a verb of saying, or undefined for any other word. The tags may be unknown.
 *
 * @example
 * sayingLemma(segment(extract([{ text: "The mayor said so." }]).witnesses)[0].tokens, 2) // => "say"
 */
export function sayingLemma(tokens: Tokens, i: number): string | undefined {
  const word = tokens.words[i] ?? ""
  const lemma = LEMMA_OF_FORM.get(word)
  if (lemma === undefined) return undefined
  const tag = tokens.tags[i]
  if (IRREGULAR.has(word) || tag === TAG.verb || tag === TAG.auxiliary || tag === TAG.unknown) return lemma
  if (tag === TAG.noun) return /^(?:claims|reports|notes|posts|states|estimates)$/.test(word) ? lemma : undefined
  return /ed$/.test(word) && !beforeNoun(tokens, i) ? lemma : undefined
}

const beforeNoun = (tokens: Tokens, i: number) => {
  const next = tokens.tags[i + 1]
  return next === TAG.noun || next === TAG.adjective || next === TAG.name
}

/** Whether token `i` is a verb of saying. */
export const isSaying = (tokens: Tokens, i: number) => sayingLemma(tokens, i) !== undefined

/** A noun or a pronoun that can speak. */
const isPronoun = (tokens: Tokens, i: number) => PRONOUNS.has(tokens.words[i] ?? "")

function inNounPhrase(tokens: Tokens, i: number): boolean {
  const tag = tokens.tags[i]
  if (tokens.words[i] === "'s" || tokens.words[i] === "'" || tokens.words[i] === "of") return true
  if (tokens.words[i] === "-" || tokens.words[i] === ".") return tokens.starts[i] === tokens.ends[i - 1]
  return (
    tag === TAG.noun ||
    tag === TAG.name ||
    tag === TAG.adjective ||
    tag === TAG.determiner ||
    tag === TAG.number ||
    tag === TAG.unknown
  )
}

/**
 * The tokens of the noun phrase or pronoun that says, left of the verb of saying at `verb` and not before `first`:
 * "the White House" in "the White House has alleged". Appositions and relative clauses are jumped over. O(1): looks at 24 tokens.
 *
 * @example
 * speakerBefore(segment(extract([{ text: "The White House has alleged fraud." }]).witnesses)[0].tokens, 4, 0) // => { first: 0, end: 3 }
 */
export function speakerBefore(tokens: Tokens, verb: number, first: number): Range | undefined {
  const from = Math.max(first, verb - MAX_SUBJECT)
  let end = verb
  while (end > from && (BETWEEN.has(tokens.words[end - 1]!) || tokens.tags[end - 1] === TAG.adverb)) end--
  if (end > from && RELATIVE.has(tokens.words[end - 1]!)) end--
  if (end > from && tokens.words[end - 1] === ",") end = beforeApposition(tokens, end - 1, from)
  return end > from ? phraseEndingAt(tokens, end, from) : undefined
}

/** From the comma that closes an apposition to the end of the phrase it explains; without an opening comma to the comma itself. */
function beforeApposition(tokens: Tokens, comma: number, from: number): number {
  for (let i = comma - 1; i > from; i--) {
    if (tokens.words[i] === '"' || tokens.words[i] === ";") break
    if (tokens.words[i] === "," && inNounPhrase(tokens, i - 1)) return i
  }
  return comma
}

function phraseEndingAt(tokens: Tokens, end: number, from: number): Range | undefined {
  if (isPronoun(tokens, end - 1)) return { first: end - 1, end }
  let first = end
  while (first > from && inNounPhrase(tokens, first - 1)) {
    first--
    // A determiner opens the phrase, unless "of" ties it to more on the left.
    if (tokens.tags[first] === TAG.determiner && tokens.words[first - 1] !== "of") break
  }
  while (first < end && /^(?:of|'s|'|\.|-)$/.test(tokens.words[first]!)) first++
  return first < end && hasNoun(tokens, first, end) ? { first, end } : undefined
}

/**
 * The phrase that says, right of the verb: "Maria Lopez" in "said Maria Lopez, the mayor". O(1): looks at 24 tokens.
 *
 * @example
 * speakerAfter(segment(extract([{ text: "“No,” said Maria Lopez, the mayor." }]).witnesses)[0].tokens, 4, 10) // => { first: 5, end: 7 }
 */
export function speakerAfter(tokens: Tokens, verb: number, last: number): Range | undefined {
  return phraseStartingAt(tokens, verb + 1, Math.min(last, verb + MAX_SUBJECT))
}

function phraseStartingAt(tokens: Tokens, first: number, last: number): Range | undefined {
  if (first < last && isPronoun(tokens, first)) return { first, end: first + 1 }
  let end = first
  while (end < last && inNounPhrase(tokens, end)) {
    if (tokens.tags[end] === TAG.determiner && end > first && tokens.words[end - 1] !== "of") break
    end++
  }
  while (end > first && /^(?:of|'s|\.|-)$/.test(tokens.words[end - 1]!)) end--
  return end > first && hasNoun(tokens, first, end) ? { first, end } : undefined
}

function hasNoun(tokens: Tokens, first: number, end: number): boolean {
  for (let i = first; i < end; i++) {
    const tag = tokens.tags[i]
    if (tag === TAG.noun || tag === TAG.name || tag === TAG.unknown) return true
  }
  return false
}

/**
 * The phrase after the "according to" whose "according" is token `i`.
 *
 * @example
 * accordingTo(segment(extract([{ text: "It sank, according to the mayor." }]).witnesses)[0].tokens, 3, 7) // => { first: 5, end: 7 }
 */
export function accordingTo(tokens: Tokens, i: number, last: number): Range | undefined {
  if (tokens.words[i] !== "according" || tokens.words[i + 1] !== "to") return undefined
  return phraseStartingAt(tokens, i + 2, Math.min(last, i + 2 + MAX_SUBJECT))
}

/** A speaker and the verb of saying (or "according") that belongs to it. */
export interface Saying {
  readonly speaker: Range
  readonly verb: number
}

const CLOSING_REACH = 22

/**
 * The attribution that ends a sentence: "…, the White House has alleged." / "…, according to the mayor." O(1): looks at
 * the last 22 tokens from `first` to `end`.
 *
 * @example
 * closingSpeaker(segment(extract([{ text: "It sank, the mayor said." }]).witnesses)[0].tokens, 0, 7).speaker // => { first: 3, end: 5 }
 */
export function closingSpeaker(tokens: Tokens, first: number, end: number): Saying | undefined {
  const from = Math.max(first, end - CLOSING_REACH)
  for (let i = end - 1; i > from; i--) {
    const according = accordingTo(tokens, i, end)
    if (according) return { speaker: according, verb: i }
    const lemma = sayingLemma(tokens, i)
    if (lemma === undefined || !STATING.has(lemma)) continue
    const after = tokens.words[i - 1] === "," && INVERTING.has(lemma) ? speakerAfter(tokens, i, end) : undefined
    if (after && (after.end >= end || tokens.tags[after.end] === TAG.punctuation)) return { speaker: after, verb: i }
    const speaker = speakerBefore(tokens, i, from)
    if (speaker && tokens.words[speaker.first - 1] === "," && isLast(tokens, i, end)) return { speaker, verb: i }
  }
  return undefined
}

/** Whether what follows the verb is only when, where or to whom: "said on Monday", "told reporters". */
function isLast(tokens: Tokens, verb: number, end: number): boolean {
  const next = tokens.words[verb + 1] ?? "."
  return end - verb <= 8 && !/^(?:that|:|,|"|')$/.test(next)
}

/**
 * The attribution that opens a sentence: "The mayor said (that) …", "According to the mayor, …". O(1): looks at its first 30 tokens.
 *
 * @example
 * openingSpeaker(segment(extract([{ text: "The mayor said that it sank." }]).witnesses)[0].tokens, 0, 7).speaker // => { first: 0, end: 2 }
 */
export function openingSpeaker(tokens: Tokens, first: number, end: number): Saying | undefined {
  for (let i = first; i < Math.min(end, first + 30); i++) {
    const according = accordingTo(tokens, i, end)
    if (according) return { speaker: according, verb: i }
    if (!STATING.has(sayingLemma(tokens, i) ?? "")) continue
    const speaker = speakerBefore(tokens, i, first)
    return speaker && end - i > 4 ? { speaker, verb: i } : undefined
  }
  return undefined
}
