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
  const weights = units.map(({ features }) => new Map(features))
  const holders = new Map<string, number[]>()
  units.forEach(({ features }, u) => {
    for (const [feature] of features.slice(0, FINDING)) {
      const list = holders.get(feature)
      if (list) list.push(u)
      else holders.set(feature, [u])
    }
  })
  return units.flatMap((unit, b) => {
    const others = new Set<number>()
    for (const [feature] of unit.features.slice(0, FINDING)) {
      const list = holders.get(feature)!
      if (list.length <= MOST_UNITS) for (const a of list) if (a < b) others.add(a)
    }
    return [...others].flatMap(a => {
      const value = areApart(units[a]!, unit) ? 0 : cosine(unit, weights[a]!)
      return value >= LEAST ? [{ a, b, value }] : []
    })
  })
}

function cosine({ features }: Unit, other: ReadonlyMap<string, number>): number {
  return features.reduce((sum, [feature, weight]) => sum + weight * (other.get(feature) ?? 0), 0)
}

/** Known to be published more than a week apart. */
function areApart({ span: x }: Unit, { span: y }: Unit): boolean {
  return x !== undefined && y !== undefined && Math.max(x[0], y[0]) - Math.min(x[1], y[1]) > DAYS * DAY
}
