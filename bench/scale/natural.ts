/** How much texts that have nothing to do with each other have in common. */
export interface InCommon {
  readonly texts: number
  readonly pairs: number
  /** Share of the pairs that have a run of eight words in common, in [0, 1]. */
  readonly runShare: number
  /** Half-rare word pairs (in 2 to 20 of the texts) that a pair of texts has in common, on average. */
  readonly halfRare: number
  /** Share of the pairs that have three, and eight, of them in common, in [0, 1]. */
  readonly threeHalfRare: number
  readonly eightHalfRare: number
}

/** A text, and what it must be compared with: texts of one group are left out, for they may be kin. */
export interface Sampled {
  readonly text: string
  /** Pairs are compared when this is false. */
  readonly isKin: (other: Sampled) => boolean
}

const RUN = 8
const HALF_RARE = 20

/**
 * Measured over all pairs of a sample that are not kin, by inverted indexes of runs of eight words and of word pairs.
 * O(words + pairs in common); some seconds for 2,000 texts.
 */
export function inCommon(sample: readonly Sampled[]): InCommon {
  const words = sample.map(({ text }) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
  const pairs = countPairs(sample)
  const runs = sharedBy(
    sample,
    words.map(own => grams(own, RUN)),
    sample.length,
  )
  const bigrams = [
    ...sharedBy(
      sample,
      words.map(own => grams(own, 2)),
      HALF_RARE,
    ).values(),
  ]
  return {
    texts: sample.length,
    pairs,
    runShare: runs.size / pairs,
    halfRare: bigrams.reduce((sum, count) => sum + count, 0) / pairs,
    threeHalfRare: bigrams.filter(count => count >= 3).length / pairs,
    eightHalfRare: bigrams.filter(count => count >= 8).length / pairs,
  }
}

/** The first so many words of a text, so that long and short ones can be compared. */
export function firstWords(text: string, count: number): string {
  return text.split(/\s+/).slice(0, count).join(" ")
}

function countPairs(sample: readonly Sampled[]): number {
  let pairs = 0
  for (const [a, one] of sample.entries()) for (let b = 0; b < a; b++) if (!one.isKin(sample[b]!)) pairs++
  return pairs
}

function grams(words: readonly string[], length: number): Set<string> {
  const made = new Set<string>()
  for (let i = 0; i + length <= words.length; i++) made.add(words.slice(i, i + length).join(" "))
  return made
}

/** For each pair that is not kin: how many grams it shares that at most so many texts have. */
function sharedBy(sample: readonly Sampled[], grams: readonly Set<string>[], most: number): Map<number, number> {
  const having = new Map<string, number[]>()
  for (const [index, own] of grams.entries())
    for (const gram of own) {
      const list = having.get(gram)
      if (list) list.push(index)
      else having.set(gram, [index])
    }
  const shared = new Map<number, number>()
  for (const list of having.values()) {
    if (list.length > most) continue
    for (let x = 1; x < list.length; x++)
      for (let y = 0; y < x; y++) {
        if (sample[list[x]!]!.isKin(sample[list[y]!]!)) continue
        const key = list[x]! * sample.length + list[y]!
        shared.set(key, (shared.get(key) ?? 0) + 1)
      }
  }
  return shared
}
