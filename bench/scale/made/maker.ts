import type { Chance } from "../../descent/made/chance.ts"
import type { Draft } from "../../descent/made/draft.ts"
import { dress } from "../../descent/made/dress.ts"
import { readStock } from "../../descent/made/stock.ts"
import { chanceAt, heavyTailed, seedOf } from "./chances.ts"
import type { Hidden } from "./hidden.ts"
import { copyOf, firstDraft, lengthOf, paragraphsOf, titleOf, type Workshop } from "./kin.ts"
import { nameOf } from "./names.ts"
import {
  type Descent,
  descentOf,
  type KinKind,
  type Plan,
  planOf,
  type Role,
  type WorldSpec,
  wireDescent,
} from "./plan.ts"
import { type Site, sitesOf } from "./sites.ts"
import { twinStock } from "./twins.ts"
import { sentenceOf, type Theme, themeOf } from "./walk.ts"
import type { WordModel } from "./word-model.ts"

/** A line of the world's file. */
export type WorldLine = Readonly<Record<string, string>> & { readonly url: string }

/** What is true of a report that has kin: the story it goes back to, and from which report it was made, and how. */
export interface TruthLine {
  readonly url: string
  readonly story: string
  readonly parent?: string
  readonly kind?: KinKind
}

/** A report and its truth; nothing is said of a report that stands alone. */
export interface Made {
  readonly line: WorldLine
  /** The report's own words, without its site's boilerplate. */
  readonly body: string
  readonly truth?: TruthLine
}

/** Makes any report of a world on its own: a pure function of the world and the place. */
export interface Maker {
  readonly plan: Plan
  make(role: Role): Made
}

/** How each member of a family came about; the first is in no list. */
type Descents = Readonly<Record<number, Descent | undefined>>

/** The number of the wire story's family, which is beside all others. */
const WIRE = 0xffffffff
const DAY = 24
const BEGIN = Date.UTC(2031, 0, 1)
const DAYS = 365
/** Reports on one subject, and on one event, in a world of 20,000; see `npm run bench -- scale` for what these figures are held to. */
const SUBJECTS = { of20k: 310, growth: 0.75, steep: 3, perEvent: 2 } as const
/** Furniture that copies are framed with, in [0, 1]. */
const FURNITURE = 0.3
const AGENCY = 0.6

/** The workshop of a world: the real texts are read from `data` once a process, which takes some seconds. */
export function workshopOf(data: string, model: WordModel): Workshop {
  const stock = readStock(data)
  return { model, stock, twins: twinStock(stock, model) }
}

/** What the reports of one world are made with. */
interface Press {
  readonly seed: number
  readonly shop: Workshop
  readonly hidden: readonly Hidden[]
  readonly plan: Plan
  readonly siteFor: (chance: Chance) => Site
  /** How many subjects there are, and how many events a subject has. */
  readonly subjects: number
  readonly events: number
}

/** Whoever makes the reports of this world. */
export function makerOf({ reports, seed, wire }: WorldSpec, shop: Workshop, hidden: readonly Hidden[]): Maker {
  const plan = planOf({ reports, seed, wire }, hidden.length)
  const subjects = Math.ceil(SUBJECTS.of20k * (reports / 20_000) ** SUBJECTS.growth)
  const events = Math.ceil(reports / subjects / SUBJECTS.perEvent)
  const press: Press = { seed, shop, hidden, plan, siteFor: sitesOf(shop.model, seed), subjects, events }
  return { plan, make: role => make(press, role) }
}

function make(press: Press, role: Role): Made {
  switch (role.kind) {
    case "unrelated":
      return unrelated(press, role.number)
    case "member":
      return member(press, role.family, role.member, descentOf(press.seed, role.family, role.member + 1))
    case "wire":
      return member(press, WIRE, role.member, { [role.member]: wireDescent(press.seed, role.member) })
    case "hidden": {
      const { line, story } = press.hidden[role.at]!
      return { line, body: "", ...(story !== undefined && { truth: { url: line.url, story } }) }
    }
  }
}

