import type { Judgement } from "../model/findings.ts"
import type { Segmented } from "../model/segmented.ts"
import type { Hint } from "./hint.ts"

/** More than all other evidence together can weigh. */
const DECIDED = 1e6

/**
 * What a person decided, as hints nothing else can outweigh. A pinned edge is the child's first source. A forbidden edge is never drawn, though
 * the parent may stay above the child with a lost text between. Independent witnesses are never one another's source, directly or by lost texts;
 * they may still stand under the same text when they share its words.
 */
export function judgementHints(segmented: readonly Segmented[], judgements: readonly Judgement[]): Hint[] {
  const indexById = new Map(segmented.map((one, index) => [one.witness.id, index]))
  return judgements.flatMap((judgement): Hint[] => {
    if (judgement.kind === "pin-edge" || judgement.kind === "forbid-edge") {
      const parent = indexById.get(judgement.parent)
      const child = indexById.get(judgement.child)
      if (parent === undefined || child === undefined || parent === child) return []
      const pinned = judgement.kind === "pin-edge"
      const note = pinned
        ? `It was decided that {${child}} was made from {${parent}}.`
        : `It was decided that {${child}} was not made from {${parent}}.`
      const evidence = { kind: "judgement", note, places: [] } as const
      return [{ parent, child, scope: "direct", cost: pinned ? -DECIDED : DECIDED, evidence }]
    }
    if (judgement.kind !== "independent") return []
    const a = indexById.get(judgement.a)
    const b = indexById.get(judgement.b)
    if (a === undefined || b === undefined || a === b) return []
    const evidence = {
      kind: "judgement",
      note: `It was decided that {${a}} and {${b}} are independent.`,
      places: [],
    } as const
    return [
      { parent: a, child: b, scope: "above", cost: DECIDED, evidence },
      { parent: b, child: a, scope: "above", cost: DECIDED, evidence },
    ]
  })
}
