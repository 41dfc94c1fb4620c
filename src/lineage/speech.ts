import { type Segmented, TOKEN } from "../model/segmented.ts"

/** How much of a witness's sentence stands inside quotation marks, in [0, 1] of its words. Costs O(tokens) once for each witness. */
export function speechIn(segmented: readonly Segmented[]): (witness: number, sentence: number) => number {
  const known = new Map<number, Float64Array>()
  return (witness, sentence) => {
    let shares = known.get(witness)
    if (!shares) {
      shares = sharesOf(segmented[witness]!)
      known.set(witness, shares)
    }
    return shares[sentence] ?? 0
  }
}

function sharesOf({ sentences, tokens, quoted: ranges }: Segmented): Float64Array {
  const quoted = new Uint8Array(tokens.length)
  for (const { first, end } of ranges) quoted.fill(1, first, end)
  return Float64Array.from(sentences, ({ tokens: { first, end } }) => {
    let words = 0
    let inside = 0
    for (let t = first; t < end; t++) {
      if (tokens.kinds[t] === TOKEN.punctuation) continue
      words++
      inside += quoted[t]!
    }
    return words === 0 ? 0 : inside / words
  })
}
