import type { Alignment, Candidate } from "../model/passage.ts"
import type { Segmented } from "../model/segmented.ts"
import { BEAD_DEFAULTS, type BeadOptions, beads, type Side } from "./beads.ts"
import { type KinSide, kinshipOf } from "./kinship.ts"
import { type Numbering, numbering, numbersOf } from "./numbers.ts"
import { termSpace } from "./overlap.ts"
import { bodyWords, commonRuns } from "./runs.ts"
import { scratch } from "./similarity.ts"
import { reusedStretches } from "./stretches.ts"
import { type TermIds, termsOf } from "./terms.ts"
import { type FeatureIds, featureIds, sentenceVectors } from "./vectors.ts"

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
  const known = { features: featureIds(), numbers: numbering(), terms: termIds() }
  const sides = new Map<number, AlignSide>()
  for (const index of [...new Set(candidates.flatMap(({ a, b }) => [a, b]))].sort((x, y) => x - y))
    sides.set(index, sideOf(segmented[index]!, known))
  const space = {
    features: scratch(known.features.grams.count()),
    terms: termSpace(known.terms.idByStem.size),
  }
  const alignments: Alignment[] = []
  for (const pair of candidates) {
    const [a, b] = [sides.get(pair.a)!, sides.get(pair.b)!]
    const runs = commonRuns(a.words, b.words)
    const found = beads(a, b, space.features, options)
    const stretches = reusedStretches(a.terms, b.terms, runs, known.terms.isSmall, space.terms)
    const kinship = kinshipOf(a, b, found, runs, stretches)
    if (kinship) alignments.push({ a: pair.a, b: pair.b, kinship, beads: found })
  }
  return alignments
}

/** What is known of one witness before it is paired. */
interface AlignSide extends Side, KinSide {}

interface Known {
  readonly features: FeatureIds
  readonly numbers: Numbering
  readonly terms: TermIds
}

function sideOf(segmented: Segmented, known: Known): AlignSide {
  const numbers = numbersOf(segmented, known.numbers)
  const words = bodyWords(segmented, numbers.ids)
  return {
    segmented,
    words,
    keys: numbers.keys,
    vectors: sentenceVectors(segmented, numbers, known.features),
    terms: termsOf(segmented, words, known.terms),
  }
}

const termIds = (): TermIds => ({ idByStem: new Map(), termOfWord: [], isSmall: [] })
