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
