import { type Segmented, TAG, TOKEN } from "../model/segmented.ts"
import type { Family } from "../model/stemma.ts"
import { instantOf } from "../text/instant.ts"
import { STOP_WORDS } from "../text/stop-words.ts"

/** Reports that stand or fall together when stories are told apart: a family, or a report without kin. */
export interface Unit {
  /** The id of the family or the report. */
  readonly id: string
  readonly family?: string
  /** Witness ids, sorted. */
  readonly witnesses: readonly string[]
  /** What it tells of, as features with their weight; the squares add up to 1. Heaviest first, then by feature. */
  readonly features: readonly (readonly [feature: string, weight: number])[]
  /** The first and the last moment at which it is known to have been published, in milliseconds; of undated reports nothing. */
  readonly span?: readonly [number, number]
}

/** How much a name weighs against another word. */
const NAME = 1.6
/** What stands further down counts less: a feature first met after so many tokens has half of its weight. */
const HALVING = 400
const HALF = 0.5
/** Features of a unit that count: the heaviest. */
const MOST_FEATURES = 80

/** The families and loners with what they tell of. Words that few of the reports have weigh more. Sorted by id. O(tokens). */
export function unitsOf(
  segmented: readonly Segmented[],
  families: readonly Pick<Family, "id" | "witnesses">[],
): Unit[] {
  const counts = new Map(segmented.map(one => [one.witness.id, featuresIn(one)]))
  const kin = new Set(families.flatMap(({ witnesses }) => witnesses))
  const groups = [
    ...families.map(({ id, witnesses }) => ({ id, family: id, witnesses: [...witnesses].sort() })),
    ...segmented.flatMap(({ witness: { id } }) => (kin.has(id) ? [] : [{ id, witnesses: [id] }])),
  ].sort((x, y) => (x.id < y.id ? -1 : 1))
  const sums = groups.map(({ witnesses }) => summed(witnesses.flatMap(id => counts.get(id) ?? [])))
  const frequency = new Map<string, number>()
  for (const sum of sums) for (const feature of sum.keys()) frequency.set(feature, (frequency.get(feature) ?? 0) + 1)
  const times = new Map(
    segmented.map(({ witness }) => [witness.id, instantOf(witness.published ?? witness.observed ?? "")]),
  )
  return groups.map((group, u) => {
    const span = spanOf(group.witnesses.map(id => times.get(id) ?? Number.NaN))
    return { ...group, features: weighed(sums[u]!, frequency, groups.length), ...(span ? { span } : {}) }
  })
}

/** Content lemmas of title and body with how much they stand out there; names apart from other words. */
function featuresIn({ tokens, sentences, names }: Segmented): Map<string, number> {
  const found = new Map<string, number>()
  const add = (feature: string, at: number, weight: number) => {
    found.set(feature, (found.get(feature) ?? 0) + weight * HALF ** (at / HALVING))
  }
  for (const { role, tokens: range } of sentences) {
    if (role !== "body" && role !== "title") continue
    for (let i = range.first; i < range.end; i++) {
      const isIdle =
        tokens.kinds[i] === TOKEN.punctuation || tokens.tags[i] === TAG.pronoun || STOP_WORDS.has(tokens.words[i]!)
      if (!isIdle) add(tokens.lemmas[i]!, i, 1)
    }
  }
  for (const { tokens: range } of names)
    for (let i = range.first; i < range.end; i++)
      if (tokens.kinds[i] === TOKEN.word && !STOP_WORDS.has(tokens.words[i]!)) add(tokens.lemmas[i]!, i, NAME - 1)
  return found
}

function summed(all: readonly ReadonlyMap<string, number>[]): Map<string, number> {
  const sum = new Map<string, number>()
  for (const one of all)
    for (const [feature, count] of one) sum.set(feature, (sum.get(feature) ?? 0) + count / all.length)
  return sum
}

/** Logarithm of the count times that of the rarity, made of length 1. */
function weighed(
  counts: ReadonlyMap<string, number>,
  frequency: ReadonlyMap<string, number>,
  units: number,
): (readonly [string, number])[] {
  const all = [...counts].map(
    ([feature, count]) => [feature, Math.log1p(count) * Math.log1p(units / frequency.get(feature)!)] as const,
  )
  const heaviest = all.sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1)).slice(0, MOST_FEATURES)
  const length = Math.hypot(...heaviest.map(([, weight]) => weight))
  return heaviest.map(([feature, weight]) => [feature, weight / length] as const)
}

function spanOf(times: readonly number[]): [number, number] | undefined {
  const known = times.filter(time => !Number.isNaN(time))
  return known.length === 0 ? undefined : [Math.min(...known), Math.max(...known)]
}
