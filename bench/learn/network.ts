import type { PairFeatures } from "../../src/lineage/pair-features.ts"
import { answer, LEAK, type Network, type Room, roomFor } from "../../src/lineage/relation-odds.ts"
import { RELATIONS } from "../../src/lineage/relations.ts"
import { chanceOf } from "../descent/made/chance.ts"

/** The pairs of one tradition: features, and the true relation of each. */
export interface Example {
  readonly n: number
  readonly features: PairFeatures
  readonly truth: Uint8Array
}

const LEARNING = { rate: 0.002, decay: 0.01, batch: 64, mean: 0.9, square: 0.999 }

/** Stochastic gradients (Adam: Kingma and Ba 2015) on the cross entropy; every witness counts alike, however many others there are. */
export function learn(
  examples: readonly Example[],
  others: readonly Example[],
  hidden: number,
  epochs: number,
  told: (line: string) => void = () => {},
): Network {
  const width = examples[0]!.features.width
  const first = 2 * width
  const second = first + hidden * (width + 1)
  const weights = new Float32Array(second + RELATIONS * (hidden + 1))
  spreads(examples, weights, width)
  const chance = chanceOf(1)
  const gauss = () => Math.sqrt(-2 * Math.log(1 - chance.unit())) * Math.cos(2 * Math.PI * chance.unit())
  for (let i = 0; i < hidden * width; i++) weights[first + i] = gauss() / Math.sqrt(width)
  for (let i = 0; i < RELATIONS * hidden; i++) weights[second + i] = gauss() / Math.sqrt(hidden)
  const network = { width, hidden, weights }
  const room = roomFor(network)
  const gradient = new Float32Array(weights.length)
  const mean = new Float32Array(weights.length)
  const square = new Float32Array(weights.length)
  const pairs = examples.flatMap((example, e) => Array.from(example.truth, (_, pair) => [e, pair] as const))
  let step = 0
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = chance.shuffled(pairs)
    const rate = (LEARNING.rate * (1 + Math.cos((Math.PI * epoch) / epochs))) / 2
    for (let at = 0; at < order.length; at += LEARNING.batch) {
      gradient.fill(0)
      let all = 0
      for (const [e, pair] of order.slice(at, at + LEARNING.batch)) {
        const { n, features, truth } = examples[e]!
        const weight = 1 / (n - 1)
        all += weight
        teach(network, features, pair, truth[pair]!, weight, gradient, room)
      }
      step++
      const [one, two] = [1 - LEARNING.mean ** step, 1 - LEARNING.square ** step]
      for (let i = first; i < weights.length; i++) {
        const slope = gradient[i]! / all
        mean[i] = LEARNING.mean * mean[i]! + (1 - LEARNING.mean) * slope
        square[i] = LEARNING.square * square[i]! + (1 - LEARNING.square) * slope * slope
        weights[i]! -= rate * (mean[i]! / one / (Math.sqrt(square[i]! / two) + 1e-8) + LEARNING.decay * weights[i]!)
      }
    }
    told(
      `epoch ${epoch + 1}: loss ${lossOf(network, examples).toFixed(4)}, on those kept apart ${lossOf(network, others).toFixed(4)}`,
    )
  }
  return network
}

/** The mean and the spread of each feature. */
function spreads(examples: readonly Example[], weights: Float32Array, width: number): void {
  const rows = examples.flatMap(({ features, truth }) => Array.from(truth, (_, pair) => rowOf(features, pair)))
  for (let j = 0; j < width; j++) {
    let [sum, squares] = [0, 0]
    for (const row of rows) sum += row[j]!
    const mean = sum / rows.length
    for (const row of rows) squares += (row[j]! - mean) ** 2
    weights[j] = mean
    weights[width + j] = Math.sqrt(squares / rows.length) || 1
  }
}

const rowOf = ({ values, width }: PairFeatures, pair: number) => values.subarray(pair * width, (pair + 1) * width)

/** Adds the slope of one pair's loss. */
function teach(
  network: Network,
  features: PairFeatures,
  pair: number,
  truth: number,
  weight: number,
  gradient: Float32Array,
  room: Room,
): void {
  const { width, hidden, weights } = network
  const odds = answer(network, rowOf(features, pair), room)
  const { inputs, units } = room
  const back = new Float64Array(hidden)
  const first = 2 * width
  const second = first + hidden * (width + 1)
  for (let c = 1; c < RELATIONS; c++) {
    const slope = (Math.exp(odds[c]!) - Number(c === truth)) * weight
    gradient[second + RELATIONS * hidden + c]! += slope
    for (let h = 0; h < hidden; h++) {
      gradient[second + c * hidden + h]! += slope * units[h]!
      back[h]! += slope * weights[second + c * hidden + h]!
    }
  }
  for (let h = 0; h < hidden; h++) {
    const slope = back[h]! * (units[h]! > 0 ? 1 : LEAK)
    gradient[first + hidden * width + h]! += slope
    for (let j = 0; j < width; j++) gradient[first + h * width + j]! += slope * inputs[j]!
  }
}

function lossOf(network: Network, examples: readonly Example[]): number {
  const room = roomFor(network)
  let [sum, count] = [0, 0]
  for (const { features, truth } of examples)
    for (const [pair, relation] of truth.entries()) {
      sum -= answer(network, rowOf(features, pair), room)[relation]!
      count++
    }
  return sum / Math.max(1, count)
}
