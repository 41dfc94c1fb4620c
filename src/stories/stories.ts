import type { Story } from "../model/claim.ts"
import type { Witness } from "../model/report.ts"
import type { Family } from "../model/stemma.ts"

/**
 * The stories that the reports tell: each family is one, and so is each report without kin.
 * Sorted by id; the id is that of the family, or of the loner, behind `s-`. O(witnesses).
 */
export function stories(witnesses: readonly Witness[], families: readonly Family[]): Story[] {
  const kin = new Set(families.flatMap(family => family.witnesses))
  const ofFamilies = families.map(({ id, witnesses }) => ({ id: `s-${id}`, witnesses, families: [id] }))
  const loners = witnesses
    .filter(({ id }) => !kin.has(id))
    .map(({ id }) => ({ id: `s-${id}`, witnesses: [id], families: [] }))
  return [...ofFamilies, ...loners].sort((x, y) => (x.id < y.id ? -1 : 1))
}
