import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { Row } from "../table.ts"
import { chanceAt } from "./made/chances.ts"
import { isLine } from "./made/lines.ts"
import { makerOf, workshopOf } from "./made/maker.ts"
import type { WorldSpec } from "./made/plan.ts"
import { readModel } from "./made/word-model.ts"
import { firstWords, type InCommon, inCommon, type Sampled } from "./natural.ts"

const SAMPLE = 2000
/** Both kinds of text cut to so many words, so that they can be compared. */
const WORDS = 150
/** Reuters stories so many days apart are taken for unrelated. */
const DAYS = 3

/** Unrelated reports of a world beside unrelated Reuters stories: what they have in common. */
export function compareUnrelated(spec: WorldSpec, data: string, folder: string) {
  const stories = reutersStories(join(data, "reuters-21578/reports.jsonl"))
  const shop = workshopOf(data, readModel(data, folder))
  const { plan, make } = makerOf(spec, shop, [])
  const alone = (text: string): Sampled => ({ text, isKin: () => false })
  const count = Math.min(SAMPLE, plan.families)
  const made = Array.from({ length: SAMPLE }, (_, number) => alone(make({ kind: "unrelated", number }).body))
  const firsts = Array.from({ length: count }, (_, family) =>
    alone(withoutFurniture(make({ kind: "member", family, member: 0 }).body)),
  )
  const long = drawn(stories.filter(({ text }) => text.split(/\s+/).length >= WORDS))
  const reuters = inCommon(drawn(stories))
  const ours = inCommon(made)
  const rows: Row[] = [
    row("Reuters stories, whole", reuters),
    row("made reports, whole", ours),
    row("first texts of made families, whole", inCommon(firsts)),
    row(`Reuters stories of ${WORDS} words and more, cut there`, inCommon(cut(long))),
    row(`made reports, cut to ${WORDS} words`, inCommon(cut(made))),
  ]
  return { rows, reuters, ours }
}

/** Without the short lines that sites put around a text, which are the same on many. */
function withoutFurniture(body: string): string {
  return body
    .split("\n\n")
    .filter(paragraph => paragraph.length > 60)
    .join("\n\n")
}

function drawn(texts: readonly Sampled[]): Sampled[] {
  return chanceAt(99).shuffled(texts).slice(0, SAMPLE)
}

function cut(texts: readonly Sampled[]): Sampled[] {
  return texts.map(one => ({ ...one, text: firstWords(one.text, WORDS) }))
}

function reutersStories(file: string): (Sampled & { readonly day: number })[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter(isLine)
    .map(line => {
      const { text, published } = JSON.parse(line) as { text: string; published: string }
      const day = Date.parse(published.trim().replace(/^(\d+)-(\w+)-(\d+) .*/, "$1 $2 $3")) / 86_400_000
      const isKin = (other: Sampled) => Math.abs((other as Sampled & { day: number }).day - day) < DAYS
      return { text, day, isKin }
    })
}

function row(what: string, { texts, pairs, runShare, halfRare, threeHalfRare, eightHalfRare }: InCommon): Row {
  const perMillion = (share: number) => Number((share * 1e6).toPrecision(3))
  return {
    what,
    texts,
    pairs,
    "with a run of 8 words, in a million": perMillion(runShare),
    "half-rare word pairs in common": Number(halfRare.toFixed(3)),
    "3 and more, in a million": perMillion(threeHalfRare),
    "8 and more, in a million": perMillion(eightHalfRare),
  }
}
