import type { Bead, Kinship, KinshipKind } from "../model/passage.ts"
import { type Segmented, TOKEN } from "../model/segmented.ts"
import type { Range } from "../model/span.ts"
import type { Stretch } from "./overlap.ts"
import { passagesOf } from "./passages.ts"
import type { BodyWords, Runs } from "./runs.ts"
import type { Terms } from "./terms.ts"

/** One side of an aligned pair. */
export interface KinSide {
  readonly segmented: Segmented
  readonly words: BodyWords
  readonly terms: Terms
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
export function kinshipOf(
  a: KinSide,
  b: KinSide,
  beads: readonly Bead[],
  runs: Runs,
  stretches: readonly Stretch[],
): Kinship | undefined {
  const sideA = measure(
    a.segmented,
    beads.map(bead => bead.a),
  )
  const sideB = measure(
    b.segmented,
    beads.map(bead => bead.b),
  )
  const verbatim = Math.max(share(runs.inRunA), share(runs.inRunB))
  const likeness = likenessOf(a, b, beads)
  const kind = kindOf(sideA, sideB, runs, verbatim, likeness, beads.length + stretches.length > 0)
  if (kind === undefined) return undefined
  const coverage = { a: ratio(sideA), b: ratio(sideB) }
  return {
    a: a.segmented.witness.id,
    b: b.segmented.witness.id,
    kind,
    coverage,
    longestRunWords: runs.longest,
    passages: passagesOf(a, b, stretches, beads, coverage),
  }
}

// Sentences on one subject are this like each other by chance; only what lies above speaks for a common text.
const CHANCE = 0.35
// Measured on reports of look-alike events (ECB+), where the most that chance gave was 24 words and a share of 0.12, never both.
const FEW = { words: 15, share: 0.1 }
const MANY = { words: 30, share: 0.05 }

function kindOf(
  a: Measured,
  b: Measured,
  runs: Runs,
  verbatim: number,
  likeness: number,
  isAny: boolean,
): KinshipKind | undefined {
  const own = Math.min(a.own, b.own)
  const ownShare = Math.max(a.own / Math.max(1, a.words), b.own / Math.max(1, b.words))
  const covered = Math.max(ratio(a), ratio(b))
  const isWhole = Math.min(ratio(a), ratio(b)) >= 0.75
  if (own >= 8 && verbatim >= 0.6 && covered >= 0.5) return isWhole ? "copy" : "excerpt"
  const share = likeness / Math.max(1, Math.min(a.words, b.words))
  if ((likeness >= FEW.words && share >= FEW.share) || (likeness >= MANY.words && share >= MANY.share)) return "rewrite"
  if (runs.longest >= 20 && own >= 40 && ownShare >= 0.1) return "excerpt"
  return isAny || runs.longest >= 8 ? "shared-quotation" : undefined
}

/** Words outside quotation marks in beads, each as much as its bead is liker than chance. */
function likenessOf(a: KinSide, b: KinSide, beads: readonly Bead[]): number {
  let sum = 0
  for (const bead of beads) {
    const own = Math.min(ownWords(a.segmented, bead.a), ownWords(b.segmented, bead.b))
    sum += own * Math.max(0, bead.similarity - CHANCE)
  }
  return sum
}

function ownWords(side: Segmented, range: Range): number {
  let sum = 0
  for (let i = range.first; i < range.end; i++) sum += wordsIn(side, i).own
  return sum
}

function ratio({ words, covered }: Measured): number {
  return words === 0 ? 0 : Math.round((covered / words) * 1e4) / 1e4
}

function share(inRun: Uint8Array): number {
  let sum = 0
  for (const bit of inRun) sum += bit
  return inRun.length === 0 ? 0 : sum / inRun.length
}

function measure(side: Segmented, ranges: readonly Range[]): Measured {
  const sum = { words: 0, covered: 0, own: 0 }
  side.sentences.forEach((sentence, i) => {
    if (sentence.role === "body") sum.words += wordsIn(side, i).all
  })
  for (const range of ranges)
    for (let i = range.first; i < range.end; i++) {
      if (side.sentences[i]!.role !== "body") continue
      const { all, own } = wordsIn(side, i)
      sum.covered += all
      sum.own += own
    }
  return sum
}

interface WordCount {
  readonly all: number
  /** Outside quotation marks. */
  readonly own: number
}

const countsBySide = new WeakMap<Segmented, WordCount[]>()

/** Words of a sentence, counted once for each witness. */
function wordsIn(side: Segmented, sentence: number): WordCount {
  let counts = countsBySide.get(side)
  if (!counts) {
    const quoted = new Uint8Array(side.tokens.length)
    for (const { first, end } of side.quoted) quoted.fill(1, first, end)
    counts = side.sentences.map(({ tokens: { first, end } }) => {
      let all = 0
      let own = 0
      for (let t = first; t < end; t++) {
        if (side.tokens.kinds[t] === TOKEN.punctuation) continue
        all++
        if (!quoted[t]) own++
      }
      return { all, own }
    })
    countsBySide.set(side, counts)
  }
  return counts[sentence]!
}
