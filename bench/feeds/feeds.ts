import { join } from "node:path"
import type { Feed } from "../../src/read/feeds/feed.ts"
import { readFeed } from "../../src/read/feeds/read-feed.ts"
import type { Bench, BenchOptions, BenchResult } from "../bench.ts"
import type { Row } from "../table.ts"
import { comparesSomething, gives } from "./compare.ts"
import { type Expectation, type ExpectedFeed, expectedFeeds, type FeedField } from "./expectations.ts"
import { feedsmith, withPlainTexts } from "./peer.ts"

/** How many of the feedparser project's test feeds, well-formed and broken, give the title, link, date, content they must. */
export const feeds: Bench = { reads: ["feedparser"], run }

/** The fields that have a floor of their own. */
const COUNTED: readonly FeedField[] = ["title", "link", "date", "content"]

interface Compared {
  readonly file: string
  readonly expectation: Expectation
  readonly ours: boolean
  readonly peer: boolean
}

async function run({ data, onProgress }: BenchOptions): Promise<BenchResult> {
  const all = expectedFeeds(join(data!, "feedparser", "tests"))
  const compared = all.flatMap((feed, done) => {
    if (done % 100 === 0) onProgress(done, all.length, "feeds")
    return compare(feed)
  })
  onProgress(all.length, all.length, "feeds")
  const fields = [...new Set(compared.map(({ expectation }) => expectation.field))].sort()
  return {
    tables: [
      {
        title: `What ${all.length} feeds must give (feedparser's tests)`,
        rows: fields.map(field => rowOf(field, compared)),
      },
      { title: "What fails, by folder and field", rows: failures(compared) },
    ],
    skipped: [],
    scores: Object.fromEntries(
      COUNTED.map(field => [
        field,
        {
          value: share(
            compared.filter(each => each.expectation.field === field),
            "ours",
          ),
          better: "higher" as const,
        },
      ]),
    ),
    checks: [],
  }
}

function compare({ file, text, address, expected }: ExpectedFeed): Compared[] {
  const ours = attempt(() => readFeed(text, address))
  const raw = feedsmith(text)
  // It does not say which of its texts are HTML: whichever way is right counts.
  const peer = raw ? [raw, withPlainTexts(raw)] : []
  return expected.filter(comparesSomething).map(expectation => ({
    file,
    expectation,
    ours: !!ours && gives(ours, expectation),
    peer: peer.some(feed => gives(feed, expectation)),
  }))
}

function attempt(parse: () => Feed | undefined): Feed | undefined {
  try {
    return parse()
  } catch {
    return undefined
  }
}

function rowOf(field: FeedField, compared: readonly Compared[]): Row {
  const own = compared.filter(each => each.expectation.field === field)
  const right = (who: "ours" | "peer") => own.filter(each => each[who]).length
  return { field, expected: own.length, Hearsay: right("ours"), feedsmith: right("peer") }
}

const share = (compared: readonly Compared[], who: "ours" | "peer") =>
  compared.filter(each => each[who]).length / compared.length

function failures(compared: readonly Compared[]): Row[] {
  const byKind = new Map<string, Compared[]>()
  for (const each of compared) {
    if (each.ours) continue
    const kind = `${each.file.split("/").slice(0, -1).join("/")}: ${each.expectation.field}`
    byKind.set(kind, [...(byKind.get(kind) ?? []), each])
  }
  return [...byKind]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([kind, failed]) => ({
      kind,
      failed: failed.length,
      examples: failed
        .slice(0, 3)
        .map(({ file }) => file.split("/").at(-1))
        .join(", "),
    }))
}
