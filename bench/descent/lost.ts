import { distancesFrom, lostTexts, neighbours, type Tree } from "./tree.ts"

/** What shows a lost text: who descends from it, and which two of them have it as their nearest common source. */
interface Sign {
  readonly node: string
  readonly below: ReadonlySet<string>
  readonly parted: ReadonlySet<string>
}

/** Matches of lost texts and what they are worth. */
export interface LostScore {
  /** Found lost text to the true one it stands for. */
  readonly match: ReadonlyMap<string, string>
  readonly right: number
  /** Of those that are right: exactly the same witnesses descend from both. */
  readonly exact: number
  readonly found: number
  readonly true: number
}

/**
 * Found lost texts against true ones, one to one; both only where they have two children or more. A found one stands for a true
 * one when (1) the witnesses that descend from both are more than half of those that descend from either, and (2) two witnesses,
 * at least, have both as a nearest common source: they come to it by different children. The most alike are matched first.
 */
export function scoreLost(truth: Tree, found: Tree): LostScore {
  const [right, ours] = [signs(truth), signs(found)]
  const pairs = ours
    .flatMap(one => right.map(other => ({ one, other, alike: likeness(one, other) })))
    .filter(({ alike }) => alike > 0.5)
    .sort((p, q) => q.alike - p.alike || shared(q.one.parted, q.other.parted) - shared(p.one.parted, p.other.parted))
  const match = new Map<string, string>()
  const taken = new Set<string>()
  let exact = 0
  for (const { one, other, alike } of pairs) {
    if (match.has(one.node) || taken.has(other.node)) continue
    match.set(one.node, other.node)
    taken.add(other.node)
    if (alike === 1) exact++
  }
  return { match, right: match.size, exact, found: ours.length, true: right.length }
}

function likeness(one: Sign, other: Sign): number {
  if (shared(one.parted, other.parted) === 0) return 0
  const common = shared(one.below, other.below)
  return common / (one.below.size + other.below.size - common)
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return [...a].filter(one => b.has(one)).length
}

function signs(tree: Tree): Sign[] {
  const next = neighbours(tree.edges, "down")
  const extant = new Set(tree.extant)
  const below = (node: string) => [...distancesFrom([node], next).keys()].filter(one => extant.has(one))
  return lostTexts(tree).map(node => {
    const branches = [...new Set(next.get(node))].map(below)
    return { node, below: new Set(branches.flat()), parted: partedBy(branches) }
  })
}

/** Pairs of witnesses that stand below different children, and below no child together. */
function partedBy(branches: readonly (readonly string[])[]): Set<string> {
  const together = new Set(branches.flatMap(branch => branch.flatMap(a => branch.map(b => `${a} ${b}`))))
  const apart = branches.flatMap((one, i) =>
    branches.slice(i + 1).flatMap(other => one.flatMap(a => other.map(b => (a < b ? `${a} ${b}` : `${b} ${a}`)))),
  )
  return new Set(apart.filter(pair => !together.has(pair)))
}
