import { type Segmented, TOKEN } from "../../model/segmented.ts"
import type { Range } from "../../model/span.ts"
import { isWord } from "../../text/lexicon/wordnet.ts"
import { placeSense } from "../../text/places.ts"

/** Whether a name stands between angle brackets as a code: "<ABC.N>". Codes are only compared with codes. */
export function isCode({ tokens }: Segmented, { first, end }: Range): boolean {
  return tokens.words[first - 1] === "<" || (tokens.words[end] === ">" && tokens.words[first - 1] === ".")
}

/** Whether the capitalised word is the label of a row of figures: it opens its sentence and a number follows. */
export function isRowLabel({ tokens, sentences }: Segmented, { first, end }: Range): boolean {
  if (tokens.kinds[end] !== TOKEN.number) return false
  return sentences.some(sentence => sentence.tokens.first === first)
}

/** A dictionary word that only its place makes look like a name: it opens a sentence, or follows a mark. */
export function isPlainWord({ tokens, sentences }: Segmented, t: number): boolean {
  const opens = tokens.kinds[t - 1] === TOKEN.punctuation || sentences.some(({ tokens: { first } }) => first === t)
  const isDotted = /^\p{L}\.\p{L}\.$/u.test(tokens.words[t - 1] ?? "")
  return (opens || isDotted) && placeSense(tokens.words[t]!) === undefined && isWord(tokens.lemmas[t]!)
}
