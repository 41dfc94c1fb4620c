import { join } from "node:path"
import type { Variant } from "../../src/model/variant.ts"
import { compare } from "../../src/pipeline.ts"
import type { Bench, BenchOptions, BenchResult } from "../bench.ts"
import type { Row } from "../table.ts"
import { checkLists, checkNearPairs, checkPlants, checkQuiet } from "./checks.ts"
import { type Labelled, rankOf, readLabelled } from "./labelled.ts"
import { type NearPair, nearPairs } from "./near-pairs.ts"
import { PLANT_KINDS, type Planted, type PlantKind, plant, rankOfPlant } from "./planted.ts"
import { type Judgements, type Quiet, quietOf, readJudgements, shareRight } from "./quiet.ts"
import { readStories, reportOf, type Story } from "./reports.ts"

/** Pairs from here on are read for the quiet test, with a bar; those from {@link HALF} and a sample of those from {@link FAR} without. */
const NEAR = 0.8
const HALF = 0.5
/** Pairs from here on can take a planted change, below {@link MOST_LIKE}, where nothing else would compete with it. */
const FAR = 0.3
const MOST_LIKE = 0.9
/** Of one event: over the wire within so many days. */
const DAYS = 2
const SAMPLE_STORIES = 5000
/** The first so many pairs that can take a change were learned from, as many after them were not looked at. */
const PLANTS_OF_A_KIND = { whole: 60, sample: 12 }
const FAR_SHARE = 5
const NAIVE_TEXTS = 400

/** Corrections that an agency issued, changes planted into near copies, and whether the changes of sense in near copies are right. */
export const corrections: Bench = { reads: ["reuters-21578"], run }

interface Compared {
  readonly variants: readonly Variant[]
  readonly texts: readonly [string, string]
}

async function run({ data, sample, onProgress }: BenchOptions): Promise<BenchResult> {
  const folder = join(data!, "reuters-21578")
  const stories = readStories(folder)
  const labelled = readLabelled(folder)
  const issued = labelledRanks(labelled, stories)
  onProgress(1, 4, "parts: corrections")
  const some = sample ? stories.slice(0, SAMPLE_STORIES) : stories
  const texts = some.map(({ text }) => text)
  const near = nearPairs(texts, FAR)
  onProgress(2, 4, "parts: near pairs")
  const ids = new Set(labelled.flatMap(pair => [pair.original, pair.corrected]))
  const most = sample ? PLANTS_OF_A_KIND.sample : PLANTS_OF_A_KIND.whole
  const planted = plantAll(some, near, ids, { from: 0, most })
  const unseen = sample ? undefined : plantAll(some, near, ids, { from: most, most })
  onProgress(3, 4, "parts: planted changes")
  const judgements = readJudgements()
  const bands = quietBands(some, near, labelled, judgements)
  const [nearest, farther] = [bands[0]!, bands.slice(1)]
  const fartherly = sumOf(farther.map(({ quiet }) => quiet))
  onProgress(4, 4, "parts: quiet pairs")
  const few = texts.slice(0, NAIVE_TEXTS)
  return {
    tables: [
      { title: "Corrections issued by Reuters: place of the corrected words in the list", rows: issued.rows },
      { title: "Planted changes: place in the list, by kind", rows: planted.rows },
      ...(unseen ? [{ title: "The same in pairs that were not learned from", rows: unseen.rows }] : []),
      {
        title: "Quiet test: changes of sense in reports that are nearly the same",
        rows: bands.map(({ what, quiet }) => quietRow(what, quiet)),
      },
      ...unjudgedTable(bands.flatMap(({ quiet }) => quiet.unjudged)),
    ],
    skipped: [],
    scores: {
      "corrections first or second": { value: issued.firstOrSecond, better: "higher", bar: 11 },
      "quiet: sense variants right": { value: shareRight(nearest.quiet), better: "higher", bar: 0.8 },
      "quiet: sense variants right, farther pairs": { value: shareRight(fartherly), better: "higher" },
      "planted changes first or second": { value: planted.firstOrSecond, better: "higher" },
      "planted changes found": { value: planted.found, better: "higher" },
      ...(unseen && {
        "planted changes first or second, pairs not learned from": { value: unseen.firstOrSecond, better: "higher" },
      }),
    },
    checks: [
      checkNearPairs(few, nearPairs(few, HALF), HALF),
      checkLists([...issued.lists, ...bands.flatMap(({ lists }) => [...lists.values()])]),
      checkPlants([...planted.plants, ...(unseen?.plants ?? [])]),
      ...bands.map(({ lists, quiet }) => checkQuiet(variantsOf(lists), judgements, quiet)),
    ],
  }
}

/** The bands of the quiet test, the nearest first. The labelled corrections are read only where the bar asks for all pairs. */
function quietBands(
  stories: readonly Story[],
  near: readonly NearPair[],
  labelled: readonly Labelled[],
  judgements: Judgements,
) {
  const corrected = new Set(labelled.map(label => `${label.original} ${label.corrected}`))
  const differing = near.filter(({ a, b }) => !isSame(stories[a]!, stories[b]!))
  const unlabelled = differing.filter(({ a, b }) => !corrected.has(`${stories[a]!.id} ${stories[b]!.id}`))
  return [
    { what: `Jaccard >= ${NEAR}, all pairs`, pairs: between(differing, NEAR, 1) },
    { what: `Jaccard ${HALF} to ${NEAR}, all pairs`, pairs: between(unlabelled, HALF, NEAR) },
    { what: `Jaccard ${FAR} to ${HALF}, a fifth`, pairs: fixedSample(between(unlabelled, FAR, HALF), stories) },
  ].map(({ what, pairs }) => {
    const lists = listsOf(pairs, stories)
    return { what, lists, quiet: quietOf(variantsOf(lists), judgements) }
  })
}

