import { STEPS } from "../../src/lineage/relations.ts"
import type { Tradition } from "../descent/made/tradition.ts"

type Edges = Tradition["truth"]["edges"]

/**
 * The relation of each ordered pair in the true tree of these witnesses, for each `a` each other `b`: other texts count where two of them come to it by different ways. Of
 * two sources the first counts.
 */
export function relationsAmong(edges: Edges, names: readonly string[]): number[] {
  const parents = new Map<string, string>()
  for (const [parent, child] of edges) if (!parents.has(child)) parents.set(child, parent)
  const branches = new Map<string, Set<string>>()
  const wayUp = (name: string) => {
    const way = [name]
    for (let up = parents.get(name); up !== undefined; up = parents.get(up)) way.push(up)
    return way
  }
  for (const name of names)
    for (const [step, text] of wayUp(name).entries())
      if (step > 0) branches.set(text, (branches.get(text) ?? new Set()).add(wayUp(name)[step - 1]!))
  const known = new Set(names)
  const ways = names.map(name => wayUp(name).filter(text => known.has(text) || branches.get(text)!.size > 1))
  const made: number[] = []
  for (const [a, way] of ways.entries())
    for (const [b, other] of ways.entries()) {
      if (a === b) continue
      const up = way.findIndex(text => other.includes(text))
      const down = other.indexOf(way[up]!)
      made.push(Math.min(up, STEPS - 1) * STEPS + Math.min(down, STEPS - 1))
    }
  return made
}

/** `[source, child]`, as places in `names`: second sources, or where they are not among these witnesses those nearest below them. */
export function secondsAmong(edges: Edges, names: readonly string[]): [number, number][] {
  const below = Map.groupBy(edges, ([parent]) => parent)
  const above = Map.groupBy(edges, ([, child]) => child)
  const standIns = (text: string, not: string): string[] =>
    names.includes(text)
      ? [text]
      : (below.get(text) ?? []).flatMap(([, child]) => (child === not ? [] : standIns(child, not)))
  return [...above].flatMap(([child, sources]) =>
    sources.length > 1 && names.includes(child)
      ? standIns(sources[1]![0], child).map((one): [number, number] => [names.indexOf(one), names.indexOf(child)])
      : [],
  )
}
