import type { Alignment, Bead } from "../model/passage.ts"
import type { Flaw, Segmented } from "../model/segmented.ts"
import type { Range, Span } from "../model/span.ts"
import type { Hint } from "./hint.ts"

/** What a flaw is worth where the twin is sound: each further one less, since machines make many at once. */
const FLAW = { first: 1.6, shrink: 0.6 } as const

/** A witness that is broken where its twin is sound did not give the twin its text, or somebody mended it. */
export function errorHints(segmented: readonly Segmented[], alignments: readonly Alignment[]): Hint[] {
  const flaws = segmented.map(flawsBySentence)
  return alignments.flatMap(alignment => {
    if (alignment.kinship.kind === "shared-quotation") return []
    const { a, b } = alignment
    return [
      ...side(
        segmented,
        flaws,
        alignment,
        a,
        b,
        bead => bead.a,
        bead => bead.b,
      ),
      ...side(
        segmented,
        flaws,
        alignment,
        b,
        a,
        bead => bead.b,
        bead => bead.a,
      ),
    ]
  })
}

function flawsBySentence(one: Segmented): Map<number, Flaw[]> {
  const made = new Map<number, Flaw[]>()
  for (const flaw of one.flaws) made.set(flaw.sentence, [...(made.get(flaw.sentence) ?? []), flaw])
  return made
}

function side(
  segmented: readonly Segmented[],
  flaws: readonly ReadonlyMap<number, readonly Flaw[]>[],
  alignment: Alignment,
  broken: number,
  sound: number,
  own: (bead: Bead) => Range,
  twin: (bead: Bead) => Range,
): Hint[] {
  const hints: Hint[] = []
  let cost: number = FLAW.first
  const counted = new Set<number>()
  for (const bead of alignment.beads) {
    if (bead.verbatim || within(flaws[sound]!, twin(bead)).length > 0) continue
    const flaw = within(flaws[broken]!, own(bead))[0]
    if (!flaw || counted.has(flaw.sentence)) continue
    counted.add(flaw.sentence)
    const place = (witness: number, span: Span) => ({ witness: segmented[witness]!.witness.id, span })
    const places = [place(broken, flaw.span), place(sound, segmented[sound]!.sentences[twin(bead).first]!.span)]
    const note = `{${broken}} is broken (${flaw.note}) where {${sound}} is sound.`
    hints.push({ parent: broken, child: sound, scope: "above", cost, evidence: { kind: "error", note, places } })
    cost *= FLAW.shrink
  }
  return hints
}

function within(flaws: ReadonlyMap<number, readonly Flaw[]>, range: Range): Flaw[] {
  const found: Flaw[] = []
  for (let sentence = range.first; sentence < range.end; sentence++) found.push(...(flaws.get(sentence) ?? []))
  return found
}
