import type { PairFeatures } from "./pair-features.ts"
import { RELATIONS, TURNED } from "./relations.ts"

/**
 * A network over the pairs of some witnesses. `weights`: for each feature its mean and its spread; then the layers in the order they are used,
 * each row by row with its offsets after it.
 */
export interface Network {
  /** Features of a pair, hidden units, numbers that a pair is held by, numbers that pairs tell each other, and how often they do. */
  readonly width: number
  readonly hidden: number
  readonly state: number
  readonly told: number
  readonly rounds: number
  readonly weights: Float32Array
}

/** What a network says of each ordered pair of witnesses, at `a * n + b`. */
export interface Answers {
  /** Natural logarithms of the chances of the relations, `RELATIONS` a pair; the same whichever of two is asked about first. */
  readonly relations: Float64Array
  /** How likely `a` is a second source of `b`, in [0, 1]. */
  readonly seconds: Float64Array
}

/** No feature counts for more spreads than this. */
const MOST_SPREADS = 5
/** What is left of a hidden unit below zero (leaky rectifier: Maas and others 2013). */
const LEAK = 0.01

const leaky = (x: number) => (x > 0 ? x : LEAK * x)

/**
 * What is likely of each pair, given the features of all. A pair is first held by what its own features say; then, in each round, pairs (a, b) are told
 * what pairs (a, c) and (c, b) say of every third witness c (triangle updates: Jumper and others 2021), and the most that the pairs of `a` and those
 * of `b` say. O(witnesses² × weights + rounds × witnesses³ × told).
 */
