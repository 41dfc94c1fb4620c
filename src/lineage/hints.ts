import type { Judgement } from "../model/findings.ts"
import type { Alignment } from "../model/passage.ts"
import type { Segmented } from "../model/segmented.ts"
import { creditHints } from "./credits.ts"
import { dateHints } from "./dates.ts"
import { errorHints } from "./errors.ts"
import type { Hint } from "./hint.ts"
import { judgementHints } from "./judgements.ts"
import { linkHints } from "./links.ts"
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
    ...linkHints(segmented),
    ...judgementHints(segmented, judgements),
  ]
}
