import type { Bead } from "../model/passage.ts"
import type { Segmented } from "../model/segmented.ts"
import type { Range } from "../model/span.ts"
import { type Cell, cells, containmentIn, groupCosine, type Scratch, type WeightedPair, weigh } from "./similarity.ts"
import type { SentenceVectors } from "./vectors.ts"

/** How like two sentences must be. Chosen on made rewrites; see bench/README.md. */
export interface BeadOptions {
  /** Cosine from which two sentences are taken for the same on their own, in (0, 1]. */
  readonly seedCosine: number
  /** Cosine that is enough beside a bead already found. */
  readonly nearCosine: number
  /** Share of a sentence that must be found again for it to join its neighbour's bead. */
  readonly joinContainment: number
}

export const BEAD_DEFAULTS: BeadOptions = { seedCosine: 0.34, nearCosine: 0.2, joinContainment: 0.3 }

const MAX_SENTENCES = 4

/** One side of the pair being aligned. */
export interface Side {
  readonly segmented: Segmented
  readonly vectors: SentenceVectors
  /** For each sentence a number, equal for sentences of the same words. */
  readonly keys: Int32Array
}

interface Draft {
  a: Range
  b: Range
  cosine: number
}

/**
 * Aligns the sentences of two witnesses: those that are the same first, then the likest pairs wherever they stand (so moved sentences are found), then weaker
 * pairs beside them, then neighbours that make a pair likelier still (splits and merges; after Gale and Church 1993, without
 * their monotone path). Each sentence is in at most one bead. Sorted by the place in `a`.
 */
export function beads(a: Side, b: Side, space: Scratch, options: BeadOptions = BEAD_DEFAULTS): Bead[] {
  const takenA = new Int32Array(a.segmented.sentences.length).fill(-1)
  const takenB = new Int32Array(b.segmented.sentences.length).fill(-1)
  const drafts: Draft[] = []
  const take = ({ a: i, b: j, cosine }: Cell) => {
    takenA[i] = drafts.length
    takenB[j] = drafts.length
    drafts.push({ a: single(i), b: single(j), cosine })
  }
  for (const [i, j] of sameSentences(a, b)) take({ a: i, b: j, cosine: 1, containment: 1 })
  const [restA, restB] = [without(a.vectors, takenA), without(b.vectors, takenB)]
  if (restA.takesPart.includes(true) && restB.takesPart.includes(true)) alignRest()
  return drafts.map(draft => toBead(draft, a, b)).sort((x, y) => x.a.first - y.a.first)

  function alignRest(): void {
    const pair = weigh(a.vectors, b.vectors, takenA, takenB, space)
    const floors = { cosine: options.nearCosine, containment: 0.6 }
    const found = cells(restA, restB, pair, space, floors)
    const ranked = found.sort((x, y) => y.cosine - x.cosine || x.a - y.a || x.b - y.b)
    for (const cell of ranked) if (isSeed(cell, options) && takenA[cell.a] === -1 && takenB[cell.b] === -1) take(cell)
    for (const cell of ranked)
      if (takenA[cell.a] === -1 && takenB[cell.b] === -1 && hasNeighbour(cell, takenA, takenB, drafts)) take(cell)
    for (const draft of drafts) grow(draft, a.vectors, b.vectors, pair, takenA, takenB, options)
  }
}

// Most beads are of one sentence and one: they share their ranges, as a large family has half a million of them.
const singles: Range[] = []
const single = (i: number): Range => (singles[i] ??= { first: i, end: i + 1 })

/** Sentences that are the same word for word, the first with the first, the second with the second: they need no search. */
function sameSentences(a: Side, b: Side): [number, number][] {
  const places = new Map<number, number[]>()
  b.keys.forEach((key, j) => {
    if (!b.vectors.takesPart[j]) return
    const same = places.get(key)
    if (same) same.push(j)
    else places.set(key, [j])
  })
  const found: [number, number][] = []
  a.keys.forEach((key, i) => {
    if (!a.vectors.takesPart[i]) return
    const j = places.get(key)?.shift()
    if (j !== undefined) found.push([i, j])
  })
  return found
}

/** The vectors of those sentences only that are still free. */
function without(vectors: SentenceVectors, taken: Int32Array): SentenceVectors {
  return { ...vectors, takesPart: vectors.takesPart.map((takesPart, i) => takesPart && taken[i] === -1) }
}

function isSeed({ cosine, containment }: Cell, options: BeadOptions): boolean {
  return cosine >= options.seedCosine || (containment >= 0.75 && cosine >= 0.75 * options.seedCosine)
}

