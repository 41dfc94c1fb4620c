/** A source of chance that gives the same numbers for the same seed. */
export interface Chance {
  /** A number in [0, 1). */
  unit(): number
  /** A whole number in [0, limit). */
  below(limit: number): number
  /** True with this probability. */
  happens(probability: number): boolean
  pick<T>(list: readonly T[]): T
  /** An index, drawn by weight. */
  weighted(weights: readonly number[]): number
  shuffled<T>(list: readonly T[]): T[]
}

/**
 * Chance from a seed: a counter, stirred (splitmix32).
 *
 * @example
 * chanceOf(7).unit() === chanceOf(7).unit() // => true
 */
export function chanceOf(seed: number): Chance {
  let counter = Math.imul(seed ^ 0x5bd1e995, 0x27d4eb2d) | 0
  const unit = () => {
    counter = (counter + 0x9e3779b9) | 0
    let x = counter
    x = Math.imul(x ^ (x >>> 16), 0x21f0aaad)
    x = Math.imul(x ^ (x >>> 15), 0x735a2d97)
    return ((x ^ (x >>> 15)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(unit() * limit)
  return {
    unit,
    below,
    happens: probability => unit() < probability,
    pick: list => list[below(list.length)]!,
    weighted(weights) {
      let left = unit() * weights.reduce((sum, weight) => sum + weight, 0)
      const at = weights.findIndex(weight => {
        left -= weight
        return left < 0
      })
      return at < 0 ? weights.length - 1 : at
    },
    shuffled(list) {
      const made = [...list]
      for (let i = made.length - 1; i > 0; i--) {
        const j = below(i + 1)
        ;[made[i], made[j]] = [made[j]!, made[i]!]
      }
      return made
    },
  }
}
