import { type Groups, groups } from "./groups.ts"
import type { Alike, Origin, Origins } from "./lineages.ts"
import type { Attesting } from "./parting.ts"
import type { Wording } from "./wording.ts"

/** The outlet of a report, and the agencies it credits. */
export interface Houses {
  readonly outlet?: string | undefined
  readonly credits: readonly string[]
}

/** More lines than these are not compared; of each line so many attestations. */
const MOST = { lines: 40, attestations: 6 } as const

/**
 * Puts lines together whose words for a claim stand in one passage, though no tree has them together: an agency's paragraph in a paper's own story.
 * The line with the most members stays, the others become its `with`; the bounds fall by their number. Lines that share a sentence and nothing around it,
 * or whose members all are of one house, may be one: the lower bound falls. Quadratic in at most 40 lines.
 */
export function withOnePassage(
  origins: Origins,
  attesting: readonly Attesting[],
  wording: Wording,
  housesOf: (witness: string) => Houses,
): Origins {
  const { lines, min, max } = origins
  if (lines.length < 2) return origins
  const of = new Map(attesting.map(one => [one.id, one]))
  const compared = lines.slice(0, MOST.lines)
  const shown = compared.map(({ line }) => line.members.slice(0, MOST.attestations).map(id => of.get(id)!))
  const houses = compared.map(({ line }) => {
    const own = line.members.map(housesOf)
    const outlets = namedByAll(own.map(({ outlet }) => (outlet === undefined ? [] : [outlet])))
    return {
      outlets,
      all: namedByAll(own.map(({ outlet, credits }) => (outlet === undefined ? credits : [...credits, outlet]))),
    }
  })
  const find = (areAlike: Wording["inOnePassage"], i: number, j: number): Alike | undefined => {
    const pair = shown[j]!.flatMap(x => shown[i]!.map(y => [x, y] as const)).find(([x, y]) =>
      areAlike(x.mention, y.mention),
    )
    return pair && { witnesses: [pair[0].id, pair[1].id] }
  }
  const passages = groups(lines.length)
  joinAlike(compared.length, passages, (i, j) => find(wording.inOnePassage, i, j))
  const joined = passages.all().map(group => joinedIn(group.map(at => lines[at]!)))
  const fewer = lines.length - joined.length
  const maybe = groups(lines.length)
  for (const group of passages.all()) for (const at of group) maybe.join(group[0]!, at)
  const alike = joinAlike(compared.length, maybe, (i, j) => {
    // Kin come from one agency as a rule, so that its name says nothing; that one outlet has two texts does.
    const which = areKin(lines[i]!, lines[j]!) ? "outlets" : "all"
    const house = houses[i]![which].find(name => houses[j]![which].includes(name))
    if (house !== undefined) return { witnesses: [shown[j]![0]!.id, shown[i]![0]!.id], house }
    return find(wording.inOneSentence, i, j)
  })
  return {
    ...origins,
    lines: joined,
    min: Math.max(1, Math.min(min - fewer, maybe.all().length)),
    max: Math.max(joined.length, max - fewer),
    alike,
  }
}

/** Joins lines that are alike; gives what makes each join. */
function joinAlike(count: number, joined: Groups, find: (i: number, j: number) => Alike | undefined): Alike[] {
  const found: Alike[] = []
  for (let i = 0; i < count; i++)
    for (let j = 0; j < i; j++) {
      const alike = joined.leader(i) === joined.leader(j) ? undefined : find(i, j)
      if (alike === undefined) continue
      joined.join(i, j)
      found.push(alike)
    }
  return found
}

const areKin = (x: Origin, y: Origin) => x.lineage !== undefined && x.lineage === y.lineage

/** The names that are in all of the lists. */
function namedByAll([first = [], ...others]: readonly (readonly string[])[]): string[] {
  return first.filter(name => others.every(names => names.includes(name)))
}

function joinedIn(lines: readonly Origin[]): Origin {
  if (lines.length === 1) return lines[0]!
  const [main, ...others] = lines.toSorted(
    (x, y) => y.line.members.length - x.line.members.length || (x.id < y.id ? -1 : 1),
  )
  return { ...main!, with: others }
}
