import type { Unit } from "./profiles.ts"

/** Two units, by index, `a` before `b`, and how alike what they tell is: the cosine of their features, in (0, 1]. */
export interface Likeness {
  readonly a: number
  readonly b: number
  readonly value: number
}

/** Features by which units are found; and a feature of more units than this finds nobody. */
const FINDING = 30
const MOST_UNITS = 120
const LEAST = 0.05
const DAYS = 7
const DAY = 24 * 3600 * 1000

/**
 * The pairs of units that may be of one story: they share one of their heaviest features, one that few others have, and were
 * published within a week of each other, as far as that is known. At most 30 · 120 pairs a unit, so linear.
 */
export function likenesses(units: readonly Unit[]): Likeness[] {
  const { sides, count } = numbered(units)
  const holders: number[][] = Array.from({ length: count }, () => [])
  sides.forEach(({ ids }, u) => {
    for (let k = 0; k < ids.length && k < FINDING; k++) holders[ids[k]!]!.push(u)
  })
  const own = new Float64Array(count)
  const metBy = new Int32Array(units.length).fill(-1)
  const found: Likeness[] = []
  sides.forEach(({ ids, weights }, b) => {
    for (let k = 0; k < ids.length; k++) own[ids[k]!] = weights[k]!
    for (let k = 0; k < ids.length && k < FINDING; k++) {
      const list = holders[ids[k]!]!
      if (list.length > MOST_UNITS) continue
      for (const a of list) {
        if (a >= b) break
        if (metBy[a] === b || areApart(units[a]!, units[b]!)) continue
        metBy[a] = b
        const value = cosine(sides[a]!, own)
        if (value >= LEAST) found.push({ a, b, value })
      }
    }
    for (let k = 0; k < ids.length; k++) own[ids[k]!] = 0
  })
  return found.sort((x, y) => x.b - y.b || x.a - y.a)
}

/** A unit's features by number, the heaviest first. */
interface Side {
  readonly ids: Int32Array
  readonly weights: Float64Array
}

function numbered(units: readonly Unit[]): { sides: Side[]; count: number } {
  const numbers = new Map<string, number>()
  const numberOf = (feature: string) => {
    const known = numbers.get(feature)
    if (known !== undefined) return known
    numbers.set(feature, numbers.size)
    return numbers.size - 1
  }
  const sides = units.map(({ features }) => ({
    ids: Int32Array.from(features, ([feature]) => numberOf(feature)),
    weights: Float64Array.from(features, ([, weight]) => weight),
  }))
  return { sides, count: numbers.size }
}

/** `own` has the weights of the other unit's features by their numbers. */
function cosine({ ids, weights }: Side, own: Float64Array): number {
  let sum = 0
  for (let k = 0; k < ids.length; k++) sum += weights[k]! * own[ids[k]!]!
  return sum
}

/** Known to be published more than a week apart. */
export function areApart({ span: x }: Unit, { span: y }: Unit): boolean {
  return x !== undefined && y !== undefined && Math.max(x[0], y[0]) - Math.min(x[1], y[1]) > DAYS * DAY
}
