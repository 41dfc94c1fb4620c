import { scoreLost } from "./lost.ts"
import type { Measured } from "./measure.ts"
import { distancesFrom, neighbours } from "./tree.ts"

/** In what ways a wrong edge is wrong. */
export const KINDS = [
  "the lost text is none (edges from or to it)",
  "a second source that is none",
  "one of the two was made from two sources",
  "turned round: the parent goes back to the child",
  "the source is a lost text that was not found: the witness hangs on another of its copies",
  "the source is a lost text that was not found: the witness hangs on the one above it",
  "the source is a lost text that was not found: the witness hangs elsewhere",
  "hangs too low, on a copy of its parent",
  "hangs too high, on an older ancestor",
  "hangs elsewhere",
] as const

type Kind = (typeof KINDS)[number]

/** How many wrong edges there are of each kind. */
export function countKinds(all: readonly Measured[]): Map<Kind, number> {
  const counts = new Map<Kind, number>(KINDS.map(kind => [kind, 0]))
  for (const one of all) for (const kind of kindsOf(one)) counts.set(kind, counts.get(kind)! + 1)
  return counts
}

/** The kind of each wrong edge of a tree. */
function kindsOf({ truth, found, edges }: Measured): Kind[] {
  const { match } = scoreLost(truth, found)
  const extant = new Set(truth.extant)
  const named = (node: string) => (extant.has(node) ? node : match.get(node))
  const known = new Set([...truth.extant, ...match.values()])
  const up = neighbours(truth.edges, "up")
  const comesFrom = (node: string, source: string) => distancesFrom([node], up).has(source)
  const seen = new Set<string>()
  return edges.flatMap((edge): Kind[] => {
    const isSecond = seen.has(edge.child)
    seen.add(edge.child)
    if (edge.right) return []
    const [parent, child] = [named(edge.parent), named(edge.child)]
    if (parent === undefined || child === undefined) return ["the lost text is none (edges from or to it)"]
    const sources = up.get(child) ?? []
    if (isSecond && sources.length < 2) return ["a second source that is none"]
    if (sources.length > 1 || (up.get(parent) ?? []).length > 1) return ["one of the two was made from two sources"]
    if (comesFrom(parent, child)) return ["turned round: the parent goes back to the child"]
    const source = sources[0]
    if (source !== undefined && !known.has(source)) {
      if (up.get(parent)?.[0] === source)
        return ["the source is a lost text that was not found: the witness hangs on another of its copies"]
      if (up.get(source)?.[0] === parent)
        return ["the source is a lost text that was not found: the witness hangs on the one above it"]
      return ["the source is a lost text that was not found: the witness hangs elsewhere"]
    }
    if (source !== undefined && comesFrom(parent, source)) return ["hangs too low, on a copy of its parent"]
    return comesFrom(child, parent) ? ["hangs too high, on an older ancestor"] : ["hangs elsewhere"]
  })
}
