import type { StemmaEdge } from "../model/stemma.ts"

type Edge = Pick<StemmaEdge, "parent" | "child">

/** Who descends from whom in one tree. */
export interface Descent {
  readonly parentsOf: (node: string) => readonly string[]
  /** All texts above a node, not itself. */
  readonly ancestorsOf: (node: string) => ReadonlySet<string>
}

/** Attesting witnesses that have a claim from one text. */
export interface Line {
  /** The text all of them have it from: one of them, or a text above them. */
  readonly from: string
  /** Sorted. */
  readonly members: readonly string[]
  /** Members with no other member above them. Sorted. */
  readonly tops: readonly string[]
}

/** Reads a tree for questions about descent. Each node's ancestors are gathered once. */
export function descentOf(edges: readonly Edge[]): Descent {
  const parents = new Map<string, string[]>()
  for (const { parent, child } of edges) parents.set(child, [...(parents.get(child) ?? []), parent].sort())
  const known = new Map<string, ReadonlySet<string>>()
  const parentsOf = (node: string) => parents.get(node) ?? []
  const ancestorsOf = (node: string): ReadonlySet<string> => {
    const before = known.get(node)
    if (before) return before
    const above = new Set<string>()
    const open = [...parentsOf(node)]
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (above.has(next)) continue
      above.add(next)
      open.push(...parentsOf(next))
    }
    known.set(node, above)
    return above
  }
  return { parentsOf, ancestorsOf }
}

/**
 * The lines of descent on which the attesting witnesses of one family have a claim, sorted by their text of origin. A claim passes
 * through copies that dropped it and through lost texts; a witness with two parents joins the line of the one that gives it.
 * O(attesting · depth).
 */
export function linesOf(attesting: readonly string[], descent: Descent): Line[] {
  const all = new Set(attesting)
  const sorted = [...all].sort()
  // Of texts made from each other (a person may pin such edges) the first by id counts as the higher.
  const isAbove = (node: string, witness: string) =>
    all.has(node) && node !== witness && (node < witness || !descent.ancestorsOf(node).has(witness))
  const tops = sorted.filter(witness => !some(descent.ancestorsOf(witness), node => isAbove(node, witness)))
  const rootsOf = (node: string) => {
    const above = [node, ...descent.ancestorsOf(node)].sort()
    const roots = above.filter(text => descent.parentsOf(text).length === 0)
    return roots.length === 0 ? above.slice(0, 1) : roots
  }
  const byRoot = new Map<string, string[]>()
  // Texts with one source decide which sources there are; those with several then join what is there.
  const ranked = tops
    .map(top => ({ top, roots: rootsOf(top) }))
    .sort((x, y) => x.roots.length - y.roots.length || (x.top < y.top ? -1 : 1))
  for (const { top, roots } of ranked) {
    const root = roots.find(above => byRoot.has(above)) ?? roots[0]!
    byRoot.set(root, [...(byRoot.get(root) ?? []), top])
  }
  const lines = [...byRoot].map(([root, group]) => ({
    from: group.length === 1 ? group[0]! : lowest(group, root, descent),
    tops: group.sort(),
  }))
  return lines
    .map(line => ({ ...line, members: sorted.filter(witness => lineOf(witness, lines, descent) === line) }))
    .sort((x, y) => (x.from < y.from ? -1 : 1))
}

/** How many origins the attesting witnesses of one family have for a claim, in one tree. */
export function countOrigins(attesting: readonly string[], { edges }: { readonly edges: readonly Edge[] }): number {
  return linesOf(attesting, descentOf(edges)).length
}

function some<T>(set: ReadonlySet<T>, test: (value: T) => boolean): boolean {
  for (const value of set) if (test(value)) return true
  return false
}

function lineOf<L extends { readonly tops: readonly string[] }>(
  witness: string,
  lines: readonly L[],
  descent: Descent,
): L {
  const above = descent.ancestorsOf(witness)
  return lines.find(({ tops }) => tops.includes(witness)) ?? lines.find(({ tops }) => tops.some(top => above.has(top)))!
}

/** The lowest text that stands above all tops of a group. */
function lowest(group: readonly string[], root: string, descent: Descent): string {
  const common = [...descent.ancestorsOf(group[0]!)].filter(node =>
    group.every(top => descent.ancestorsOf(top).has(node)),
  )
  const low = common.filter(node => !common.some(other => descent.ancestorsOf(other).has(node)))
  return low.sort()[0] ?? root
}
