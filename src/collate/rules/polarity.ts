import { LINK } from "../../align/likeness.ts"
import { isContent } from "../../align/words.ts"
import { type Segmented, TAG, TOKEN } from "../../model/segmented.ts"
import type { Range } from "../../model/span.ts"
import { areContrary } from "../../text/lexicon/opposites.ts"
import { wordRelation } from "../../text/lexicon/wordnet.ts"
import {
  type BeadPair,
  type Draft,
  isUsedA,
  isUsedB,
  linkKind,
  linkOfA,
  linkOfB,
  openTokens,
  quote,
  type Rule,
  single,
  use,
} from "../pair.ts"
import { closenessOf } from "../weight.ts"
import { sentenceAt } from "./clause.ts"

const NEGATORS = new Set([
  "not",
  "never",
  "no",
  "none",
  "neither",
  "nor",
  "nobody",
  "nothing",
  "nowhere",
  "without",
  "instead",
  "rather",
])
const NEGATIVE_VERBS = new Set(["fail", "refuse", "lack", "unable", "impossible"])
const PREDICATES = new Set<number>([TAG.verb, TAG.adjective, TAG.adverb, TAG.noun, TAG.preposition])
const REACH = 7
// Of the words around a denial so many must agree: else the two sentences only have a word in common.
const SAME_MATTER = 0.4

function isNegator({ tokens }: Segmented, t: number): boolean {
  if (isIdiom(tokens, t)) return false
  if (NEGATORS.has(tokens.lemmas[t]!) || isBrokenNot(tokens, t)) return true
  if (NEGATIVE_VERBS.has(tokens.lemmas[t]!)) return tokens.words[t + 1] === "to"
  // "has yet to arrive", "more than he can afford"
  if (tokens.words[t] === "yet") return tokens.words[t + 1] === "to"
  return tokens.words[t] === "than" && (tokens.lemmas[t + 1] === "can" || tokens.lemmas[t + 2] === "can")
}

/** How many negators a range has: where both sides deny as often, they only deny in other words. */
function countOf(side: Segmented, { first, end }: Range): number {
  let count = 0
  for (let t = first; t < end; t++) if (isNegator(side, t)) count++
  return count
}

/** "without doubt" affirms, and "whether or not" leaves it open. */
function isIdiom({ words }: Segmented["tokens"], t: number): boolean {
  if (words[t] === "without") return /^(?:doubt|question|exception)$/.test(words[t + 1] ?? "")
  return words[t] === "not" && words[t - 1] === "or"
}

/** The "t" of "don"t", where another mark stands for the apostrophe. */
function isBrokenNot({ words, starts, ends, kinds }: Segmented["tokens"], t: number): boolean {
  if (words[t] !== "t" || t < 2 || kinds[t - 1] !== TOKEN.punctuation) return false
  const isGlued = starts[t] === ends[t - 1] && starts[t - 1] === ends[t - 2]
  return isGlued && /^(?:do|does|did|is|was|are|were|has|have|had|could|would|should|ca|wo)n$/.test(words[t - 2]!)
}

