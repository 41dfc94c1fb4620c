import { readFileSync } from "node:fs"
import { join } from "node:path"
import { gunzipSync } from "node:zlib"
import { extract } from "../../src/extract/extract.ts"
import type { Bench, BenchOptions, BenchResult } from "../bench.ts"
import { isForLearning, sampleOf } from "../halves.ts"
import type { Row } from "../table.ts"
import { checkOverlaps, type Scored } from "./check.ts"
import { articleOf } from "./ours.ts"
import { readabilityAlone } from "./peer.ts"
import { overlap, scoreArticles } from "./score.ts"

const SAMPLE = 60
/** So many pages are scored once more in the plain way. */
const CHECKED = 40

/** The text of a page's article, on the 181 pages of the article extraction benchmark. */
export const articles: Bench = { reads: ["aeb"], run }

/** F1 of the benchmark's own table for the recorded outputs (github.com/scrapinghub/article-extraction-benchmark). */
const PUBLISHED = { rs_trafilatura: 0.97, trafilatura: 0.957, "Readability.js": 0.947 }

interface Page {
  readonly id: string
  readonly url: string
  readonly articleBody: string
}

async function run({ data, sample, onProgress }: BenchOptions): Promise<BenchResult> {
  const folder = join(data!, "aeb")
  const pages = sample ? sampleOf(pagesOf(folder), SAMPLE) : pagesOf(folder)
  const ours: Scored[] = []
  const peer: Scored[] = []
  for (const [done, { id, url, articleBody: truth }] of pages.entries()) {
    onProgress(done, pages.length, "pages")
    const html = gunzipSync(readFileSync(join(folder, "html", `${id}.html.gz`))).toString("utf8")
    const [witness] = extract([{ html, url }]).witnesses
    const found = witness ? articleOf(witness) : ""
    const other = readabilityAlone(html)
    ours.push({ id, truth, found, overlap: overlap(truth, found) })
    peer.push({ id, truth, found: other, overlap: overlap(truth, other) })
  }
  onProgress(pages.length, pages.length, "pages")
  const whole = scoreArticles(ours.map(page => page.overlap))
  const unseen = scoreArticles(half(ours, false))
  return {
    tables: [{ title: `Article text of ${pages.length} pages (AEB)`, rows: rowsOf(ours, peer, sample) }],
    skipped: [],
    scores: {
      f1: { value: whole.f1, better: "higher", bar: 0.96 },
      precision: { value: whole.precision, better: "higher", bar: 0.94 },
      "f1, measured half": { value: unseen.f1, better: "higher", bar: 0.96 },
      "precision, measured half": { value: unseen.precision, better: "higher", bar: 0.94 },
    },
    checks: [checkOverlaps(sampleOf(ours, CHECKED))],
  }
}

function pagesOf(folder: string): Page[] {
  const truth = JSON.parse(readFileSync(join(folder, "ground-truth.json"), "utf8")) as Record<string, Omit<Page, "id">>
  return Object.entries(truth).map(([id, page]) => ({ id, ...page }))
}

const half = (pages: readonly Scored[], learning: boolean) =>
  pages.filter(({ id }) => isForLearning(id) === learning).map(page => page.overlap)

function rowsOf(ours: readonly Scored[], peer: readonly Scored[], sample: boolean): Row[] {
  const measured = [
    ["Hearsay", ours],
    ["Readability over linkedom, block-aware text", peer],
  ] as const
  const rows = measured.map(([name, pages]): Row => {
    const { f1, precision, recall } = scoreArticles(pages.map(page => page.overlap))
    const [learned, unseen] = [scoreArticles(half(pages, true)), scoreArticles(half(pages, false))]
    return {
      system: name,
      F1: f1.toFixed(3),
      precision: precision.toFixed(3),
      recall: recall.toFixed(3),
      "F1, half to learn from": learned.f1.toFixed(3),
      "F1, measured half": unseen.f1.toFixed(3),
      "precision, measured half": unseen.precision.toFixed(3),
    }
  })
  const published = Object.entries(PUBLISHED).map(
    ([name, f1]): Row => ({ system: `${name}, published`, F1: f1.toFixed(3) }),
  )
  return sample ? rows : [...rows, ...published]
}
