import { type Draft, type DraftSentence, sentencesIn } from "./draft.ts"
import { RATES } from "./rates.ts"
import { bare } from "./sentences.ts"

/** A word of a text with the sentence it stands in, as one key. */
type Words = ReadonlySet<string>

/** Words of the sentences that `above` has not in the same sentence. */
export function wordsApart(above: Draft, sentences: readonly DraftSentence[]): Words {
  return without(wordsIn(sentences), wordsIn(sentencesIn(above)))
}

/** Words that `below` has brought in. */
export function newWords(above: Draft, below: Draft): Words {
  return wordsApart(above, sentencesIn(below))
}

/** How many words two sets have in common. */
export function common(a: Words, b: Words): number {
  return [...a].filter(one => b.has(one)).length
}

/** Neither of two copies can be the other's source: each keeps words of `above` that the other has changed. */
export function standApart(above: Draft, a: Draft, b: Draft): boolean {
  const keeps = (kept: Draft, changed: Draft) => common(changedIn(above, changed), wordsIn(sentencesIn(kept)))
  return keeps(a, b) >= RATES.visible.apart && keeps(b, a) >= RATES.visible.apart
}

/** Each of two copies has kept sentences that the other left out. */
export function losesOther(above: Draft, a: Draft, b: Draft): boolean {
  const missing = (draft: Draft) => without(originsOf(above), originsOf(draft))
  return without(missing(a), missing(b)).size > 0 && without(missing(b), missing(a)).size > 0
}

/** Two of the copies share words that their source brought in. */
export function twoShare(brought: Words, copies: readonly Draft[]): boolean {
  const kept = copies.map(copy => new Set([...wordsIn(sentencesIn(copy))].filter(word => brought.has(word))))
  return kept.some((a, i) => kept.some((b, j) => i < j && common(a, b) >= RATES.visible.lost))
}

/** Words of `above` that a copy has not, in sentences it has. */
function changedIn(above: Draft, copy: Draft): Words {
  const origins = originsOf(copy)
  return wordsApart(
    copy,
    sentencesIn(above).filter(one => origins.has(one.origin)),
  )
}

function originsOf(draft: Draft): Set<number> {
  return new Set(sentencesIn(draft).map(one => one.origin))
}

// Most sentences stand unchanged in many texts; their words are made once.
const keysOf = new WeakMap<DraftSentence, readonly string[]>()

function wordsIn(sentences: readonly DraftSentence[]): Set<string> {
  return new Set(
    sentences.flatMap(sentence => {
      const known = keysOf.get(sentence)
      if (known) return known
      const made = sentence.text.split(" ").map(token => `${sentence.origin} ${bare(token)}`)
      keysOf.set(sentence, made)
      return made
    }),
  )
}

function without<T>(all: ReadonlySet<T>, some: ReadonlySet<T>): Set<T> {
  return new Set([...all].filter(one => !some.has(one)))
}
