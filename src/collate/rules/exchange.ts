import { LINK } from "../../align/likeness.ts"
import { type Segmented, TAG } from "../../model/segmented.ts"
import type { Range } from "../../model/span.ts"
import { type BeadPair, inside, isUsedA, linkKind, linkOfA, quote, type Rule, use } from "../pair.ts"

const MOST_BETWEEN = 20
const LISTING = new Set<number>([TAG.conjunction, TAG.punctuation, TAG.determiner])

/**
 * Two names that have changed places while the words around each stay: "A sued B", "B sued A". Names that are only listed side by
 * side say the same in either order.
 */
export const exchange: Rule = pair => {
  const names = pair.a.names.filter(name => inside(pair.links.rangeA, name.tokens)).map(name => name.tokens)
  for (const [index, one] of names.entries()) {
    if (isUsedA(pair, one.first)) continue
    const two = names.slice(index + 1).find(other => isExchanged(pair, one, other))
    if (!two) continue
    const [a, b] = [one, slotOf(pair, one)!]
    const note = `Two names have changed places: ${quote(pair.a, one)}, ${quote(pair.a, two)}.`
    use(pair, { a, b })
    use(pair, { a: two, b: slotOf(pair, two)! })
    return [{ kind: "role-changed", severity: "sense", note, a, b }]
  }
  return []
}

function isExchanged(pair: BeadPair, one: Range, two: Range): boolean {
  if (two.first - one.end > MOST_BETWEEN || isListed(pair.a, one.end, two.first)) return false
  const [first, second] = [slotOf(pair, one), slotOf(pair, two)]
  return (
    first !== undefined &&
    second !== undefined &&
    first.first < second.first &&
    wordsOf(pair.a, one) === wordsOf(pair.b, second) &&
    wordsOf(pair.a, two) === wordsOf(pair.b, first) &&
    wordsOf(pair.a, one) !== wordsOf(pair.a, two)
  )
}

/** What stands on the other side between the fellows of the words before and behind the range. */
function slotOf(pair: BeadPair, { first, end }: Range): Range | undefined {
  const { rangeA, rangeB } = pair.links
  const fellow = (i: number) => (linkKind(pair, i) === LINK.same ? linkOfA(pair, i) : -2)
  const from = first === rangeA.first ? rangeB.first : fellow(first - 1) + 1
  const to = end === rangeA.end ? rangeB.end : fellow(end)
  return from >= rangeB.first && to > from ? { first: from, end: to } : undefined
}

function isListed({ tokens }: Segmented, first: number, end: number): boolean {
  for (let t = first; t < end; t++) if (!LISTING.has(tokens.tags[t]!)) return false
  return true
}

const wordsOf = ({ tokens }: Segmented, { first, end }: Range) => tokens.words.slice(first, end).join(" ")
