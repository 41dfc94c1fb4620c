import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { Bench, BenchOptions, BenchResult, Score } from "../bench.ts"
import { isForLearning, sampleOf } from "../halves.ts"
import type { Row } from "../table.ts"
import { checkContained, containedPairs } from "./containment.ts"
import { type EventReport, readEventReports } from "./ecbplus.ts"
import { checkCounts, countPairs, mixedFamilies, pairScore, type Stories, storyById } from "./families.ts"
import { type KinPair, kinAmong } from "./kin.ts"

const TOPICS = 12
const SAMPLE = 120
/** So much of a report's word 5-grams in another makes the two kin. */
const CONTAINED = 0.5

/** Who is kin: look-alike events that must stay apart (ECB+), and the wire stories of one day (Helsinki). */
export const kinship: Bench = { reads: ["ecbplus", "helsinki-2018"], run }

async function run(options: BenchOptions): Promise<BenchResult> {
  options.onProgress(0, 2, "collections")
  const events = lookAlikes(options)
  options.onProgress(1, 2, "collections")
  const stories = wireStories(options)
  options.onProgress(2, 2, "collections")
  return {
    tables: [...events.tables, ...stories.tables],
    skipped: stories.tables.length > 0 ? [] : ["Helsinki: none of these reports is in helsinki-stories.json"],
    scores: { ...events.scores, ...stories.scores },
    checks: [...events.checks, ...stories.checks],
  }
}

type Part = Omit<BenchResult, "skipped">

function lookAlikes({ data, sample }: BenchOptions): Part {
  const all = readEventReports(join(data!, "ecbplus"))
  const topics = [...new Set(all.map(({ topic }) => topic))].map(id => ({ id }))
  const drawn = new Set((sample ? sampleOf(topics, TOPICS) : topics).map(({ id }) => id))
  const reports = all.filter(({ topic }) => drawn.has(topic))
  const { shown, quotations } = kinAmong(reports.map(({ id, text }) => ({ text, where: id })))
  const contained = containedPairs(reports, CONTAINED)
  const check = checkContained(contained, shown)
  const found = contained.length - check.wrong.length
  const byId = new Map(reports.map(report => [report.id, report]))
  const kinds = ["copy", "excerpt", "rewrite"] as const
  const rows = [
    ...kinds.map(kind =>
      apartRow(
        kind,
        shown.filter(pair => pair.kind === kind),
        byId,
      ),
    ),
    apartRow("kin, all three", shown, byId),
    apartRow("quotation or less (not kin)", quotations, byId),
  ]
  const split = apart(shown, byId)
  return {
    tables: [
      {
        title: `Pairs among ${reports.length} reports of ${drawn.size} topics with two look-alike events each (ECB+)`,
        rows,
      },
      {
        title: "Pairs of which half of the 5-grams of the one are in the other, by looking at all pairs",
        rows: [{ pairs: contained.length, "of them kin": found }],
      },
    ],
    scores: {
      "ECB+ kin across topics": { value: split.topics, better: "lower", bar: 0 },
      "ECB+ kin across the events of a topic": { value: split.events, better: "lower", bar: 0 },
      "ECB+ contained pairs found": { value: found / contained.length, better: "higher", bar: 1 },
    },
    checks: [check],
  }
}

function apart(pairs: readonly KinPair[], byId: ReadonlyMap<string, EventReport>) {
  const both = pairs.map(({ a, b }) => [byId.get(a)!, byId.get(b)!] as const)
  const topics = both.filter(([a, b]) => a.topic !== b.topic).length
  const events = both.filter(([a, b]) => a.topic === b.topic && a.event !== b.event).length
  return { inside: pairs.length - topics - events, events, topics }
}

function apartRow(what: string, pairs: readonly KinPair[], byId: ReadonlyMap<string, EventReport>): Row {
  const { inside, events, topics } = apart(pairs, byId)
  return { pairs: what, "of one event": inside, "across the events of a topic": events, "across topics": topics }
}

function wireStories({ data, sample }: BenchOptions): Part {
  const all = readReports(join(data!, "helsinki-2018/reports.jsonl"))
  const reports = sample ? sampleOf(all, SAMPLE) : all
  const { families } = kinAmong(reports.map(({ id, ...report }) => ({ ...report, where: id })))
  const stories: Stories = JSON.parse(readFileSync(join(import.meta.dirname, "helsinki-stories.json"), "utf8"))
  const present = new Set(reports.map(({ id }) => id))
  const storyOf = new Map([...storyById(stories)].filter(([id]) => present.has(id)))
  if (storyOf.size === 0) return { tables: [], scores: {}, checks: [] }
  const half = (learning: boolean) => new Map([...storyOf].filter(([id]) => isForLearning(id) === learning))
  const rows = [
    familyRow("all", families, storyOf),
    familyRow("half to learn from", families, half(true)),
    familyRow("measured half", families, half(false)),
  ]
  const counted = countPairs(families, storyOf)
  const { precision, recall } = pairScore(counted)
  const unseen = pairScore(countPairs(families, half(false)))
  const mixed = mixedFamilies(families, storyOf).length
  const higher = (value: number): Score => ({ value, better: "higher" })
  return {
    tables: [{ title: `Families of ${reports.length} Helsinki reports against the stories they carry`, rows }],
    scores: {
      "Helsinki pairs, precision": higher(precision),
      "Helsinki pairs, recall": higher(recall),
      "Helsinki pairs, precision, measured half": higher(unseen.precision),
      "Helsinki pairs, recall, measured half": higher(unseen.recall),
      "Helsinki families of two stories": { value: mixed, better: "lower", bar: 0 },
    },
    checks: [checkCounts(families, storyOf, counted)],
  }
}

function familyRow(
  reports: string,
  families: readonly (readonly string[])[],
  storyOf: ReadonlyMap<string, string>,
): Row {
  const counts = countPairs(families, storyOf)
  const { precision, recall } = pairScore(counts)
  return {
    reports,
    "with a known story": storyOf.size,
    "pairs of one story": counts.both + counts.onlyStory,
    found: counts.both,
    "wrongly joined": counts.onlyFamily,
    precision: precision.toFixed(3),
    recall: recall.toFixed(3),
  }
}

/** The reports of a file of JSON lines. */
export function readReports(file: string): { readonly id: string; readonly outlet: string; readonly text: string }[] {
  const lines = readFileSync(file, "utf8")
    .split("\n")
    .filter(line => line !== "")
  return lines.map(line => {
    const { id, outlet, text } = JSON.parse(line)
    return { id: String(id), outlet, text }
  })
}
