import { type Segmented, TAG } from "../../model/segmented.ts"
import type { Range } from "../../model/span.ts"

const BE = new Set(["be", "get"])
const SKIPPED = new Set<number>([TAG.auxiliary, TAG.adverb, TAG.particle])
const PHRASE = new Set<number>([TAG.noun, TAG.name, TAG.adjective, TAG.determiner, TAG.number])
const RELATIVES = new Set(["which", "who", "that"])

/** The range of the sentence that holds token `t`. */
export function sentenceAt({ sentences }: Segmented, t: number): Range {
  let low = 0
  let high = sentences.length - 1
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if (sentences[middle]!.tokens.first <= t) low = middle
    else high = middle - 1
  }
  return sentences[low]!.tokens
}

const isHead = (tag: number) => tag === TAG.noun || tag === TAG.name || tag === TAG.pronoun

/** Whether the phrase opens its clause as its subject: nothing but small words before it back to a mark, and no preposition. */
export function isSubject(side: Segmented, range: Range): boolean {
  const { tokens } = side
  const sentence = sentenceAt(side, range.first)
  let t = range.first - 1
  while (
    t >= sentence.first &&
    (tokens.tags[t] === TAG.determiner || tokens.tags[t] === TAG.adjective || tokens.tags[t] === TAG.adverb)
  )
    t--
  if (t < sentence.first) return true
  const tag = tokens.tags[t]
  return tag === TAG.punctuation || (tag === TAG.conjunction && tokens.tags[t - 1] === TAG.punctuation)
}

/**
 * The head of the subject of the verb or predicate at `verb`: the noun, name or pronoun left of it that no preposition governs.
 * Looks back over at most 16 tokens and inside the sentence. A relative pronoun stands for the noun before it.
 */
export function subjectOf(side: Segmented, verb: number): number {
  const { tokens } = side
  const sentence = sentenceAt(side, verb)
  const from = Math.max(sentence.first, verb - 16)
  let t = verb - 1
  while (
    t >= from &&
    (SKIPPED.has(tokens.tags[t]!) || (tokens.tags[t] === TAG.verb && tokens.tags[t + 1] !== TAG.punctuation))
  )
    t--
  if (t >= from && tokens.tags[t] === TAG.conjunction) return subjectOfJoined(side, t, from)
  if (t >= from && tokens.words[t] === ",") t = beforeInsertion(side, t, from)
  if (t > from && tokens.tags[t] === TAG.number && tokens.tags[t - 1] === TAG.name) t--
  while (t >= from) {
    const tag = tokens.tags[t]!
    if (!isHead(tag)) return -1
    if (RELATIVES.has(tokens.words[t]!)) return antecedent(side, t, from)
    const head = t
    while (t > from && inPhrase(side, t - 1)) t--
    if (t > from && tokens.tags[t - 1] === TAG.preposition && tokens.words[t - 1] !== "as") {
      t -= 2
      continue
    }
    return head
  }
  return -1
}

/** "the Tollan 7, which was deepening the channel, hit …": from the closing comma to the word before the opening one. */
function beforeInsertion({ tokens }: Segmented, comma: number, from: number): number {
  for (let t = comma - 1; t > from; t--) if (tokens.words[t] === ",") return t - 1
  return comma
}

/** "The West has imposed sanctions and waged …": the second verb has the subject of the first. */
function subjectOfJoined(side: Segmented, conjunction: number, from: number): number {
  for (let t = conjunction - 1; t >= from; t--) {
    const tag = side.tokens.tags[t]
    if (tag === TAG.verb) return subjectOf(side, t)
    if (tag === TAG.punctuation) return -1
  }
  return -1
}

function inPhrase({ tokens }: Segmented, t: number): boolean {
  return PHRASE.has(tokens.tags[t]!) || tokens.words[t] === "'s" || tokens.words[t] === "-"
}

