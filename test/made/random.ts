/** A source of chance that gives the same numbers for the same seed (mulberry32). */
export function randomOf(seed: number) {
  let state = (Math.imul(seed, 0x9e3779b1) + 0x6d2b79f5) | 0
  function unit(): number {
    state = (state + 0x6d2b79f5) | 0
    let x = Math.imul(state ^ (state >>> 15), 1 | state)
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x
    return ((x ^ (x >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number): number => Math.floor(unit() * limit)
  function weighted(weights: readonly number[]): number {
    let left = unit() * weights.reduce((sum, w) => sum + w, 0)
    for (const [index, weight] of weights.entries()) {
      left -= weight
      if (left < 0) return index
    }
    return weights.length - 1
  }
  return { unit, below, weighted }
}

export type Chance = ReturnType<typeof randomOf>
