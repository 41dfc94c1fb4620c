import type { Range } from "../model/span.ts"
import type { SentenceVectors } from "./vectors.ts"

/** One cell of the similarity table of two witnesses: sentence `a` of the one, sentence `b` of the other. */
export interface Cell {
  readonly a: number
  readonly b: number
  /** Cosine in (0, 1]. */
  readonly cosine: number
  /** Share of the lighter sentence's weight that the other has too, in (0, 1]. */
  readonly containment: number
}

/** Scratch space reused from pair to pair, so that a pair costs only what its sentences hold. */
export interface Scratch {
  /** How many sentences of the pair have a feature; 0 between pairs. */
  readonly frequency: Int32Array
  /** First entry of a feature in the inverted index; -1 between pairs. */
  readonly head: Int32Array
}

/** Scratch space for `size` features. */
export function scratch(size: number): Scratch {
  return { frequency: new Int32Array(size), head: new Int32Array(size).fill(-1) }
}

/** Sentence vectors of a pair weighted by inverse frequency within the pair, so that a pair's result depends on nothing else. */
export interface WeightedPair {
  readonly a: Float64Array
  readonly b: Float64Array
  /** Squared length of each sentence's vector. */
  readonly squaresA: Float64Array
  readonly squaresB: Float64Array
}

/**
 * Weighs the features of those sentences of both witnesses that are not taken: rare in the pair's sentences, taken ones too, counts more
 * (Spärck Jones 1972). What is taken weighs 0. O(features).
 */
export function weigh(
  a: SentenceVectors,
  b: SentenceVectors,
  takenA: Int32Array,
  takenB: Int32Array,
  { frequency }: Scratch,
): WeightedPair {
  const sentences = count(a, frequency) + count(b, frequency)
  const rarity = new Float64Array(sentences + 1)
  for (let n = 0; n <= sentences; n++) rarity[n] = Math.log(1 + sentences / Math.max(1, n))
  const weightsA = weightsOf(a, takenA, frequency, rarity)
  const weightsB = weightsOf(b, takenB, frequency, rarity)
  for (const side of [a, b])
    for (const { features } of side.made) for (let k = 0; k < features.length; k++) frequency[features[k]!] = 0
  return { a: weightsA, b: weightsB, squaresA: squaresOf(a, weightsA), squaresB: squaresOf(b, weightsB) }
}

function count({ made, takesPart }: SentenceVectors, frequency: Int32Array): number {
  let sentences = 0
  for (let i = 0; i < takesPart.length; i++) {
    if (!takesPart[i]) continue
    sentences++
    const { features } = made[i]!
    for (let k = 0; k < features.length; k++) frequency[features[k]!]!++
  }
  return sentences
}

function weightsOf(
  { offsets, made }: SentenceVectors,
  taken: Int32Array,
  frequency: Int32Array,
  rarity: Float64Array,
): Float64Array {
  const weights = new Float64Array(offsets.at(-1)!)
  for (let i = 0; i < taken.length; i++) {
    if (taken[i] !== -1) continue
    const { features, counts } = made[i]!
    for (let k = 0; k < features.length; k++) weights[offsets[i]! + k] = counts[k]! * rarity[frequency[features[k]!]!]!
  }
  return weights
}

function squaresOf({ offsets }: SentenceVectors, weights: Float64Array): Float64Array {
  const squares = new Float64Array(offsets.length - 1)
  for (let i = 0; i < squares.length; i++) {
    let sum = 0
    for (let k = offsets[i]!; k < offsets[i + 1]!; k++) sum += weights[k]! * weights[k]!
    squares[i] = sum
  }
  return squares
}

/** The sentences of one witness by feature: entries chained from `head`. */
interface Index {
  readonly next: Int32Array
  readonly sentence: Int32Array
  readonly weight: Float64Array
}

function indexOf(b: SentenceVectors, weights: Float64Array, head: Int32Array): Index {
  const size = weights.length
  const index = { next: new Int32Array(size), sentence: new Int32Array(size), weight: weights }
  for (let j = 0; j < b.takesPart.length; j++) {
    if (!b.takesPart[j]) continue
    const { features } = b.made[j]!
    for (let k = 0, entry = b.offsets[j]!; k < features.length; k++, entry++) {
      index.next[entry] = head[features[k]!]!
      index.sentence[entry] = j
      head[features[k]!] = entry
    }
  }
  return index
}

