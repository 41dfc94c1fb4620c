import type { StemmaEdge } from "../model/stemma.ts"
import { group } from "./group.ts"

/** For each text the edge from the parent to hang it under; its other edges are from further sources. O(edges). */
export function firstEdges(edges: readonly StemmaEdge[]): Map<string, StemmaEdge> {
  const made = group(edges, ({ child }) => child)
  return new Map([...made].map(([child, several]) => [child, several.toSorted(firstParent)[0]!]))
}

/** The parent to hang a text under: not a second source if there is another, then the surest. */
function firstParent(a: StemmaEdge, b: StemmaEdge): number {
  return Number(isSecond(a)) - Number(isSecond(b)) || b.confidence - a.confidence || (a.parent < b.parent ? -1 : 1)
}

function isSecond({ evidence }: StemmaEdge): boolean {
  return evidence.some(({ kind }) => kind === "second-source")
}
