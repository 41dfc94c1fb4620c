import type { Chance } from "../../descent/made/chance.ts"
import { chanceAt, heavyTailed, seedOf } from "./chances.ts"
import { outletOf } from "./names.ts"
import { sentenceOf, themeOf } from "./walk.ts"
import type { WordModel } from "./word-model.ts"

/** Where a report is published. */
export interface Site {
  readonly outlet: string
  readonly host: string
  /** What all pages of the site have beside their report: some 60 to 120 words; nothing at most sites. */
  readonly boilerplate?: { readonly paragraphs: readonly string[]; readonly first: boolean }
}

/** Invented sites, and the share of all pages that have their site's boilerplate, in [0, 1]. */
const SITES = { plain: 280, withBoilerplate: 220, pages: 0.3, steep: 1.7 } as const

const LINES = [
  (outlet: string) => `${outlet} has reported from this region, without fear or favour, for more than a century.`,
  (outlet: string) => `Readers of ${outlet} can send us their letters, their photographs and their tips at any hour.`,
  (outlet: string) => `Nothing on this page may be copied without the leave of ${outlet} and of those who wrote it.`,
  (outlet: string) => `More than forty people in six towns make ${outlet} every day, and all of them live here.`,
]

/** The sites of a world. */
export function sitesOf(model: WordModel, seed: number): (chance: Chance) => Site {
  const sites = Array.from({ length: SITES.plain + SITES.withBoilerplate }, (_, k) => siteOf(model, seed, k))
  return chance =>
    chance.happens(SITES.pages)
      ? sites[SITES.plain + heavyTailed(SITES.withBoilerplate, SITES.steep, chance)]!
      : sites[heavyTailed(SITES.plain, SITES.steep, chance)]!
}

function siteOf(model: WordModel, seed: number, k: number): Site {
  const outlet = outletOf(seedOf(seed, 21, k))
  const host = `www.${outlet.toLowerCase().replaceAll(" ", "")}${k}.example`
  if (k < SITES.plain) return { outlet, host }
  const chance = chanceAt(seed, 22, k)
  const theme = themeOf(model, seed, 1_000_000 + k, k, 1_000_000 + k)
  const wanted = 60 + chance.below(45)
  const sentences = chance
    .shuffled(LINES)
    .slice(0, 2)
    .map(line => line(outlet))
  while (sentences.join(" ").split(" ").length < wanted) sentences.push(sentenceOf(model, theme, chance))
  const paragraphs = [sentences.slice(0, 2).join(" "), sentences.slice(2).join(" ")].filter(text => text !== "")
  return { outlet, host, boilerplate: { paragraphs, first: chance.happens(0.3) } }
}