/** Not, never, no: on one side only, over a word that both have. Two that cancel each other are no difference. */
export const negation: Rule = pair => {
  const openA = openTokens(pair, "a", isNegator)
  const openB = openTokens(pair, "b", isNegator)
  if (countOf(pair.a, pair.links.rangeA) === countOf(pair.b, pair.links.rangeB)) return []
  const drafts: Draft[] = []
  for (const i of openA) {
    const scope = scopeOf(pair.a, i, t => linkOfA(pair, t) >= 0)
    if (scope < 0 || cancelled(pair.a, i, openA) || !holds(pair, scope, openB)) continue
    if (saysStill(pair.b, linkOfA(pair, scope))) continue
    const b = heldIn(pair, scope)
    drafts.push({
      kind: "negation-changed",
      severity: "sense",
      note: `Denied on one side only: ${quote(pair.a, over(i, scope))}, ${quote(pair.b, b)}.`,
      a: over(i, scope),
      b,
    })
  }
  for (const j of openB) {
    const scope = scopeOf(pair.b, j, t => linkOfB(pair, t) >= 0)
    const fellow = scope < 0 ? -1 : linkOfB(pair, scope)
    if (
      fellow < 0 ||
      cancelled(pair.b, j, openB) ||
      openA.some(i => near(pair.a, i, fellow)) ||
      denies(pair, fellow) ||
      saysStill(pair.a, fellow)
    )
      continue
    const b = over(j, scope)
    drafts.push({
      kind: "negation-changed",
      severity: "sense",
      note: `Denied on one side only: ${quote(pair.a, single(fellow))}, ${quote(pair.b, b)}.`,
      a: single(fellow),
      b,
    })
  }
  const kept = drafts.filter(draft => closenessOf(pair, draft) >= SAME_MATTER)
  for (const draft of kept) use(pair, draft)
  return kept
}

/** The word a negator denies: of the next two words of content in its sentence, at most five tokens on, the first that is linked. */
function scopeOf(side: Segmented, t: number, isLinked: (t: number) => boolean): number {
  const end = Math.min(sentenceAt(side, t).end, t + 6)
  for (let s = t + 1, met = 0; s < end && met < 2; s++) {
    if (side.tokens.tags[s] === TAG.punctuation) return -1
    if (!isContent(side, s) || side.tokens.tags[s] === TAG.adverb) continue
    if (side.tokens.kinds[s] === TOKEN.number) return -1
    if (isLinked(s)) return met > 0 && side.tokens.tags[s] === TAG.name ? -1 : s
    met++
  }
  return -1
}

/** "would not … without": a second negator close by that is on this side only as well. */
const cancelled = (side: Segmented, t: number, open: readonly number[]) =>
  open.some(other => other !== t && near(side, t, other))

function near(side: Segmented, t: number, other: number): boolean {
  return Math.abs(t - other) <= REACH && sentenceAt(side, t).first === sentenceAt(side, other).first
}

/** Whether the word in scope is held by the other side, and held without a denial of its own. */
function holds(pair: BeadPair, scope: number, openB: readonly number[]): boolean {
  const j = linkOfA(pair, scope)
  if (j < 0 || openB.some(t => near(pair.b, t, j))) return false
  const kind = linkKind(pair, scope)
  return kind !== LINK.replaced && kind !== LINK.none
}

// Words that deny without a negator: "left unchanged", "stopped using".
const STILL = new Set([
  "keep",
  "maintain",
  "leave",
  "hold",
  "remain",
  "stay",
  "unchanged",
  "steady",
  "stop",
  "cease",
  "abandon",
  "quit",
  "halt",
  "drop",
  "end",
  "unable",
  "avoid",
  "prevent",
  "only",
  "until",
  "alternative",
  "lieu",
])

/** Whether a word close by says on its own what the other side says with a negator. */
function saysStill(side: Segmented, t: number): boolean {
  const { first, end } = sentenceAt(side, t)
  for (let s = Math.max(first, t - 4); s < Math.min(end, t + 3); s++)
    if (STILL.has(side.tokens.lemmas[s]!) || /^un\p{L}{4,}ed$/u.test(side.tokens.words[s]!)) return true
  return false
}

function denies(pair: BeadPair, i: number): boolean {
  return linkKind(pair, i) === LINK.replaced
}

const heldIn = (pair: BeadPair, scope: number) => single(linkOfA(pair, scope))
const over = (t: number, scope: number) => ({ first: Math.min(t, scope), end: Math.max(t, scope) + 1 })

/**
 * Sense turned round by a word: a word on one side and its contrary on the other ("cornered by", "backing them"), where the
 * words around them are the same.
 */
