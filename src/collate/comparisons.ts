import type { Segmented } from "../model/segmented.ts"
import type { Family } from "../model/stemma.ts"

/** One comparison to make: `witness` against `base`, and whether the base is an ancestor or only a fellow child of a lost text. */
export interface Comparison {
  readonly base: string
  readonly witness: string
  readonly ancestor: boolean
  /** First for the likeliest parent; a further one only accounts for what the first does not have. */
  readonly rank: number
}

/**
 * Whom to compare each witness of a family with: its parents; where a parent is lost, the nearest ancestor that is not; where all
 * are lost, the fullest witness that comes from the same lost text. O(edges) and the depth of the tree.
 */
export function comparisons(family: Family, segmentedById: ReadonlyMap<string, Segmented>): Comparison[] {
  const parents = new Map<string, { id: string; confidence: number }[]>()
  for (const { parent, child, confidence } of family.stemma.edges) {
    parents.set(child, [...(parents.get(child) ?? []), { id: parent, confidence }])
  }
  const isWitness = (id: string) => segmentedById.has(id)
  const ancestorOf = (id: string, seen = new Set<string>()): string | undefined => {
    if (isWitness(id)) return id
    if (seen.has(id)) return undefined
    seen.add(id)
    const best = [...(parents.get(id) ?? [])].sort((x, y) => y.confidence - x.confidence || compare(x.id, y.id))[0]
    return best ? ancestorOf(best.id, seen) : undefined
  }
  const found: Comparison[] = []
  const orphans: string[] = []
  for (const witness of family.witnesses) {
    const own = [...(parents.get(witness) ?? [])].sort((x, y) => y.confidence - x.confidence || compare(x.id, y.id))
    const bases = [...new Set(own.flatMap(({ id }) => ancestorOf(id) ?? []))].filter(base => base !== witness)
    bases.forEach((base, rank) => {
      found.push({ base, witness, ancestor: true, rank })
    })
    if (bases.length === 0) orphans.push(witness)
  }
  return [...found, ...amongOrphans(orphans, segmentedById)]
}

/** Witnesses that hang on no other witness are compared with the fullest and soundest of them. */
function amongOrphans(orphans: readonly string[], segmentedById: ReadonlyMap<string, Segmented>): Comparison[] {
  if (orphans.length < 2) return []
  const worth = (id: string) => {
    const { tokens, flaws } = segmentedById.get(id)!
    return tokens.length - 40 * flaws.length
  }
  const [base, ...others] = [...orphans].sort((x, y) => worth(y) - worth(x) || compare(x, y)) as [string, ...string[]]
  return others.map(witness => ({ base, witness, ancestor: false, rank: 0 }))
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