function labelledRanks(labelled: readonly Labelled[], stories: readonly Story[]) {
  const storyById = new Map(stories.map(story => [story.id, story]))
  const lists = labelled.map(({ original, corrected }) => compared(storyById.get(original)!, storyById.get(corrected)!))
  const rows = labelled.map((label, index): Row => {
    const { variants } = lists[index]!
    const rank = rankOf(variants, label)
    return {
      "original, corrected": `${label.original}, ${label.corrected}`,
      label: label.type,
      found: variants[rank - 1]?.kind ?? "no",
      place: rank || "",
      "changes in all": variants.length,
      "of sense": variants.filter(({ severity }) => severity === "sense").length,
    }
  })
  return { lists, rows, firstOrSecond: rows.filter(({ place }) => place === 1 || place === 2).length }
}

function compared(a: Story, b: Pick<Story, "title" | "text">): Compared {
  const { variants, witnesses } = compare(reportOf(a), reportOf(b))
  return { variants, texts: [witnesses[0].text, witnesses[1].text] }
}

/** Of the pairs that can take a change of a kind: `most` of them, after the first `from`. */
interface Part {
  readonly from: number
  readonly most: number
}

function plantAll(stories: readonly Story[], near: readonly NearPair[], labelled: ReadonlySet<string>, part: Part) {
  const pairs = near.filter(
    ({ a, b, jaccard }) =>
      jaccard < MOST_LIKE &&
      Math.abs(stories[a]!.day - stories[b]!.day) <= DAYS &&
      ![a, b].some(index => labelled.has(stories[index]!.id)),
  )
  const plants = PLANT_KINDS.flatMap(kind => plantsOf(kind, stories, pairs, part))
  const ranked = plants.map(one => ({
    ...one,
    rank: rankOfPlant(compared(one.original, one.changed).variants, one.planted),
  }))
  const rows = PLANT_KINDS.map(kind => plantRow(kind, ranked))
  const share = (isIn: (rank: number) => boolean) => ranked.filter(({ rank }) => isIn(rank)).length / ranked.length
  return {
    plants: plants.map(({ changed, planted, copy }) => ({ copy, planted, changed })),
    rows,
    firstOrSecond: share(rank => rank === 1 || rank === 2),
    found: share(rank => rank > 0),
  }
}

interface PlantedPair {
  readonly original: Story
  readonly copy: string
  readonly changed: Pick<Story, "title" | "text">
  readonly planted: Planted
}

function plantsOf(
  kind: PlantKind,
  stories: readonly Story[],
  pairs: readonly NearPair[],
  { from, most }: Part,
): PlantedPair[] {
  const found: PlantedPair[] = []
  for (const { a, b } of pairs) {
    if (found.length === from + most) break
    const [original, copy] = [stories[a]!, stories[b]!]
    const planted = plant(kind, original, copy, stories[(a + Math.floor(stories.length / 2)) % stories.length]!)
    if (planted) found.push({ original, copy: copy.text, changed: { title: copy.title, text: planted.text }, planted })
  }
  return found.slice(from)
}

function plantRow(kind: PlantKind, ranked: readonly { readonly planted: Planted; readonly rank: number }[]): Row {
  const own = ranked.filter(({ planted }) => planted.kind === kind)
  const at = (isIn: (rank: number) => boolean) => own.filter(({ rank }) => isIn(rank)).length
  return {
    planted: kind,
    changes: own.length,
    first: at(rank => rank === 1),
    second: at(rank => rank === 2),
    later: at(rank => rank > 2),
    "not found": at(rank => rank === 0),
  }
}

const isSame = (a: Story, b: Story) => a.text === b.text && a.title === b.title

function listsOf(pairs: readonly NearPair[], stories: readonly Story[]): Map<string, Compared> {
  return new Map(pairs.map(({ a, b }) => [`${stories[a]!.id} ${stories[b]!.id}`, compared(stories[a]!, stories[b]!)]))
}

function variantsOf(lists: ReadonlyMap<string, Compared>): Map<string, readonly Variant[]> {
  return new Map([...lists].map(([pair, { variants }]) => [pair, variants]))
}

function between(pairs: readonly NearPair[], from: number, to: number): NearPair[] {
  return pairs.filter(({ jaccard }) => jaccard >= from && (jaccard < to || to === 1))
}

/** A fifth of the pairs, fixed by their ids: the same whether all reports or only the first are read. */
function fixedSample(pairs: readonly NearPair[], stories: readonly Story[]): NearPair[] {
  return pairs.filter(({ a, b }) => (Number(stories[a]!.id) * 7 + Number(stories[b]!.id)) % FAR_SHARE === 0)
}

function sumOf(quiets: readonly Quiet[]): Pick<Quiet, "found" | "right"> {
  const sum = (part: "found" | "right") => quiets.reduce((total, quiet) => total + quiet[part], 0)
  return { found: sum("found"), right: sum("right") }
}

function quietRow(what: string, quiet: Quiet): Row {
  return {
    what,
    pairs: quiet.pairs,
    "changes of sense": quiet.found,
    right: quiet.right,
    wrong: quiet.found - quiet.right - quiet.unjudged.length,
    unjudged: quiet.unjudged.length,
    share: Number(shareRight(quiet).toFixed(3)),
  }
}

function unjudgedTable(keys: readonly string[]): BenchResult["tables"][number][] {
  if (keys.length === 0) return []
  return [{ title: "Not yet judged (they count as wrong)", rows: keys.map(key => ({ key })) }]
}
