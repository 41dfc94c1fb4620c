import type { Candidate } from "../model/passage.ts"
import type { Segmented } from "../model/segmented.ts"
import { groupCopies } from "./copies.ts"
import { type Features, featuresOf } from "./features.ts"
import { nearCopies } from "./near-copies.ts"
import { bestPairs, type Pair, pairsOf, type Rule } from "./partners.ts"
import { type Postings, postingsOf } from "./postings.ts"

export interface DetectOptions {
  /** A witness's best partners that are kept; a pair is kept when it is among the best of either. Default 40. */
  readonly most?: number
  /** Least weight that a block of one witness shares with the other; 1 is a feature that no third witness has. Default 4.75. */
  readonly least?: number
  /** Least share of the block's weight, in [0, 1], when the other is one block long. Default 0.04. */
  readonly share?: number
  /** What each doubling of the other's length adds to that share. Default 0.005. */
  readonly sharePerDoubling?: number
}

// A feature's rarity is reckoned as if so many other reports were in the collection, so that two reports alone can be judged.
const BACKGROUND = 1000
const LEAST_WEIGHT = 0.03
// A block that has this share of its weight in common is enough, however little it weighs: a brief of ten words.
const MOST_OF_IT = 0.5
// The smallest hashes of a witness, which decide beside which others it is put.
const SKETCH = 6
// Of witnesses with the same words so many are paired with others.
const SPOKESMEN = 3

/**
 * The pairs of witnesses worth aligning, each once, sorted by `a`, then `b`. Verbatim reuse is found by winnowed shingles,
 * rewording by pairs of content words, both weighted by how rare they are in the collection; a witness is looked at by blocks of
 * about 60 words, so that an excerpt in a long text counts as much as a whole copy. Only sentences of title and body are read.
 *
 * Of witnesses with the same words only the three with the smallest ids are paired with others; each is paired with the first
 * of them and with the one before it by id. So 500 copies give 997 pairs, and the graph stays connected. The same holds of more than 32 near
 * copies of one text, in the order of their dates: what one of them has beside it is not looked for in others.
 *
 * The order of the witnesses does not change which pairs come. At most 40 pairs a witness on average, and 9 times that where all
 * texts come in copies; of more than 10,000 pairs some 12 a witness, the best, but with a text of which there are many near copies all are paired
 * that share enough with it. Time and memory are linear in the text: about 3 features a word, 28 bytes a feature.
 */
export function detect(segmented: readonly Segmented[], options: DetectOptions = {}): Candidate[] {
  // All work is done in the order of the ids, so that the order in which reports come cannot matter.
  const byId = segmented.map((_, index) => index).sort((x, y) => compareIds(segmented[x]!, segmented[y]!))
  const features = byId.map(index => featuresOf(segmented[index]!))
  const copies = withNearCopies(groupCopies(features), features, publishedOf(segmented, byId))
  const groups = besideTheirLike(copies, features)
  const postings = postingsOf(
    groups.map(group => features[group[0]!]!.blocks),
    weightTable(groups.length),
  )
  const { most = 40 } = options
  const heads = groups.filter(isLarge).length
  const pairs = notTooMany(pairsOf(postings, isEnough(options), most, heads), groups.length, most, heads)
  const weights = weightsOf(postings, groups.length)
  const between = pairs.flatMap(pair => betweenGroups(pair, groups))
  const within = groups.flatMap((group, i) => withinGroup(group, weights[i]!))
  return [...between, ...within].map(pair => renumbered(pair, byId)).sort((x, y) => x.a - y.a || x.b - y.b)
}

// Groups of near copies that are not larger are looked at one by one.
const LARGE = 32
const isLarge = (group: readonly number[]) => group.length > LARGE

/** When each was published, in the order of `byId`; "" where it is unknown. */
function publishedOf(segmented: readonly Segmented[], byId: readonly number[]): string[] {
  return byId.map(index => segmented[index]!.witness.published ?? "")
}

/**
 * Groups of copies, those put together of which more than 32 are near copies of the earliest: then that one stands first, and the others follow
 * in the order of their dates.
 */
