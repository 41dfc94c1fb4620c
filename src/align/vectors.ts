import { type Segmented, TOKEN } from "../model/segmented.ts"
import type { Range } from "../model/span.ts"
import { STOP_WORDS } from "../text/stop-words.ts"
import type { WordNumbers } from "./numbers.ts"

/**
 * What the sentences of one witness are made of. Sentence `i` has the features `features[k]`, as often as `counts[k]` says, for `k`
 * from `offsets[i]` to `offsets[i + 1]`, ascending.
 */
export interface SentenceVectors {
  readonly offsets: Int32Array
  readonly features: Int32Array
  readonly counts: Float64Array
  /** Body sentences with at least two words of content take part; the others say too little to be aligned. */
  readonly takesPart: readonly boolean[]
  /** Body sentences that say too little to take part. */
  readonly short: readonly boolean[]
}

/** Gives equal features equal small numbers, over all witnesses of one run. */
export interface FeatureIds {
  readonly idByFeature: Map<string, number>
  /** Feature ids of each word met so far, by the word's number. */
  readonly gramsOfWord: Int32Array[]
  /** What each different sentence met so far is made of, by its key. */
  readonly madeOf: SentenceVector[]
}

interface SentenceVector {
  readonly features: Int32Array
  readonly counts: Float64Array
  /** Whether it has at least two words of content. */
  readonly says: boolean
}

const GRAM = 4
const STOP_WEIGHT = 0.15

/**
 * Sentence vectors of character 4-grams inside words: they see "exports" and "export", "Ukraine" and "Ukrainian" as near,
 * in any script, without a dictionary. Words that only carry grammar weigh little. O(characters).
 */
export function sentenceVectors(segmented: Segmented, { ids, keys }: WordNumbers, known: FeatureIds): SentenceVectors {
  const { sentences } = segmented
  const own = sentences.map((sentence, i) => {
    const made = known.madeOf[keys[i]!] ?? vectorOf(segmented, ids, sentence.tokens, known)
    known.madeOf[keys[i]!] = made
    return made
  })
  const offsets = new Int32Array(sentences.length + 1)
  own.forEach(({ features }, i) => {
    offsets[i + 1] = offsets[i]! + features.length
  })
  const features = new Int32Array(offsets.at(-1)!)
  const counts = new Float64Array(features.length)
  own.forEach((one, i) => {
    features.set(one.features, offsets[i])
    counts.set(one.counts, offsets[i])
  })
  const takesPart = sentences.map((sentence, i) => sentence.role === "body" && own[i]!.says)
  const short = sentences.map((sentence, i) => sentence.role === "body" && !takesPart[i])
  return { offsets, features, counts, takesPart, short }
}

function vectorOf({ tokens }: Segmented, ids: Int32Array, range: Range, known: FeatureIds): SentenceVector {
  const weight = new Map<number, number>()
  for (let t = range.first; t < range.end; t++) {
    if (tokens.kinds[t] === TOKEN.punctuation) continue
    const word = tokens.words[t]!
    const grams = gramsOf(word, ids[t]!, known)
    // A word weighs the same however long it is: otherwise long words decide alone.
    const share = (STOP_WORDS.has(word) ? STOP_WEIGHT : 1) / Math.sqrt(grams.length)
    for (const gram of grams) weight.set(gram, (weight.get(gram) ?? 0) + share)
  }
  const features = Int32Array.from(weight.keys()).sort()
  const counts = Float64Array.from(features, feature => weight.get(feature)!)
  return { features, counts, says: contentWords(tokens, range) >= 2 }
}

function contentWords({ kinds, words }: Segmented["tokens"], { first, end }: Range): number {
  let count = 0
  for (let t = first; t < end && count < 2; t++)
    if (kinds[t] !== TOKEN.punctuation && !STOP_WORDS.has(words[t]!)) count++
  return count
}

function gramsOf(word: string, id: number, { idByFeature, gramsOfWord }: FeatureIds): Int32Array {
  const known = gramsOfWord[id]
  if (known !== undefined) return known
  const padded = `_${word}_`
  const grams = new Set<number>()
  const last = Math.max(0, padded.length - GRAM)
  for (let i = 0; i <= Math.min(last, 60); i++) {
    const gram = padded.slice(i, i + GRAM)
    let id = idByFeature.get(gram)
    if (id === undefined) {
      id = idByFeature.size
      idByFeature.set(gram, id)
    }
    grams.add(id)
  }
  const found = Int32Array.from(grams)
  gramsOfWord[id] = found
  return found
}
