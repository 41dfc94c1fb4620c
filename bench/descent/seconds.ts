import { neighbours, type Tree } from "./tree.ts"

/** Edges of witnesses that are made from two sources. */
export interface SecondScore {
  readonly right: number
  readonly found: number
  readonly true: number
  /** Witnesses rightly said to have two sources, whichever; said; true. */
  readonly witnesses: { readonly right: number; readonly found: number; readonly true: number }
}

/**
 * Edges proposed for witnesses made from two sources. A witness is said to be so when it has two parents or more in the found
 * tree; all its edges are proposed then. A proposed edge is right when the witness truly has two parents and the edge's parent
 * stands for one of them, each for one only. A parent stands for itself; a lost one for the true lost text it was matched with;
 * a lost one without a match for the nearest extant text above it and the extant texts that hang from it.
 */
export function scoreSeconds(truth: Tree, found: Tree, match: ReadonlyMap<string, string>): SecondScore {
  const [right, ours] = [doubles(truth), doubles(found)]
  const matched = new Set(match.values())
  const trueStands = standIns(truth, node => (matched.has(node) ? node : undefined))
  const ourStands = standIns(found, node => match.get(node))
  let count = 0
  for (const [witness, parents] of ours) {
    const open = (right.get(witness) ?? []).map(trueStands)
    for (const parent of parents) {
      const at = open.findIndex(names => ourStands(parent).some(name => names.includes(name)))
      if (at < 0) continue
      open.splice(at, 1)
      count++
    }
  }
  const edges = (all: ReadonlyMap<string, readonly string[]>) => [...all.values()].flat().length
  return {
    right: count,
    found: edges(ours),
    true: edges(right),
    witnesses: { right: [...ours.keys()].filter(one => right.has(one)).length, found: ours.size, true: right.size },
  }
}

/** Extant witnesses with two parents or more. */
function doubles(tree: Tree): Map<string, readonly string[]> {
  const up = neighbours(tree.edges, "up")
  return new Map(
    tree.extant.flatMap(witness => {
      const parents = [...new Set(up.get(witness))]
      return parents.length > 1 ? [[witness, parents] as const] : []
    }),
  )
}

/** What a parent stands for, by node. */
function standIns(tree: Tree, matchOf: (lost: string) => string | undefined): (node: string) => readonly string[] {
  const [up, down] = [neighbours(tree.edges, "up"), neighbours(tree.edges, "down")]
  const extant = new Set(tree.extant)
  const nearestAbove = (node: string): string[] => {
    for (let at = up.get(node)?.[0], turn = 0; at !== undefined && turn < 1000; at = up.get(at)?.[0], turn++)
      if (extant.has(at)) return [at]
    return []
  }
  return node => {
    if (extant.has(node)) return [node]
    const name = matchOf(node)
    if (name !== undefined) return [`lost ${name}`]
    return [...nearestAbove(node), ...(down.get(node) ?? []).filter(child => extant.has(child))]
  }
}