export const contrary: Rule = pair => {
  const { rangeA, rangeB } = pair.links
  const drafts: Draft[] = []
  const openB: number[] = []
  for (let j = rangeB.first; j < rangeB.end; j++) if (isOpenB(pair, j)) openB.push(j)
  for (let i = rangeA.first; i < rangeA.end; i++) {
    if (!isOpenA(pair, i)) continue
    const j = openB.find(t => !isUsedB(pair, t) && isContrary(pair, i, t) && sameSurroundings(pair, i, t))
    if (j === undefined || deniedOnce(pair, i, j)) continue
    const draft: Draft = {
      kind: "sense-reversed",
      severity: "sense",
      note: `The sense is turned round: ${quote(pair.a, single(i))}, ${quote(pair.b, single(j))}.`,
      a: single(i),
      b: single(j),
    }
    drafts.push(draft)
    use(pair, draft)
  }
  return drafts
}

function isOpenA(pair: BeadPair, i: number): boolean {
  const kind = linkKind(pair, i)
  return !isUsedA(pair, i) && (kind === LINK.none || kind === LINK.replaced) && PREDICATES.has(pair.a.tokens.tags[i]!)
}

function isOpenB(pair: BeadPair, j: number): boolean {
  const i = linkOfB(pair, j)
  return !isUsedB(pair, j) && (i < 0 || linkKind(pair, i) === LINK.replaced) && PREDICATES.has(pair.b.tokens.tags[j]!)
}

function isContrary(pair: BeadPair, i: number, j: number): boolean {
  const a = pair.a.tokens.lemmas[i]!
  const b = pair.b.tokens.lemmas[j]!
  if (isSameBound(pair.a.tokens.words[i]!, pair.b.tokens.words[j]!)) return false
  if (stems(pair.a, i).some(x => stems(pair.b, j).some(y => areContrary(x, y)))) return true
  // Words of the dictionary's opposites are believed only in each other's place: many stand in one sentence by chance.
  return linkOfA(pair, i) === j && pair.a.tokens.tags[i] === pair.b.tokens.tags[j] && wordRelation(a, b) === "opposite"
}

const BOUNDS = new Set(["least more", "more least", "most less", "less most", "most fewer", "fewer most"])

/** "at least three", "three or more": one bound said in two ways. */
const isSameBound = (a: string, b: string) => BOUNDS.has(`${a} ${b}`)

/** The dictionary form, and for words in -ing and -ed that the tagger took for nouns or adjectives also that of the verb. */
function stems({ tokens }: Segmented, t: number): string[] {
  const bare = /^(.{3,}?)(?:ing|ed)$/.exec(tokens.words[t]!)?.[1]
  // To call for something is to want it.
  const lemma = tokens.lemmas[t] === "call" && tokens.words[t + 1] === "for" ? "urge" : tokens.lemmas[t]!
  return bare === undefined ? [lemma] : [lemma, bare, `${bare}e`]
}

/** At least two words of content within reach of both that are linked to each other. */
function sameSurroundings(pair: BeadPair, i: number, j: number): boolean {
  let met = 0
  for (let t = Math.max(pair.links.rangeA.first, i - REACH); t < Math.min(pair.links.rangeA.end, i + REACH + 1); t++) {
    const fellow = linkOfA(pair, t)
    if (
      t !== i &&
      isContent(pair.a, t) &&
      fellow >= 0 &&
      Math.abs(fellow - j) <= REACH &&
      linkKind(pair, t) !== LINK.replaced
    )
      met++
  }
  return met >= 2
}

/** "not confirmed" against "denied": the contrary is denied, so nothing is turned round. */
function deniedOnce(pair: BeadPair, i: number, j: number): boolean {
  const denied = (side: Segmented, t: number) => {
    for (let s = Math.max(sentenceAt(side, t).first, t - 4); s < t; s++) if (isNegator(side, s)) return true
    return false
  }
  return denied(pair.a, i) !== denied(pair.b, j)
}
