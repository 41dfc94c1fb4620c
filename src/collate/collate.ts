import { align } from "../align/align.ts"
import type { FamilyFindings, Judgement } from "../model/findings.ts"
import type { Alignment, Candidate } from "../model/passage.ts"
import type { Segmented } from "../model/segmented.ts"
import type { Family } from "../model/stemma.ts"
import type { Variant } from "../model/variant.ts"
import { comparePair } from "./compare-pair.ts"
import { type Comparison, comparisons } from "./comparisons.ts"
import { undismissed } from "./dismissed.ts"
import { inherit } from "./inherit.ts"
import { type Pair, type PairFinder, pairOf } from "./pair.ts"
import { mergeVariants, variantOf } from "./variants.ts"
import { byWeight, type Weighed } from "./weight.ts"

/**
 * Collates the witnesses of each family: where they differ, what kind of difference it is, how much it weighs, and who has which
 * reading. Each change is given once, for the witness that made it, with those that inherited it; what a person dismissed is left out.
 * Comes in: segmented witnesses, alignments, families. Goes out: the families with their variants, worst first.
 * Costs one comparison for each edge of a stemma.
 */
export function collate(
  segmented: readonly Segmented[],
  alignments: readonly Alignment[],
  families: readonly Family[],
  judgements: readonly Judgement[] = [],
): FamilyFindings[] {
  const indexById = new Map(segmented.map(({ witness }, index) => [witness.id, index]))
  const segmentedById = new Map(segmented.map(side => [side.witness.id, side]))
  const pairs = pairFinder(segmented, alignments, indexById)
  return families.map(family => {
    const own = new Map(family.witnesses.map(id => [id, segmentedById.get(id)!]))
    const list = comparisons(family, own)
    pairs.prepare(list)
    const variants = variantsOf(list, own, pairs.find)
    const found = worstFirst(inherit(mergeVariants(variants), family, own, pairs.find))
    return { ...family, variants: undismissed(found, judgements) }
  })
}

/** The variants of two witnesses alone, `a` taken as the base. */
export function collatePair(
  a: Segmented,
  b: Segmented,
  alignment: Alignment,
  judgements: readonly Judgement[] = [],
): readonly Variant[] {
  const pair = pairOf([a, b], alignment, 0)
  const drafts = comparePair(pair, { fellows: true, accountedA: () => false, accountedB: () => false })
  const found = worstFirst(mergeVariants(drafts.map(draft => variantOf(draft, a, b))))
  return undismissed(found, judgements)
}

/** In the order in which readers see them. */
function worstFirst(variants: readonly Weighed[]): Variant[] {
  return [...variants].sort(byWeight).map(({ closeness: _, ...variant }) => variant)
}

/**
 * Looks pairs up among the alignments. Those that detection left out (two children of one lost text, say) are aligned when asked for, or many at
 * once when it is known that they will be.
 */
function pairFinder(
  segmented: readonly Segmented[],
  alignments: readonly Alignment[],
  indexById: ReadonlyMap<string, number>,
): { readonly find: PairFinder; readonly prepare: (list: readonly Comparison[]) => void } {
  const n = segmented.length
  const aligned = new Map(alignments.map(alignment => [alignment.a * n + alignment.b, alignment]))
  const met = new Map<number, Pair | undefined>()
  const ofTwo = (one: string, other: string) => {
    const [x, y] = [indexById.get(one)!, indexById.get(other)!]
    return { x, y, candidate: { a: Math.min(x, y), b: Math.max(x, y), score: 0 } }
  }
  const keep = (candidates: readonly Candidate[]) => {
    for (const found of align(segmented, candidates)) aligned.set(found.a * n + found.b, found)
  }
  const find: PairFinder = (base, witness) => {
    const { x, y, candidate } = ofTwo(base, witness)
    const place = candidate.a * n + candidate.b
    if (met.has(x * n + y)) return met.get(x * n + y)
    if (!aligned.has(place)) keep([candidate])
    const alignment = aligned.get(place)
    const pair = alignment && pairOf(segmented, alignment, x)
    met.set(x * n + y, pair)
    return pair
  }
  const prepare = (list: readonly Comparison[]) =>
    keep(list.map(({ base, witness }) => ofTwo(base, witness).candidate).filter(({ a, b }) => !aligned.has(a * n + b)))
  return { find, prepare }
}

