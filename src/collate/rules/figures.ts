import type { Figure } from "../../model/segmented.ts"
import { type BeadPair, type Draft, inside, isUsedA, isUsedB, linkOfA, quote, type Rule, use } from "../pair.ts"

/** Numbers and units that differ. Figures that say the same are taken out first; what is left is paired by what it counts. */
export const figures: Rule = pair => {
  const left = pair.a.figures.filter(figure => inside(pair.links.rangeA, figure.tokens))
  const right = pair.b.figures.filter(figure => inside(pair.links.rangeB, figure.tokens))
  const drafts: Draft[] = []
  const restA = left.filter(figure => !takeEqual(pair, figure, right))
  for (const figure of restA) {
    const fellow = bestFellow(pair, figure, right, restA)
    if (!fellow) continue
    right.splice(right.indexOf(fellow), 1)
    const draft = differ(pair, figure, fellow)
    if (!draft) continue
    drafts.push(draft)
    use(pair, draft)
  }
  return drafts
}

function takeEqual(pair: BeadPair, figure: Figure, right: Figure[]): boolean {
  const equal = right.filter(
    other => other.number === figure.number && other.upTo === figure.upTo && sameUnit(figure, other),
  )
  const best = equal.find(other => isLinked(pair, figure, other)) ?? equal[0]
  if (!best) return false
  right.splice(right.indexOf(best), 1)
  return true
}

const sameUnit = (a: Figure, b: Figure) => a.unit === b.unit || a.unit === "" || b.unit === ""

function isLinked(pair: BeadPair, figure: Figure, other: Figure): boolean {
  for (let t = figure.tokens.first; t < figure.tokens.end; t++) {
    const j = linkOfA(pair, t)
    if (j >= other.tokens.first && j < other.tokens.end) return true
  }
  return false
}

/** Whether the words just behind both figures are linked: "340 [tonnes]", "240 [tonnes]". */
function countsSame(pair: BeadPair, figure: Figure, other: Figure): boolean {
  for (let t = figure.tokens.end; t < Math.min(figure.tokens.end + 3, pair.links.rangeA.end); t++) {
    const j = linkOfA(pair, t)
    if (j >= other.tokens.end && j < other.tokens.end + 3) return true
  }
  return false
}

function bestFellow(
  pair: BeadPair,
  figure: Figure,
  right: readonly Figure[],
  left: readonly Figure[],
): Figure | undefined {
  const scored = right
    .filter(other => other.ordinal === figure.ordinal)
    .map(other => ({
      other,
      score:
        (isLinked(pair, figure, other) ? 2 : 0) +
        (countsSame(pair, figure, other) ? 2 : 0) +
        (figure.of !== "" && figure.of === other.of ? 2 : 0) +
        (figure.unit !== "" && figure.unit === other.unit ? 1 : 0) +
        (left.length === 1 && right.length === 1 && figure.number === other.number ? 1 : 0),
    }))
    .filter(({ score }) => score >= 2)
    .sort((x, y) => y.score - x.score)
  return scored[0]?.other
}

function differ(pair: BeadPair, a: Figure, b: Figure): Draft | undefined {
  if (isUsedA(pair, a.tokens.first) || isUsedB(pair, b.tokens.first)) return undefined
  const tokens = { a: a.tokens, b: b.tokens }
  if (a.number === b.number && a.unit !== b.unit)
    return {
      kind: "unit-changed",
      severity: "detail",
      note: `The unit differs: ${quote(pair.a, a.tokens)}, ${quote(pair.b, b.tokens)}.`,
      ...tokens,
    }
  if (a.number === b.number && a.upTo === b.upTo) return undefined
  return {
    kind: "number-changed",
    severity: "detail",
    note: `The number differs: ${quote(pair.a, a.tokens)}, ${quote(pair.b, b.tokens)}.`,
    ...tokens,
  }
}
