import type { Bead, Kinship, KinshipKind, Passage } from "../model/passage.ts"
import { type Segmented, TOKEN } from "../model/segmented.ts"
import type { Range } from "../model/span.ts"
import type { BodyWords, Runs } from "./runs.ts"

/** One side of an aligned pair. */
export interface KinSide {
  readonly segmented: Segmented
  readonly words: BodyWords
}

interface Measured {
  /** Body words in all, and those inside passages, and of these those outside quotation marks. */
  readonly words: number
  readonly covered: number
  readonly own: number
}

/**
 * What kin two aligned witnesses are, with both coverages; `undefined` when they share too little to be kin.
 * Words inside quotation marks do not make kin: two reporters may have heard the same speaker.
 */
export function kinshipOf(a: KinSide, b: KinSide, beads: readonly Bead[], runs: Runs): Kinship | undefined {
  const sideA = measure(
    a.segmented,
    beads.map(bead => bead.a),
  )
  const sideB = measure(
    b.segmented,
    beads.map(bead => bead.b),
  )
  const verbatim = Math.max(share(runs.inRunA), share(runs.inRunB))
  const kind = kindOf(sideA, sideB, runs, verbatim, beads)
  if (kind === undefined) return undefined
  return {
    a: a.segmented.witness.id,
    b: b.segmented.witness.id,
    kind,
    coverage: { a: ratio(sideA), b: ratio(sideB) },
    longestRunWords: runs.longest,
    passages: passagesOf(a.segmented, b.segmented, beads),
  }
}

function kindOf(
  a: Measured,
  b: Measured,
  runs: Runs,
  verbatim: number,
  beads: readonly Bead[],
): KinshipKind | undefined {
  const own = Math.min(a.own, b.own)
  const ownShare = Math.max(a.own / Math.max(1, a.words), b.own / Math.max(1, b.words))
  const covered = Math.max(ratio(a), ratio(b))
  const isWhole = Math.min(ratio(a), ratio(b)) >= 0.75
  if (own >= 8 && verbatim >= 0.6 && covered >= 0.5) return isWhole ? "copy" : "excerpt"
  const isReworded = ownShare >= 0.3 && own >= 25 && beads.length >= 2
  if (isReworded) return "rewrite"
  if (runs.longest >= 20 && own >= 40 && ownShare >= 0.1) return "excerpt"
  if (own >= 90 && ownShare >= 0.18 && beads.length >= 4) return "rewrite"
  return beads.length > 0 || runs.longest >= 8 ? "shared-quotation" : undefined
}

function ratio({ words, covered }: Measured): number {
  return words === 0 ? 0 : Math.round((covered / words) * 1e4) / 1e4
}

function share(inRun: Uint8Array): number {
  let sum = 0
  for (const bit of inRun) sum += bit
  return inRun.length === 0 ? 0 : sum / inRun.length
}

function measure({ tokens, sentences, quotations }: Segmented, ranges: readonly Range[]): Measured {
  const covered = new Uint8Array(sentences.length)
  for (const range of ranges) covered.fill(1, range.first, range.end)
  const quoted = new Uint8Array(tokens.length)
  for (const quotation of quotations) quoted.fill(1, quotation.tokens.first, quotation.tokens.end)
  const sum = { words: 0, covered: 0, own: 0 }
  sentences.forEach((sentence, i) => {
    if (sentence.role !== "body") return
    for (let t = sentence.tokens.first; t < sentence.tokens.end; t++) {
      if (tokens.kinds[t] === TOKEN.punctuation) continue
      sum.words++
      if (!covered[i]) continue
      sum.covered++
      if (!quoted[t]) sum.own++
    }
  })
  return sum
}

/** Passages as people count them: neighbouring verbatim beads are one stretch, every other bead stands for itself. */
function passagesOf(a: Segmented, b: Segmented, beads: readonly Bead[]): Passage[] {
  const joined: { a: Range; b: Range; verbatim: boolean }[] = []
  for (const bead of beads) {
    const last = joined.at(-1)
    const adjoins = last?.verbatim && bead.verbatim && last.a.end === bead.a.first && last.b.end === bead.b.first
    if (last && adjoins) {
      last.a = { first: last.a.first, end: bead.a.end }
      last.b = { first: last.b.first, end: bead.b.end }
    } else joined.push({ a: bead.a, b: bead.b, verbatim: bead.verbatim })
  }
  const spanOf = ({ sentences }: Segmented, range: Range) => ({
    start: sentences[range.first]!.span.start,
    end: sentences[range.end - 1]!.span.end,
  })
  return joined.map(bead => ({ a: spanOf(a, bead.a), b: spanOf(b, bead.b) }))
}
