import { inMeaning, shared } from "./content.ts"
import type { Known } from "./known.ts"
import type { Mention } from "./mentions.ts"

/**
 * So many lemmas, and such a share of their weights, two statements must have in common to be one: `plainly` anywhere, `near` in reports of one event.
 * `words`: the share of lemmas that must be the same.
 */
const STATEMENT = {
  plainly: [
    { lemmas: 6, share: 0.65 },
    { lemmas: 5, share: 0.9 },
  ],
  near: { lemmas: 5, share: 0.5 },
  words: 0.35,
} as const
/** From such a share of their weights on two statements may be one. */
const DOUBTFUL = 0.4
/** Such a share in the same words; less is not looked up in the dictionary. */
const LITERAL = 0.28
/** So many lemmas that are not all over the reports two statements must share. */
const TELLING = 3

/** Words beside names that two statements must share, and their share of those of the one with more. */
const PLAIN = { least: 3, overlap: 0.4 } as const
/** Whether statements of two reports are one claim. */
export function sameStatement(x: Mention, y: Mention, known: Known): boolean {
  const most = Math.max(x.lemmas.length, y.lemmas.length)
  if (shared(x.lemmas, y.lemmas) < STATEMENT.words * most || !shareTelling(x, y, known)) return false
  const { count, share } = inMeaning(x.lemmas, y.lemmas, known.weightOf, LITERAL)
  const { near, plainly } = STATEMENT
  if (count < near.lemmas || share < near.share || !tellAlike(x, y, known)) return false
  return plainly.some(rule => count >= rule.lemmas && share >= rule.share) || known.shareEvent(x.witness, y.witness)
}

/** Whether they may be, though not enough agrees to say so. */
export function mayBeSameStatement(x: Mention, y: Mention, known: Known): boolean {
  if (!shareTelling(x, y, known)) return false
  return inMeaning(x.lemmas, y.lemmas, known.weightOf, LITERAL).share >= DOUBTFUL
}

/** Whether two statements share lemmas that are not all over the reports. */
function shareTelling(x: Mention, y: Mention, { common }: Known): boolean {
  const tells = ({ lemmas }: Mention) => lemmas.filter(lemma => !common.has(lemma))
  return shared(tells(x), tells(y)) >= TELLING
}

/** The same people can be told of in many ways: what is said of them must be alike too. */
function tellAlike(x: Mention, y: Mention, { weightOf }: Known): boolean {
  if (!x.plain || !y.plain) return false
  const { count } = inMeaning(x.plain, y.plain, weightOf)
  return count >= Math.max(PLAIN.least, PLAIN.overlap * Math.max(x.plain.length, y.plain.length))
}
