import { createReadStream } from "node:fs"
import { createInterface } from "node:readline"
import type { TruthLine } from "./made/maker.ts"
import type { KinKind } from "./made/plan.ts"

/** A report as it was found: its address, and its family's name; none where it stands alone. */
export type FoundReport = readonly [url: string, family: string | undefined]

/** What was planted and what of it was found. Shares in [0, 1]. */
export interface Found {
  /** By kind: how many planted pairs of a copy and its source there are, and how many of them ended in one family. The wire story is not in it. */
  readonly pairs: Readonly<Record<KinKind, { readonly planted: number; readonly found: number }>>
  /** Pairs of reports in one family, and how many of them are of one story. Pairs of two copies of the wire story are not in it. */
  readonly together: number
  readonly togetherRight: number
  /** Copies of the wire story: planted, in the family that has most of them, and in how many families they are. */
  readonly wire: { readonly planted: number; readonly inOne: number; readonly families: number }
  /** By hidden story, such as the seeds: whether all its reports, and no other, are in one family. */
  readonly hidden: Readonly<Record<string, boolean>>
  readonly families: number
  readonly largest: number
}

interface FamilyCount {
  size: number
  readonly stories: Map<string, number>
}

/** The name of the story with thousands of copies. */
const WIRE = "wire"

/** The truth of a world, from its file. */
export async function readTruth(...files: readonly string[]): Promise<TruthLine[]> {
  const lines: TruthLine[] = []
  for (const file of files)
    for await (const line of createInterface({ input: createReadStream(file) })) lines.push(JSON.parse(line))
  return lines
}

/**
 * Holds what was found against what was planted. A report of which the truth says nothing is a story of its own. Exact, by counting:
 * O(reports); memory grows with the reports that have kin, or were given some.
 *
 * @example
 * measureFound([["a", "1"], ["b", "1"]], [{ url: "a", story: "s" }, { url: "b", story: "s", parent: "a", kind: "copy" }]).pairs.copy
 * // => { planted: 1, found: 1 }
 */
export function measureFound(found: Iterable<FoundReport>, truth: readonly TruthLine[]): Found {
  const storyByUrl = new Map(truth.map(({ url, story }) => [url, story]))
  const familyByUrl = new Map<string, string>()
  const families = new Map<string, FamilyCount>()
  for (const [url, family] of found) {
    if (family === undefined) continue
    const story = storyByUrl.get(url)
    if (story !== undefined) familyByUrl.set(url, family)
    const count = families.get(family) ?? { size: 0, stories: new Map() }
    families.set(family, count)
    count.size++
    if (story !== undefined) count.stories.set(story, (count.stories.get(story) ?? 0) + 1)
  }
  const large = [...families.values()].filter(({ size }) => size > 1)
  return {
    pairs: pairsFound(truth, familyByUrl),
    ...pairsTogether(large),
    wire: wireFound(truth, large),
    hidden: hiddenFound(truth, large),
    families: large.length,
    largest: large.reduce((most, { size }) => Math.max(most, size), 0),
  }
}

/** Recall of each kind, and precision. Not a number where nothing was planted, or found. */
export function sharesOf({
  pairs,
  together,
  togetherRight,
}: Found): Record<KinKind | "all" | "precision" | "f1", number> {
  const share = (kinds: readonly KinKind[]) => {
    const sum = (of: "planted" | "found") => kinds.reduce((total, kind) => total + pairs[kind][of], 0)
    return sum("found") / sum("planted")
  }
  const all = share(["copy", "excerpt", "rewrite"])
  const precision = togetherRight / together
  return {
    copy: share(["copy"]),
    excerpt: share(["excerpt"]),
    rewrite: share(["rewrite"]),
    all,
    precision,
    f1: (2 * all * precision) / (all + precision),
  }
}

function pairsFound(truth: readonly TruthLine[], familyByUrl: ReadonlyMap<string, string>): Found["pairs"] {
  const counts = {
    copy: { planted: 0, found: 0 },
    excerpt: { planted: 0, found: 0 },
    rewrite: { planted: 0, found: 0 },
  }
  for (const { url, story, parent, kind } of truth) {
    if (parent === undefined || kind === undefined || story === WIRE) continue
    const family = familyByUrl.get(url)
    counts[kind].planted++
    if (family !== undefined && family === familyByUrl.get(parent)) counts[kind].found++
  }
  return counts
}

const choose2 = (count: number): number => (count * (count - 1)) / 2

function pairsTogether(families: readonly FamilyCount[]): { together: number; togetherRight: number } {
  let together = 0
  let togetherRight = 0
  for (const { size, stories } of families) {
    const ofWire = choose2(stories.get(WIRE) ?? 0)
    together += choose2(size) - ofWire
    for (const count of stories.values()) togetherRight += choose2(count)
    togetherRight -= ofWire
  }
  return { together, togetherRight }
}

function wireFound(truth: readonly TruthLine[], families: readonly FamilyCount[]): Found["wire"] {
  const counts = families.flatMap(({ stories }) => stories.get(WIRE) ?? [])
  const planted = truth.filter(({ story }) => story === WIRE).length
  return { planted, inOne: Math.max(0, ...counts), families: counts.length }
}

/** Stories whose reports nobody made here. */
function hiddenFound(truth: readonly TruthLine[], families: readonly FamilyCount[]): Found["hidden"] {
  const sizes = new Map<string, number>()
  for (const { story } of truth) if (/^(?:seeds|harbour)/.test(story)) sizes.set(story, (sizes.get(story) ?? 0) + 1)
  return Object.fromEntries(
    [...sizes].map(([story, size]) => [
      story,
      families.some(one => one.size === size && one.stories.get(story) === size),
    ]),
  )
}
