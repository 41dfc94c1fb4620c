import { isContent } from "../../align/words.ts"
import type { Segmented } from "../../model/segmented.ts"
import { type Draft, linkOfA, linkOfB, openTokens, quote, type Rule, single, use } from "../pair.ts"
import { sentenceAt } from "./clause.ts"

const HEDGES = new Set(
  "may,might,could,appear,seem,apparently,allegedly,reportedly,suspected,suspect,believe,believed,think,thought,perhaps,possibly,probably,likely,presumably,seemingly,supposedly,purportedly,alleged,presumed,estimated,potential,potentially,possible,unconfirmed,preliminary,initially,tentatively,about,around,nearly,almost,roughly,approximately,some,estimate".split(
    ",",
  ),
)
// These hedge only a number, and are small words otherwise.
const OF_NUMBERS = new Set([
  "about",
  "around",
  "nearly",
  "almost",
  "roughly",
  "approximately",
  "some",
  "estimate",
  "estimated",
])

/** A doubt that one side expresses and the other leaves out, over words that both have. */
export const hedges: Rule = pair => {
  const openA = openTokens(pair, "a", isHedge)
  const openB = openTokens(pair, "b", isHedge)
  const drafts: Draft[] = []
  for (const i of openA) {
    const scope = scopeOf(pair.a, i)
    const fellow = scope < 0 ? -1 : linkOfA(pair, scope)
    if (fellow < 0 || anyNear(pair.b, fellow)) continue
    drafts.push({
      kind: "hedge-dropped",
      severity: "detail",
      note: `A doubt is dropped: ${quote(pair.a, { first: i, end: scope + 1 })}.`,
      a: single(i),
      b: single(fellow),
    })
  }
  for (const j of openB) {
    const scope = scopeOf(pair.b, j)
    const fellow = scope < 0 ? -1 : linkOfB(pair, scope)
    if (fellow < 0 || anyNear(pair.a, fellow)) continue
    drafts.push({
      kind: "hedge-added",
      severity: "detail",
      note: `A doubt is added: ${quote(pair.b, { first: j, end: scope + 1 })}.`,
      a: single(fellow),
      b: single(j),
    })
  }
  for (const draft of drafts) use(pair, draft)
  return drafts
}

function isHedge(side: Segmented, t: number): boolean {
  const { tokens } = side
  const word = HEDGES.has(tokens.words[t]!) ? tokens.words[t]! : tokens.lemmas[t]!
  if (!HEDGES.has(word) || tokens.lemmas[t + 1] === "not") return false
  return !OF_NUMBERS.has(word) || side.figures.some(figure => figure.tokens.end > t && figure.tokens.first <= t + 2)
}

/** The word the doubt is about: the next word of content, or number, at most four tokens on. */
function scopeOf(side: Segmented, t: number): number {
  const end = Math.min(sentenceAt(side, t).end, t + 5)
  for (let s = t + 1; s < end; s++) if (isContent(side, s) && !isHedge(side, s)) return s
  return -1
}

function anyNear(side: Segmented, t: number): boolean {
  const { first, end } = sentenceAt(side, t)
  for (let s = Math.max(first, t - 6); s < Math.min(end, t + 4); s++) if (isHedge(side, s)) return true
  return false
}
