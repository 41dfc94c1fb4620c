import type { Judgement } from "../model/findings.ts"
import type { Alignment, SpanPair } from "../model/passage.ts"
import type { Segmented } from "../model/segmented.ts"
import type { Family } from "../model/stemma.ts"
import { divide } from "./copies.ts"
import { descend } from "./descent.ts"
import { type Clan, familiesOf } from "./families.ts"
import { speechIn } from "./speech.ts"
import { stemmaOf } from "./stemma.ts"

export interface LineageOptions {
  /** What a person decided: edges pinned or forbidden, witnesses independent, an outlet's agency. */
  readonly judgements?: readonly Judgement[]
}

/**
 * The families among the witnesses, each with its tree of descent, in the order of their first witnesses' ids. Loners are in none.
 * `alignments` have indexes into `segmented`. The order of the witnesses makes no difference.
 * Costs O(alignments), and for each family a search that is bounded however large the family is.
 *
 * @example
 * lineage([], []) // => []
 */
export function lineage(
  segmented: readonly Segmented[],
  alignments: readonly Alignment[],
  { judgements = [] }: LineageOptions = {},
): Family[] {
  const order = segmented
    .map((_, index) => index)
    .sort((x, y) => (segmented[x]!.witness.id < segmented[y]!.witness.id ? -1 : 1))
  const sorted = order.map(index => segmented[index]!)
  const places = placesIn(order)
  const kin = alignments.map(one => renumber(one, places)).sort((x, y) => x.a - y.a || x.b - y.b)
  return familiesOf(sorted.length, kin, speechIn(sorted)).map(clan => family(sorted, clan, judgements))
}

/** Where each index stands in `order`. */
function placesIn(order: readonly number[]): Map<number, number> {
  return new Map(order.map((index, place) => [index, place]))
}

/** The alignment with other indexes, its sides changed over when the larger would come first; the smaller id comes first in its kinship. */
function renumber(one: Alignment, places: ReadonlyMap<number, number>): Alignment {
  const kinship = one.kinship.a < one.kinship.b ? one.kinship : turned(one.kinship)
  const [a, b] = [places.get(one.a)!, places.get(one.b)!]
  if (a < b) return { ...one, a, b, kinship }
  const beads = one.beads
    .map(bead => ({ ...bead, a: bead.b, b: bead.a }))
    .sort((x, y) => x.a.first - y.a.first || x.b.first - y.b.first)
  return { a: b, b: a, beads, kinship }
}

function turned({ a, b, coverage, passages, ...rest }: Alignment["kinship"]): Alignment["kinship"] {
  return {
    ...rest,
    a: b,
    b: a,
    coverage: { a: coverage.b, b: coverage.a },
    passages: passages
      .map(({ sentences, ...passage }) => ({ ...swapped(passage), sentences: sentences.map(swapped).sort(byPlace) }))
      .sort(byPlace),
  }
}

const swapped = ({ a, b }: SpanPair): SpanPair => ({ a: b, b: a })
const byPlace = (x: SpanPair, y: SpanPair) => x.a.start - y.a.start || x.b.start - y.b.start

/** The part of `alignments` among `members`, with indexes into `members`. */
function within(members: readonly number[], alignments: readonly Alignment[]): Alignment[] {
  const places = placesIn(members)
  return alignments.flatMap(one => (places.has(one.a) && places.has(one.b) ? [renumber(one, places)] : []))
}

function family(
  sorted: readonly Segmented[],
  { members, alignments, guests }: Clan,
  judgements: readonly Judgement[],
): Family {
  const witnesses = members.map(index => sorted[index]!.witness.id)
  const kinships = alignments.map(one => one.kinship)
  const guestIndexes = new Set(guests.map(g => g.guest))
  const home = members.filter(index => !guestIndexes.has(index))
  const atHome = home.map(index => sorted[index]!)
  const kin = within(home, alignments)
  const { searched, copies } = divide(atHome, kin)
  const segmented = searched.map(index => atHome[index]!)
  const own = within(searched, kin)
  const stemma = stemmaOf({
    segmented,
    alignments: own,
    descent: descend(segmented, own, judgements),
    copies,
    guests: guests.map(g => ({ guest: sorted[g.guest]!, host: sorted[g.host]!, alignment: g.alignment })),
  })
  return { id: `family-${witnesses[0]}`, witnesses, kinships, stemma }
}
