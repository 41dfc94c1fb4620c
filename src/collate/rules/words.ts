import { LINK } from "../../align/likeness.ts"
import { isContent } from "../../align/words.ts"
import { type Segmented, TAG, TOKEN } from "../../model/segmented.ts"
import type { Range } from "../../model/span.ts"
import type { Severity, VariantKind } from "../../model/variant.ts"
import { areDifferentBodies } from "../../text/bodies.ts"
import { areDifferentThings, derivedRelation, wordRelation } from "../../text/lexicon/wordnet.ts"
import { isSaying } from "../../text/saying.ts"
import {
  type BeadPair,
  type Draft,
  isSlot,
  isUsedA,
  isUsedB,
  linkKind,
  linkOfA,
  linkOfB,
  quote,
  type Rule,
  single,
  use,
} from "../pair.ts"
import { closenessOf } from "../weight.ts"
import { areOneWord } from "../word-forms.ts"

const NAMING = new Set<number>([TAG.noun, TAG.adjective])

/** One word in the place of another that does not mean the same: two kinds of one thing, or two different things. */
export const replacedWords: Rule = pair => {
  const { rangeA } = pair.links
  const drafts: Draft[] = []
  for (let i = rangeA.first; i < rangeA.end; i++) {
    const j = linkOfA(pair, i)
    if (j < 0 || linkKind(pair, i) <= LINK.form || isUsedA(pair, i) || isUsedB(pair, j)) continue
    if (areOneWord(pair.a.tokens.words[i]!, pair.b.tokens.words[j]!) || areOneUnit(pair, i, j)) continue
    const isAlone = isLone(pair, i, j)
    const severity = severityOf(pair, i, j) ?? (isAlone ? "wording" : undefined)
    if (!severity) continue
    const kind = kindOf(pair, i, j)
    const draft: Draft = {
      kind,
      severity,
      note: `Another word stands here: ${quote(pair.a, single(i))}, ${quote(pair.b, single(j))}.`,
      a: single(i),
      b: single(j),
      ...(severity === "wording" && isAlone ? { lone: true } : {}),
    }
    drafts.push(draft)
    use(pair, draft)
  }
  return drafts
}

/** One unit written otherwise: "dollars", "dlrs". */
function areOneUnit({ a, b }: BeadPair, i: number, j: number): boolean {
  const unitAt = ({ figures }: Segmented, t: number) =>
    figures.find(({ tokens: { first, end } }) => t > first && t < end)?.unit
  const unit = unitAt(a, i)
  return unit !== undefined && unit !== "" && unit === unitAt(b, j)
}

function severityOf(pair: BeadPair, i: number, j: number): Severity | undefined {
  const tagA = pair.a.tokens.tags[i]!
  const tagB = pair.b.tokens.tags[j]!
  if (tagA === TAG.name || tagA === TAG.number) return undefined
  if (linkKind(pair, i) !== LINK.replaced) return sameStem(pair, i, j) ? undefined : "wording"
  if (tagA !== tagB) return isTightBoth(pair, i, j) ? "wording" : undefined
  const a = pair.a.tokens.lemmas[i]!
  const b = pair.b.tokens.lemmas[j]!
  const relation = wordRelation(a, b)
  const plain = relation !== undefined || isTightBoth(pair, i, j) ? ("wording" as const) : undefined
  if (!NAMING.has(tagA)) return plain
  if (areOtherBodies(pair, i, j)) return isTight(pair, i, j) ? "detail" : plain
  if (tagA === TAG.adjective) return derivedRelation(a, b) === "sister" && isTight(pair, i, j) ? "detail" : plain
  if (tagA === TAG.noun && (areDifferentThings(a, b) || areSpansOfTime(a, b)))
    return isTight(pair, i, j) ? "detail" : plain
  return plain
}

const COPIED = 0.9

/** A noun, verb or adjective in the place of another that has no meaning in common with it, while everything around them stays. */
function isLone(pair: BeadPair, i: number, j: number): boolean {
  const tag = pair.a.tokens.tags[i]!
  if (tag !== pair.b.tokens.tags[j] || !CONTENT.has(tag) || isSaying(pair.a.tokens, i)) return false
  const relation = wordRelation(pair.a.tokens.lemmas[i]!, pair.b.tokens.lemmas[j]!)
  if (relation === "same" || relation === "near" || !isSlot(pair, single(i), single(j))) return false
  return closenessOf(pair, { a: single(i), b: single(j) }) >= COPIED
}

const CONTENT = new Set<number>([TAG.noun, TAG.verb, TAG.adjective])

const TIMES = new Set([
  "second",
  "minute",
  "hour",
  "day",
  "week",
  "month",
  "quarter",
  "year",
  "decade",
  "century",
  "weekend",
  "fortnight",
])

const areSpansOfTime = (a: string, b: string) => a !== b && TIMES.has(a) && TIMES.has(b)

/** "a day", "per week": a span of time as a measure of something else. */
const isRate = ({ tokens }: Segmented, t: number) =>
  ["a", "an", "per", "each", "every"].includes(tokens.words[t - 1] ?? "")

