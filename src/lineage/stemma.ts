import type { Alignment } from "../model/passage.ts"
import type { Segmented } from "../model/segmented.ts"
import type { Evidence, Rival, Stemma, StemmaEdge, StemmaNode } from "../model/stemma.ts"
import type { Copy } from "./copies.ts"
import { byDate, type Descent } from "./descent.ts"
import { evidenceFor } from "./evidence.ts"
import type { Clan } from "./families.ts"
import { greekLetter, siglum } from "./labels.ts"
import { childrenOf, fromRoot, type Tree } from "./tree.ts"

/** Confidence never says "certain", nor "impossible". */
const CERTAIN = 0.98
const LEAST = 0.02

const RIVALS_KEPT = 5
const LEAST_RIVAL = 0.02

/** Below this the best tree is no better than a guess. */
const DECIDED = { pair: 0.5, margin: 0.12, meanEdge: 0.35 } as const

/** What is known of a family, put together: `segmented` and `alignments` of the witnesses that were searched, by the same indexes as `descent`. */
export interface FamilyParts {
  readonly segmented: readonly Segmented[]
  readonly alignments: readonly Alignment[]
  readonly descent: Descent
  /** Witnesses that were set aside as copies of one of `segmented`, and guests, with the witnesses they belong to. */
  readonly copies: readonly Copy[]
  readonly guests: readonly {
    readonly guest: Segmented
    readonly host: Segmented
    readonly alignment: Clan["guests"][number]["alignment"]
  }[]
}

/** The stemma of a family: nodes, edges with confidence and evidence, and the other trees that may be. */
export function stemmaOf({ segmented, alignments, descent, copies, guests }: FamilyParts): Stemma {
  const { n, ids, trees, support } = descent
  const { tree, weight } = trees[0]!
  const all = [...segmented, ...copies.map(c => c.copy), ...guests.map(g => g.guest)]
  const sorted = [...new Map(all.map(one => [one.witness.id, one])).values()].sort((a, b) =>
    a.witness.id < b.witness.id ? -1 : 1,
  )
  const siglumById = new Map(byDate(sorted).map((index, order) => [sorted[index]!.witness.id, siglum(order)]))
  const lost = fromRoot(tree, childrenOf(tree)).filter(node => node >= n)
  const letterByNode = new Map(lost.map((node, order) => [node, greekLetter(order)]))
  const idOf = (node: number): string => (node < n ? ids[node]! : letterByNode.get(node)!)
  const labelOf = (node: number): string => siglumById.get(ids[node]!)!
  const spell = (evidence: Evidence): Evidence => ({
    ...evidence,
    note: evidence.note.replace(/\{(\d+)\}/g, (_, node) => labelOf(Number(node))),
  })

  const children = childrenOf(tree)
  const isGrounded = groundsOf(alignments, descent)
  const edges: StemmaEdge[] = []
  for (const child of fromRoot(tree, children)) {
    if (tree[child]! < 0 || !isGrounded(tree[child]!, child)) continue
    const evidence = evidenceFor(segmented, alignments, descent, children, child).map(spell)
    edges.push({ parent: idOf(tree[child]!), child: idOf(child), confidence: held(support[child]!), evidence })
  }
  for (const { source, child, confidence, sentences } of descent.seconds) {
    const places = sentences.map(at => ({ witness: ids[child]!, span: segmented[child]!.sentences[at]!.span }))
    const named = source < n ? labelOf(source) : idOf(source)
    const note = `A passage of ${labelOf(child)} (${sentences.length} sentences) agrees with ${named} against its other source.`
    const evidence: Evidence[] = [{ kind: "second-source", note, places }]
    edges.push({ parent: idOf(source), child: idOf(child), confidence: held(confidence), evidence })
  }
  for (const { copy, of, evidence, confidence } of copies)
    edges.push({ parent: of.witness.id, child: copy.witness.id, confidence: held(confidence), evidence: [evidence] })
  for (const { guest, host, alignment } of guests) edges.push(guestEdge(guest, host, alignment, siglumById))
  const witnessNodes = sorted.map(
    ({ witness }): StemmaNode => ({ id: witness.id, kind: "witness", label: siglumById.get(witness.id)! }),
  )
  const lostNodes = lost.map((node): StemmaNode => ({ id: idOf(node), kind: "lost", label: idOf(node) }))
  const stemma = { nodes: [...witnessNodes, ...lostNodes], edges, rivals: rivalsOf(descent, siglumById, isGrounded) }
  const undecided = reasonUndecided(n, weight, trees[1]?.weight ?? 0, support, tree)
  return undecided === undefined ? stemma : { ...stemma, undecided }
}

