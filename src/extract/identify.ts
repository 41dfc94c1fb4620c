import type { Witness } from "../model/report.ts"
import { hash48 } from "../text/hash.ts"

/** A witness before it has its id. */
export type Unnamed = Omit<Witness, "id" | "where"> & { readonly where?: string }

/**
 * Gives each witness its id, made from text, title, outlet, address and date of publication, and sorts by id. Witnesses with the
 * same content get `-2`, `-3` … in the order of where they come from, so the order they are handed in does not matter.
 * O(n log n).
 */
export function identify(unnamed: readonly Unnamed[]): Witness[] {
  const sameContent = new Map<string, Unnamed[]>()
  for (const witness of unnamed) {
    const id = contentId(witness)
    const same = sameContent.get(id)
    if (same) same.push(witness)
    else sameContent.set(id, [witness])
  }
  return [...sameContent]
    .flatMap(([id, same]) => same.sort(byPlace).map((witness, index) => named(witness, id, index)))
    .sort(byId)
}

function contentId({ text, title, outlet, url, published }: Unnamed): string {
  return hash48(JSON.stringify([text, title, outlet, url, published]))
}

function named(witness: Unnamed, id: string, index: number): Witness {
  const full = index === 0 ? id : `${id}-${index + 1}`
  return { id: full, ...witness, where: witness.where ?? witness.url ?? full }
}

/** Records that agree in all of this are interchangeable. */
const placeKey = (witness: Unnamed) => `${witness.where ?? ""}\u0000${JSON.stringify(witness)}`

function byPlace(a: Unnamed, b: Unnamed): number {
  return compare(placeKey(a), placeKey(b))
}

/** `-10` comes after `-2`. */
function byId(a: Witness, b: Witness): number {
  return compare(a.id.slice(0, 12), b.id.slice(0, 12)) || a.id.length - b.id.length || compare(a.id, b.id)
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