export function answer(network: Network, { values, width }: PairFeatures, n: number): Answers {
  const { hidden, state, told, rounds, weights } = network
  const layers = layersOf(network)
  const inputs = new Float64Array(width)
  const units = new Float64Array(hidden)
  let states = new Float64Array(n * n * state)
  let row = 0
  for (let k = 0; k < n * n; k++) {
    if (isSame(k, n)) continue
    for (let j = 0; j < width; j++) {
      const spreads = (values[row++]! - weights[j]!) / weights[width + j]!
      inputs[j] = Math.max(-MOST_SPREADS, Math.min(MOST_SPREADS, spreads))
    }
    layers.features(inputs, 0, units, 0, true)
    layers.first(units, 0, states, k * state)
  }
  const [left, right, most] = [0, 1, 2].map(() => new Float64Array(n * n * told)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  const known = new Float64Array(2 * state + 5 * told)
  for (let round = 0; round < rounds; round++) {
    const { tellLeft, tellRight, tellMost, take, add } = layers.rounds[round]!
    for (let k = 0; k < n * n; k++) {
      if (isSame(k, n)) continue
      tellLeft(states, k * state, left, k * told, true)
      tellRight(states, k * state, right, k * told, true)
      tellMost(states, k * state, most, k * told, true)
    }
    const [from, to] = mostOf(most, n, told)
    const next = states.slice()
    for (let a = 0; a < n; a++)
      for (let b = 0; b < n; b++) {
        if (a === b) continue
        const k = a * n + b
        known.set(states.subarray(k * state, (k + 1) * state))
        known.set(states.subarray((b * n + a) * state, (b * n + a + 1) * state), state)
        triangles(left, right, n, told, a, b, known, 2 * state)
        known.set(from.subarray(a * told, (a + 1) * told), 2 * state + 3 * told)
        known.set(to.subarray(b * told, (b + 1) * told), 2 * state + 4 * told)
        take(known, 0, units, 0, true)
        add(units, 0, next, k * state, false, true)
      }
    states = next
  }
  const said = new Float64Array(n * n * RELATIONS)
  const seconds = new Float64Array(n * n)
  for (let k = 0; k < n * n; k++) {
    if (isSame(k, n)) continue
    layers.last(states, k * state, units, 0, true)
    layers.relations(units, 0, said, k * RELATIONS)
    layers.seconds(units, 0, seconds, k)
    seconds[k] = 1 / (1 + Math.exp(-seconds[k]!))
  }
  return { relations: bothWays(said, n), seconds }
}

const isSame = (k: number, n: number) => k % (n + 1) === 0

/** What third witnesses say of `a` and `b`: along a → c → b, from both to c, and from c to both; the mean over all others. */
function triangles(
  left: Float64Array,
  right: Float64Array,
  n: number,
  told: number,
  a: number,
  b: number,
  made: Float64Array,
  at: number,
): void {
  made.fill(0, at, at + 3 * told)
  for (let c = 0; c < n; c++) {
    const [ac, ca] = [(a * n + c) * told, (c * n + a) * told]
    const [bc, cb] = [(b * n + c) * told, (c * n + b) * told]
    for (let t = 0; t < told; t++) {
      made[at + t]! += left[ac + t]! * right[cb + t]!
      made[at + told + t]! += left[ac + t]! * right[bc + t]!
      made[at + 2 * told + t]! += left[ca + t]! * right[cb + t]!
    }
  }
  for (let t = 0; t < 3 * told; t++) made[at + t]! /= Math.max(1, n - 1)
}

/** The most that any pair from a witness says, and any pair to it. */
function mostOf(said: Float64Array, n: number, told: number): readonly [Float64Array, Float64Array] {
  const from = new Float64Array(n * told).fill(-Infinity)
  const to = new Float64Array(n * told).fill(-Infinity)
  for (let a = 0; a < n; a++)
    for (let b = 0; b < n; b++) {
      if (a === b) continue
      for (let t = 0; t < told; t++) {
        const one = said[(a * n + b) * told + t]!
        from[a * told + t] = Math.max(from[a * told + t]!, one)
        to[b * told + t] = Math.max(to[b * told + t]!, one)
      }
    }
  return [from, to]
}

/** What is said of (a, b) and, turned round, of (b, a), as logarithms of chances. Two witnesses are never the same text. */
function bothWays(said: Float64Array, n: number): Float64Array {
  const made = new Float64Array(n * n * RELATIONS).fill(-Infinity)
  for (let a = 0; a < n; a++)
    for (let b = 0; b < n; b++) {
      if (a === b) continue
      const [here, there] = [(a * n + b) * RELATIONS, (b * n + a) * RELATIONS]
      let sum = 0
      for (let relation = 1; relation < RELATIONS; relation++) {
        made[here + relation] = said[here + relation]! + said[there + TURNED[relation]!]!
        sum += Math.exp(made[here + relation]!)
      }
      for (let relation = 1; relation < RELATIONS; relation++) made[here + relation]! -= Math.log(sum)
    }
  return made
}

/** One layer: from so many numbers of `input` on, to those of `output`, which are put or, with `adds`, added. */
type Layer = (
  input: Float64Array,
  from: number,
  output: Float64Array,
  to: number,
  rectified?: boolean,
  adds?: boolean,
) => void

function layersOf({ width, hidden, state, told, rounds, weights }: Network) {
  let next = 2 * width
  const layer = (inputs: number, outputs: number): Layer => {
    const at = next
    next += outputs * (inputs + 1)
    // Four outputs at once: their sums do not wait for each other.
    return (input, from, output, to, rectified = false, adds = false) => {
      const put = (o: number, sum: number) => {
        const made = rectified ? leaky(sum) : sum
        output[to + o] = adds ? output[to + o]! + made : made
      }
      let o = 0
      for (; o + 4 <= outputs; o += 4) {
        const [row0, offset] = [at + o * inputs, at + outputs * inputs + o]
        const [row1, row2, row3] = [row0 + inputs, row0 + 2 * inputs, row0 + 3 * inputs]
        let [sum0, sum1, sum2, sum3] = [
          weights[offset]!,
          weights[offset + 1]!,
          weights[offset + 2]!,
          weights[offset + 3]!,
        ]
        for (let i = 0; i < inputs; i++) {
          const x = input[from + i]!
          sum0 += weights[row0 + i]! * x
          sum1 += weights[row1 + i]! * x
          sum2 += weights[row2 + i]! * x
          sum3 += weights[row3 + i]! * x
        }
        put(o, sum0)
        put(o + 1, sum1)
        put(o + 2, sum2)
        put(o + 3, sum3)
      }
      for (; o < outputs; o++) {
        let sum = weights[at + outputs * inputs + o]!
        for (let i = 0; i < inputs; i++) sum += weights[at + o * inputs + i]! * input[from + i]!
        put(o, sum)
      }
    }
  }
  return {
    features: layer(width, hidden),
    first: layer(hidden, state),
    rounds: Array.from({ length: rounds }, () => ({
      tellLeft: layer(state, told),
      tellRight: layer(state, told),
      tellMost: layer(state, told),
      take: layer(2 * state + 5 * told, hidden),
      add: layer(hidden, state),
    })),
    last: layer(state, hidden),
    relations: layer(hidden, RELATIONS),
    seconds: layer(hidden, 1),
  }
}