function variantsOf(list: readonly Comparison[], own: ReadonlyMap<string, Segmented>, pairs: PairFinder): Weighed[] {
  const byWitness = Map.groupBy(list, comparison => comparison.witness)
  const variants: Weighed[] = []
  for (const [witness, group] of byWitness) {
    const found = fullestFirst(
      own.get(witness)!,
      group.flatMap(comparison => {
        const pair = pairs(comparison.base, witness)
        return pair ? [{ comparison, pair }] : []
      }),
    )
    const best = bestParent(
      own.get(witness)!,
      found.map(({ pair }) => pair),
    )
    found.forEach(({ comparison, pair }, index) => {
      const mine = onlyBest(pair, best, index)
      const context = {
        fellows: !comparison.ancestor,
        accountedA: (s: number) =>
          index > 0 || pair.beadOfA[s] !== -1 || toldByOther(s, comparison, found, best, pairs),
        accountedB: (s: number) => index > 0 || best[s] !== -1,
      }
      const drafts = comparePair(mine, context).filter(
        draft => index === 0 || !["credit-dropped", "credit-added", "moved", "debris"].includes(draft.kind),
      )
      variants.push(...drafts.map(draft => variantOf(draft, mine.a, mine.b)))
    })
  }
  return variants
}

interface Compared {
  readonly comparison: Comparison
  readonly pair: Pair
}

/** The parent that gave most sentences leads: what it has and the witness has not is left out; a further parent only adds. */
function fullestFirst(side: Segmented, found: readonly Compared[]): Compared[] {
  const best = bestParent(
    side,
    found.map(({ pair }) => pair),
  )
  const given = found.map((_, index) => best.reduce((sum, parent) => (parent === index ? sum + 1 : sum), 0))
  return found
    .map((compared, index) => ({ compared, given: given[index]! }))
    .sort((x, y) => y.given - x.given)
    .map(({ compared }) => compared)
}

/** Whether the witness has sentence `s` of this base after all, in the words of another parent. */
function toldByOther(
  s: number,
  { base }: Comparison,
  found: readonly Compared[],
  best: Int32Array,
  pairs: PairFinder,
): boolean {
  return found.some(({ comparison, pair }, index) => {
    if (comparison.base === base) return false
    const between = pairs(base, comparison.base)
    const bead = between?.beads[between.beadOfA[s]!]
    return pair.beads.some(
      own => bead !== undefined && best[own.b.first] === index && own.a.first < bead.b.end && bead.b.first < own.a.end,
    )
  })
}

/** For each sentence of the witness: which of its parents has it in the likest words, or -1 where none has it. */
function bestParent(side: Segmented, pairs: readonly Pair[]): Int32Array {
  return Int32Array.from(side.sentences, (_, s) => {
    let best = -1
    let similarity = 0
    pairs.forEach((pair, index) => {
      const bead = pair.beads[pair.beadOfB[s]!]
      if (bead && bead.similarity > similarity + (best >= 0 ? 0.02 : 0)) {
        best = index
        similarity = bead.similarity
      }
    })
    return best
  })
}

/** The pair with only those beads for which this parent is the best. */
function onlyBest(pair: Pair, best: Int32Array, index: number): Pair {
  const beads = pair.beads.filter(bead => best[bead.b.first] === index)
  if (beads.length === pair.beads.length) return pair
  const beadOfA = new Int32Array(pair.beadOfA.length).fill(-1)
  const beadOfB = new Int32Array(pair.beadOfB.length).fill(-1)
  beads.forEach((bead, at) => {
    beadOfA.fill(at, bead.a.first, bead.a.end)
    beadOfB.fill(at, bead.b.first, bead.b.end)
  })
  return { ...pair, beads, beadOfA, beadOfB }
}
