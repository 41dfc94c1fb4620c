import { type Groups, groups } from "./groups.ts"
import type { Origin, Origins } from "./lineages.ts"
import type { Mention } from "./mentions.ts"
import type { Attesting } from "./parting.ts"
import type { Wording } from "./wording.ts"

/** More lines than these are not compared; of each line so many attestations. */
const MOST = { lines: 40, attestations: 6 } as const

/**
 * Puts lines together whose words for a claim stand in one passage, though no tree has them together: an agency's paragraph in a paper's own story.
 * The line with the most members stays, the others become its `with`; the bounds fall by their number. Lines that share a sentence and nothing around it
 * may be one: the lower bound falls, and `sentences` has a pair of witnesses for each. Quadratic in at most 40 lines.
 */
export function withOnePassage(origins: Origins, attesting: readonly Attesting[], wording: Wording): Origins {
  const { lines, min, max } = origins
  if (lines.length < 2) return origins
  const of = new Map(attesting.map(one => [one.id, one]))
  const shown = lines
    .slice(0, MOST.lines)
    .map(({ line }) => line.members.slice(0, MOST.attestations).map(id => of.get(id)!))
  const passages = groups(lines.length)
  joinAlike(shown, passages, wording.inOnePassage)
  const joined = passages.all().map(group => joinedIn(group.map(at => lines[at]!)))
  const fewer = lines.length - joined.length
  const maybe = groups(lines.length)
  for (const group of passages.all()) for (const at of group) maybe.join(group[0]!, at)
  const sentences = joinAlike(shown, maybe, wording.inOneSentence)
  return {
    ...origins,
    lines: joined,
    min: Math.max(1, Math.min(min - fewer, maybe.all().length)),
    max: Math.max(joined.length, max - fewer),
    sentences,
  }
}

/** Joins lines of which some attestations are alike; gives those two of each join. */
function joinAlike(
  shown: readonly (readonly Attesting[])[],
  joined: Groups,
  areAlike: (x: Mention, y: Mention) => boolean,
): [string, string][] {
  const found: [string, string][] = []
  for (let i = 0; i < shown.length; i++)
    for (let j = 0; j < i; j++) {
      if (joined.leader(i) === joined.leader(j)) continue
      const pair = shown[j]!.flatMap(x => shown[i]!.map(y => [x, y] as const)).find(([x, y]) =>
        areAlike(x.mention, y.mention),
      )
      if (pair === undefined) continue
      joined.join(i, j)
      found.push([pair[0].id, pair[1].id])
    }
  return found
}

function joinedIn(lines: readonly Origin[]): Origin {
  if (lines.length === 1) return lines[0]!
  const [main, ...others] = lines.toSorted(
    (x, y) => y.line.members.length - x.line.members.length || (x.id < y.id ? -1 : 1),
  )
  return { ...main!, with: others }
}