function unrelated(press: Press, number: number): Made {
  const chance = chanceAt(press.seed, 31, number)
  const site = press.siteFor(chance)
  const theme = themeFor(press, number, chance)
  const { model } = press.shop
  const paragraphs = paragraphsOf(lengthOf(chance), () => sentenceOf(model, theme, chance), chance)
  const published = new Date(BEGIN + chance.below(DAYS * DAY * 60) * 60_000).toISOString().replace(".000", "")
  return onSite(`u${number}`, titleOf(paragraphs[0]!), paragraphs, site, published)
}

/** The theme of a text: some subjects, and some events, have many reports. */
function themeFor({ shop, seed, subjects, events }: Press, own: number, chance: Chance): Theme {
  const subject = heavyTailed(subjects, SUBJECTS.steep, chance)
  return themeOf(shop.model, seed, subject, heavyTailed(events, 2, chance), own)
}

/** A member of a family, with its truth. */
function member(press: Press, family: number, at: number, descents: Descents): Made {
  const { seed } = press
  const chance = chanceAt(seed, 35, family, at)
  const site = siteOfMember(press, family, at)
  const begin = chanceAt(seed, 36, family).below((DAYS - 30) * DAY)
  const hour = begin + (at === 0 ? 0 : 1 + chance.below(family === WIRE ? 20 * DAY : 2 * DAY))
  const story = family === WIRE ? "wire" : `f${family}`
  const id = `${story}-${at}`
  const place = nameOf(seedOf(seed, 37, family))
  const report = dress(id, draftOf(press, family, at, descents), site.outlet, place, hour, chance)
  const framed = frame(report.text.split("\n\n"), site, chance)
  const made = onSite(id, report.title, framed, site, report.published)
  const descent = descents[at]
  const truth = { url: made.line.url, story }
  if (!descent) return { ...made, truth }
  const parent = urlOf(siteOfMember(press, family, descent.parent), `${story}-${descent.parent}`)
  return { ...made, truth: { ...truth, parent, kind: descent.kind } }
}

/** The text of a member: its source's, made in the same way, and what the outlet did to it. */
function draftOf(press: Press, family: number, at: number, descents: Descents): Draft {
  const { seed, shop } = press
  const chance = chanceAt(seed, 32, family, at)
  const descent = descents[at]
  const theme = themeFor(press, seedOf(family, at), descent ? chance : chanceAt(seed, 33, family))
  if (!descent) {
    const agency = chance.happens(AGENCY) ? `${nameOf(seedOf(seed, family))} News Agency` : undefined
    return firstDraft(shop, theme, agency, chance)
  }
  const outlets = {
    own: siteOfMember(press, family, at).outlet,
    other: siteOfMember(press, family, descent.parent).outlet,
  }
  return copyOf(draftOf(press, family, descent.parent, descents), descent, shop, theme, outlets, chance)
}

function siteOfMember({ seed, siteFor }: Press, family: number, at: number): Site {
  return siteFor(chanceAt(seed, 34, family, at))
}

const urlOf = ({ host }: Site, id: string): string => `https://${host}/${id}`

/** A report as its site shows it. */
function onSite(id: string, title: string, body: readonly string[], site: Site, published?: string): Made {
  const { boilerplate, outlet } = site
  const rest = boilerplate?.paragraphs ?? []
  const text = (boilerplate?.first ? [...rest, ...body] : [...body, ...rest]).join("\n\n")
  const line = { id, outlet, url: urlOf(site, id), title, text, language: "en" }
  return { line: { ...line, ...(published !== undefined && { published }) }, body: body.join("\n\n") }
}

/** What sites put around a copy, beside their boilerplate. */
function frame(paragraphs: readonly string[], { outlet }: Site, chance: Chance): string[] {
  const line = (text: string, before: boolean) => ({ text, before })
  const lines = [
    line(`By ${outlet} staff`, true),
    line("Share this article", true),
    line("Listen to this article, 3 min", true),
    line("Read more on our front page", false),
    line(`© 2031 ${outlet}. All rights reserved.`, false),
    line("Sign up for our newsletter", false),
  ].filter(() => chance.happens(FURNITURE))
  const texts = (before: boolean) => lines.filter(one => one.before === before).map(one => one.text)
  return [...texts(true), ...paragraphs, ...texts(false)]
}
