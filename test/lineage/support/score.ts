/** A tree as lists: what is not extant is a lost text. */
export interface PlainTree {
  readonly edges: readonly (readonly [string, string])[]
  readonly extant: readonly string[]
}

type Distances = ReadonlyMap<string, number>

function distances(next: ReadonlyMap<string, readonly string[]>, starts: readonly string[]): Distances {
  const found = new Map(starts.map(s => [s, 0]))
  const queue = [...starts]
  for (const node of queue)
    for (const other of next.get(node) ?? [])
      if (!found.has(other)) {
        found.set(other, (found.get(node) as number) + 1)
        queue.push(other)
      }
  return found
}

function neighbours(tree: PlainTree, directed: boolean): Map<string, string[]> {
  const next = new Map<string, string[]>()
  const add = (a: string, b: string) => next.set(a, [...(next.get(a) ?? []), b])
  for (const [a, b] of tree.edges) {
    add(a, b)
    if (!directed) add(b, a)
  }
  return next
}

function depths(tree: PlainTree): Distances {
  const children = new Set(tree.edges.map(e => e[1]))
  const roots = [...new Set(tree.edges.flat())].filter(n => !children.has(n))
  return distances(neighbours(tree, true), roots)
}

const agreement = (x: number, y: number): number => 1 - Math.abs(Math.sign(x) - Math.sign(y)) / 2
/** Infinity minus Infinity is a tie. */
const minus = (x: number | undefined, y: number | undefined): number => {
  const [p, q] = [x ?? Infinity, y ?? Infinity]
  return p === q ? 0 : p - q
}

/**
 * In [0, 100]. `sign`: over triplets, is B or C nearer to A, as in the truth (Computer-Assisted Stemmatology Challenge).
 * `orientation`: over pairs, who stands nearer the root.
 */
export function scoreTree(truth: PlainTree, found: PlainTree): { sign: number; orientation: number } {
  const texts = truth.extant
  const table = (tree: PlainTree) => {
    const next = neighbours(tree, false)
    return new Map(texts.map(t => [t, distances(next, [t])]))
  }
  const [dT, dF, hT, hF] = [table(truth), table(found), depths(truth), depths(found)]
  const signs: number[] = []
  const orders: number[] = []
  for (const [i, b] of texts.entries())
    for (const c of texts.slice(i + 1)) {
      orders.push(agreement(minus(hT.get(b), hT.get(c)), minus(hF.get(b), hF.get(c))))
      for (const a of texts) {
        if (a === b || a === c) continue
        const [t, f] = [dT.get(a), dF.get(a)]
        signs.push(agreement(minus(t?.get(b), t?.get(c)), minus(f?.get(b), f?.get(c))))
      }
    }
  const mean = (list: readonly number[]) => (100 * list.reduce((s, x) => s + x, 0)) / Math.max(1, list.length)
  return { sign: mean(signs), orientation: mean(orders) }
}

/** For every text the set of extant texts at or below it. */
export function below(tree: PlainTree): Map<string, Set<string>> {
  const extant = new Set(tree.extant)
  const next = neighbours(tree, true)
  const nodes = [...new Set(tree.edges.flat())]
  return new Map(nodes.map(n => [n, new Set([...distances(next, [n]).keys()].filter(k => extant.has(k)))]))
}

/** Lost texts of the truth and the found ones that stand for them: the best overlap of what descends from them, at least a half. */
export function matchLost(
  truth: PlainTree,
  found: PlainTree,
): { pairs: Map<string, string>; truthLost: number; foundLost: number } {
  const lostOf = (tree: PlainTree) => {
    const sets = below(tree)
    const extant = new Set(tree.extant)
    return [...sets].filter(([n]) => !extant.has(n))
  }
  const [inTruth, inFound] = [lostOf(truth), lostOf(found)]
  const options = inTruth.flatMap(([t, x]) =>
    inFound.map(([f, y]) => {
      const common = [...x].filter(n => y.has(n)).length
      return { t, f, likeness: common / (x.size + y.size - common) }
    }),
  )
  options.sort((p, q) => q.likeness - p.likeness)
  const pairs = new Map<string, string>()
  const used = new Set<string>()
  for (const { t, f, likeness } of options)
    if (likeness >= 0.5 && !pairs.has(t) && !used.has(f)) {
      pairs.set(t, f)
      used.add(f)
    }
  return { pairs, truthLost: inTruth.length, foundLost: inFound.length }
}
