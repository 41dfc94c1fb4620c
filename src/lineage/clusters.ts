import type { Alignment } from "../model/passage.ts"
import type { Segmented } from "../model/segmented.ts"
import { joinLinked, type Link } from "./linked.ts"

/** Two groups of sentences are one when at least this share of the pairs between them are twins. */
export const COHESION = 0.2

/** Sentences of several witnesses that say the same: twins, and twins of twins. */
export interface Cluster {
  /** In the order of the witnesses; sentences in the order of the text. */
  readonly members: readonly { readonly witness: number; readonly sentences: readonly number[] }[]
}

export interface Clusters {
  readonly list: readonly Cluster[]
  /** The cluster of a body sentence. */
  at(witness: number, sentence: number): Cluster | undefined
}

/**
 * Every body sentence of the witnesses in its cluster. Titles are one cluster, too, where two witnesses or more have one.
 * `alignments` have indexes into `segmented`. Costs O(sentences + beads).
 */
export function clusterSentences(segmented: readonly Segmented[], alignments: readonly Alignment[]): Clusters {
  const offsets: number[] = []
  let total = 0
  for (const one of segmented) {
    offsets.push(total)
    total += one.sentences.length
  }
  const { find } = joinLinked(total, linksOf(alignments, offsets), COHESION)
  const byRoot = new Map<number, { witness: number; sentences: number[] }[]>()
  const titles: { witness: number; sentences: number[] }[] = []
  for (const [witness, one] of segmented.entries())
    for (const [index, sentence] of one.sentences.entries()) {
      if (sentence.role === "title") note(titles, witness, index)
      if (sentence.role !== "body") continue
      const root = find(offsets[witness]! + index)
      const members = byRoot.get(root)
      if (members) note(members, witness, index)
      else byRoot.set(root, [{ witness, sentences: [index] }])
    }
  const clusterByRoot = new Map<number, Cluster>([...byRoot].map(([root, members]) => [root, { members }]))
  const list = [...clusterByRoot.values()]
  if (titles.length > 1) list.push({ members: titles })
  const at = (witness: number, sentence: number) => clusterByRoot.get(find(offsets[witness]! + sentence))
  return { list, at }
}

/** What beads say of single sentences: twins, and neighbours that together are the twin of something. */
function linksOf(alignments: readonly Alignment[], offsets: readonly number[]): Link[] {
  const links: Link[] = []
  for (const { a, b, beads } of alignments)
    for (const bead of beads)
      for (let x = bead.a.first; x < bead.a.end; x++)
        for (let y = bead.b.first; y < bead.b.end; y++)
          links.push({ a: offsets[a]! + x, b: offsets[b]! + y, strength: bead.similarity })
  return links.sort((p, q) => q.strength - p.strength || p.a - q.a || p.b - q.b)
}

function note(members: { witness: number; sentences: number[] }[], witness: number, sentence: number): void {
  const last = members.at(-1)
  if (last?.witness === witness) last.sentences.push(sentence)
  else members.push({ witness, sentences: [sentence] })
}
