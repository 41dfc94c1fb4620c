import { type Quotation, type Segmented, TOKEN } from "../../model/segmented.ts"
import type { Range } from "../../model/span.ts"
import { type BeadPair, type Draft, inside, linkOfA, quote, type Rule, use } from "../pair.ts"

const MIN_WORDS = 3

/** Words inside quotation marks that differ: a quotation must not. Quoting fewer of the same words is only shorter. */
export const quotations: Rule = pair => {
  const left = pair.a.quotations.filter(quotation => inside(pair.links.rangeA, quotation.tokens))
  const right = pair.b.quotations.filter(quotation => inside(pair.links.rangeB, quotation.tokens))
  if (left.length === 0 || right.length === 0) return []
  const wordsA = left.flatMap(quotation => words(pair.a, quotation.tokens))
  const wordsB = right.flatMap(quotation => words(pair.b, quotation.tokens))
  if (Math.min(wordsA.length, wordsB.length) < MIN_WORDS || sharedLinks(pair, left, right) === 0) return []
  if (isPart(wordsA, wordsB) || isPart(wordsB, wordsA)) return []
  const draft: Draft = {
    kind: "quotation-altered",
    severity: "detail",
    note: noteOf(pair, left, right),
    a: over(left),
    b: over(right),
  }
  use(pair, draft)
  return [draft]
}

function words({ tokens }: Segmented, range: Range): string[] {
  const found: string[] = []
  for (let t = range.first; t < range.end; t++)
    if (tokens.kinds[t] !== TOKEN.punctuation) found.push(tokens.words[t] === "n't" ? "not" : tokens.words[t]!)
  return found
}

function sharedLinks(pair: BeadPair, left: readonly Quotation[], right: readonly Quotation[]): number {
  let shared = 0
  for (const quotation of left)
    for (let i = quotation.tokens.first; i < quotation.tokens.end; i++) {
      const j = linkOfA(pair, i)
      if (right.some(other => j >= other.tokens.first && j < other.tokens.end)) shared++
    }
  return shared
}

/** Whether `part` stands in `whole` word for word. */
function isPart(part: readonly string[], whole: readonly string[]): boolean {
  return ` ${whole.join(" ")} `.includes(` ${part.join(" ")} `)
}

function noteOf(pair: BeadPair, left: readonly Quotation[], right: readonly Quotation[]): string {
  const note = `Words inside quotation marks differ: ${quote(pair.a, left[0]!.tokens)}, ${quote(pair.b, right[0]!.tokens)}.`
  if (left.length === right.length) return note
  return `${note} ${left.length > right.length ? "A second quoted stretch is left out." : "A second quoted stretch stands on one side only."}`
}

function over(quotations: readonly Quotation[]): Range {
  return { first: quotations[0]!.tokens.first, end: quotations.at(-1)!.tokens.end }
}
