import type { Alignment } from "../model/passage.ts"
import type { Segmented } from "../model/segmented.ts"
import type { Place } from "../model/span.ts"
import type { Evidence } from "../model/stemma.ts"
import type { Descent } from "./descent.ts"
import type { Locus } from "./loci.ts"
import { GAP, UNKNOWN } from "./readings.ts"
import { frontier } from "./tree.ts"

/** Notes name witnesses by their numbers in braces, `{3}`; they become sigla at the end. */
const named = (node: number): string => `{${node}}`

const list = (nodes: readonly number[]): string =>
  nodes.length < 2
    ? nodes.map(named).join("")
    : `${nodes.slice(0, -1).map(named).join(", ")} and ${named(nodes.at(-1)!)}`

const PLACES_SHOWN = 3

/** The reasons for the edge above `child` in the best tree, the strongest kinds first. */
export function evidenceFor(
  segmented: readonly Segmented[],
  alignments: readonly Alignment[],
  descent: Descent,
  children: readonly (readonly number[])[],
  child: number,
): Evidence[] {
  const { n, trees, hints } = descent
  const parent = trees[0]!.tree[child]!
  const ends = frontier(child, n, children)
  const siblings = children[parent]!.filter(node => node !== child).flatMap(node => frontier(node, n, children))
  const told: Evidence[] = []
  for (const hint of hints) {
    const forEdge = hint.parent === parent && hint.child === child && hint.cost < 0
    const againstTurned = hint.parent === child && hint.child === parent && hint.cost > 0
    const againstSibling =
      parent >= n && child < n && hint.child === child && siblings.includes(hint.parent) && hint.cost > 0
    if (forEdge || againstTurned || againstSibling) told.push(hint.evidence)
  }
  if (parent < n && child < n) told.push(...pairEvidence(segmented, alignments, parent, child))
  if (child >= n || children[child]!.length > 0) told.push(...sharedInnovations(descent, ends))
  if (parent >= n) told.push(...ownReadings(descent, ends, siblings))
  return unrepeated(told)
}

function unrepeated(told: readonly Evidence[]): Evidence[] {
  const known = new Set<string>()
  return told.filter(({ note }) => !known.has(note) && known.add(note))
}

const percent = (share: number): string => `${Math.round(100 * share)} %`

/** How much of the child's wording stands in the parent. */
function pairEvidence(
  segmented: readonly Segmented[],
  alignments: readonly Alignment[],
  parent: number,
  child: number,
): Evidence[] {
  const [a, b] = parent < child ? [parent, child] : [child, parent]
  const one = alignments.find(x => x.a === a && x.b === b)
  if (!one) return []
  const { coverage } = one.kinship
  const [ofParent, ofChild] = parent === a ? [coverage.a, coverage.b] : [coverage.b, coverage.a]
  const beads = [...one.beads].sort((x, y) => y.similarity - x.similarity).slice(0, 1)
  const places = beads.flatMap((bead): Place[] => [
    { witness: segmented[a]!.witness.id, span: segmented[a]!.sentences[bead.a.first]!.span },
    { witness: segmented[b]!.witness.id, span: segmented[b]!.sentences[bead.b.first]!.span },
  ])
  const verbatim = one.beads.filter(bead => bead.verbatim).length
  const words = verbatim > 0 ? `, ${verbatim} of ${one.beads.length} passages word for word` : ""
  const shared: Evidence = {
    kind: "wording",
    note: `${percent(ofChild)} of ${named(child)} stands in ${named(parent)}${words}.`,
    places,
  }
  if (ofChild < 0.8 || ofParent > ofChild - 0.1) return [shared]
  const note = `Nearly all of ${named(child)} stands in ${named(parent)}, which has more: ${named(child)} has ${percent(ofParent)} of it.`
  return [shared, { kind: "containment", note, places: [] }]
}

/** Loci that tell, the weightiest first, with the reading they turn on. */
function telling(descent: Descent, reading: (locus: Locus) => number): { locus: Locus; reading: number }[] {
  return descent.collation.loci
    .flatMap(locus => {
      const found = locus.level === "word" ? reading(locus) : GAP
      return found === GAP || found === UNKNOWN ? [] : [{ locus, reading: found, weight: locus.change[found]! }]
    })
    .sort((x, y) => y.weight - x.weight)
    .slice(0, PLACES_SHOWN)
}

/** The one reading that all of `nodes` have that have the sentence, at least `least` of them. */
function common(locus: Locus, nodes: readonly number[], least: number): number {
  const readings = nodes.map(node => locus.readings[node]!).filter(r => r !== UNKNOWN)
  return readings.length >= least && readings.every(r => r === readings[0]) ? readings[0]! : UNKNOWN
}

const has = (locus: Locus, node: number, reading: number): boolean => locus.readings[node] === reading

/** Wording that the witnesses of a branch have and no other witness has: somebody above them all put it in. */
function sharedInnovations(descent: Descent, ends: readonly number[]): Evidence[] {
  if (ends.length < 2) return []
  const others = Array.from({ length: descent.n }, (_, node) => node).filter(node => !ends.includes(node))
  const found = telling(descent, locus => {
    const reading = common(locus, ends, 2)
    const apart =
      others.some(node => locus.readings[node] !== UNKNOWN) && !others.some(node => has(locus, node, reading))
    return apart ? reading : UNKNOWN
  })
  if (found.length === 0) return []
  const places = found.flatMap(({ locus, reading }) => placesOf(descent, locus, ends, reading))
  return [{ kind: "innovation", note: `${list(ends)} share wording that no other report has.`, places }]
}

/** Wording of a branch that its siblings have otherwise: none of them can be its source there. */
function ownReadings(descent: Descent, ends: readonly number[], siblings: readonly number[]): Evidence[] {
  const found = telling(descent, locus => {
    const reading = common(locus, ends, 1)
    const against = siblings.filter(node => locus.readings[node] !== UNKNOWN)
    return against.length > 0 && !against.some(node => has(locus, node, reading)) ? reading : UNKNOWN
  })
  if (found.length === 0) return []
  const places = found.flatMap(({ locus, reading }) => placesOf(descent, locus, ends, reading))
  return [
    {
      kind: "wording",
      note: `${list(ends)}: wording that ${list(siblings)} ${siblings.length > 1 ? "have" : "has"} otherwise.`,
      places,
    },
  ]
}

function placesOf(descent: Descent, locus: Locus, nodes: readonly number[], reading: number): Place[] {
  const ids = new Set(nodes.filter(node => has(locus, node, reading)).map(node => descent.ids[node]!))
  return (locus.examples[0] ?? []).filter(place => ids.has(place.witness))
}
