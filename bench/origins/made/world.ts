import { type Chance, chanceOf } from "../../descent/made/chance.ts"
import type { Draft, DraftSentence } from "../../descent/made/draft.ts"
import { creditsOf, dress, type MadeReport, outletName } from "../../descent/made/dress.ts"
import { HANDS, RATES } from "../../descent/made/rates.ts"
import type { Stock } from "../../descent/made/stock.ts"
import { beginStory } from "../../descent/made/story.ts"
import { type Cast, castOf, leadOf } from "./cast.ts"
import { type MadeFamily, makeFamily, planted } from "./family.ts"
import { ODDS } from "./odds.ts"
import { between, introduce, type Planned, planClaims, type Register } from "./planted.ts"
import { type KnownClaim, type KnownConflict, truthOf } from "./truth.ts"

/** One story's reports, of which it is known who has what from whom. */
export interface OriginsWorld {
  readonly seed: number
  readonly reports: readonly MadeReport[]
  /** Of each report its true family; a report without kin is a family of its own. */
  readonly familyOf: Readonly<Record<string, string>>
  readonly claims: readonly KnownClaim[]
  readonly conflicts: readonly KnownConflict[]
}

/** A text of the world in the order of writing; no `report` where it is lost. */
export interface Told {
  readonly draft: Draft
  readonly family: string
  readonly report?: string
}

/**
 * The world of a seed.
 *
 * @example
 * makeOriginsWorld(7, readStock(folder)).claims.every(({ origins }) => origins > 0) // => true
 */
export function makeOriginsWorld(seed: number, stock: Stock): OriginsWorld {
  const chance = chanceOf(seed ^ 0x0419)
  const cast = castOf(chance)
  const claims = planClaims(stock, chance)
  const register: Register = []
  const turns = claims.map(() => 0)
  const state = (claim: number) => stateOnce(claim, claims, turns, cast, register, chance)
  const families = Array.from({ length: between(ODDS.families.least, ODDS.families.most, chance) }, () =>
    makeFamily(claims, state, leadOf(cast, chance), stock, register, chance),
  )
  const loners = Array.from({ length: between(ODDS.loners.least, ODDS.loners.most, chance) }, () =>
    lonerOf(claims, state, leadOf(cast, chance), stock, chance),
  )
  const told: Told[] = []
  const reports: MadeReport[] = []
  const taken = new Set<string>()
  for (const [f, family] of families.entries())
    publish(String.fromCharCode(97 + f), family, cast, taken, told, reports, chance)
  loners.forEach((draft, l) => {
    const report = `z${l}`
    told.push({ draft, family: report, report })
    reports.push(dress(report, draft, outletName(chance, false, taken), cast.place, 12 * chance.unit(), chance))
  })
  const familyOf = Object.fromEntries(told.flatMap(({ report, family }) => (report ? [[report, family]] : [])))
  return { seed, reports: chance.shuffled(reports), familyOf, ...truthOf(told, claims, register) }
}

/** A statement has two wordings only, and after these nobody states it again of themselves: its last wording is not given twice. */
function stateOnce(
  claim: number,
  claims: readonly Planned[],
  turns: number[],
  cast: Cast,
  register: Register,
  chance: Chance,
): DraftSentence | undefined {
  const planned = claims[claim]!
  const turn = turns[claim]!++
  if (planned.kind === "statement" && turn >= planned.words.length) return undefined
  const other = planned.topic && turn > 0 && chance.happens(ODDS.otherValue)
  const number = other ? between(planned.topic.least, planned.topic.most, chance) : planned.number
  return introduce(claim, planned, number, turn, cast, register, chance)
}

function lonerOf(
  claims: readonly Planned[],
  state: (claim: number) => DraftSentence | undefined,
  lead: string,
  stock: Stock,
  chance: Chance,
): Draft {
  const { title, paragraphs } = beginStory(stock, chance)
  const { least, most } = ODDS.lonerSentences
  const kept = paragraphs.slice(0, between(least, most, chance))
  const stated = claims.flatMap((_, claim) => (chance.happens(ODDS.byLoner) ? (state(claim) ?? []) : []))
  return planted({ title, paragraphs: kept, credits: [] }, [{ origin: -1, text: lead, first: lead }, ...stated], chance)
}

/** Names, hours, outlets and credits for the texts of a family. */
function publish(
  letter: string,
  { nodes, texts }: MadeFamily,
  cast: Cast,
  taken: Set<string>,
  told: Told[],
  reports: MadeReport[],
  chance: Chance,
): void {
  const hours: number[] = []
  const outlets: string[] = []
  const drafts: Draft[] = []
  const agencyFirst = chance.happens(RATES.agencyFirst)
  const labels = chance.shuffled(nodes.map((_, node) => node))
  for (const [node, { parent, second, lost }] of nodes.entries()) {
    const { draft, kind } = texts[node]!
    const delay = RATES.delay.least + RATES.delay.more * chance.unit() ** 2
    const after = parent < 0 ? 8 * chance.unit() : Math.max(hours[parent]!, second === undefined ? 0 : hours[second]!)
    hours.push(parent < 0 ? after : after + delay)
    const isVersion = parent >= 0 && kind === "update"
    outlets.push(isVersion ? outlets[parent]! : outletName(chance, node === 0 && agencyFirst, taken))
    drafts.push({
      ...draft,
      credits: credits(node, parent, drafts, outlets, agencyFirst, HANDS[kind].loseCredit, chance),
    })
    const report = lost ? undefined : `${letter}${String(labels[node]).padStart(2, "0")}`
    told.push({ draft, family: letter, ...(report === undefined ? {} : { report }) })
    if (report !== undefined)
      reports.push(dress(report, drafts[node]!, outlets[node]!, cast.place, hours[node]!, chance))
  }
}

function credits(
  node: number,
  parent: number,
  drafts: readonly Draft[],
  outlets: readonly string[],
  agencyFirst: boolean,
  loss: number,
  chance: Chance,
): Draft["credits"] {
  const above = drafts[parent]
  if (!above) return agencyFirst ? [{ name: outlets[0]!, form: "dateline" }] : []
  const isAgency = agencyFirst && outlets[parent] === outlets[0]
  const other = outlets[parent] !== outlets[node] && !isAgency ? outlets[parent] : undefined
  return creditsOf(above, other, outlets[node]!, loss, chance)
}