/**
 * All cells whose cosine or containment reaches its floor, over an inverted index of the second witness's sentences.
 * Costs the number of feature meetings, not sentences times sentences.
 */
export function cells(
  a: SentenceVectors,
  b: SentenceVectors,
  pair: WeightedPair,
  { head }: Scratch,
  floors: { readonly cosine: number; readonly containment: number },
): Cell[] {
  const { next, sentence, weight } = indexOf(b, pair.b, head)
  const found: Cell[] = []
  const width = b.takesPart.length
  const dot = new Float64Array(width)
  const sharedA = new Float64Array(width)
  const sharedB = new Float64Array(width)
  for (let i = 0; i < a.takesPart.length; i++) {
    if (!a.takesPart[i]) continue
    const { features } = a.made[i]!
    for (let k = 0; k < features.length; k++) {
      const own = pair.a[a.offsets[i]! + k]!
      const ownSquare = own * own
      for (let entry = head[features[k]!]!; entry >= 0; entry = next[entry]!) {
        const j = sentence[entry]!
        const other = weight[entry]!
        dot[j] = dot[j]! + own * other
        sharedA[j] = sharedA[j]! + ownSquare
        sharedB[j] = sharedB[j]! + other * other
      }
    }
    for (let j = 0; j < width; j++) {
      if (dot[j] === 0) continue
      const cosine = Math.min(1, dot[j]! / Math.sqrt(pair.squaresA[i]! * pair.squaresB[j]!))
      const lighterIsA = pair.squaresA[i]! <= pair.squaresB[j]!
      const containment = Math.min(1, lighterIsA ? sharedA[j]! / pair.squaresA[i]! : sharedB[j]! / pair.squaresB[j]!)
      if (cosine >= floors.cosine || containment >= floors.containment) found.push({ a: i, b: j, cosine, containment })
      dot[j] = 0
      sharedA[j] = 0
      sharedB[j] = 0
    }
  }
  for (const { features } of b.made) for (let k = 0; k < features.length; k++) head[features[k]!] = -1
  return found
}

/** Cosine of a group of sentences on each side, as if each group were one sentence. */
export function groupCosine(
  a: SentenceVectors,
  b: SentenceVectors,
  pair: WeightedPair,
  groupA: Range,
  groupB: Range,
): number {
  const left = merge(a, pair.a, groupA)
  const right = merge(b, pair.b, groupB)
  let dot = 0
  let squareLeft = 0
  let squareRight = 0
  for (const [feature, weight] of left) {
    squareLeft += weight * weight
    const other = right.get(feature)
    if (other !== undefined) dot += weight * other
  }
  for (const weight of right.values()) squareRight += weight * weight
  return squareLeft > 0 && squareRight > 0 ? Math.min(1, dot / Math.sqrt(squareLeft * squareRight)) : 0
}

function merge({ offsets, made }: SentenceVectors, weights: Float64Array, { first, end }: Range): Map<number, number> {
  const sum = new Map<number, number>()
  for (let i = first; i < end; i++) {
    const { features } = made[i]!
    for (let k = 0; k < features.length; k++)
      sum.set(features[k]!, (sum.get(features[k]!) ?? 0) + weights[offsets[i]! + k]!)
  }
  return sum
}

/** Share of the squared weight of sentence `s` of `side` that lies in features which `group` of `other` has, in [0, 1]. */
export function containmentIn(
  side: SentenceVectors,
  weights: Float64Array,
  s: number,
  other: SentenceVectors,
  group: Range,
): number {
  const present = new Set<number>()
  for (let i = group.first; i < group.end; i++) for (const feature of other.made[i]!.features) present.add(feature)
  let shared = 0
  let all = 0
  const { features } = side.made[s]!
  for (let k = 0; k < features.length; k++) {
    const weight = weights[side.offsets[s]! + k]!
    all += weight * weight
    if (present.has(features[k]!)) shared += weight * weight
  }
  return all > 0 ? shared / all : 0
}
