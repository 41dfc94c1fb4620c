import type { Bead } from "../model/passage.ts"
import type { Segmented } from "../model/segmented.ts"
import type { Range } from "../model/span.ts"

// Headings of tables and other sentences too short to be aligned by their words.
const SHORT_TOKENS = 4

/**
 * The beads with those sentences added that stand alone between the same two beads on both sides: first the ones that are the same word
 * for word, then, where as many are left on both sides and all are short, the first with the first. Sorted by the place in `a`.
 */
export function fillGaps(a: Segmented, b: Segmented, beads: readonly Bead[]): Bead[] {
  const found: Bead[] = []
  const [takenA, takenB] = [takenBy(beads.map(bead => bead.a)), takenBy(beads.map(bead => bead.b))]
  const ends = [...beads, { a: { first: a.sentences.length }, b: { first: b.sentences.length } }]
  let before = { a: 0, b: 0 }
  for (const next of ends) {
    const gapA = gapOf(a, before.a, next.a.first, takenA)
    const gapB = gapOf(b, before.b, next.b.first, takenB)
    for (const bead of beadsBetween(a, gapA, b, gapB)) {
      takenB.add(bead.b.first)
      found.push(bead)
    }
    if ("similarity" in next) before = { a: next.a.end, b: next.b.end }
  }
  return [...beads, ...found].sort((x, y) => x.a.first - y.a.first)
}

function takenBy(ranges: readonly Range[]): Set<number> {
  const taken = new Set<number>()
  for (const { first, end } of ranges) for (let s = first; s < end; s++) taken.add(s)
  return taken
}

/** Body sentences from `first` to `end` that are in no bead, by index. */
function gapOf({ sentences }: Segmented, first: number, end: number, taken: ReadonlySet<number>): number[] {
  const gap: number[] = []
  for (let s = first; s < end; s++) if (sentences[s]!.role === "body" && !taken.has(s)) gap.push(s)
  return gap
}

function beadsBetween(a: Segmented, gapA: readonly number[], b: Segmented, gapB: readonly number[]): Bead[] {
  const found: Bead[] = []
  const restB = [...gapB]
  const restA = gapA.filter(i => {
    const at = restB.findIndex(j => wordsOf(a, i) === wordsOf(b, j))
    if (at < 0) return true
    found.push(beadOf(i, restB[at]!, true))
    restB.splice(at, 1)
    return false
  })
  const isShort = ({ sentences }: Segmented, s: number) =>
    sentences[s]!.tokens.end - sentences[s]!.tokens.first <= SHORT_TOKENS
  const arePaired = restA.length === restB.length && restA.every(i => isShort(a, i)) && restB.every(j => isShort(b, j))
  return arePaired ? [...found, ...restA.map((i, k) => beadOf(i, restB[k]!, false))] : found
}

function beadOf(i: number, j: number, verbatim: boolean): Bead {
  return { a: { first: i, end: i + 1 }, b: { first: j, end: j + 1 }, similarity: verbatim ? 1 : 0.5, verbatim }
}

function wordsOf({ sentences, tokens }: Segmented, s: number): string {
  return tokens.words.slice(sentences[s]!.tokens.first, sentences[s]!.tokens.end).join(" ")
}
