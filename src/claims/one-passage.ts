import { groups } from "./groups.ts"
import type { Origin, Origins } from "./lineages.ts"
import type { Attesting } from "./parting.ts"
import type { Wording } from "./wording.ts"

/** More lines than these are not compared; of each line so many attestations. */
const MOST = { lines: 40, attestations: 6 } as const

/**
 * Puts lines together whose words for a claim stand in one passage, though no tree has them together: an agency's paragraph in a paper's own story.
 * The line with the most members stays, the others become its `with`; the bounds fall by their number. Quadratic in at most 40 lines.
 */
export function withOnePassage(origins: Origins, attesting: readonly Attesting[], wording: Wording): Origins {
  const { lines, min, max } = origins
  if (lines.length < 2) return origins
  const of = new Map(attesting.map(one => [one.id, one]))
  const shown = lines
    .slice(0, MOST.lines)
    .map(({ line }) => line.members.slice(0, MOST.attestations).map(id => of.get(id)!))
  const passages = groups(lines.length)
  for (let x = 0; x < shown.length; x++)
    for (let y = 0; y < x; y++)
      if (passages.leader(x) !== passages.leader(y) && standTogether(shown[x]!, shown[y]!, wording)) passages.join(x, y)
  const joined = passages.all().map(group => joinedIn(group.map(at => lines[at]!)))
  const fewer = lines.length - joined.length
  return { ...origins, lines: joined, min: Math.max(1, min - fewer), max: Math.max(joined.length, max - fewer) }
}

const standTogether = (xs: readonly Attesting[], ys: readonly Attesting[], { inOnePassage }: Wording) =>
  xs.some(x => ys.some(y => inOnePassage(x.mention, y.mention)))

function joinedIn(lines: readonly Origin[]): Origin {
  if (lines.length === 1) return lines[0]!
  const [main, ...others] = lines.toSorted(
    (x, y) => y.line.members.length - x.line.members.length || (x.id < y.id ? -1 : 1),
  )
  return { ...main!, with: others }
}
