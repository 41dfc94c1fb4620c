import { LINK } from "../../align/likeness.ts"
import type { Figure, Segmented } from "../../model/segmented.ts"
import type { Range } from "../../model/span.ts"
import {
  type BeadPair,
  type Draft,
  inside,
  isSlot,
  isUsedA,
  isUsedB,
  linkKind,
  linkOfA,
  quote,
  type Rule,
  use,
} from "../pair.ts"

/**
 * Numbers and units that differ. Figures that say the same in the same place are taken out first, then those that stand in each
 * other's place, then those that say the same elsewhere; what is left is paired by what it counts.
 */
export const figures: Rule = pair => {
  const left = openFigures(pair.a, pair.links.rangeA, t => isUsedA(pair, t))
  const right = openFigures(pair.b, pair.links.rangeB, t => isUsedB(pair, t))
  const drafts: Draft[] = []
  const match = (fellowOf: (figure: Figure) => Figure | undefined) => {
    for (const figure of [...left]) {
      const fellow = fellowOf(figure)
      if (!fellow) continue
      left.splice(left.indexOf(figure), 1)
      right.splice(right.indexOf(fellow), 1)
      const draft = differ(pair, figure, fellow)
      if (draft) drafts.push(draft)
    }
  }
  match(figure => right.find(other => isOtherMeasure(pair, figure, other) && isLinked(pair, figure, other)))
  match(figure => right.find(other => areSame(pair, figure, other) && isLinked(pair, figure, other)))
  match(figure => right.find(other => isSlot(pair, figure.tokens, other.tokens)))
  match(figure => right.find(other => saysSame(figure, other)))
  match(figure => bestFellow(pair, figure, right, left))
  for (const draft of drafts) use(pair, draft)
  return drafts
}

function openFigures({ figures }: Segmented, range: Range, isUsed: (t: number) => boolean): Figure[] {
  return figures.filter(({ tokens }) => inside(range, tokens) && !isUsed(tokens.first))
}

const saysSame = (a: Figure, b: Figure) => a.number === b.number && a.upTo === b.upTo && sameUnit(a, b)

/** "15.5 mln and 16.5 mln", "15.5 and 16.5 mln": the scale is said once for several figures. */
function sharesScale({ a, b }: BeadPair, left: Figure, right: Figure): boolean {
  const [less, more, side] = left.number < right.number ? [left, right, a] : [right, left, b]
  const isBare = less.tokens.end - less.tokens.first === 1 && more.tokens.end - more.tokens.first > 1
  const scaled = [1e3, 1e6, 1e9].some(scale => Math.abs(less.number * scale - more.number) < 1e-6 * more.number)
  return isBare && scaled && side.figures.some(other => other.sentence === less.sentence && other.number >= 1e3)
}

const areSame = (pair: BeadPair, a: Figure, b: Figure) => saysSame(a, b) || sharesScale(pair, a, b)

const sameUnit = (a: Figure, b: Figure) => a.unit === b.unit || a.unit === "" || b.unit === ""

/** "30 percent", "30 points": the same number, with a unit on one side and another word in the unit's place on the other. */
function isOtherMeasure(pair: BeadPair, a: Figure, b: Figure): boolean {
  if (a.number !== b.number || (a.unit === "") === (b.unit === "")) return false
  const [i, j] = a.unit === "" ? [a.tokens.end, b.tokens.end - 1] : [a.tokens.end - 1, b.tokens.end]
  return linkOfA(pair, i) === j && linkKind(pair, i) === LINK.replaced
}

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
  const other = isOtherMeasure(pair, a, b)
  const tokens = { a: measured(a, other), b: measured(b, other) }
  if (a.number === b.number && (!sameUnit(a, b) || other))
    return {
      kind: "unit-changed",
      severity: "detail",
      note: `The unit differs: ${quote(pair.a, tokens.a)}, ${quote(pair.b, tokens.b)}.`,
      ...tokens,
    }
  if ((a.number === b.number && a.upTo === b.upTo) || sharesScale(pair, a, b)) return undefined
  return {
    kind: "number-changed",
    severity: "detail",
    note: `The number differs: ${quote(pair.a, tokens.a)}, ${quote(pair.b, tokens.b)}.`,
    ...tokens,
  }
}

/** The figure's tokens, with the word behind them where it stands in a unit's place. */
function measured({ tokens, unit }: Figure, isWithWord: boolean): Range {
  return isWithWord && unit === "" ? { first: tokens.first, end: tokens.end + 1 } : tokens
}
