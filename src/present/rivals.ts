import type { Evidence, Rival, Stemma } from "../model/stemma.ts"
import { group } from "./group.ts"

/** What a text is called that only a rival tree has. */
const LOST = "lost text"
const MOST_EDGES = 6

/**
 * The edges in which a rival tree differs from the one shown, as arrows between letters.
 *
 * @example
 * rivalArrows({ edges: [{ parent: "a", child: "b" }], weight: 0.2 }, { edges: [] }, new Map([["a", "A"], ["b", "B"]])) // => "A → B"
 */
export function rivalArrows({ edges }: Rival, stemma: Stemma, labels: ReadonlyMap<string, string>): string {
  const shown = new Set(stemma.edges.map(({ parent, child }) => JSON.stringify([parent, child])))
  const other = edges.filter(({ parent, child }) => !shown.has(JSON.stringify([parent, child])))
  const name = (id: string) => labels.get(id) ?? LOST
  const arrows = other.slice(0, MOST_EDGES).map(({ parent, child }) => `${name(parent)} → ${name(child)}`)
  return arrows.join(", ") + (other.length > MOST_EDGES ? ", …" : "")
}

/** Reasons so ordered that different kinds come first: one of each, then the second of each, and so on. */
export function mixed(evidence: readonly Evidence[]): Evidence[] {
  const kinds = [...group(evidence, ({ kind }) => kind).values()]
  const rounds = Math.max(0, ...kinds.map(kind => kind.length))
  return Array.from({ length: rounds }, (_, round) => kinds.flatMap(kind => kind[round] ?? [])).flat()
}