function antecedent({ tokens }: Segmented, t: number, from: number): number {
  let before = t - 1
  if (tokens.tags[before] === TAG.punctuation) before--
  return before >= from && isHead(tokens.tags[before]!) ? before : -1
}

/** Whether the verb at `verb` is passive: a form of "be" before a participle. */
export function isPassive({ tokens }: Segmented, verb: number): boolean {
  if (tokens.words[verb]!.endsWith("ing")) return false
  let t = verb - 1
  while (t > 0 && tokens.tags[t] === TAG.adverb) t--
  return BE.has(tokens.lemmas[t] ?? "") && tokens.words[verb] !== tokens.lemmas[verb]
}

/** Who does it, and whom it is done to: heads of the phrases, -1 where none is named. */
export function rolesOf(side: Segmented, verb: number): { readonly agent: number; readonly patient: number } {
  const subject = subjectOf(side, verb)
  if (!isPassive(side, verb)) return { agent: subject, patient: objectAfter(side, verb) }
  return { agent: byPhrase(side, verb), patient: subject }
}

/** Head of the phrase after the verb; "the side of the X" is taken as X. */
function objectAfter(side: Segmented, verb: number): number {
  const end = Math.min(sentenceAt(side, verb).end, verb + 10)
  const head = headFrom(side, verb + 1, end)
  if (head < 0 || side.tokens.words[head + 1] !== "of") return head
  const inner = headFrom(side, head + 2, end)
  return inner >= 0 && side.tokens.tags[inner] === TAG.name ? inner : head
}

function byPhrase(side: Segmented, verb: number): number {
  const end = Math.min(sentenceAt(side, verb).end, verb + 12)
  for (let t = verb + 1; t < end; t++)
    // "cut by 20 percent": a measure does nothing.
    if (side.tokens.words[t] === "by") return side.tokens.tags[t + 1] === TAG.number ? -1 : headFrom(side, t + 1, end)
  return -1
}

function headFrom({ tokens }: Segmented, first: number, end: number): number {
  let head = -1
  for (let t = first; t < end; t++) {
    const tag = tokens.tags[t]!
    if (isHead(tag)) head = t
    else if (
      !(PHRASE.has(tag) || tokens.words[t] === "'s" || tokens.words[t] === "-") ||
      (head >= 0 && tag === TAG.determiner)
    )
      break
  }
  return head
}

/** The owner of the noun at `noun` ("Russia" in "Russia's occupation"), or -1. */
export function possessorOf({ tokens }: Segmented, noun: number): number {
  for (let t = noun - 1; t > 0 && t >= noun - 4; t--) {
    if (tokens.words[t] === "'s" || tokens.words[t] === "'") return t - 1
    if (tokens.tags[t] !== TAG.adjective && tokens.tags[t] !== TAG.noun) return -1
  }
  return -1
}

/** The verb whose object the noun at `noun` is: the nearest verb left of it with only its own phrase between, or -1. */
export function verbGoverning(side: Segmented, noun: number): number {
  const from = Math.max(sentenceAt(side, noun).first, noun - 5)
  for (let t = noun - 1; t >= from; t--) {
    if (side.tokens.tags[t] === TAG.verb) return t
    if (!inPhrase(side, t)) return -1
  }
  return -1
}

/** The verb whose subject the noun at `noun` is: the next word but for auxiliaries and adverbs, or -1. */
export function verbOf({ tokens }: Segmented, noun: number): number {
  let t = noun + 1
  while (t < tokens.length && SKIPPED.has(tokens.tags[t]!)) t++
  return tokens.tags[t] === TAG.verb ? t : -1
}

/** Whom it is given or said to: the head of the phrase after "to" close behind the verb, or -1. */
export function recipientOf(side: Segmented, verb: number): number {
  const end = Math.min(sentenceAt(side, verb).end, verb + 6)
  for (let t = verb + 1; t < end; t++) if (side.tokens.words[t] === "to") return headFrom(side, t + 1, end)
  return -1
}
