import type { Evidence } from "../model/stemma.ts"

/**
 * Something apart from the wording that speaks for or against `parent` as a source of `child` (indexes of witnesses).
 * `above`: as the nearest witness above it; `direct`: only as the text it was made from. `cost` below 0 speaks for it.
 * The evidence states a fact that holds whichever tree is right.
 */
export interface Hint {
  readonly parent: number
  readonly child: number
  readonly scope: "above" | "direct"
  readonly cost: number
  readonly evidence: Evidence
}

/**
 * Whether it was stated where a text comes from: by a person who judged it, or by the report itself (a link to its source, the version before it). What is
 * stated has its own weight; all else is read from signs.
 */
export const isStated = ({ scope, evidence: { kind } }: Hint): boolean =>
  kind === "judgement" || kind === "link" || (kind === "update" && scope === "direct")
