import { type Chance, chanceOf } from "../../descent/made/chance.ts"

/** A number in [0, 2³²) that stands for another, stirred so that neighbours have nothing in common. */
export function mixed(number: number): number {
  let x = (number ^ 0x9e3779b9) | 0
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35)
  return (x ^ (x >>> 16)) >>> 0
}

/** One number for several, for a seed of their own. */
export function seedOf(...numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => mixed(Math.imul(sum, 31) + number), 17)
}

/** Chance that belongs to these numbers, and to no others. */
export function chanceAt(...numbers: readonly number[]): Chance {
  return chanceOf(seedOf(...numbers))
}

/** A place in a list of so many, the first ones much more often: the n-th place has about n^(1 / steep - 1) of the first one's share. */
export function heavyTailed(count: number, steep: number, chance: Chance): number {
  return Math.min(count - 1, Math.floor(count * chance.unit() ** steep))
}
