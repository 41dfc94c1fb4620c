import type { Segmented } from "../../model/segmented.ts"
import { TOKEN } from "../../model/segmented.ts"
import type { Range } from "../../model/span.ts"
import { type Draft, isUsedA, isUsedB, linkOfA, quote, type Rule, single, use } from "../pair.ts"

const WEEKDAYS = "monday,tuesday,wednesday,thursday,friday,saturday,sunday".split(",")
const MONTHS = "january,february,march,april,may,june,july,august,september,october,november,december".split(",")
const RELATIVE = ["yesterday", "today", "tomorrow", "tonight"]

/** Days, months and years that differ. Equal ones are taken out first. */
export const dates: Rule = pair => {
  const { rangeA, rangeB } = pair.links
  const drafts: Draft[] = []
  for (const classOf of [weekday, month, year, relative]) {
    const left = tokensOf(pair.a, rangeA, classOf)
    const right = tokensOf(pair.b, rangeB, classOf)
    const key = (side: Segmented, t: number) => classOf(side, t)
    const restA = left.filter(i => !right.some(j => key(pair.a, i) === key(pair.b, j)) && !isUsedA(pair, i))
    const restB = right.filter(j => !left.some(i => key(pair.a, i) === key(pair.b, j)) && !isUsedB(pair, j))
    for (const i of restA) {
      const j = restB.includes(linkOfA(pair, i))
        ? linkOfA(pair, i)
        : restA.length === 1 && restB.length === 1
          ? restB[0]!
          : -1
      if (j < 0) continue
      const draft: Draft = {
        kind: "date-changed",
        severity: "detail",
        note: `The date differs: ${quote(pair.a, single(i))}, ${quote(pair.b, single(j))}.`,
        a: single(i),
        b: single(j),
      }
      drafts.push(draft)
      use(pair, draft)
    }
  }
  return drafts
}

type ClassOf = (side: Segmented, t: number) => string | undefined

function tokensOf(side: Segmented, range: Range, classOf: ClassOf): number[] {
  const found: number[] = []
  for (let t = range.first; t < range.end; t++) if (classOf(side, t) !== undefined) found.push(t)
  return found
}

const named =
  (names: readonly string[]): ClassOf =>
  ({ tokens, witness }, t) => {
    const word = tokens.words[t]!
    const isCapital = /^\p{Lu}/u.test(witness.text.slice(tokens.starts[t]!, tokens.starts[t]! + 1))
    if (!isCapital || word.length < 3) return undefined
    return names.find(
      name =>
        name === word || (name.slice(0, 3) === word.slice(0, 3) && tokens.words[t + 1] === "." && word.length <= 4),
    )
  }

const weekday = named(WEEKDAYS)
const month = named(MONTHS)
const relative: ClassOf = ({ tokens }, t) => (RELATIVE.includes(tokens.words[t]!) ? tokens.words[t]! : undefined)
const year: ClassOf = ({ tokens }, t) =>
  tokens.kinds[t] === TOKEN.number && /^(?:1[5-9]|20)\d\d$/.test(tokens.words[t]!) ? tokens.words[t]! : undefined