function withNearCopies(
  copies: readonly number[][],
  features: readonly Features[],
  published: readonly string[],
): readonly number[][] {
  if (copies.length <= LARGE) return copies
  const after = (x: number, y: number) => {
    const [a, b] = [published[x]!, published[y]!]
    return a === b ? x - y : a === "" || (b !== "" && a > b) ? 1 : -1
  }
  const firsts = new Map(copies.map(group => [group[0]!, group]))
  const near = nearCopies(features, [...firsts.keys()].sort(after))
  return near
    .flatMap(heads =>
      heads.length > LARGE ? [heads.flatMap(head => firsts.get(head)!)] : heads.map(head => firsts.get(head)!),
    )
    .sort((x, y) => x[0]! - y[0]!)
}

// So many pairs are aligned whatever their number; of more, so many a witness on average, the best.
const ALWAYS = 10_000
const ON_AVERAGE = 12

function notTooMany(pairs: readonly Pair[], documents: number, most: number, heads: number): Pair[] {
  let kept = bestPairs(pairs, documents, most, heads)
  for (let fewer = most; kept.length > Math.max(ALWAYS, ON_AVERAGE * documents) && fewer > 4; ) {
    fewer = Math.floor(fewer * 0.7)
    kept = bestPairs(pairs, documents, fewer, heads)
  }
  return kept
}

function compareIds(a: Segmented, b: Segmented): number {
  return a.witness.id < b.witness.id ? -1 : a.witness.id > b.witness.id ? 1 : 0
}

// Near copies have most features in common, so mostly also the smallest ones: sorting by those sets them side by side. Large groups stand first.
function besideTheirLike(groups: readonly number[][], features: readonly Features[]): number[][] {
  const sketched = groups.map(group => ({ group, sketch: sketchOf(features[group[0]!]!.blocks) }))
  sketched.sort(
    (x, y) =>
      Number(isLarge(y.group)) - Number(isLarge(x.group)) ||
      compareSketches(x.sketch, y.sketch) ||
      x.group[0]! - y.group[0]!,
  )
  return sketched.map(({ group }) => group)
}

function sketchOf(blocks: readonly Uint32Array[]): number[] {
  const smallest = blocks.flatMap(own => [...own.subarray(0, SKETCH)])
  return [...new Set(smallest)].sort((x, y) => x - y).slice(0, SKETCH)
}

function compareSketches(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length && i < b.length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!
  return a.length - b.length
}

// For each number of documents that can have a feature, what sharing it is worth: 1 when only two have it, falling steeply, because
// reports of one event share many half-rare pairs of words without being kin. The floor is for a story that most of the
// collection copies: its every feature is common.
function weightTable(documents: number): Float64Array {
  const rarest = Math.log((documents + BACKGROUND) / 3)
  return Float64Array.from({ length: documents + 1 }, (_, having) => {
    const rarity = Math.log((documents + BACKGROUND) / (having + 1)) / rarest
    return Math.max(LEAST_WEIGHT, Math.min(1, rarity) ** 4)
  })
}

// A long text meets more of anybody's words by chance, so more is asked of it.
function isEnough({ least = 4.75, share = 0.04, sharePerDoubling = 0.005 }: DetectOptions): Rule {
  return (shared, total, blocks) => {
    const wanted = Math.max(least, (share + sharePerDoubling * Math.log2(blocks)) * total)
    return shared >= Math.min(wanted, MOST_OF_IT * total)
  }
}

function weightsOf({ documentOf, totals }: Postings, documents: number): Float64Array {
  const weights = new Float64Array(documents)
  documentOf.forEach((document, block) => {
    weights[document]! += totals[block]!
  })
  return weights
}

function betweenGroups({ a, b, shared }: Pair, groups: readonly number[][]): Candidate[] {
  const others = groups[b]!.slice(0, SPOKESMEN)
  return groups[a]!.slice(0, SPOKESMEN).flatMap(x => others.map(y => ({ a: x, b: y, score: shared })))
}

function withinGroup(group: readonly number[], weight: number): Candidate[] {
  return group.slice(1).flatMap((index, i) => {
    const others = new Set([group[0]!, group[i]!])
    return [...others].map(other => ({ a: other, b: index, score: weight }))
  })
}

function renumbered({ a, b, score }: Candidate, byId: readonly number[]): Candidate {
  const x = byId[a]!
  const y = byId[b]!
  return { a: Math.min(x, y), b: Math.max(x, y), score }
}