type IsGrounded = (parent: number, child: number) => boolean

/**
 * Whether two nodes may be an edge: a tree has one root, so it hangs a report under one it shares nothing with where a round-up holds both. They are
 * two origins, unless the report itself, or a person, says where it comes from.
 */
function groundsOf(alignments: readonly Alignment[], { n, hints }: Descent): IsGrounded {
  const shared = new Set(alignments.map(({ a, b }) => a * n + b))
  const said = new Set(
    hints
      .filter(({ cost, evidence: { kind } }) => cost < 0 && (kind === "link" || kind === "judgement"))
      .map(({ parent, child }) => parent * n + child),
  )
  return (parent, child) =>
    parent >= n ||
    child >= n ||
    shared.has(Math.min(parent, child) * n + Math.max(parent, child)) ||
    said.has(parent * n + child)
}

function held(confidence: number): number {
  return Math.round(1000 * Math.min(CERTAIN, Math.max(LEAST, confidence))) / 1000
}

function guestEdge(
  guest: Segmented,
  host: Segmented,
  alignment: Alignment,
  siglumById: ReadonlyMap<string, string>,
): StemmaEdge {
  const sentences = alignment.kinship.passages.flatMap(passage => passage.sentences)
  const first = alignment.kinship.a === host.witness.id
  const places = sentences.slice(0, 4).flatMap(({ a, b }) => [
    { witness: host.witness.id, span: first ? a : b },
    { witness: guest.witness.id, span: first ? b : a },
  ])
  const label = (one: Segmented) => siglumById.get(one.witness.id)!
  const note = `${label(host)} shares passages with ${label(guest)} that none of its other kin has.`
  const [early, late] =
    byDate([guest, host])[0] === 1 && host.witness.published !== undefined && guest.witness.published !== undefined
      ? [host, guest]
      : [guest, host]
  return {
    parent: early.witness.id,
    child: late.witness.id,
    confidence: 0.7,
    evidence: [{ kind: "second-source", note, places }],
  }
}

function edgesOf(tree: Tree, n: number, ids: readonly string[], isGrounded: IsGrounded): Rival["edges"] {
  const order = fromRoot(tree, childrenOf(tree))
  const lost = order.filter(node => node >= n)
  const name = (node: number) => (node < n ? ids[node]! : greekLetter(lost.indexOf(node)))
  const hung = order.filter(node => tree[node]! >= 0 && isGrounded(tree[node]!, node))
  return hung.map(node => ({ parent: name(tree[node]!), child: name(node) }))
}

function rivalsOf(
  { trees, n, ids }: Descent,
  siglumById: ReadonlyMap<string, string>,
  isGrounded: IsGrounded,
): Rival[] {
  const label = (id: string) => siglumById.get(id) ?? id
  const best = edgesOf(trees[0]!.tree, n, ids, isGrounded)
  const key = (edge: { parent: string; child: string }) => `${edge.parent} ${edge.child}`
  const known = new Set(best.map(key))
  return (
    trees
      .slice(1)
      .filter(({ weight }) => weight >= LEAST_RIVAL)
      .map(({ tree, weight }) => ({ edges: edgesOf(tree, n, ids, isGrounded), weight }))
      // Trees that differ in groundless edges alone are the same.
      .filter(({ edges }) => edges.length !== best.length || edges.some(edge => !known.has(key(edge))))
      .sort((a, b) => b.weight - a.weight)
      .slice(0, RIVALS_KEPT)
      .map(({ edges, weight }) => {
        const other = edges
          .filter(edge => !known.has(key(edge)))
          .map(edge => `${label(edge.child)} from ${label(edge.parent)}`)
        const note =
          other.length > 0 ? `${other.slice(0, 4).join(", ")}${other.length > 4 ? " …" : ""}.` : "Fewer lost texts."
        return { edges, weight: Math.round(1000 * weight) / 1000, note }
      })
  )
}

/** Why it cannot be told who descends from whom, when it cannot. */
function reasonUndecided(n: number, best: number, next: number, support: Float64Array, tree: Tree): string | undefined {
  if (n === 2) {
    if (best >= DECIDED.pair && best - next >= DECIDED.margin) return undefined
    return "Neither dates, credits nor errors tell which of the two was first, or whether both go back to a lost text."
  }
  let sum = 0
  let edges = 0
  for (const [child, parent] of tree.entries())
    if (parent >= 0) {
      sum += support[child]!
      edges++
    }
  return sum / edges >= DECIDED.meanEdge ? undefined : "Many trees explain these reports about equally well."
}
