import type { Alignment, Candidate } from "../model/passage.ts"
import type { Segmented } from "../model/segmented.ts"
import { BEAD_DEFAULTS, type BeadOptions, beads } from "./beads.ts"
import { kinshipOf } from "./kinship.ts"
import { type BodyWords, bodyWords, commonRuns } from "./runs.ts"
import { scratch } from "./similarity.ts"
import { type FeatureIds, type SentenceVectors, sentenceVectors } from "./vectors.ts"

/**
 * Aligns candidate pairs: which sentences of the one say what sentences of the other say, and what kin the two are.
 * Comes in: segmented witnesses and candidate pairs by index. Goes out: one alignment for each pair that is kin, in the order of
 * the candidates. A pair's alignment depends on the two witnesses alone.
 *
 * @example
 * align(segment(extract([{ text: "The ferry Aurelia struck a pier at Port Sennet on Monday." }, { text: "Wheat prices rose." }]).witnesses), [
 *   { a: 0, b: 1, score: 0 },
 * ]) // => []
 */
export function align(
  segmented: readonly Segmented[],
  candidates: readonly Candidate[],
  options: BeadOptions = BEAD_DEFAULTS,
): Alignment[] {
  const ids: FeatureIds = { idByFeature: new Map(), gramsByWord: new Map() }
  const idByWord = new Map<string, number>()
  const needed = new Set(candidates.flatMap(({ a, b }) => [a, b]))
  const vectors = new Map<number, SentenceVectors>()
  const words = new Map<number, BodyWords>()
  for (const index of [...needed].sort((x, y) => x - y)) {
    vectors.set(index, sentenceVectors(segmented[index]!, ids))
    words.set(index, bodyWords(segmented[index]!, idByWord))
  }
  const space = scratch(ids.idByFeature.size)
  const alignments: Alignment[] = []
  for (const { a, b } of candidates) {
    const side = (index: number) => ({
      segmented: segmented[index]!,
      vectors: vectors.get(index)!,
      words: words.get(index)!,
    })
    const found = beads(side(a), side(b), space, options)
    const kinship = kinshipOf(side(a), side(b), found, commonRuns(words.get(a)!, words.get(b)!))
    if (kinship) alignments.push({ a, b, kinship, beads: found })
  }
  return alignments
}
