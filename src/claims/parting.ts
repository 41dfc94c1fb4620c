import type { Mention } from "./mentions.ts"
import { likenessOf, type Wording } from "./wording.ts"

/** A witness of a family with the mention by which it attests a claim. */
export interface Attesting {
  readonly id: string
  readonly mention: Mention
}

/** Attestations of one family parted into those that do not have a claim from each other, as far as can be told. */
export interface Parting {
  /** Sorted within each part, parts by their first. */
  readonly parts: readonly (readonly Attesting[])[]
  /** How many parts there may be at least and at most. */
  readonly min: number
  readonly max: number
  /** Parts of one part that may be two, the smaller first. */
  readonly apart?: readonly (readonly Attesting[])[]
}

/**
 * How doubtful it is that a claim came into a family once, in log odds: less so the liker the wording
 * (set against how alike the two texts are elsewhere), the more sides on which it stands
 * beside the same, and the greater the share of the family that has it. Fitted by logistic regression on made stories
 * (decision 10).
 */
const DOUBT = {
  quotation: { base: 12.7, likeness: -10.8, side: -1.4, share: -6.2, may: 0.1 },
  figure: { base: 10.3, likeness: -14, side: -0.95, share: -4.5, may: 0.04 },
  statement: { base: 10.3, likeness: -14, side: -0.95, share: -4.5, may: 0.005 },
} as const
type Doubt = (typeof DOUBT)[keyof typeof DOUBT]
/** A side in common counts as so much likeness. */
const SIDE = 0.3
/** Chances of two from which they are counted as two, and are surely two; from `may` of the kind they may be one or two. */
const CHANCE = { two: 0.5, sure: 0.85 } as const
/** More attestations than these are compared by one of each wording; more wordings than these are not parted. */
const MOST_COMPARED = 60

/** Parts the attestations of a claim in a family of `size` witnesses. O(attestations), quadratic in at most 60. */
export function part(attesting: readonly Attesting[], size: number, wording: Wording): Parting {
  const told = attesting.map((one): Told => ({ ones: [one], words: wording.wordsOf(one.mention) }))
  const compared = told.length > MOST_COMPARED ? byWording(told) : told
  if (compared.length > MOST_COMPARED) return { parts: [attesting], min: 1, max: 1 }
  const { parts, min, max, apart } = parted(compared, size, wording)
  const flat = (sets: Parted["parts"]) => sets.map(of => of.flatMap(({ ones }) => ones))
  return { parts: flat(parts), min, max, ...(apart && { apart: flat(apart).sort((x, y) => x.length - y.length) }) }
}

interface Told {
  readonly ones: readonly Attesting[]
  readonly words: readonly string[]
}

function byWording(told: readonly Told[]): Told[] {
  const alike = Map.groupBy(told, ({ words }) => words.join(" "))
  return [...alike.values()].map(of => ({ ones: of.flatMap(({ ones }) => ones), words: of[0]!.words }))
}

interface Parted {
  readonly parts: readonly (readonly Told[])[]
  readonly min: number
  readonly max: number
  readonly apart?: readonly (readonly Told[])[]
}

function parted(told: readonly Told[], size: number, wording: Wording): Parted {
  const weakest = weakestLink(told, wording)
  const count = told.reduce((sum, { ones }) => sum + ones.length, 0)
  const doubt = DOUBT[told[0]!.ones[0]!.mention.kind]
  const chance = weakest === undefined ? 0 : chanceOfTwo(weakest, count / size, doubt)
  if (weakest === undefined || chance < doubt.may) return { parts: [told], min: 1, max: 1 }
  if (chance < CHANCE.two || haveOnePassage(weakest.sides, wording))
    return { parts: [told], min: 1, max: 2, apart: weakest.sides }
  const [x, y] = weakest.sides.map(side => parted(side, size, wording)) as [Parted, Parted]
  const min = chance < CHANCE.sure ? Math.max(x.min, y.min) : x.min + y.min
  const apart = x.apart ?? y.apart
  return { parts: [...x.parts, ...y.parts], min, max: x.max + y.max, ...(apart && { apart }) }
}

/** Whether one of either side stands in one passage with one of the other. */
function haveOnePassage([left, right]: readonly (readonly Told[])[], { inOnePassage }: Wording): boolean {
  return left!.some(x => right!.some(y => inOnePassage(x.ones[0]!.mention, y.ones[0]!.mention)))
}

interface Link {
  readonly likeness: number
  readonly beside: number
}

/** The chance that the two sides of a link have the claim each from elsewhere, in [0, 1]. */
function chanceOfTwo({ likeness, beside }: Link, share: number, doubt: Doubt): number {
  const odds = doubt.base + doubt.likeness * likeness + doubt.side * beside + doubt.share * share
  return 1 / (1 + Math.exp(-odds))
}

/** Joins the likest first; what is joined last parts the whole in two. Nothing for one alone. */
function weakestLink(
  told: readonly Told[],
  { sides, usual }: Wording,
): (Link & { readonly sides: readonly (readonly Told[])[] }) | undefined {
  if (told.length < 2) return undefined
  const links = told.map((x, i) =>
    told.slice(0, i).map(
      (y): Link => ({
        likeness: Math.min(1, likenessOf(x.words, y.words) / usual(x.ones[0]!.mention, y.ones[0]!.mention)),
        beside: sides(x.ones[0]!.mention, y.ones[0]!.mention),
      }),
    ),
  )
  const between = (i: number, j: number) => (i > j ? links[i]![j]! : links[j]![i]!)
  const strength = ({ likeness, beside }: Link) => likeness + SIDE * beside
  // Prim: each newcomer by its strongest link to those joined already.
  const joined = [{ at: 0, by: 0, strength: Infinity }]
  const best = told.map((_, i) => ({ at: i, by: 0, strength: i === 0 ? Infinity : strength(between(i, 0)) }))
  const open = new Set(told.keys())
  open.delete(0)
  while (open.size > 0) {
    const next = [...open].map(i => best[i]!).reduce((x, y) => (y.strength > x.strength ? y : x))
    open.delete(next.at)
    joined.push(next)
    for (const i of open) {
      const to = strength(between(i, next.at))
      if (to > best[i]!.strength) best[i] = { at: i, by: next.at, strength: to }
    }
  }
  const weak = joined.reduce((x, y) => (y.strength < x.strength ? y : x))
  const far = new Set([weak.at])
  for (const { at, by } of joined) if (at !== weak.at && far.has(by) && at !== 0) far.add(at)
  const apart = [told.filter((_, i) => !far.has(i)), told.filter((_, i) => far.has(i))]
  const across = [...far].flatMap(i => [...told.keys()].filter(j => !far.has(j)).map(j => between(i, j)))
  return {
    likeness: Math.max(...across.map(({ likeness }) => likeness)),
    beside: Math.max(...across.map(({ beside }) => beside)),
    sides: apart,
  }
}
