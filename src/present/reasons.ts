import type { Claim, Collapse } from "../model/claim.ts"

/**
 * The reasons of a claim under what they are: why reports were counted together, and what makes the number uncertain. Empty groups are left out.
 *
 * @example
 * reasonGroups({ why: [] }) // => []
 */
export function reasonGroups({
  why,
}: Pick<Claim, "why">): { readonly heading: string; readonly reasons: readonly Collapse[] }[] {
  return [
    { heading: "Counted together because", reasons: why.filter(({ doubt }) => doubt === undefined) },
    { heading: "Not certain, since", reasons: why.filter(({ doubt }) => doubt === true) },
  ].filter(({ reasons }) => reasons.length > 0)
}
