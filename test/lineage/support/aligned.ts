import type { Alignment, Bead, KinshipKind } from "../../../src/model/passage.ts"
import type { Segmented } from "../../../src/model/segmented.ts"

interface Sheet {
  readonly sentence: number
  readonly words: ReadonlySet<string>
}

const sheetsOf = (s: Segmented): Sheet[] =>
  s.sentences.flatMap((sentence, index) => {
    if (sentence.role !== "body") return []
    const words = s.tokens.words.slice(sentence.tokens.first, sentence.tokens.end)
    return [
      { sentence: index, words: new Set(words.filter((_, i) => s.tokens.kinds[sentence.tokens.first + i] === 0)) },
    ]
  })

const sizeOf = (sheet: Sheet): number => sheet.words.size * 0.7

/** All pairs aligned by plain word overlap: a sentence is the twin of the one it shares most words with. Slow and simple. */
export function alignAll(segmented: readonly Segmented[], twin = 0.34): Alignment[] {
  const sheets = segmented.map(sheetsOf)
  const made: Alignment[] = []
  for (let a = 0; a < segmented.length; a++)
    for (let b = a + 1; b < segmented.length; b++) {
      const beads = bothWays(sheets[a] as Sheet[], sheets[b] as Sheet[], twin)
      if (beads.length > 0) made.push(alignment(segmented, sheets, a, b, beads))
    }
  return made
}

/** A sentence that was put together from two is the twin of both. */
function bothWays(a: readonly Sheet[], b: readonly Sheet[], twin: number): Bead[] {
  const forth = beadsOf(a, b, twin)
  const known = new Set(forth.map(bead => `${bead.a.first} ${bead.b.first}`))
  const back = beadsOf(b, a, twin).map(bead => ({ ...bead, a: bead.b, b: bead.a }))
  return [...forth, ...back.filter(bead => !known.has(`${bead.a.first} ${bead.b.first}`))].sort(
    (x, y) => x.a.first - y.a.first,
  )
}

function beadsOf(a: readonly Sheet[], b: readonly Sheet[], twin: number): Bead[] {
  const holders = new Map<string, number[]>()
  for (const [j, sheet] of b.entries())
    for (const word of sheet.words) holders.set(word, [...(holders.get(word) ?? []), j])
  for (const [word, list] of holders) if (list.length > 3 && list.length > b.length / 4) holders.delete(word)
  const beads: Bead[] = []
  for (const sheet of a) {
    const shared = new Map<number, number>()
    for (const word of sheet.words) for (const j of holders.get(word) ?? []) shared.set(j, (shared.get(j) ?? 0) + 1)
    const likeness = (j: number) => (shared.get(j) ?? 0) / Math.min(sizeOf(sheet), sizeOf(b[j] as Sheet))
    const twins = [...shared.keys()].filter(j => likeness(j) >= 0.34).sort((x, y) => likeness(y) - likeness(x))
    for (const j of twins.slice(0, 1)) {
      const other = b[j] as Sheet
      const similarity = (2 * (shared.get(j) ?? 0)) / (sizeOf(sheet) + sizeOf(other))
      if (similarity < twin) continue
      const range = (n: number) => ({ first: n, end: n + 1 })
      beads.push({ a: range(sheet.sentence), b: range(other.sentence), similarity, verbatim: similarity === 1 })
    }
  }
  return beads
}

function alignment(
  segmented: readonly Segmented[],
  sheets: readonly (readonly Sheet[])[],
  a: number,
  b: number,
  beads: Bead[],
): Alignment {
  const spanOf = (w: number, sentence: number) => segmented[w]!.sentences[sentence]!.span
  const covered = (w: number, pick: (bead: Bead) => number) =>
    new Set(beads.map(pick)).size / Math.max(1, sheets[w]!.length)
  const coverage = { a: covered(a, x => x.a.first), b: covered(b, x => x.b.first) }
  const likeness = beads.reduce((sum, bead) => sum + bead.similarity, 0) / beads.length
  const most = Math.max(coverage.a, coverage.b)
  const kind: KinshipKind =
    most < 0.1
      ? "shared-quotation"
      : likeness > 0.9
        ? Math.min(coverage.a, coverage.b) > 0.8
          ? "copy"
          : "excerpt"
        : "rewrite"
  const sentences = beads.map(x => ({ a: spanOf(a, x.a.first), b: spanOf(b, x.b.first) }))
  const passages = sentences.map(one => ({ ...one, sentences: [one] }))
  const ids = { a: segmented[a]!.witness.id, b: segmented[b]!.witness.id }
  return { a, b, beads, kinship: { ...ids, kind, coverage, longestRunWords: 8, passages } }
}
