import type { Alignment, Bead } from "../model/passage.ts"
import type { Segmented } from "../model/segmented.ts"
import type { Family } from "../model/stemma.ts"
import type { Mention } from "./mentions.ts"
import { type Descent, descentOf, type Line, linesOf } from "./origins.ts"

/** A family read for questions about claims. */
export interface Lineage {
  readonly family: Family
  readonly best: Descent
  /** Other trees that weigh enough to widen the bounds. */
  readonly rivals: readonly Descent[]
}

/** Trees of less weight do not count. */
const MIN_WEIGHT = 0.1

/** Lineages by witness id. */
export function lineagesOf(families: readonly Family[]): Map<string, Lineage> {
  return new Map(
    families.flatMap(family => {
      const { edges, rivals } = family.stemma
      const lineage = {
        family,
        best: descentOf(edges),
        rivals: rivals.filter(({ weight }) => weight >= MIN_WEIGHT).map(rival => descentOf(rival.edges)),
      }
      return family.witnesses.map(witness => [witness, lineage] as const)
    }),
  )
}

/** The line of a claim, with the family it runs in; a report without kin is a line of its own. */
export interface Origin {
  readonly id: string
  readonly line: Line
  readonly lineage?: Lineage
}

/** A claim's origins: in the best trees, and how few or many they may be. */
export interface Origins {
  readonly lines: readonly Origin[]
  readonly min: number
  readonly max: number
}

/** What the alignments tell of how mentions in kin texts hang together. */
export interface Wording {
  /** Whether a witness has a mention from none of its parents that are at hand: its own addition. */
  readonly isAdded: (mention: Mention, parents: readonly string[]) => boolean
  /** False where two texts are aligned and these mentions stand in no passage of both: neither has its words from the other. */
  readonly areLinked: (x: Mention, y: Mention) => boolean
}

/** Origins of a claim attested by these mentions, one a witness. */
export function originsOf(
  attesting: readonly { readonly id: string; readonly mention: Mention }[],
  lineages: ReadonlyMap<string, Lineage>,
  { isAdded, areLinked }: Wording,
): Origins {
  const kin = new Map<Lineage, string[]>()
  const lines: Origin[] = []
  const mentionOf = new Map(attesting.map(({ id, mention }) => [id, mention]))
  for (const { id } of attesting) {
    const lineage = lineages.get(id)
    if (lineage === undefined) lines.push({ id, line: { from: id, members: [id], tops: [id] } })
    else kin.set(lineage, [...(kin.get(lineage) ?? []), id])
  }
  let min = lines.length
  let max = lines.length
  const linked = (x: string, y: string) => areLinked(mentionOf.get(x)!, mentionOf.get(y)!)
  for (const [lineage, ids] of kin) {
    const best = linesOf(ids, lineage.best, linked)
    lines.push(...best.map(line => ({ id: originId(lineage, line.from), line, lineage })))
    const counts = [best, ...lineage.rivals.map(rival => linesOf(ids, rival, linked))].map(found => found.length)
    const own = best.map(line => addedTops(line, mentionOf, lineage, isAdded))
    min += Math.min(...counts)
    max += Math.max(...counts, best.length + own.reduce((sum, more) => sum + more, 0))
  }
  return { lines, min, max }
}

/** How many more origins a line may have because some of its tops do not have the claim from a parent at hand. */
function addedTops(
  { tops }: Line,
  mentionOf: ReadonlyMap<string, Mention>,
  { best }: Lineage,
  isAdded: Wording["isAdded"],
): number {
  if (tops.length < 2) return 0
  const added = tops.filter(top => isAdded(mentionOf.get(top)!, best.parentsOf(top))).length
  return Math.min(added, tops.length - 1)
}

/** A lost text's id means something in its family only. */
function originId({ family }: Lineage, node: string): string {
  return family.witnesses.includes(node) ? node : `${family.id}/${node}`
}

/** Tells by the beads of the alignments which mentions go back to each other. O(alignments), and O(beads) a question. */
export function wordingOf(segmented: readonly Segmented[], alignments: readonly Alignment[]): Wording {
  const indexOf = new Map(segmented.map(({ witness }, w) => [witness.id, w]))
  const size = segmented.length
  const aligned = new Map(alignments.map(one => [one.a * size + one.b, one]))
  const between = (x: number, y: number) => aligned.get(x * size + y) ?? aligned.get(y * size + x)
  return {
    isAdded: (mention, parents) =>
      parents.length > 0 &&
      parents.every(parent => {
        const above = indexOf.get(parent)
        const alignment = above === undefined ? undefined : between(above, mention.witness)
        return alignment !== undefined && !isCovered(alignment, mention)
      }),
    areLinked: (x, y) => {
      const alignment = between(x.witness, y.witness)
      return (
        alignment === undefined ||
        alignment.beads.some(bead => covers(alignment, bead, x) && covers(alignment, bead, y))
      )
    },
  }
}

function isCovered(alignment: Alignment, mention: Mention): boolean {
  return alignment.beads.some(bead => covers(alignment, bead, mention))
}

function covers({ a }: Alignment, bead: Bead, { witness, sentence }: Mention): boolean {
  const side = witness === a ? bead.a : bead.b
  return side.first <= sentence && sentence < side.end
}
