import type { Judgement } from "../model/findings.ts"
import type { Alignment } from "../model/passage.ts"
import type { Segmented } from "../model/segmented.ts"
import { agencyCredits } from "./credits.ts"
import { momentOf } from "./dates.ts"
import type { Hint } from "./hint.ts"
import { hintsOf, leaningsOf } from "./hints.ts"
import type { Judge } from "./judge.ts"
import { type Collation, lociOf } from "./loci.ts"
import { byNearness, type Nearness } from "./nearness.ts"
import { pacesOf } from "./pace.ts"
import { pairTrees } from "./pair.ts"
import { judgeOf } from "./parsimony.ts"
import { proofOf } from "./proof.ts"
import { chanceOf } from "./random.ts"
import { search, type Weighed } from "./search.ts"
import { findSeconds, type SecondSource } from "./seconds.ts"
import { supportOf } from "./support.ts"
import { isAbove, type Tree } from "./tree.ts"

/**
 * What a lost text must save in other costs. Above all witnesses wording cannot tell it from a witness at the top, so it is not looked for
 * there, but put in where it is proved (see {@link crown}).
 */
export const LOST = { inner: 8, root: 8 } as const

/** How many units of cost make a tree e times less likely. Fitted on made traditions, see test/lineage/traditions.test.ts. */
export const BELIEF = { temperature: 3, effort: 20_000_000 } as const

/** When so many have a date, the nearest text and the dates lead; else the wording alone is searched for the likeliest tree. */
const DATED = 0.6
/** In larger families the search through the wording takes longer than it is worth. */
const MOST_SEARCHED = 14

/** All that was found out about who descends from whom among some witnesses. Node numbers are as in `segmented`; from `n` on lost texts. */
export interface Descent {
  readonly n: number
  readonly ids: readonly string[]
  readonly trees: readonly Weighed[]
  /** For each node of the best tree how much is to be said for the edge above it, in [0, 1]. */
  readonly support: Float64Array
  readonly judge: Judge
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
  const collation = lociOf(segmented, alignments)
  const proof = proofOf(segmented, collation.sites, byDate(segmented))
  const order = byDate(segmented)
  const paces = pacesOf(segmented, alignments, collation.loci, (one, other) => !isBefore(segmented, one, other))
  const leanings = leaningsOf(n, hints, { lost: LOST.inner, lostRoot: LOST.root, paces, proof })
  const judge = judgeOf(n, collation.loci, leanings)
  const { trees, support } = weighTrees()

  /** Two witnesses have three trees; where dates are known they lead; else the wording is searched through. */
  function weighTrees(): Nearness {
    if (n === 2) {
      const trees = pairTrees(segmented, alignments, hints, agencyCredits(segmented, agencyByOutlet))
      return { trees, support: supportOf(judge, trees, BELIEF.temperature) }
    }
    const dated = segmented.filter(one => momentOf(one) !== undefined).length
    if (dated >= DATED * n || n > MOST_SEARCHED) return byNearness(segmented, collation, hints, proof)
    const trees = search(judge, order, chanceOf(ids), BELIEF)
    return { trees, support: supportOf(judge, trees, BELIEF.temperature) }
  }

  const seconds = findSeconds(segmented, judge, collation, trees[0]!.tree).filter(
    ({ source, child }) =>
      !isBefore(segmented, child, source) &&
      !isCopyOfAncestor(alignments, trees[0]!.tree, n, source, child) &&
      !areFellows(trees[0]!.tree, n, source, child),
  )
  return { n, ids, trees, support, judge, collation, hints, seconds }
}
