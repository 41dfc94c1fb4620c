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
  return identified(unnamed).map(({ witness }) => witness)
}

/** As {@link identify}, each with its index in `unnamed`. */
export function identified(unnamed: readonly Unnamed[]): { witness: Witness; index: number }[] {
  const sameContent = new Map<string, number[]>()
  for (const [index, witness] of unnamed.entries()) {
    const id = contentId(witness)
    const same = sameContent.get(id)
    if (same) same.push(index)
    else sameContent.set(id, [index])
  }
  return [...sameContent]
    .flatMap(([id, same]) =>
      inOrder(same, unnamed).map((index, place) => ({ witness: named(unnamed[index]!, id, place), index })),
    )
    .sort((x, y) => byId(x.witness, y.witness))
}

/** By where they come from. Nearly always there is one alone, whose key need not be made. */
function inOrder(same: readonly number[], unnamed: readonly Unnamed[]): readonly number[] {
  if (same.length === 1) return same
  const keyed = same.map(index => ({ index, key: placeKey(unnamed[index]!) }))
  return keyed.sort((x, y) => compare(x.key, y.key)).map(({ index }) => index)
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

/** `-10` comes after `-2`. */
function byId(a: Witness, b: Witness): number {
  return compare(a.id.slice(0, 12), b.id.slice(0, 12)) || a.id.length - b.id.length || compare(a.id, b.id)
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