/** Whether a bead stands just before or after the cell on both sides, in the same order. */
function hasNeighbour({ a, b }: Cell, takenA: Int32Array, takenB: Int32Array, drafts: readonly Draft[]): boolean {
  for (const step of [-2, -1, 1, 2]) {
    const draft = drafts[takenA[a + step] ?? -1]
    if (!draft) continue
    const gap = step < 0 ? b - (draft.b.end - 1) : draft.b.first - b
    if (gap >= 1 && gap <= 2 && takenB[b] === -1) return true
  }
  return false
}

/** Adds neighbouring sentences to a bead while that makes the two sides liker. */
function grow(
  draft: Draft,
  a: SentenceVectors,
  b: SentenceVectors,
  pair: WeightedPair,
  takenA: Int32Array,
  takenB: Int32Array,
  options: BeadOptions,
): void {
  if (draft.cosine > 0.985) return
  for (let improved = true; improved; ) {
    improved = false
    for (const grown of neighbours(draft, takenA, takenB, a, b)) {
      const cosine = groupCosine(a, b, pair, grown.a, grown.b)
      if (cosine <= draft.cosine + 0.005 || addedContainment(draft, grown, a, b, pair) < options.joinContainment)
        continue
      const mark = takenA[draft.a.first]!
      Object.assign(draft, { a: grown.a, b: grown.b, cosine })
      takenA.fill(mark, draft.a.first, draft.a.end)
      takenB.fill(mark, draft.b.first, draft.b.end)
      improved = true
      break
    }
  }
}

function neighbours(
  draft: Draft,
  takenA: Int32Array,
  takenB: Int32Array,
  a: SentenceVectors,
  b: SentenceVectors,
): Draft[] {
  const free = (taken: Int32Array, side: SentenceVectors, i: number) => taken[i] === -1 && side.takesPart[i] === true
  const grown: Draft[] = []
  const { first: a1, end: a2 } = draft.a
  const { first: b1, end: b2 } = draft.b
  // A sentence too short to take part (debris of translation) does not keep its neighbours apart.
  const past = (side: SentenceVectors, taken: Int32Array, i: number, step: 1 | -1) =>
    taken[i] === -1 && side.short[i] ? i + step : i
  if (b2 - b1 < MAX_SENTENCES && a2 - a1 <= 2) {
    const after = past(b, takenB, b2, 1)
    const before = past(b, takenB, b1 - 1, -1)
    if (free(takenB, b, after)) grown.push({ ...draft, b: { first: b1, end: after + 1 } })
    if (free(takenB, b, before)) grown.push({ ...draft, b: { first: before, end: b2 } })
  }
  if (a2 - a1 < MAX_SENTENCES && b2 - b1 <= 2) {
    const after = past(a, takenA, a2, 1)
    const before = past(a, takenA, a1 - 1, -1)
    if (free(takenA, a, after)) grown.push({ ...draft, a: { first: a1, end: after + 1 } })
    if (free(takenA, a, before)) grown.push({ ...draft, a: { first: before, end: a2 } })
  }
  return grown
}

/** Share of the added sentence's weight that the other side has. */
function addedContainment(
  before: Draft,
  after: Draft,
  a: SentenceVectors,
  b: SentenceVectors,
  pair: WeightedPair,
): number {
  const grewA = after.a.first !== before.a.first || after.a.end !== before.a.end
  const [side, weights, range, old] = grewA ? [a, pair.a, after.a, before.a] : [b, pair.b, after.b, before.b]
  const [other, otherRange] = grewA ? [b, after.b] : [a, after.a]
  const added = range.first < old.first ? range.first : range.end - 1
  return containmentIn(side, weights, added, other, otherRange)
}

function toBead({ a: rangeA, b: rangeB, cosine }: Draft, a: Side, b: Side): Bead {
  const isSingle = rangeA.end - rangeA.first === 1 && rangeB.end - rangeB.first === 1
  const verbatim = isSingle
    ? a.keys[rangeA.first] === b.keys[rangeB.first]
    : wordsOf(a.segmented, rangeA) === wordsOf(b.segmented, rangeB)
  return { a: rangeA, b: rangeB, similarity: verbatim ? 1 : Math.min(cosine, 0.999), verbatim }
}

function wordsOf({ sentences, tokens }: Segmented, range: Range): string {
  return tokens.words.slice(sentences[range.first]!.tokens.first, sentences[range.end - 1]!.tokens.end).join(" ")
}
