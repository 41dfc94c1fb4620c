import type { Paces } from "./pace.ts"
import type { Proof } from "./proof.ts"
import type { Spot, Tree } from "./tree.ts"

/** What is known apart from the wording, as costs for each pair of witnesses, row `parent`, column `child`. */
export interface Leanings {
  /** Against `parent` as the nearest witness above `child`. */
  readonly above: Float64Array
  /** Against (or, below 0, for) `parent` as the text `child` was made from without anything between. */
  readonly direct: Float64Array
  /** Cost of a lost text. */
  readonly lost: number
  /** Cost of a lost text that all others descend from. */
  readonly lostRoot: number
  /** How much edits of wording on the way to each witness count. */
  readonly paces: Paces
  /** What the wording proves of lost texts. */
  readonly proof: Proof
}

/** A way to put a branch back, and what the whole tree would then cost. */
export interface Option {
  readonly spot: Spot
  readonly at: number
  readonly cost: number
}

/** The costs of trees of one family: how often wording must have been dropped or put in, and what else speaks against an edge. */
export interface Judge {
  readonly n: number
  /** Readings at all loci together: what one node costs. */
  readonly width: number
  /** Cost of a whole tree. O(nodes × readings). */
  cost(tree: Tree): number
  /** All ways to put the branch at `branch` back into the rest of the tree. O(nodes × readings). */
  options(rest: Tree, branch: number): Option[]
  /** For each locus the readings the parent of `node` may have had, as far as all that is not below `node` tells. O(nodes × readings). */
  expected(tree: Tree, node: number): ReadonlySet<number>[]
}
