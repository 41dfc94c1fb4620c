import type { Judgement } from "../model/findings.ts"
import type { Alignment } from "../model/passage.ts"
import type { Segmented } from "../model/segmented.ts"
import { agencyCredits } from "./credits.ts"
import { momentOf } from "./dates.ts"
import { expectedReadings } from "./expected.ts"
import { gridOf } from "./grid.ts"
import type { Hint } from "./hint.ts"
import { hintsOf } from "./hints.ts"
import { likeliest } from "./likeliest.ts"
import { type Collation, lociOf } from "./loci.ts"
import { byNearness } from "./nearness.ts"
import { pacesOf } from "./pace.ts"
import { pairTrees } from "./pair.ts"
import { proofOf } from "./proof.ts"
import { findSeconds, type SecondSource } from "./seconds.ts"
import { supportOf } from "./support.ts"
import { isAbove, type Tree, type Weighed } from "./tree.ts"

/** All that was found out about who descends from whom among some witnesses. Node numbers are as in `segmented`; from `n` on lost texts. */
export interface Descent {
  readonly n: number
  readonly ids: readonly string[]
  readonly trees: readonly Weighed[]
  /** For each node of the best tree how much is to be said for the edge above it, in [0, 1]. */
  readonly support: Float64Array
  readonly collation: Collation
  readonly hints: readonly Hint[]
  /** Sources beside the parent in the best tree. */
  readonly seconds: readonly SecondSource[]
}

/** Witnesses in the order of their dates, those without a date last, then by id. */
export function byDate(segmented: readonly Segmented[]): number[] {
  const moments = segmented.map(one => momentOf(one)?.from ?? Infinity)
  return segmented
    .map((_, index) => index)
    .sort((a, b) => (moments[a]! === moments[b]! ? a - b : moments[a]! - moments[b]!))
}

/** Whether `source` is only a copy of a text that `child` comes from anyway. */
function isCopyOfAncestor(
  alignments: readonly Alignment[],
  tree: Tree,
  n: number,
  source: number,
  child: number,
): boolean {
  const copies = alignments.flatMap(({ a, b, kinship }) =>
    kinship.kind !== "rewrite" && (a === source || b === source) ? [a === source ? b : a] : [],
  )
  for (let up = tree[child]!; up >= 0; up = tree[up]!) if (up < n && copies.includes(up)) return true
  return false
}

/** Whether both come from one lost text: what they share it had. */
function areFellows(tree: Tree, n: number, a: number, b: number): boolean {
  return tree[b]! >= n && isAbove(tree, tree[b]!, a)
}

/** Whether the dates say that `early` was there before `late`. */
function isBefore(segmented: readonly Segmented[], early: number, late: number): boolean {
  const [first, second] = [momentOf(segmented[early]!), momentOf(segmented[late]!)]
  return first !== undefined && second !== undefined && first.until < second.from
}

/** Works out the descent of two witnesses or more, given in the order of their ids. `alignments` have indexes into `segmented`. */
export function descend(
  segmented: readonly Segmented[],
  alignments: readonly Alignment[],
  judgements: readonly Judgement[],
): Descent {
  const n = segmented.length
  const agencyByOutlet = new Map(
    judgements.flatMap(j => (j.kind === "outlet-agency" ? [[j.outlet, j.agency] as const] : [])),
  )
  const hints = hintsOf(segmented, alignments, agencyByOutlet, judgements)
  const ids = segmented.map(one => one.witness.id)
  if (n === 2) return ofTwo({ n, ids, hints }, segmented, alignments, agencyByOutlet)
  const collation = lociOf(segmented, alignments)
  const known = { n, ids, collation, hints }
  if (!segmented.every(isExact)) return { ...known, ...likeliest(segmented, gridOf(segmented, alignments), hints) }
  const proof = proofOf(segmented, collation.sites, byDate(segmented))
  const { trees, support } = byNearness(segmented, collation, hints, proof)
  const paces = pacesOf(segmented, alignments, collation.loci, (one, other) => !isBefore(segmented, one, other))
  const seconds = findSeconds(segmented, expectedReadings(n, collation.loci, paces), collation, trees[0]!.tree).filter(
    ({ source, child }) =>
      !isBefore(segmented, child, source) &&
      !isCopyOfAncestor(alignments, trees[0]!.tree, n, source, child) &&
      !areFellows(trees[0]!.tree, n, source, child),
  )
  return { ...known, trees, support, seconds }
}

/** Two witnesses have three trees, which their wording does not tell apart: they are collated only when somebody asks how they differ. */
function ofTwo(
  known: Pick<Descent, "n" | "ids" | "hints">,
  segmented: readonly Segmented[],
  alignments: readonly Alignment[],
  agencyByOutlet: ReadonlyMap<string, string>,
): Descent {
  const trees = pairTrees(segmented, alignments, known.hints, agencyCredits(segmented, agencyByOutlet))
  let collation: Collation | undefined
  return {
    ...known,
    trees,
    support: supportOf(trees, 2),
    seconds: [],
    get collation() {
      collation ??= lociOf(segmented, alignments)
      return collation
    },
  }
}

/** Whether it is known to the hour when a report was published. */
function isExact(one: Segmented): boolean {
  const moment = one.witness.published === undefined ? undefined : momentOf(one)
  return moment !== undefined && moment.from === moment.until
}
