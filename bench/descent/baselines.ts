import type { MadeReport } from "./made/dress.ts"
import type { Edge } from "./tree.ts"

/** What the baselines look at. */
export type Dated = Pick<MadeReport, "id" | "text" | "published">

/** Distance of two texts in [0, 1]: one less the share of word triples in common (Jaccard). */
function distances(reports: readonly Dated[]): number[][] {
  const triples = reports.map(({ text }) => {
    const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
    return new Set(words.slice(2).map((word, k) => `${words[k]} ${words[k + 1]} ${word}`))
  })
  return triples.map(a =>
    triples.map(b => {
      const common = [...a].filter(triple => b.has(triple)).length
      return 1 - common / Math.max(1, a.size + b.size - common)
    }),
  )
}

/** The witness with the earliest date; the first where nobody has one. */
function earliest(reports: readonly Dated[]): Dated {
  const dated = reports.filter(({ published }) => published !== undefined)
  return dated.sort((a, b) => Date.parse(a.published!) - Date.parse(b.published!))[0] ?? reports[0]!
}

/** The shortest tree that joins all witnesses (Prim 1957), hung from the one with the earliest date. No lost texts. */
export function spanningTree(reports: readonly Dated[]): Edge[] {
  const far = distances(reports)
  const inside = [reports.indexOf(earliest(reports))]
  const edges: Edge[] = []
  while (inside.length < reports.length) {
    let best: { parent: number; child: number; length: number } | undefined
    for (const parent of inside)
      for (const child of reports.keys())
        if (!inside.includes(child) && (!best || far[parent]![child]! < best.length))
          best = { parent, child, length: far[parent]![child]! }
    inside.push(best!.child)
    edges.push([reports[best!.parent]!.id, reports[best!.child]!.id])
  }
  return edges
}

/** Neighbour joining (Saitou and Nei 1987), hung from the witness with the earliest date. Every joint is a lost text. */
export function neighbourJoining(reports: readonly Dated[]): Edge[] {
  const links = joined(
    reports.map(({ id }) => id),
    distances(reports),
  )
  return hungFrom(earliest(reports).id, links)
}

/** The unrooted tree, as links without direction. */
function joined(ids: readonly string[], far: readonly (readonly number[])[]): Edge[] {
  const distance = new Map<string, Map<string, number>>()
  for (const [i, a] of ids.entries()) distance.set(a, new Map(ids.map((b, j) => [b, far[i]![j]!])))
  const between = (a: string, b: string) => distance.get(a)!.get(b)!
  const links: Edge[] = []
  let open = [...ids]
  while (open.length > 2) {
    const total = new Map(open.map(a => [a, open.reduce((sum, b) => sum + between(a, b), 0)]))
    const pairs = open.flatMap((a, i) => open.slice(i + 1).map((b): Edge => [a, b]))
    const cost = ([a, b]: Edge) => (open.length - 2) * between(a, b) - total.get(a)! - total.get(b)!
    const [a, b] = pairs.reduce((best, pair) => (cost(pair) < cost(best) ? pair : best))
    const joint = `joint${links.length}`
    links.push([joint, a], [joint, b])
    open = open.filter(one => one !== a && one !== b)
    distance.set(joint, new Map([[joint, 0]]))
    for (const one of open) {
      const length = (between(a, one) + between(b, one) - between(a, b)) / 2
      distance.get(joint)!.set(one, length)
      distance.get(one)!.set(joint, length)
    }
    open.push(joint)
  }
  return open.length === 2 ? [...links, [open[0]!, open[1]!]] : links
}

/** Links without direction, hung from a node. */
function hungFrom(root: string, links: readonly Edge[]): Edge[] {
  const edges: Edge[] = []
  const seen = new Set([root])
  for (const node of seen)
    for (const [a, b] of links) {
      const other = a === node ? b : b === node ? a : undefined
      if (other === undefined || seen.has(other)) continue
      seen.add(other)
      edges.push([node, other])
    }
  return edges
}
