import { TOKEN } from "../model/segmented.ts"
import { fold } from "../text/fold.ts"

// One pass, no nested repetition: dotted capitals, words (apostrophes inside), numbers, scripts without spaces, any other mark.
const PIECE =
  /(?<dotted>(?<![\p{L}\p{N}])(?:\p{L}\.){2,})|(?<single>[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]\p{M}*)|(?<word>\p{L}[\p{L}\p{M}\p{N}\u200c]*(?:['\u2019\u02bc]\p{L}[\p{L}\p{M}\p{N}]*)*)|(?<number>\p{N}+(?:[.,]\p{N}+)*)|(?<mark>[^\s\p{Z}\p{Cc}\p{Cf}])/gu

const CONTRACTION = /^(.+?)(n['\u2019]t|['\u2019](?:s|re|ve|ll|d|m))$/iu

/** Tokens of a text without tags and lemmas, as parallel arrays. */
export interface RawTokens {
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly kinds: Uint8Array
  readonly words: readonly string[]
}

/**
 * Cuts a text into words, numbers and marks. Possessive `'s` and contracted words ("has|n't", "we|'re") are tokens of their own,
 * hyphens are marks, scripts without spaces give one token a character. O(length).
 *
 * @example
 * tokenize("Iran's 4.1 million").words // => ["iran", "'s", "4.1", "million"]
 */
export function tokenize(text: string): RawTokens {
  const starts: number[] = []
  const ends: number[] = []
  const kinds: number[] = []
  const words: string[] = []
  const push = (start: number, end: number, kind: number) => {
    starts.push(start)
    ends.push(end)
    kinds.push(kind)
    words.push(fold(text.slice(start, end)))
  }
  for (const match of text.matchAll(PIECE)) {
    const start = match.index
    const piece = match[0]
    const end = start + piece.length
    const groups = match.groups!
    if (groups.number !== undefined) push(start, end, TOKEN.number)
    else if (groups.mark !== undefined) push(start, end, TOKEN.punctuation)
    else {
      const cut = groups.word !== undefined && piece.length < 40 ? CONTRACTION.exec(piece) : null
      if (cut) {
        push(start, start + cut[1]!.length, TOKEN.word)
        push(start + cut[1]!.length, end, TOKEN.word)
      } else push(start, end, TOKEN.word)
    }
  }
  return { starts: Int32Array.from(starts), ends: Int32Array.from(ends), kinds: Uint8Array.from(kinds), words }
}
