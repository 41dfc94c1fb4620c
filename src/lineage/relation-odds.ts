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
  const room = roomFor(network)
  let at = 0
  for (let a = 0; a < n; a++)
    for (let b = 0; b < n; b++) {
      if (a === b) continue
      const out = answer(network, features.values.subarray(at, at + features.width), room)
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

/** What a network makes of a row of features on the way to its answer; used again for the next row. */
export interface Room {
  readonly inputs: Float64Array
  readonly units: Float64Array
  readonly odds: Float64Array
}

export function roomFor({ width, hidden }: Network): Room {
  return {
    inputs: new Float64Array(width),
    units: new Float64Array(hidden),
    odds: new Float64Array(RELATIONS).fill(-Infinity),
  }
}

/** Logarithms of the relations' chances, from one row of features; they stand in `room`. Two witnesses are never the same text. O(weights). */
export function answer({ width, hidden, weights }: Network, row: Float32Array, room: Room): Float64Array {
  const { inputs, units, odds } = room
  const first = 2 * width
  const second = first + hidden * (width + 1)
  for (let j = 0; j < width; j++)
    inputs[j] = Math.max(-MOST_SPREADS, Math.min(MOST_SPREADS, (row[j]! - weights[j]!) / weights[width + j]!))
  for (let h = 0; h < hidden; h++) {
    let sum = weights[first + hidden * width + h]!
    for (let j = 0; j < width; j++) sum += weights[first + h * width + j]! * inputs[j]!
    units[h] = sum > 0 ? sum : LEAK * sum
  }
  let most = -Infinity
  for (let c = 1; c < RELATIONS; c++) {
    let sum = weights[second + RELATIONS * hidden + c]!
    for (let h = 0; h < hidden; h++) sum += weights[second + c * hidden + h]! * units[h]!
    odds[c] = sum
    most = Math.max(most, sum)
  }
  let sum = 0
  for (let c = 1; c < RELATIONS; c++) sum += Math.exp(odds[c]! - most)
  for (let c = 1; c < RELATIONS; c++) odds[c]! -= most + Math.log(sum)
  return odds
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
