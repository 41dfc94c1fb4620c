import { TOKEN } from "../../src/model/segmented.ts"
import { fold } from "../../src/text/fold.ts"

const PIECE =
  /(?<dotted>(?<![\p{L}\p{N}])(?:\p{L}\.){2,})|(?<single>[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]\p{M}*)|(?<word>\p{L}[\p{L}\p{M}\p{N}\u200c]*(?:['\u2019\u02bc]\p{L}[\p{L}\p{M}\p{N}]*)*)|(?<number>\p{N}+(?:[.,]\p{N}+)*)|(?<mark>[^\s\p{Z}\p{Cc}\p{Cf}])/gu
const CONTRACTION = /^(.+?)(n['\u2019]t|['\u2019](?:s|re|ve|ll|d|m))$/iu

/** The tokens of a text by one regular expression, each as its place, what it is made of, and its folded word. */
export function tokensByPattern(text: string): [start: number, end: number, kind: number, word: string][] {
  return [...text.matchAll(PIECE)].flatMap(({ index, 0: piece, groups }): [number, number, number, string][] => {
    const { number, mark, word } = groups!
    const kind = number !== undefined ? TOKEN.number : mark !== undefined ? TOKEN.punctuation : TOKEN.word
    const cut = word !== undefined && piece.length < 40 ? CONTRACTION.exec(piece) : null
    const parts = cut ? [cut[1]!, cut[2]!] : [piece]
    const starts = [index, index + parts[0]!.length]
    return parts.map((part, i) => [starts[i]!, starts[i]! + part.length, kind, fold(part)])
  })
}
