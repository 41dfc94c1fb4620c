import type { Judgement } from "../model/findings.ts"
import type { Alignment } from "../model/passage.ts"
import type { Segmented } from "../model/segmented.ts"
import { creditHints } from "./credits.ts"
import { dateHints } from "./dates.ts"
import { errorHints } from "./errors.ts"
import type { Hint } from "./hint.ts"
import type { Leanings } from "./judge.ts"
import { judgementHints } from "./judgements.ts"
import { updateHints } from "./updates.ts"

/** All hints of a family. Costs O(pairs + beads). */
export function hintsOf(
  segmented: readonly Segmented[],
  alignments: readonly Alignment[],
  agencyByOutlet: ReadonlyMap<string, string>,
  judgements: readonly Judgement[],
): Hint[] {
  return [
    ...dateHints(segmented),
    ...creditHints(segmented, agencyByOutlet),
    ...errorHints(segmented, alignments),
    ...updateHints(segmented),
    ...judgementHints(segmented, judgements),
  ]
}

/** The hints added up, as the judge of trees wants them. */
export function leaningsOf(n: number, hints: readonly Hint[], priors: Omit<Leanings, "above" | "direct">): Leanings {
  const above = new Float64Array(n * n)
  const direct = new Float64Array(n * n)
  for (const { parent, child, scope, cost } of hints) (scope === "above" ? above : direct)[parent * n + child]! += cost
  return { above, direct, ...priors }
}
