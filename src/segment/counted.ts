import type { Tokens } from "../model/segmented.ts"
import { TAG } from "../model/segmented.ts"

const PEOPLE = new Set(["person", "persons", "people"])
const OPEN_MODIFIER = new Set<number>([TAG.adjective, TAG.adverb, TAG.noun, TAG.name])
const MAX_MODIFIERS = 8
const VERSUS = new Set(["vs", "versus", "against"])

/** Usual lemma of what is counted. */
const usual = (lemma: string) => (PEOPLE.has(lemma) ? "people" : lemma)

/** What a number counts, as a lemma ("" for nothing), and the first token after the words that say so. */
export interface Counted {
  readonly of: string
  readonly end: number
}

/**
 * The noun that the words from `at` count: "grain" in "(22 million tons) of desperately needed grain", "people" in
 * "(4.1 million) people"; without a noun the participle: "injure" in "(12) were injured". O(1).
 * `afterUnit` says that a unit stood before, so a noun must be tied to it by "of", "in", "worth of" or stand directly.
 */
export function countedAt(tokens: Tokens, at: number, end: number, afterUnit: boolean): Counted {
  const { words } = tokens
  let from = at
  if (words[from] === "-") from++
  if (words[from] === "worth") from++
  if (words[from] === "of" || (afterUnit && words[from] === "in")) from = skipDeterminer(tokens, from + 1)
  else if (words[from] === "more" || words[from] === "other" || words[from] === "additional") from++
  const noun = headFrom(tokens, from, end)
  if (noun >= 0) return { of: usual(tokens.lemmas[noun]!), end: noun + 1 }
  const suffered = afterUnit ? -1 : participle(tokens, from, end)
  return suffered < 0 ? { of: "", end: at } : { of: tokens.lemmas[suffered]!, end: suffered + 1 }
}

const LINK_TO_NUMBER = new Set(["at", "to", "reached", "hit", "is", "was", "stands", "stood", ":"])
const MAX_BETWEEN = 10

/**
 * What a number after its noun counts: "people" in "put the number of people killed at (23)" and in "the death toll rose to (23)"; ""
 * where no such words stand before it. O(1).
 */
export function countedBefore({ words, lemmas, tags }: Tokens, start: number, first: number): string {
  if (!LINK_TO_NUMBER.has(words[start - 1] ?? "")) return ""
  for (let i = start - 2; i >= Math.max(first, start - MAX_BETWEEN); i--) {
    if (/^[,;:—–]$/.test(words[i]!)) return ""
    if (words[i] === "toll" && words[i - 1] === "death") return "people"
    if (words[i] !== "number" || words[i + 1] !== "of") continue
    let noun = i + 2
    while (noun < start && tags[noun] !== TAG.noun) noun++
    return noun < start ? usual(lemmas[noun]!) : ""
  }
  return ""
}

function skipDeterminer(tokens: Tokens, at: number): number {
  return tokens.tags[at] === TAG.determiner || /^(?:its|their|his|her|our)$/.test(tokens.words[at] ?? "") ? at + 1 : at
}

/** Token of the last noun in the run of modifiers and nouns from `at`, or -1. */
function headFrom(tokens: Tokens, at: number, end: number): number {
  let head = -1
  for (let i = at; i < Math.min(end, at + MAX_MODIFIERS); i++) {
    const tag = tokens.tags[i]!
    if (VERSUS.has(tokens.words[i]!)) break
    const isNoun = tag === TAG.noun || tag === TAG.name
    if (head >= 0 && (tag === TAG.adverb || (tag === TAG.name && tokens.tags[head] === TAG.noun))) break
    if (isNoun) head = i
    else if (OPEN_MODIFIER.has(tag)) {
      if (head >= 0 && !nounFollows(tokens, i, end)) break
    } else if (tokens.words[i] === "-" && (head < 0 || tokens.starts[i] === tokens.ends[i - 1])) continue
    else if (tokens.words[i] === "'s" && head >= 0 && nounFollows(tokens, i, end)) continue
    else if (!(tag === TAG.verb && /(?:ed|en|ing)$/.test(tokens.words[i]!) && nounFollows(tokens, i, end) && head < 0))
      break
  }
  return head
}

function nounFollows(tokens: Tokens, i: number, end: number): boolean {
  return i + 1 < end && (tokens.tags[i + 1] === TAG.noun || tokens.tags[i + 1] === TAG.adjective)
}

/** Token of the participle in "12 injured", "12 were injured", "12 have been killed", or -1. */
function participle(tokens: Tokens, at: number, end: number): number {
  let i = at
  while (i < end && i < at + 3 && (tokens.tags[i] === TAG.auxiliary || tokens.tags[i] === TAG.adverb)) i++
  const isVerb = tokens.tags[i] === TAG.verb || (tokens.tags[i] === TAG.adjective && /ed$/.test(tokens.words[i]!))
  return i < end && isVerb ? i : -1
}
