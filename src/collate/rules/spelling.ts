import { LINK } from "../../align/likeness.ts"
import type { Segmented } from "../../model/segmented.ts"
import { type Draft, isUsedA, linkKind, linkOfA, quote, type Rule, single, use } from "../pair.ts"
import { isMistyped } from "../word-forms.ts"

/** Other spellings of the same word ("harbour", "harbor"). Capitals and kinds of quotation mark are not variants. */
export const spellings: Rule = pair => {
  const { rangeA } = pair.links
  const drafts: Draft[] = []
  for (let i = rangeA.first; i < rangeA.end; i++) {
    const j = linkOfA(pair, i)
    if (j < 0 || isUsedA(pair, i) || linkKind(pair, i) === LINK.same) continue
    const [a, b] = [pair.a.tokens.words[i]!, pair.b.tokens.words[j]!]
    if (!isSpelling(a, b) && !(isLower(pair.a, i) && isMistyped(a, b))) continue
    const draft: Draft = {
      kind: "spelling",
      severity: "form",
      note: `Spelled otherwise: ${quote(pair.a, single(i))}, ${quote(pair.b, single(j))}.`,
      a: single(i),
      b: single(j),
    }
    drafts.push(draft)
    use(pair, draft)
  }
  return drafts
}

const isLower = ({ witness, tokens }: Segmented, t: number) => /^\p{Ll}/u.test(witness.text.slice(tokens.starts[t]!))

/** British and American forms, by their endings and their doubled letters. */
export function isSpelling(a: string, b: string): boolean {
  if (a === b) return false
  if (roman(a) !== undefined || roman(b) !== undefined) return roman(a) === b || roman(b) === a
  if (Math.min(a.length, b.length) < 4) return false
  const plain = (word: string) =>
    word
      .replace(/our/g, "or")
      .replace(/(.)\1/g, "$1")
      .replace(/is(e|ing|ed|ation)/g, "iz$1")
      .replace(/re(s?)$/, "er$1")
      .replace(/ae|oe/g, "e")
      .replace(/ogue/g, "og")
      .replace(/ence/g, "ense")
  return plain(a) === plain(b)
}

const ROMAN = [
  "i",
  "ii",
  "iii",
  "iv",
  "v",
  "vi",
  "vii",
  "viii",
  "ix",
  "x",
  "xi",
  "xii",
  "xiii",
  "xiv",
  "xv",
  "xvi",
  "xvii",
  "xviii",
  "xix",
  "xx",
]

function roman(word: string): string | undefined {
  const value = ROMAN.indexOf(word)
  return value < 0 ? undefined : String(value + 1)
}