/** Two bodies that cannot be one, each the head of its phrase ("the navy", not "a navy ship"). */
function areOtherBodies({ a, b }: BeadPair, i: number, j: number): boolean {
  const isHead = ({ tokens }: Segmented, t: number) =>
    tokens.tags[t] === TAG.noun && tokens.tags[t + 1] !== TAG.noun && tokens.tags[t + 1] !== TAG.name
  return isHead(a, i) && isHead(b, j) && areDifferentBodies(a.tokens.lemmas[i]!, b.tokens.lemmas[j]!)
}

function kindOf(pair: BeadPair, i: number, j: number): VariantKind {
  if (areOtherBodies(pair, i, j)) return "organisation-replaced"
  if (!areSpansOfTime(pair.a.tokens.lemmas[i]!, pair.b.tokens.lemmas[j]!)) return "word-replaced"
  return isRate(pair.a, i) && isRate(pair.b, j) ? "unit-changed" : "date-changed"
}

/** "neighbour", "neighbourhood": one word in two forms. */
function sameStem(pair: BeadPair, i: number, j: number): boolean {
  return pair.a.tokens.words[i]!.slice(0, 4) === pair.b.tokens.words[j]!.slice(0, 4)
}

/** Whether the next word of content on both sides is linked, so that the word stands in exactly the other's place. */
function isTight(pair: BeadPair, i: number, j: number): boolean {
  const neighbours = (side: Segmented, t: number, range: Range) =>
    [nextContent(side, t, -1, range), nextContent(side, t, 1, range)].filter(s => s >= 0)
  const right = neighbours(pair.b, j, pair.links.rangeB)
  return neighbours(pair.a, i, pair.links.rangeA).some(
    s => right.includes(linkOfA(pair, s)) && linkKind(pair, s) !== LINK.replaced,
  )
}

function isTightBoth(pair: BeadPair, i: number, j: number): boolean {
  return isLinkedNeighbour(pair, i, j, -1) && isLinkedNeighbour(pair, i, j, 1)
}

function isLinkedNeighbour(pair: BeadPair, i: number, j: number, step: 1 | -1): boolean {
  const left = nextContent(pair.a, i, step, pair.links.rangeA)
  const right = nextContent(pair.b, j, step, pair.links.rangeB)
  return left >= 0 && right >= 0 && linkOfA(pair, left) === right && linkKind(pair, left) !== LINK.replaced
}

function nextContent(side: Segmented, t: number, step: 1 | -1, range: Range): number {
  for (let s = t + step; s >= range.first && s < range.end && Math.abs(s - t) <= 4; s += step) {
    if (isContent(side, s)) return s
  }
  return -1
}

/**
 * What joins two names that both sides name in this order, said in other words that are no synonyms: "Moscow … below Tehran",
 * "Moscow … undercutting Tehran".
 */
export const relationWords: Rule = pair => {
  const { rangeA } = pair.links
  const drafts: Draft[] = []
  for (let i = rangeA.first; i < rangeA.end; i++) {
    if (linkOfA(pair, i) >= 0 || isUsedA(pair, i) || pair.a.tokens.kinds[i] !== TOKEN.word) continue
    const before = linkOfA(pair, i - 1)
    const after = linkOfA(pair, i + 1)
    if (before < 0 || after !== before + 2 || !isNameAt(pair, i + 1) || linkOfB(pair, before + 1) >= 0) continue
    const j = before + 1
    if (isSaying(pair.a.tokens, i) && isSaying(pair.b.tokens, j)) continue
    if (isUsedB(pair, j) || pair.b.tokens.kinds[j] !== TOKEN.word || !(isVerbal(pair.a, i) && isVerbal(pair.b, j)))
      continue
    const draft: Draft = {
      kind: "word-replaced",
      severity: "detail",
      note: `How they stand to each other differs: ${quote(pair.a, single(i))}, ${quote(pair.b, single(j))}.`,
      a: single(i),
      b: single(j),
    }
    drafts.push(draft)
    use(pair, draft)
  }
  return drafts
}

function isNameAt(pair: BeadPair, i: number): boolean {
  return pair.a.tokens.tags[i] === TAG.name
}

const PLAIN_PREPOSITIONS = new Set([
  "of",
  "in",
  "at",
  "on",
  "for",
  "to",
  "from",
  "by",
  "with",
  "about",
  "as",
  "near",
  "into",
  "via",
  "through",
  "during",
  "amid",
  "and",
  "or",
  "the",
  "a",
])

/** A verb, or a preposition that says more than that two things belong together. */
function isVerbal({ tokens }: Segmented, t: number): boolean {
  const tag = tokens.tags[t]
  return (
    tag === TAG.verb ||
    (tag === TAG.preposition && !PLAIN_PREPOSITIONS.has(tokens.words[t]!)) ||
    (tag === TAG.adverb && !PLAIN_PREPOSITIONS.has(tokens.words[t]!))
  )
}
