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
  readonly frequency: Int32Array
  readonly head: Int32Array
}

/** Scratch space for `size` features. */
export function scratch(size: number): Scratch {
  return { frequency: new Int32Array(size), head: new Int32Array(size).fill(-1) }
}

/** Sentence vectors of a pair weighted by inverse frequency within the pair, so that a pair's result depends on nothing else. */
export interface WeightedPair {
  readonly a: readonly Float64Array[]
  readonly b: readonly Float64Array[]
  readonly normA: Float64Array
  readonly normB: Float64Array
}

/** Weighs the features of both witnesses: rare in the pair's sentences counts more (Spärck Jones 1972). */
export function weigh(a: SentenceVectors, b: SentenceVectors, { frequency }: Scratch): WeightedPair {
  let sentences = 0
  for (const side of [a, b])
    side.features.forEach((features, i) => {
      if (!side.takesPart[i]) return
      sentences++
      for (const feature of features) frequency[feature] = frequency[feature]! + 1
    })
  const weights = (side: SentenceVectors) =>
    side.features.map((features, i) => {
      const counts = side.counts[i]!
      return Float64Array.from(
        counts,
        (count, k) => count * Math.log(1 + sentences / Math.max(1, frequency[features[k]!]!)),
      )
    })
  const weighted = { a: weights(a), b: weights(b) }
  for (const side of [a, b])
    for (const features of side.features) for (const feature of features) frequency[feature] = 0
  return { ...weighted, normA: norms(weighted.a), normB: norms(weighted.b) }
}

function norms(rows: readonly Float64Array[]): Float64Array {
  return Float64Array.from(rows, row => {
    let sum = 0
    for (const weight of row) sum += weight * weight
    return Math.sqrt(sum)
  })
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
  const next: number[] = []
  const entrySentence: number[] = []
  const entryWeight: number[] = []
  b.features.forEach((features, j) => {
    if (!b.takesPart[j]) return
    features.forEach((feature, k) => {
      next.push(head[feature]!)
      head[feature] = entrySentence.length
      entrySentence.push(j)
      entryWeight.push(pair.b[j]![k]!)
    })
  })
  const found: Cell[] = []
  const dot = new Float64Array(b.features.length)
  const sharedA = new Float64Array(b.features.length)
  const sharedB = new Float64Array(b.features.length)
  const sums = { a: squares(pair.normA), b: squares(pair.normB) }
  a.features.forEach((features, i) => {
    if (!a.takesPart[i]) return
    const touched: number[] = []
    features.forEach((feature, k) => {
      const weight = pair.a[i]![k]!
      for (let entry = head[feature]!; entry >= 0; entry = next[entry]!) {
        const j = entrySentence[entry]!
        if (dot[j] === 0) touched.push(j)
        dot[j] = dot[j]! + weight * entryWeight[entry]!
        sharedA[j] = sharedA[j]! + weight * weight
        sharedB[j] = sharedB[j]! + entryWeight[entry]! * entryWeight[entry]!
      }
    })
    touched.sort((x, y) => x - y)
    for (const j of touched) {
      const cosine = Math.min(1, dot[j]! / (pair.normA[i]! * pair.normB[j]!))
      const lighterIsA = sums.a[i]! <= sums.b[j]!
      const containment = Math.min(1, lighterIsA ? sharedA[j]! / sums.a[i]! : sharedB[j]! / sums.b[j]!)
      if (cosine >= floors.cosine || containment >= floors.containment) found.push({ a: i, b: j, cosine, containment })
      dot[j] = 0
      sharedA[j] = 0
      sharedB[j] = 0
    }
  })
  b.features.forEach(features => {
    for (const feature of features) head[feature] = -1
  })
  return found
}

function squares(values: Float64Array): Float64Array {
  return values.map(value => value * value)
}

/** Cosine of a group of sentences on each side, as if each group were one sentence. */
export function groupCosine(
  a: SentenceVectors,
  b: SentenceVectors,
  pair: WeightedPair,
  groupA: { readonly first: number; readonly end: number },
  groupB: { readonly first: number; readonly end: number },
): number {
  const left = merge(a, pair.a, groupA)
  const right = merge(b, pair.b, groupB)
  let dot = 0
  let normLeft = 0
  let normRight = 0
  for (const [feature, weight] of left) {
    normLeft += weight * weight
    const other = right.get(feature)
    if (other !== undefined) dot += weight * other
  }
  for (const weight of right.values()) normRight += weight * weight
  return normLeft > 0 && normRight > 0 ? Math.min(1, dot / Math.sqrt(normLeft * normRight)) : 0
}

function merge(
  side: SentenceVectors,
  weights: readonly Float64Array[],
  { first, end }: { readonly first: number; readonly end: number },
): Map<number, number> {
  const sum = new Map<number, number>()
  for (let i = first; i < end; i++)
    side.features[i]!.forEach((feature, k) => {
      sum.set(feature, (sum.get(feature) ?? 0) + weights[i]![k]!)
    })
  return sum
}
