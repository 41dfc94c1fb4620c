/** `[parent, child]`. */
export type Edge = readonly [string, string]

/** A tree, or forest, of descent. A node that is not extant is a lost text; a witness made from two sources has two parents. */
export interface Tree {
  readonly edges: readonly Edge[]
  readonly extant: readonly string[]
}

/** What a program says: edges with how sure it is of each, in [0, 1]. Nodes that are not extant are lost texts. */
export interface FoundTree extends Tree {
  /** By the position of the edge. */
  readonly confidences: readonly number[]
  /** The edges of the family with most witnesses; whoever is outside it counts as out of reach. */
  readonly main: readonly Edge[]
}

/** Neighbours by node. */
export function neighbours(
  edges: readonly Edge[],
  way: "down" | "up" | "both",
): ReadonlyMap<string, readonly string[]> {
  const made = new Map<string, string[]>()
  const add = (from: string, to: string) => made.set(from, [...(made.get(from) ?? []), to])
  for (const [parent, child] of edges) {
    if (way !== "up") add(parent, child)
    if (way !== "down") add(child, parent)
  }
  return made
}

/** All nodes of the edges, each once. */
export function nodesOf(edges: readonly Edge[]): string[] {
  return [...new Set(edges.flat())]
}

/** How many edges away every node is that can be reached from the starts. */
export function distancesFrom(
  starts: readonly string[],
  next: ReadonlyMap<string, readonly string[]>,
): Map<string, number> {
  const made = new Map(starts.map(start => [start, 0]))
  for (const [node, distance] of made)
    for (const neighbour of next.get(node) ?? []) if (!made.has(neighbour)) made.set(neighbour, distance + 1)
  return made
}

/** Lost texts with two children or more: only those can show. */
export function lostTexts({ edges, extant }: Tree): string[] {
  const known = new Set(extant)
  const children = neighbours(edges, "down")
  return nodesOf(edges).filter(node => !known.has(node) && new Set(children.get(node)).size > 1)
}

/** Whether a text descends from itself, which no text does. */
export function hasCircle(edges: readonly Edge[]): boolean {
  const next = neighbours(edges, "down")
  return edges.some(([parent, child]) => distancesFrom([child], next).has(parent))
}
