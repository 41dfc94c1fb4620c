import type { Segmented } from "../model/segmented.ts"
import { stem } from "../text/stem.ts"
import { STOP_WORDS } from "../text/stop-words.ts"
import { isUnspaced } from "../text/unspaced.ts"
import type { BodyWords } from "./runs.ts"

/** The words of title and body as passages are sought in them. A place is an index into these words. */
export interface Terms {
  /** For each place a number, equal for words of one stem. */
  readonly at: Int32Array
  /** The place of the first word of each sentence, and last the number of words. */
  readonly starts: Int32Array
  /** For each place the index of its sentence in {@link starts}. */
  readonly sentenceOf: Int32Array
  /** For each of these sentences its index in the witness. */
  readonly sentences: Int32Array
  /** For each place its token in the witness. */
  readonly tokens: Int32Array
  /** Sentence `s` has the different terms `bag[k]`, as often as `counts[k]` says, for `k` from `offsets[s]` to `offsets[s + 1]`. */
  readonly offsets: Int32Array
  readonly bag: Int32Array
  readonly counts: Uint16Array
}

/** Gives equal stems equal small numbers, over all witnesses of one run. */
export interface TermIds {
  readonly idByStem: Map<string, number>
  /** For each word id of {@link BodyWords} its stem's number. */
  readonly termOfWord: number[]
  /** For each stem's number whether it is a word of grammar. */
  readonly isSmall: boolean[]
}

/** The terms of one witness. In scripts that write no spaces a term is two characters. O(words). */
export function termsOf(segmented: Segmented, { ids, tokens }: BodyWords, known: TermIds): Terms {
  const { words } = segmented.tokens
  const at = new Int32Array(ids.length)
  for (let place = 0; place < at.length; place++) {
    const word = words[tokens[place]!]!
    if (isUnspaced(word)) at[place] = termId(word + (words[tokens[place]! + 1] ?? ""), known)
    else {
      const term = known.termOfWord[ids[place]!] ?? termId(word, known)
      known.termOfWord[ids[place]!] = term
      at[place] = term
    }
  }
  const sentences = sentencesOf(segmented, tokens)
  return { at, tokens, ...sentences, ...bagsOf(at, sentences.starts) }
}

function bagsOf(at: Int32Array, starts: Int32Array): Pick<Terms, "offsets" | "bag" | "counts"> {
  const offsets = new Int32Array(starts.length)
  const bag = new Int32Array(at.length)
  const counts = new Uint16Array(at.length)
  let filled = 0
  for (let s = 0; s + 1 < starts.length; s++) {
    const sorted = at.slice(starts[s]!, starts[s + 1]!).sort()
    for (let i = 0; i < sorted.length; i++) {
      if (i === 0 || sorted[i] !== sorted[i - 1]) bag[filled++] = sorted[i]!
      counts[filled - 1]!++
    }
    offsets[s + 1] = filled
  }
  return { offsets, bag: bag.subarray(0, filled), counts: counts.subarray(0, filled) }
}

function termId(word: string, { idByStem, isSmall }: TermIds): number {
  const small = STOP_WORDS.has(word)
  const key = small ? word : stem(word)
  let id = idByStem.get(key)
  if (id === undefined) {
    id = idByStem.size
    idByStem.set(key, id)
    isSmall.push(small)
  }
  return id
}

function sentencesOf({ sentences }: Segmented, tokens: Int32Array): Pick<Terms, "starts" | "sentenceOf" | "sentences"> {
  const starts: number[] = []
  const indexes: number[] = []
  const sentenceOf = new Int32Array(tokens.length)
  let place = 0
  sentences.forEach((sentence, index) => {
    if (sentence.role !== "body" && sentence.role !== "title") return
    const first = place
    while (place < tokens.length && tokens[place]! < sentence.tokens.end) place++
    if (place === first) return
    sentenceOf.fill(starts.length, first, place)
    starts.push(first)
    indexes.push(index)
  })
  return { starts: Int32Array.from([...starts, tokens.length]), sentenceOf, sentences: Int32Array.from(indexes) }
}
