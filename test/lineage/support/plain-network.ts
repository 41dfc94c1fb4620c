import type { Network } from "../../../src/lineage/pair-network.ts"
import { RELATIONS, STEPS } from "../../../src/lineage/relations.ts"

type Vector = readonly number[]

/** What the network over pairs says, worked out with plain lists and nothing saved: the reference of `pair-network.ts`. */
export function plainAnswer(network: Network, values: Float32Array, n: number) {
  const { width, hidden, state, told, rounds, weights } = network
  let next = 2 * width
  const layer = (inputs: number, outputs: number) => {
    const at = next
    next += outputs * (inputs + 1)
    return (input: Vector): number[] =>
      Array.from(
        { length: outputs },
        (_, o) =>
          weights[at + outputs * inputs + o]! + input.reduce((sum, x, i) => sum + weights[at + o * inputs + i]! * x, 0),
      )
  }
  const leaky = (list: Vector) => list.map(x => (x > 0 ? x : 0.01 * x))
  const pairs = Array.from({ length: n * n }, (_, k) => [Math.floor(k / n), k % n] as const).filter(([a, b]) => a !== b)
  const at = (a: number, b: number) => a * n + b
  const others = (...not: number[]) => Array.from({ length: n }, (_, c) => c).filter(c => !not.includes(c))
  const [features, first] = [layer(width, hidden), layer(hidden, state)]
  let states: number[][] = []
  for (const [row, [a, b]] of pairs.entries()) {
    const own = Array.from({ length: width }, (_, j) =>
      Math.max(-5, Math.min(5, (values[row * width + j]! - weights[j]!) / weights[width + j]!)),
    )
    states[at(a, b)] = first(leaky(features(own)))
  }
  for (let round = 0; round < rounds; round++) {
    const [left, right, most] = [layer(state, told), layer(state, told), layer(state, told)]
    const [take, add] = [layer(2 * state + 5 * told, hidden), layer(hidden, state)]
    const said = (one: typeof left, a: number, b: number) => leaky(one(states[at(a, b)]!))
    const mean = (a: number, b: number, of: (c: number, t: number) => number) =>
      Array.from({ length: told }, (_, t) => others(a, b).reduce((sum, c) => sum + of(c, t), 0) / Math.max(1, n - 1))
    const made: number[][] = []
    for (const [a, b] of pairs) {
      const known = [
        ...states[at(a, b)]!,
        ...states[at(b, a)]!,
        ...mean(a, b, (c, t) => said(left, a, c)[t]! * said(right, c, b)[t]!),
        ...mean(a, b, (c, t) => said(left, a, c)[t]! * said(right, b, c)[t]!),
        ...mean(a, b, (c, t) => said(left, c, a)[t]! * said(right, c, b)[t]!),
        ...Array.from({ length: told }, (_, t) => Math.max(...others(a).map(c => said(most, a, c)[t]!))),
        ...Array.from({ length: told }, (_, t) => Math.max(...others(b).map(c => said(most, c, b)[t]!))),
      ]
      const more = add(leaky(take(known)))
      made[at(a, b)] = states[at(a, b)]!.map((x, i) => x + more[i]!)
    }
    states = made
  }
  const [last, relations, second] = [layer(state, hidden), layer(hidden, RELATIONS), layer(hidden, 1)]
  const chances = new Float64Array(n * n * RELATIONS)
  const seconds = new Float64Array(n * n)
  const own = pairs.map(([a, b]) => relations(leaky(last(states[at(a, b)]!))))
  const ownOf = (a: number, b: number) => own[pairs.findIndex(([x, y]) => x === a && y === b)]!
  for (const [a, b] of pairs) {
    const sums = ownOf(a, b).map((x, r) =>
      r === 0 ? -Infinity : x + ownOf(b, a)[(r % STEPS) * STEPS + Math.floor(r / STEPS)]!,
    )
    const all = Math.log(sums.reduce((sum, x) => sum + Math.exp(x), 0))
    for (const [r, x] of sums.entries()) chances[at(a, b) * RELATIONS + r] = x - all
    seconds[at(a, b)] = 1 / (1 + Math.exp(-second(leaky(last(states[at(a, b)]!)))[0]!))
  }
  return { relations: chances, seconds }
}
