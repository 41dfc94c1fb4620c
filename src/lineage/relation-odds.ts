import type { PairFeatures } from "./pair-features.ts"
import { WEIGHTS } from "./relation-weights.ts"
import { RELATIONS, STEPS } from "./relations.ts"

/** How likely every relation is for each two witnesses: natural logarithms, at `(a * n + b) * RELATIONS + relation`. */
export type RelationOdds = Float64Array

/** A network of one hidden layer. `weights`: for each feature its mean and its spread; then the hidden layer, row by row, with its offsets; then the outer one. */
export interface Network {
  readonly width: number
  readonly hidden: number
  readonly weights: Float32Array
}

/** No feature counts for more spreads than this. */
const MOST_SPREADS = 5
/** What is left of a hidden unit below zero (leaky rectifier: Maas and others 2013). */
export const LEAK = 0.01
/** No relation is held for less likely. */
const LEAST = -9

/** How likely the relations of two witnesses are, both ways of asking taken together, as learned from made traditions (`bench/learn/relations.ts`). O(pairs × weights). */
export function relationOdds(features: PairFeatures, n: number, network: Network = learned()): RelationOdds {
  const odds = new Float64Array(n * n * RELATIONS)
  const out = new Float64Array(RELATIONS)
  let at = 0
  for (let a = 0; a < n; a++)
    for (let b = 0; b < n; b++) {
      if (a === b) continue
      answer(network, features.values.subarray(at, at + features.width), out)
      at += features.width
      for (let up = 0; up < STEPS; up++)
        for (let down = 0; down < STEPS; down++) {
          const half = Math.max(LEAST, out[up * STEPS + down]!) / 2
          odds[(a * n + b) * RELATIONS + up * STEPS + down]! += half
          odds[(b * n + a) * RELATIONS + down * STEPS + up]! += half
        }
    }
  return odds
}

/** Logarithms of the relations' chances, from one row of features. Two witnesses are never the same text. */
function answer({ width, hidden, weights }: Network, row: Float32Array, out: Float64Array): void {
  const first = 2 * width
  const second = first + hidden * (width + 1)
  out.fill(0)
  for (let c = 1; c < RELATIONS; c++) out[c] = weights[second + RELATIONS * hidden + c]!
  for (let h = 0; h < hidden; h++) {
    let sum = weights[first + hidden * width + h]!
    for (let j = 0; j < width; j++) {
      const spread = (row[j]! - weights[j]!) / weights[width + j]!
      sum += weights[first + h * width + j]! * Math.max(-MOST_SPREADS, Math.min(MOST_SPREADS, spread))
    }
    const value = sum > 0 ? sum : LEAK * sum
    for (let c = 1; c < RELATIONS; c++) out[c]! += weights[second + c * hidden + h]! * value
  }
  out[0] = -Infinity
  let most = -Infinity
  for (let c = 1; c < RELATIONS; c++) most = Math.max(most, out[c]!)
  let sum = 0
  for (let c = 1; c < RELATIONS; c++) sum += Math.exp(out[c]! - most)
  for (let c = 1; c < RELATIONS; c++) out[c]! -= most + Math.log(sum)
}

let kept: Network | undefined

function learned(): Network {
  if (kept === undefined) {
    const bytes = Buffer.from(WEIGHTS.numbers, "base64")
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const weights = Float32Array.from({ length: bytes.byteLength / 4 }, (_, i) => view.getFloat32(4 * i, true))
    kept = { width: WEIGHTS.width, hidden: WEIGHTS.hidden, weights }
  }
  return kept
}
