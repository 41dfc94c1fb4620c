import type { Segmented } from "../model/segmented.ts"
import type { Range } from "../model/span.ts"

/** Numbers for the words and sentences of all witnesses of one run: equal ones have equal numbers, counted from 0. */
export interface Numbering {
  readonly idByWord: Map<string, number>
  /** Different sentences by a hash of their words. */
  readonly sentences: Map<number, { readonly ids: Int32Array; readonly key: number }[]>
  count: number
}

/** The words and sentences of one witness as numbers. */
export interface WordNumbers {
  /** For each token the number of its word. */
  readonly ids: Int32Array
  /** For each sentence its number: equal for sentences of the same words and marks. */
  readonly keys: Int32Array
}

/** No words yet. */
export const numbering = (): Numbering => ({ idByWord: new Map(), sentences: new Map(), count: 0 })

/** Numbers the words and sentences of one witness. O(tokens). */
export function numbersOf({ tokens, sentences }: Segmented, numbers: Numbering): WordNumbers {
  const { idByWord } = numbers
  const ids = new Int32Array(tokens.length)
  for (let t = 0; t < ids.length; t++) {
    const word = tokens.words[t]!
    let id = idByWord.get(word)
    if (id === undefined) {
      id = idByWord.size
      idByWord.set(word, id)
    }
    ids[t] = id
  }
  return { ids, keys: Int32Array.from(sentences, sentence => keyOf(ids, sentence.tokens, numbers)) }
}

function keyOf(all: Int32Array, { first, end }: Range, numbers: Numbering): number {
  let hash = end - first
  for (let t = first; t < end; t++) hash = Math.imul(hash ^ all[t]!, 0x01000193) ^ (hash >>> 15)
  const alike = numbers.sentences.get(hash) ?? []
  for (const { ids, key } of alike) if (isSame(all, first, end, ids)) return key
  if (alike.length === 0) numbers.sentences.set(hash, alike)
  alike.push({ ids: all.subarray(first, end), key: numbers.count })
  return numbers.count++
}

function isSame(all: Int32Array, first: number, end: number, ids: Int32Array): boolean {
  if (ids.length !== end - first) return false
  for (let i = 0; i < ids.length; i++) if (all[first + i] !== ids[i]) return false
  return true
}
