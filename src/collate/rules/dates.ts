import { type CalendarMark, type CalendarPart, calendarMarks } from "../../text/calendar.ts"
import { type BeadPair, type Draft, isSlot, isUsedA, isUsedB, linkOfA, quote, type Rule, use } from "../pair.ts"

/**
 * Days, months, years and periods that differ. Those that agree in the same place are taken out first, then those that stand in each
 * other's place, then those that agree elsewhere; what is left is paired where words are linked, or where no other could be meant.
 */
export const dates: Rule = pair => {
  const left = calendarMarks(pair.a, pair.links.rangeA).filter(mark => !isUsedA(pair, mark.tokens.first))
  const right = calendarMarks(pair.b, pair.links.rangeB).filter(mark => !isUsedB(pair, mark.tokens.first))
  const drafts: Draft[] = []
  const match = (fellowOf: (mark: CalendarMark) => CalendarMark | undefined) => {
    for (const mark of [...left]) {
      const fellow = fellowOf(mark)
      if (!fellow) continue
      left.splice(left.indexOf(mark), 1)
      right.splice(right.indexOf(fellow), 1)
      if (!agree(mark, fellow)) drafts.push(draftOf(pair, mark, fellow))
    }
  }
  match(mark => right.find(other => agree(mark, other) && isLinked(pair, mark, other)))
  match(mark => right.find(other => areComparable(mark, other) && isSlot(pair, mark.tokens, other.tokens)))
  match(mark => right.find(other => agree(mark, other)))
  match(mark => right.find(other => areComparable(mark, other) && isLinked(pair, mark, other)))
  match(mark => onlyFellow(mark, left, right))
  for (const draft of drafts) use(pair, draft)
  return drafts
}

const partsOf = ({ parts }: CalendarMark) => Object.keys(parts) as CalendarPart[]

/** Whether both name a part of one kind, so that they can differ. */
const areComparable = (a: CalendarMark, b: CalendarMark) => partsOf(a).some(part => b.parts[part] !== undefined)

/** Whether no part that both name differs, and one at least is the same. */
function agree(a: CalendarMark, b: CalendarMark): boolean {
  const both = partsOf(a).filter(part => b.parts[part] !== undefined)
  return both.length > 0 && both.every(part => a.parts[part] === b.parts[part])
}

function isLinked(pair: BeadPair, a: CalendarMark, b: CalendarMark): boolean {
  for (let t = a.tokens.first; t < a.tokens.end; t++) {
    const j = linkOfA(pair, t)
    if (j >= b.tokens.first && j < b.tokens.end) return true
  }
  return false
}

/** The one mark of the other side that can be meant, where no other mark of this side could be meant by it. */
function onlyFellow(
  mark: CalendarMark,
  left: readonly CalendarMark[],
  right: readonly CalendarMark[],
): CalendarMark | undefined {
  const fellows = right.filter(other => areComparable(mark, other))
  const rivals = fellows.length === 1 ? left.filter(other => areComparable(other, fellows[0]!)) : []
  return rivals.length === 1 ? fellows[0] : undefined
}

function draftOf(pair: BeadPair, a: CalendarMark, b: CalendarMark): Draft {
  const note = `The date differs: ${quote(pair.a, a.tokens)}, ${quote(pair.b, b.tokens)}.`
  return { kind: "date-changed", severity: "detail", note, a: a.tokens, b: b.tokens }
}
