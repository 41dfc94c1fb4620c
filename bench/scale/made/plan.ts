import { chanceAt, heavyTailed, mixed } from "./chances.ts"

/** What makes a world: the same numbers, the same bytes. */
export interface WorldSpec {
  readonly reports: number
  readonly seed: number
  /** Whether the story with thousands of copies is in it. Without it, all other reports are the same. */
  readonly wire: boolean
}

/** What a report is. Numbers of families and members begin at 0; member 0 of a family is the text that all others go back to. */
export type Role =
  | { readonly kind: "unrelated"; readonly number: number }
  | { readonly kind: "member"; readonly family: number; readonly member: number }
  | { readonly kind: "wire"; readonly member: number }
  | { readonly kind: "hidden"; readonly at: number }

/** Who was made from whom, and how. */
export type KinKind = "copy" | "excerpt" | "rewrite"

/** The role of every report of a world, each found on its own. */
export interface Plan {
  /** The role of the report at a place in the file; roles are scattered over the file by the seed. O(log families). */
  roleAt(place: number): Role
  readonly families: number
  sizeOf(family: number): number
  readonly wireCopies: number
}

/** Shares and sizes of what is planted. */
export const PLANTED = {
  /** Reports that belong to families, the wire story among them, in [0, 1]. */
  kin: 0.2,
  /** Copies of the wire story: so many, and no more than this share of all reports. */
  wire: 5000,
  wireShare: 0.05,
  /** Families of 2, 3, 4 and 5, and large ones of 10 to 60, most of them near 10. */
  small: [8, 5, 3, 2],
  large: { often: 0.05, least: 10, most: 60 },
} as const

/** Lays out a world with room for so many hidden reports. O(families), four bytes each. */
export function planOf(spec: WorldSpec, hidden: number): Plan {
  const wireCopies = Math.min(PLANTED.wire, Math.floor(spec.reports * PLANTED.wireShare))
  const kin = Math.floor(spec.reports * PLANTED.kin) - wireCopies
  const firsts = familyFirsts(kin, spec.seed)
  const families = firsts.length - 1
  const members = firsts[families]!
  return {
    families,
    wireCopies,
    sizeOf: family => firsts[family + 1]! - firsts[family]!,
    roleAt(place) {
      let number = scattered(place, spec.reports, spec.seed)
      if (number < hidden) return { kind: "hidden", at: number }
      number -= hidden
      if (number < wireCopies) return { kind: "wire", member: number }
      number -= wireCopies
      if (number >= members) return { kind: "unrelated", number: number - members }
      const family = familyOf(firsts, number)
      return { kind: "member", family, member: number - firsts[family]! }
    },
  }
}

/** Where the members of each family begin, until so many reports are in families. */
function familyFirsts(kin: number, seed: number): Uint32Array {
  const firsts = [0]
  const chance = chanceAt(seed, 11)
  const { often, least, most } = PLANTED.large
  while (firsts.at(-1)! < kin) {
    const size = chance.happens(often)
      ? least + heavyTailed(most - least + 1, 2.5, chance)
      : 2 + chance.weighted(PLANTED.small)
    firsts.push(firsts.at(-1)! + size)
  }
  return Uint32Array.from(firsts)
}

/** The last family that begins at or before a member. */
function familyOf(firsts: Uint32Array, number: number): number {
  let low = 0
  let high = firsts.length - 1
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (firsts[middle]! <= number) low = middle
    else high = middle
  }
  return low
}

/**
 * Another number below `count` for each number below it (a Feistel network of four rounds over the next power of four, walked until
 * it falls below).
 */
export function scattered(number: number, count: number, seed: number): number {
  let half = 1
  while (4 ** half < count) half++
  const side = 2 ** half
  let at = number
  do {
    let left = Math.floor(at / side)
    let right = at % side
    for (let round = 0; round < 4; round++) [left, right] = [right, left ^ (mixed(right + mixed(seed + round)) % side)]
    at = left * side + right
  } while (at >= count)
  return at
}

/** How a member of a family came about: from which member, in which way; nothing for the first. */
export interface Descent {
  readonly parent: number
  readonly kind: KinKind
}

/** The ways of copying, and how often each is met. */
const KINDS: readonly { readonly kind: KinKind; readonly often: number }[] = [
  { kind: "copy", often: 5 },
  { kind: "excerpt", often: 2 },
  { kind: "rewrite", often: 3 },
]
/** A copy of the first text, and not of a copy; and how many steps there may be between a text and the first. */
const OF_THE_FIRST = 0.6
const STEPS = 3

/** How each of the first `count` members of a family came about. An excerpt is not cut again. */
export function descentOf(seed: number, family: number, count: number): (Descent | undefined)[] {
  const chance = chanceAt(seed, 12, family)
  const made: (Descent | undefined)[] = [undefined]
  const steps = [0]
  for (let member = 1; member < count; member++) {
    const drawn = chance.happens(OF_THE_FIRST) ? 0 : chance.below(member)
    const parent = steps[drawn]! < STEPS ? drawn : 0
    const { kind } = KINDS[chance.weighted(KINDS.map(({ often }) => often))]!
    made.push({ parent, kind: kind === "excerpt" && made[parent]?.kind === "excerpt" ? "copy" : kind })
    steps.push(steps[parent]! + 1)
  }
  return made
}

const WIRE_KINDS: readonly number[] = [16, 3, 1]

/** How a copy of the wire story came about: nearly all from the first, most of them unchanged. */
export function wireDescent(seed: number, member: number): Descent | undefined {
  if (member === 0) return undefined
  const chance = chanceAt(seed, 13, member)
  return { parent: 0, kind: KINDS[chance.weighted(WIRE_KINDS)]!.kind }
}
