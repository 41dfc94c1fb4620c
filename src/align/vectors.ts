import { type Segmented, TOKEN } from "../model/segmented.ts"
import type { Range } from "../model/span.ts"
import { STOP_WORDS } from "../text/stop-words.ts"

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
  /** Feature ids of each word met so far. */
  readonly gramsByWord: Map<string, Int32Array>
}

const GRAM = 4
const STOP_WEIGHT = 0.15

/**
 * Sentence vectors of character 4-grams inside words: they see "exports" and "export", "Ukraine" and "Ukrainian" as near,
 * in any script, without a dictionary. Words that only carry grammar weigh little. O(characters).
 */
export function sentenceVectors({ tokens, sentences }: Segmented, ids: FeatureIds): SentenceVectors {
  const offsets = new Int32Array(sentences.length + 1)
  const features: number[] = []
  const counts: number[] = []
  sentences.forEach((sentence, i) => {
    const weight = new Map<number, number>()
    for (let t = sentence.tokens.first; t < sentence.tokens.end; t++) {
      if (tokens.kinds[t] === TOKEN.punctuation) continue
      const word = tokens.words[t]!
      const grams = gramsOf(word, ids)
      // A word weighs the same however long it is: otherwise long words decide alone.
      const share = (STOP_WORDS.has(word) ? STOP_WEIGHT : 1) / Math.sqrt(grams.length)
      for (const gram of grams) weight.set(gram, (weight.get(gram) ?? 0) + share)
    }
    for (const feature of Int32Array.from(weight.keys()).sort()) {
      features.push(feature)
      counts.push(weight.get(feature)!)
    }
    offsets[i + 1] = features.length
  })
  const takesPart = sentences.map(sentence => sentence.role === "body" && contentWords(tokens, sentence.tokens) >= 2)
  const short = sentences.map((sentence, i) => sentence.role === "body" && !takesPart[i])
  return { offsets, features: Int32Array.from(features), counts: Float64Array.from(counts), takesPart, short }
}

function contentWords({ kinds, words }: Segmented["tokens"], { first, end }: Range): number {
  let count = 0
  for (let t = first; t < end && count < 2; t++)
    if (kinds[t] !== TOKEN.punctuation && !STOP_WORDS.has(words[t]!)) count++
  return count
}

function gramsOf(word: string, { idByFeature, gramsByWord }: FeatureIds): Int32Array {
  const known = gramsByWord.get(word)
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
  gramsByWord.set(word, found)
  return found
}
