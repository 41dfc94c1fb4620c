import { isContent } from "../../align/words.ts"
import { TOKEN } from "../../model/segmented.ts"
import type { Range } from "../../model/span.ts"
import {
  type BeadPair,
  type Draft,
  gapInA,
  gapInB,
  isUsedA,
  isUsedB,
  linkOfA,
  linkOfB,
  quote,
  type Rule,
  use,
} from "../pair.ts"

const MIN_CONTENT = 4

/** Stretches with no fellow on the other side, of at least {@link MIN_CONTENT} words of content. */
export const clauses: Rule = pair => [...missing(pair, "a"), ...missing(pair, "b")]

function missing(pair: BeadPair, which: "a" | "b"): Draft[] {
  const isA = which === "a"
  const side = isA ? pair.a : pair.b
  const range = isA ? pair.links.rangeA : pair.links.rangeB
  const isOpen = (t: number) =>
    isA ? linkOfA(pair, t) < 0 && !isUsedA(pair, t) : linkOfB(pair, t) < 0 && !isUsedB(pair, t)
  const drafts: Draft[] = []
  let first = -1
  let content = 0
  for (let t = range.first; t <= range.end; t++) {
    if (t < range.end && (isOpen(t) || side.tokens.kinds[t] === TOKEN.punctuation)) {
      if (first < 0) first = t
      if (isContent(side, t)) content++
      continue
    }
    if (first >= 0 && content >= MIN_CONTENT) drafts.push(clauseDraft(pair, { first, end: t }, isA))
    first = -1
    content = 0
  }
  for (const draft of drafts) use(pair, draft)
  return drafts
}

function clauseDraft(pair: BeadPair, range: Range, isA: boolean): Draft {
  return isA
    ? {
        kind: "omission",
        severity: "wording",
        note: `Part of a sentence is left out: ${quote(pair.a, range)}.`,
        a: range,
        b: gapInB(pair, range.first),
      }
    : {
        kind: "addition",
        severity: "wording",
        note: `Part of a sentence is added: ${quote(pair.b, range)}.`,
        a: gapInA(pair, range.first),
        b: range,
      }
}
