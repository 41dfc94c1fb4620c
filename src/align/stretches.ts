import type { Range } from "../model/span.ts"
import { grow } from "./grow.ts"
import { clearTerms, type Overlap, overlapOf, type Stretch, type TermSpace, weighTerms } from "./overlap.ts"
import { runSeeds, sentenceSeeds } from "./passage-seeds.ts"
import type { Runs } from "./runs.ts"
import { summaryIn } from "./summary.ts"
import type { Terms } from "./terms.ts"

// Least score of a passage: that of about 12 words in a row that no other sentence has, or 25 words reworded.
const LEAST_SCORE = 42
const LEAST_DICE = 0.4
// So many seeds are grown at most; in texts that repeat themselves the rest lead to the same.
const MOST_GROWN = 1000
// Two passages may share less than this share of the weaker one.
const MOST_OVERLAP = 0.5
// What has such a passage in it is copied, not summed up.
const COPIED_SCORE = 140

interface Grown extends Stretch {
  readonly score: number
}

/**
 * The stretches of two texts that are reused, in the order of `a`: seeds grown to where the score is greatest, the best of those
 * that cover each other, and a stretch that sums up the other text as a whole. Depends on the two texts alone.
 */
export function reusedStretches(
  a: Terms,
  b: Terms,
  runs: Runs,
  isSmall: readonly boolean[],
  space: TermSpace,
): Stretch[] {
  weighTerms(a, b, isSmall, space)
  const overlap = overlapOf(a, b, space)
  const grown: Grown[] = []
  const tried = growSeeds(a, b, runSeeds(a, runs, space), overlap, grown, 0)
  growSeeds(a, b, sentenceSeeds(a, b, space, largest(grown)), overlap, grown, tried)
  overlap.moveTo({ a: NOTHING, b: NOTHING })
  clearTerms(a, b, space)
  const kept = withoutCovered(grown)
  return withSummaries(kept, a, b, isSmall, space).sort((x, y) => x.a.first - y.a.first || x.b.first - y.b.first)
}

const NOTHING: Range = { first: 0, end: 0 }

/** Grows those seeds that do not lie in what was found before, and adds what comes of them; gives how many were tried in all. */
function growSeeds(
  a: Terms,
  b: Terms,
  seeds: readonly Stretch[],
  overlap: Overlap,
  found: Grown[],
  triedBefore: number,
): number {
  let tried = triedBefore
  for (const seed of seeds) {
    if (found.some(one => holds(one.a, seed.a) && holds(one.b, seed.b))) continue
    if (++tried > MOST_GROWN) break
    const stretch = grow(a, b, seed, overlap)
    // Rounded, so that of stretches that are worth the same it is not the order of adding up that decides.
    const score = Math.round(overlap.score() * 1e6) / 1e6
    if (score >= LEAST_SCORE && overlap.dice() >= LEAST_DICE) found.push({ ...stretch, score })
  }
  return tried
}

function largest(grown: readonly Grown[]): Grown | undefined {
  const words = (one: Grown | undefined) => (one ? size(one.a) + size(one.b) : 0)
  return grown.reduce<Grown | undefined>((most, one) => (words(one) > words(most) ? one : most), undefined)
}

/** Of stretches that lie over each other on one side, the one that has more for it; of equals the one found first. */
function withoutCovered(grown: readonly Grown[]): Grown[] {
  const kept: Grown[] = []
  for (const one of grown.toSorted((x, y) => y.score - x.score)) {
    const isCovered = kept.some(
      better =>
        shared(better.a, one.a) > MOST_OVERLAP * size(one.a) || shared(better.b, one.b) > MOST_OVERLAP * size(one.b),
    )
    if (!isCovered) kept.push(one)
  }
  return kept
}

function withSummaries(
  kept: readonly Grown[],
  a: Terms,
  b: Terms,
  isSmall: readonly boolean[],
  space: TermSpace,
): Stretch[] {
  const ofB = summaryIn(a, b, isSmall, space)
  if (ofB && !isCopied(ofB, kept, "a"))
    return [...kept.filter(one => shared(one.a, ofB) === 0), { a: ofB, b: { first: 0, end: b.at.length } }]
  const ofA = summaryIn(b, a, isSmall, space)
  if (ofA && !isCopied(ofA, kept, "b"))
    return [...kept.filter(one => shared(one.b, ofA) === 0), { a: { first: 0, end: a.at.length }, b: ofA }]
  return [...kept]
}

function isCopied(summary: Range, kept: readonly Grown[], side: "a" | "b"): boolean {
  return kept.some(one => one.score >= COPIED_SCORE && shared(one[side], summary) > 0)
}

const size = ({ first, end }: Range) => end - first
const shared = (x: Range, y: Range) => Math.max(0, Math.min(x.end, y.end) - Math.max(x.first, y.first))
const holds = (outer: Range, inner: Range) => outer.first <= inner.first && inner.end <= outer.end
