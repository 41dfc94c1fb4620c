import type { Alignment } from "../model/passage.ts"
import type { Range } from "../model/span.ts"
import { unionFind } from "./union.ts"

/**
 * How strongly an alignment speaks for one common text, in [0, 1]: the larger of its coverages, times how like those who have the shared
 * sentences are otherwise. A sentence that a wire story's copies share is worth much, since they share the rest as well; one that forty
 * reports of the day quote, a post or a statement without quotation marks around it, is worth little, since that is all they share.
 * What two witnesses alone share counts in full, but for what both have in quotation marks: two reporters may have heard the same speaker.
 *
 * `alignments` are all there are, shared quotations too, with indexes below `count`; `speech` is the share of a sentence that is quoted.
 * Costs O(beads).
 */
export function strengthsOf(
  count: number,
  alignments: readonly Alignment[],
  speech: (witness: number, sentence: number) => number,
): (one: Alignment) => number {
  const { shared, clusterOf } = sharedSentences(alignments)
  const copies = unionFind(count)
  for (const { a, b, kinship } of alignments) if (kinship.kind === "copy") copies.join(a, b)
  const holders = holdersOf(alignments, clusterOf, copies.find)
  const worth = Float64Array.from({ length: shared }, (_, cluster) => worthOf(holders.get(cluster)))
  return one => {
    let sentences = 0
    let sum = 0
    for (const bead of one.beads) {
      const length = bead.a.end - bead.a.first
      const quoted = Math.min(mean(speech, one.a, bead.a), mean(speech, one.b, bead.b))
      sentences += length
      sum += length * worth[clusterOf(one, bead)]! * (1 - quoted)
    }
    return coverage(one) * (sentences === 0 ? 1 : sum / sentences)
  }
}

function mean(speech: (witness: number, sentence: number) => number, witness: number, { first, end }: Range): number {
  let sum = 0
  for (let s = first; s < end; s++) sum += speech(witness, s)
  return sum / Math.max(1, end - first)
}

const coverage = ({ kinship }: Alignment) => Math.max(kinship.coverage.a, kinship.coverage.b)

/** Sentences of the same words are one cluster. Reworded ones are left out: twins of twins of twins would make one of all that is alike. */
function sharedSentences(alignments: readonly Alignment[]) {
  const offsets = offsetsOf(alignments)
  const sentences = unionFind(offsets.total)
  for (const { a, b, beads } of alignments)
    for (const bead of beads) {
      if (!bead.verbatim) continue
      const first = offsets.of(a) + bead.a.first
      for (let s = bead.a.first; s < bead.a.end; s++) sentences.join(first, offsets.of(a) + s)
      for (let s = bead.b.first; s < bead.b.end; s++) sentences.join(first, offsets.of(b) + s)
    }
  const clusterOf = ({ a }: Alignment, bead: Alignment["beads"][number]) => sentences.find(offsets.of(a) + bead.a.first)
  return { shared: offsets.total, clusterOf }
}

/** Where each witness's sentences begin when all are numbered in one row. */
function offsetsOf(alignments: readonly Alignment[]) {
  const lengths = new Map<number, number>()
  const note = (witness: number, end: number) => lengths.set(witness, Math.max(lengths.get(witness) ?? 0, end))
  for (const { a, b, beads } of alignments)
    for (const bead of beads) {
      note(a, bead.a.end)
      note(b, bead.b.end)
    }
  const offsets = new Map<number, number>()
  let total = 0
  for (const [witness, length] of lengths) {
    offsets.set(witness, total)
    total += length
  }
  return { total, of: (witness: number) => offsets.get(witness) ?? 0 }
}

/** Who has a cluster: groups of copies, and the coverage of each pair of them that it is shared by. */
interface Holders {
  readonly groups: Set<number>
  readonly pairs: Map<string, number>
}

function holdersOf(
  alignments: readonly Alignment[],
  clusterOf: (one: Alignment, bead: Alignment["beads"][number]) => number,
  groupOf: (witness: number) => number,
): ReadonlyMap<number, Holders> {
  const found = new Map<number, Holders>()
  for (const one of alignments) {
    const [x, y] = [groupOf(one.a), groupOf(one.b)]
    if (x === y) continue
    const pair = x < y ? `${x} ${y}` : `${y} ${x}`
    for (const cluster of new Set(one.beads.map(bead => clusterOf(one, bead)))) {
      const holders = found.get(cluster) ?? { groups: new Set<number>(), pairs: new Map<string, number>() }
      holders.groups.add(x).add(y)
      holders.pairs.set(pair, Math.max(holders.pairs.get(pair) ?? 0, coverage(one)))
      found.set(cluster, holders)
    }
  }
  return found
}

function worthOf(holders: Holders | undefined): number {
  if (!holders || holders.groups.size <= 2) return 1
  let sum = 0
  for (const value of holders.pairs.values()) sum += value
  return sum / holders.pairs.size
}
