import { distance } from "fastest-levenshtein"
import { type Segmented, TAG, TOKEN } from "../model/segmented.ts"
import { areContrary, pointSameWay } from "../text/lexicon/opposites.ts"
import { wordRelation } from "../text/lexicon/wordnet.ts"
import { placeSense } from "../text/places.ts"

/** How a token is linked. `none`: its fellow was not found. `replaced`: another word stands in the same surroundings. */
export const LINK = { none: 0, same: 1, form: 2, synonym: 3, near: 4, replaced: 5 } as const

/** What two words have to do with each other, and how much, in [0, 1]. */
export interface Likeness {
  readonly kind: number
  readonly likeness: number
}

const ROMAN = /^[ivx]{1,5}$/
const NOTHING: Likeness = { kind: LINK.none, likeness: 0 }
const is = (kind: number, likeness: number): Likeness => ({ kind, likeness })

/** How like two content tokens are: by form, by meaning, or only by their part of speech (then they may replace each other). */
export function wordLikeness(a: Segmented, i: number, b: Segmented, j: number): Likeness {
  const wordA = a.tokens.words[i]!
  const wordB = b.tokens.words[j]!
  if (wordA === wordB) return is(LINK.same, 1)
  if (a.tokens.lemmas[i] === b.tokens.lemmas[j]) return is(LINK.form, 0.97)
  const tagA = a.tokens.tags[i]!
  const tagB = b.tokens.tags[j]!
  const numberA = a.tokens.kinds[i] === TOKEN.number
  const numberB = b.tokens.kinds[j] === TOKEN.number
  if (numberA !== numberB) return ROMAN.test(numberA ? wordB : wordA) ? is(LINK.form, 0.8) : NOTHING
  if (numberA) return is(LINK.replaced, 0.5)
  return placeLikeness(wordA, wordB) ?? spellingLikeness(wordA, wordB, tagA, tagB) ?? meaningLikeness(a, i, b, j)
}

function placeLikeness(a: string, b: string): Likeness | undefined {
  const senseA = placeSense(a)
  const senseB = placeSense(b)
  if (!senseA || !senseB) return undefined
  if (senseA.country === senseB.country)
    return senseA.as === "capital" || senseB.as === "capital" ? is(LINK.near, 0.6) : is(LINK.form, 0.9)
  return senseA.as === senseB.as || (senseA.as !== "adjective" && senseB.as !== "adjective")
    ? is(LINK.replaced, 0.45)
    : is(LINK.replaced, 0.35)
}

/** Words that look alike: garbled names, other spellings, words of one stem. */
function spellingLikeness(a: string, b: string, tagA: number, tagB: number): Likeness | undefined {
  const longest = Math.max(a.length, b.length)
  if (longest < 4 || Math.min(a.length, b.length) < 3) return undefined
  const likeness = 1 - distance(a, b) / longest
  if (tagA === TAG.name && tagB === TAG.name) return likeness >= 0.5 ? is(LINK.near, 0.5 + 0.4 * likeness) : undefined
  if (likeness >= 0.8 && longest >= 6) return is(LINK.near, 0.85)
  return commonPrefix(a, b) >= 5 && likeness >= 0.5 ? is(LINK.near, 0.75) : undefined
}

function commonPrefix(a: string, b: string): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length++
  return length
}

function meaningLikeness(a: Segmented, i: number, b: Segmented, j: number): Likeness {
  const tagA = a.tokens.tags[i]!
  const tagB = b.tokens.tags[j]!
  const nameA = tagA === TAG.name
  const nameB = tagB === TAG.name
  if (nameA !== nameB) return NOTHING
  if (nameA) return is(LINK.replaced, 0.4)
  const lemmaA = a.tokens.lemmas[i]!
  const lemmaB = b.tokens.lemmas[j]!
  if (areContrary(lemmaA, lemmaB)) return is(LINK.replaced, 0.5)
  const relation = wordRelation(lemmaA, lemmaB)
  if (relation === "same") return is(LINK.synonym, 0.85)
  if (relation === "opposite") return is(LINK.replaced, 0.5)
  if (pointSameWay(lemmaA, lemmaB)) return is(LINK.near, 0.7)
  if (relation === "near") return is(LINK.near, 0.7)
  if (relation === "sister") return is(LINK.replaced, 0.5)
  return tagA === tagB && tagA !== TAG.unknown ? is(LINK.replaced, 0.35) : NOTHING
}
