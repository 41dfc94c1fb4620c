import type { FamilyFindings } from "../model/findings.ts"
import type { Stemma, StemmaNode } from "../model/stemma.ts"
import type { Reading, Variant } from "../model/variant.ts"
import { firstEdges } from "./first-edges.ts"
import { group } from "./group.ts"

/** A variant as a reader wants it: what it was, what it became, whose doing, and who took it over. */
export interface Change {
  readonly variant: Variant
  readonly before: Reading
  readonly after: Reading
  /** Witness ids that have the changed reading too, sorted. */
  readonly inherited: readonly string[]
  /** The lost text it was made in, where others that come from that have it too; else the witness made it. */
  readonly lost?: StemmaNode
}

type Changed = Pick<FamilyFindings, "variants"> & Partial<Pick<FamilyFindings, "stemma">>

/** Changes in the order of the variants, which are worst first. A variant with fewer than two readings is left out: nothing to set side by side. */
export function changesOf({ variants, stemma }: Changed): Change[] {
  const changes = variants.filter(({ readings }) => readings.length > 1).map(toChange)
  const mayBeLost = stemma?.undecided === undefined && stemma?.nodes.some(({ kind }) => kind === "lost")
  return stemma && mayBeLost ? changes.map(madeInLost(stemma)) : changes
}

/** The text that made a change: a witness, or a lost text. */
export const makerOf = ({ after, lost }: Change): string => lost?.id ?? after.witness

// Where it is doubtful that there was such a text, the witness is named, as for conflicts.
const LIKELY = 0.5

/** Says of a change whether it was made in a lost text. O(children of that text) a change. */
function madeInLost({ nodes, edges }: Stemma): (change: Change) => Change {
  const lostById = new Map(nodes.filter(({ kind }) => kind === "lost").map(node => [node.id, node]))
  const first = firstEdges(edges)
  const below = group(edges, ({ parent }) => parent)
  const isLikely = (lost: string) => {
    const own = below.get(lost) ?? []
    return own.reduce((sum, { confidence }) => sum + confidence, 0) >= LIKELY * own.length
  }
  const above = (id: string) => first.get(id)?.parent ?? ""
  return change => {
    const holders = new Set(change.inherited)
    const hold = (id: string): boolean =>
      lostById.has(id) ? (below.get(id) ?? []).some(({ child }) => hold(child)) : holders.has(id)
    let lost: StemmaNode | undefined
    let maker = change.after.witness
    for (let up = above(maker); lostById.has(up) && isLikely(up); up = above(up)) {
      const from = maker
      if (!below.get(up)!.some(({ child }) => child !== from && hold(child))) break
      lost = lostById.get(up)
      maker = up
    }
    return lost ? { ...change, lost } : change
  }
}

function toChange(variant: Variant): Change {
  const [before, after, ...rest] = variant.readings as [Reading, Reading, ...Reading[]]
  const inherited = rest.filter(reading => same(reading, after)).map(({ witness }) => witness)
  return { variant, before, after, inherited: [...new Set(inherited)].sort() }
}

function same(a: Reading, b: Reading): boolean {
  return words(a) === words(b)
}

function words(reading: Reading): string {
  return reading.kind === "text" ? reading.text.toLowerCase().replace(/\s+/g, " ") : reading.kind
}

/** A variant's note without the words it quotes at its end: they stand below it, as its readings. */
export function gist({ note }: Pick<Variant, "note">): string {
  return note.slice(0, 1000).split(": “")[0]!.trim()
}
