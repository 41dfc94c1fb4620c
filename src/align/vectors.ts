import { type Segmented, TOKEN } from "../model/segmented.ts"
import type { Range } from "../model/span.ts"
import { STOP_WORDS } from "../text/stop-words.ts"
import { type GramIds, gramIds } from "./grams.ts"
import type { WordNumbers } from "./numbers.ts"

/** What the sentences of one witness are made of. Places of features are counted through: those of sentence `i` begin at `offsets[i]`. */
export interface SentenceVectors {
  readonly offsets: Int32Array
  readonly made: readonly SentenceVector[]
  /** Body sentences with at least two words of content take part; the others say too little to be aligned. */
  readonly takesPart: readonly boolean[]
  /** Body sentences that say too little to take part. */
  readonly short: readonly boolean[]
}

/** The features of a sentence, ascending, and how much each weighs in it. Sentences of the same words share it. */
export interface SentenceVector {
  readonly features: Int32Array
  readonly counts: Float64Array
  /** Whether it has at least two words of content. */
  readonly says: boolean
}

/** Gives equal features equal small numbers, over all witnesses of one run. */
export interface FeatureIds {
  readonly grams: GramIds
  /** Feature ids of each word met so far, by the word's number. */
  readonly gramsOfWord: Int32Array[]
  /** What each different sentence met so far is made of, by its key. */
  readonly madeOf: SentenceVector[]
  /** By feature: what it weighs in the sentence at hand, else 0. */
  weights: Float64Array
}

/** No features yet. */
export const featureIds = (): FeatureIds => ({
  grams: gramIds(),
  gramsOfWord: [],
  madeOf: [],
  weights: new Float64Array(1 << 12),
})

const STOP_WEIGHT = 0.15

/**
 * Sentence vectors of character 4-grams inside words: they see "exports" and "export", "Ukraine" and "Ukrainian" as near,
 * in any script, without a dictionary. Words that only carry grammar weigh little. O(characters).
 */
export function sentenceVectors(segmented: Segmented, { ids, keys }: WordNumbers, known: FeatureIds): SentenceVectors {
  const { sentences } = segmented
  const made = sentences.map((sentence, i) => {
    const vector = known.madeOf[keys[i]!] ?? vectorOf(segmented, ids, sentence.tokens, known)
    known.madeOf[keys[i]!] = vector
    return vector
  })
  const offsets = new Int32Array(sentences.length + 1)
  made.forEach(({ features }, i) => {
    offsets[i + 1] = offsets[i]! + features.length
  })
  const takesPart = sentences.map((sentence, i) => sentence.role === "body" && made[i]!.says)
  const short = sentences.map((sentence, i) => sentence.role === "body" && !takesPart[i])
  return { offsets, made, takesPart, short }
}

function vectorOf({ tokens }: Segmented, ids: Int32Array, range: Range, known: FeatureIds): SentenceVector {
  const met: number[] = []
  for (let t = range.first; t < range.end; t++) {
    if (tokens.kinds[t] === TOKEN.punctuation) continue
    const word = tokens.words[t]!
    const grams = gramsOf(word, ids[t]!, known)
    // A word weighs the same however long it is: otherwise long words decide alone.
    const share = (STOP_WORDS.has(word) ? STOP_WEIGHT : 1) / Math.sqrt(grams.length)
    for (let k = 0; k < grams.length; k++) {
      if (known.weights[grams[k]!] === 0) met.push(grams[k]!)
      known.weights[grams[k]!]! += share
    }
  }
  const features = Int32Array.from(met).sort()
  const counts = new Float64Array(features.length)
  for (let k = 0; k < features.length; k++) {
    counts[k] = known.weights[features[k]!]!
    known.weights[features[k]!] = 0
  }
  return { features, counts, says: contentWords(tokens, range) >= 2 }
}

function contentWords({ kinds, words }: Segmented["tokens"], { first, end }: Range): number {
  let count = 0
  for (let t = first; t < end && count < 2; t++)
    if (kinds[t] !== TOKEN.punctuation && !STOP_WORDS.has(words[t]!)) count++
  return count
}

function gramsOf(word: string, id: number, known: FeatureIds): Int32Array {
  const before = known.gramsOfWord[id]
  if (before !== undefined) return before
  const found = known.grams.idsOf(word)
  known.gramsOfWord[id] = found
  if (known.weights.length < known.grams.count()) {
    const wider = new Float64Array(2 * known.grams.count())
    wider.set(known.weights)
    known.weights = wider
  }
  return found
}
