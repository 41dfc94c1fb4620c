import { join } from "node:path"
import { align } from "../../src/align/align.ts"
import { detect } from "../../src/detect/detect.ts"
import { extract } from "../../src/extract/extract.ts"
import { lineage } from "../../src/lineage/lineage.ts"
import { segment } from "../../src/segment/segment.ts"
import { stories as storiesOf } from "../../src/stories/stories.ts"
import type { Bench, Score } from "../bench.ts"
import { isForLearning, sampleOf } from "../halves.ts"
import { type EventReport, readEventReports } from "../kinship/ecbplus.ts"
import type { Row } from "../table.ts"
import { aroundInArchive } from "./archived.ts"
import { type BCubed, bcubed, checkBCubed } from "./bcubed.ts"

const TOPICS = 12

/** Which reports tell of one event, where every topic has two events that look alike (ECB+). */
export const stories: Bench = {
  reads: ["ecbplus"],
  async run({ data, sample, onProgress }) {
    onProgress(0, 2, "collections")
    const all = readEventReports(join(data!, "ecbplus"))
    const topics = [...new Set(all.map(({ topic }) => topic))].map(id => ({ id }))
    const drawn = new Set((sample ? sampleOf(topics, TOPICS) : topics).map(({ id }) => id))
    const reports = all.filter(({ topic }) => drawn.has(topic))
    const { told, kin } = groupings(reports)
    const half = (learning: boolean) => reports.filter(({ topic }) => isForLearning(topic) === learning)
    const events = bcubed(told, truth(reports, "event"))
    const measured = bcubed(told, truth(half(false), "event"))
    const alone = new Map(reports.map(({ id }) => [id, id]))
    const rows = [
      row("ours, events", events),
      row("ours, events, topics learned from", bcubed(told, truth(half(true), "event"))),
      row("ours, events, measured topics", measured),
      row("ours, topics", bcubed(told, truth(reports, "topic"))),
      row("each family a story, events", bcubed(kin, truth(reports, "event"))),
      row("each report a story, events", bcubed(alone, truth(reports, "event"))),
      row("each topic a story, events", bcubed(truth(reports, "topic"), truth(reports, "event"))),
    ]
    onProgress(1, 2, "collections")
    const archived = await aroundInArchive(reports, sample ? 8 : 3)
    rows.push(row("ours, events, asked of an archive", archived))
    onProgress(2, 2, "collections")
    return {
      tables: [{ title: `Stories among ${reports.length} reports of ${drawn.size} topics (ECB+), B-cubed`, rows }],
      skipped: [],
      scores: {
        "B-cubed F1, events": higher(events.f1, 0.8),
        "B-cubed F1, events, measured topics": higher(measured.f1),
        "B-cubed F1, events, asked of an archive": higher(archived.f1),
      },
      checks: [checkBCubed(told, truth(reports, "event"), events)],
    }
  },
}

const higher = (value: number, bar?: number): Score => ({
  value,
  better: "higher",
  ...(bar === undefined ? {} : { bar }),
})

const truth = (reports: readonly EventReport[], by: "event" | "topic") => new Map(reports.map(one => [one.id, one[by]]))

/** The story, and the family or the report itself, by the collection's id. */
function groupings(reports: readonly EventReport[]): Record<"told" | "kin", Map<string, string>> {
  const { witnesses } = extract(reports.map(({ id, text }) => ({ text, where: id })))
  const segmented = segment(witnesses)
  const families = lineage(segmented, align(segmented, detect(segmented)))
  const nameOf = new Map(witnesses.map(({ id, where }) => [id, where]))
  const named = (groups: readonly { readonly id: string; readonly witnesses: readonly string[] }[]) =>
    groups.flatMap(group => group.witnesses.map(id => [nameOf.get(id)!, group.id] as const))
  return {
    told: new Map(named(storiesOf(segmented, families))),
    kin: new Map([...reports.map(({ id }) => [id, id] as const), ...named(families)]),
  }
}

function row(what: string, { precision, recall, f1 }: BCubed): Row {
  return { stories: what, precision: precision.toFixed(3), recall: recall.toFixed(3), F1: f1.toFixed(3) }
}
