import type { Check } from "../bench.ts"

/** Which wire story each report carries, by reading. */
export interface Stories {
  readonly stories: readonly { readonly story: string; readonly what: string; readonly reports: readonly string[] }[]
  /** Reports that carry several of the stories. They may be with one of them, and may not bring two together. */
  readonly roundUps: readonly string[]
  /** Saved pages that hold a headline and captions, and no text of a report. */
  readonly pictures: readonly string[]
  /** Reports that carry none of them, but quote the same people or were once taken for kin. */
  readonly alone: readonly string[]
}

/** Pairs of reports that are in one family, of one story, and both. */
export interface PairCounts {
  readonly both: number
  readonly onlyFamily: number
  readonly onlyStory: number
}

/** The story of each report; a report that stands alone is a story of its own. Round-ups and pages of pictures have none. */
export function storyById({ stories, alone }: Stories): ReadonlyMap<string, string> {
  return new Map([
    ...stories.flatMap(({ story, reports }) => reports.map(id => [id, story] as const)),
    ...alone.map(id => [id, `alone ${id}`] as const),
  ])
}

/** Counts pairs of reports whose story is known, from the sizes of what families and stories have in common. O(reports). */
export function countPairs(families: readonly (readonly string[])[], storyOf: ReadonlyMap<string, string>): PairCounts {
  const inStory = new Map<string, number>()
  for (const story of storyOf.values()) inStory.set(story, (inStory.get(story) ?? 0) + 1)
  let inFamilies = 0
  let both = 0
  for (const family of families) {
    const counts = new Map<string, number>()
    let known = 0
    for (const id of family) {
      const story = storyOf.get(id)
      if (story === undefined) continue
      known++
      counts.set(story, (counts.get(story) ?? 0) + 1)
    }
    inFamilies += pairs(known)
    for (const count of counts.values()) both += pairs(count)
  }
  const ofStories = [...inStory.values()].reduce((sum, count) => sum + pairs(count), 0)
  return { both, onlyFamily: inFamilies - both, onlyStory: ofStories - both }
}

const pairs = (count: number) => (count * (count - 1)) / 2

/** Precision and recall of the pairs that families make, in [0, 1]. */
export function pairScore({ both, onlyFamily, onlyStory }: PairCounts): { precision: number; recall: number } {
  return { precision: both / (both + onlyFamily || 1), recall: both / (both + onlyStory || 1) }
}

/** Families that hold two reports or more of each of two stories: two wire stories taken for one. */
export function mixedFamilies(
  families: readonly (readonly string[])[],
  storyOf: ReadonlyMap<string, string>,
): string[][] {
  return families.flatMap(family => {
    const stories = family.flatMap(id => storyOf.get(id) ?? [])
    const carried = [...new Set(stories)].filter(story => stories.filter(other => other === story).length > 1)
    return carried.length > 1 ? [carried] : []
  })
}

/** Holds the counts against asking each pair of reports in turn. O(reports² · families). */
export function checkCounts(
  families: readonly (readonly string[])[],
  storyOf: ReadonlyMap<string, string>,
  counted: PairCounts,
): Check {
  const ids = [...storyOf.keys()]
  const plain = { both: 0, onlyFamily: 0, onlyStory: 0 }
  let compared = 0
  ids.forEach((a, i) => {
    for (const b of ids.slice(i + 1)) {
      compared++
      const isFamily = families.some(family => family.includes(a) && family.includes(b))
      const isStory = storyOf.get(a) === storyOf.get(b)
      if (isFamily && isStory) plain.both++
      else if (isFamily) plain.onlyFamily++
      else if (isStory) plain.onlyStory++
    }
  })
  const differs = (["both", "onlyFamily", "onlyStory"] as const).filter(key => plain[key] !== counted[key])
  const wrong = differs.map(key => `${key}: ${counted[key]} but plainly ${plain[key]}`)
  return { name: "pairs in families and stories against asking each pair", compared, wrong }
}
