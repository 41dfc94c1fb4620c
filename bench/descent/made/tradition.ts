import { type Chance, chanceOf } from "./chance.ts"
import type { Draft } from "./draft.ts"
import { creditsOf, dress, type MadeReport, outletName, placeName } from "./dress.ts"
import { type PlannedNode, plan } from "./plan.ts"
import { type Dates, HANDS, RATES } from "./rates.ts"
import type { Stock } from "./stock.ts"
import { type Written, write } from "./write.ts"

/** Who descends from whom. A node that is not extant is a lost text. */
export interface Truth {
  /** `[parent, child]`; a witness made from two sources stands in two, the second source last. */
  readonly edges: readonly (readonly [string, string])[]
  readonly extant: readonly string[]
  readonly lost: readonly string[]
}

/** Reports whose descent is known, for it was made. */
export interface Tradition {
  readonly seed: number
  readonly reports: readonly MadeReport[]
  readonly truth: Truth
}

/** How often a tradition is drawn again because its descent would not show. */
const TRIES = 100

/**
 * The tradition of a seed, with dates as often wrong or missing as `dates` says. Drawn again, of the same size and from the same chance, while its descent would not show.
 *
 * @example
 * makeTradition(7, readStock(folder)).truth.extant.length >= 6 // => true
 */
export function makeTradition(seed: number, stock: Stock, dates: Dates = RATES.dates): Tradition {
  const chance = chanceOf(seed)
  const witnesses = drawnSize(chance)
  for (let turn = 0; turn < TRIES; turn++) {
    const nodes = plan(witnesses, chance)
    const texts = write(nodes, stock, chance)
    if (texts) return publish(seed, nodes, texts, dates, chance)
  }
  throw new Error(`no sound tradition for seed ${seed}`)
}

/**
 * How many witnesses the tradition of a seed is to have; it may have one more.
 *
 * @example
 * sizeOf(7) >= 6 // => true
 */
export function sizeOf(seed: number): number {
  return drawnSize(chanceOf(seed))
}

function drawnSize(chance: Chance): number {
  const { least, most } = RATES.witnesses
  return least + chance.below(most - least + 1)
}

/** Names, hours, credits and reports for the texts. */
function publish(
  seed: number,
  nodes: readonly PlannedNode[],
  texts: readonly Written[],
  dates: Dates,
  chance: Chance,
): Tradition {
  const labels = chance.shuffled(nodes.map((_, node) => node))
  const names = nodes.map(({ lost }, node) => `${lost ? "lost" : "w"}${String(labels[node]).padStart(2, "0")}`)
  const hours = hoursOf(nodes, chance)
  const agencyFirst = chance.happens(RATES.agencyFirst)
  const outlets = outletsOf(nodes, texts, agencyFirst, chance)
  const credited = creditedTexts(nodes, texts, outlets, agencyFirst, chance)
  const place = placeName(chance)
  const reports = nodes.flatMap(({ lost }, node) =>
    lost ? [] : [dress(names[node]!, credited[node]!, outlets[node]!, place, hours[node]!, chance, dates)],
  )
  return {
    seed,
    reports: reports.sort((a, b) => (a.id < b.id ? -1 : 1)),
    truth: {
      edges: edgesOf(nodes, names),
      extant: reports.map(({ id }) => id),
      lost: names.filter((_, node) => nodes[node]!.lost),
    },
  }
}

/** When each was written: after all it was made from. */
function hoursOf(nodes: readonly PlannedNode[], chance: Chance): number[] {
  const hours: number[] = []
  for (const { parent, second } of nodes) {
    const delay = RATES.delay.least + RATES.delay.more * chance.unit() ** 2
    hours.push(parent < 0 ? 0 : Math.max(hours[parent]!, second === undefined ? 0 : hours[second]!) + delay)
  }
  return hours
}

/** A later version comes from the same outlet; every other copy from one of its own. */
function outletsOf(nodes: readonly PlannedNode[], texts: readonly Written[], agencyFirst: boolean, chance: Chance) {
  const taken = new Set<string>()
  const outlets: string[] = []
  for (const [node, { parent }] of nodes.entries())
    outlets.push(
      parent >= 0 && texts[node]!.kind === "update"
        ? outlets[parent]!
        : outletName(chance, node === 0 && agencyFirst, taken),
    )
  return outlets
}

/** The texts with the sources they name. An agency that copies name already is not named again as an outlet. */
function creditedTexts(
  nodes: readonly PlannedNode[],
  texts: readonly Written[],
  outlets: readonly string[],
  agencyFirst: boolean,
  chance: Chance,
): Draft[] {
  const made: Draft[] = []
  for (const [node, { parent }] of nodes.entries()) {
    const { draft, kind } = texts[node]!
    const above = made[parent]
    const isAgency = agencyFirst && outlets[parent] === outlets[0]
    const other = outlets[parent] !== outlets[node] && !isAgency ? outlets[parent] : undefined
    const first: Draft["credits"] = agencyFirst ? [{ name: outlets[0]!, form: "dateline" }] : []
    made.push({
      ...draft,
      credits: above ? creditsOf(above, other, outlets[node]!, HANDS[kind].loseCredit, chance) : first,
    })
  }
  return made
}

function edgesOf(nodes: readonly PlannedNode[], names: readonly string[]): [string, string][] {
  const first = nodes.flatMap(({ parent }, node): [string, string][] =>
    parent < 0 ? [] : [[names[parent]!, names[node]!]],
  )
  const second = nodes.flatMap((one, node): [string, string][] =>
    one.second === undefined ? [] : [[names[one.second]!, names[node]!]],
  )
  return [...first, ...second]
}
