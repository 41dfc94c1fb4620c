import type { Network } from "./pair-network.ts"
import { WEIGHTS } from "./relation-weights.ts"

let kept: Network | undefined

/** The network that was learned from made traditions (`bench/learn/relations.ts`), read once. */
export function learnedNetwork(): Network {
  if (kept === undefined) {
    const { numbers, ...sizes } = WEIGHTS
    const bytes = Buffer.from(numbers, "base64")
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    kept = {
      ...sizes,
      weights: Float32Array.from({ length: bytes.byteLength / 4 }, (_, i) => view.getFloat32(4 * i, true)),
    }
  }
  return kept
}
