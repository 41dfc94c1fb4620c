import type { Chance } from "./chance.ts"
import type { Credit, Draft } from "./draft.ts"
import { type Dates, RATES } from "./rates.ts"

/** A report as an outlet publishes it: the fields that `trace` takes. */
export interface MadeReport {
  readonly id: string
  readonly text: string
  /** The text without its credits. */
  readonly uncredited: string
  readonly title: string
  readonly outlet: string
  readonly published?: string
  readonly url?: string
}

const ONSETS = ["B", "D", "Fr", "G", "H", "K", "L", "M", "N", "P", "R", "S", "T", "V", "W"]
const MIDDLES = ["al", "an", "ar", "el", "en", "er", "il", "im", "ol", "or", "um", "ur"]
const ENDS = ["by", "den", "dale", "ford", "mark", "mere", "sel", "stad", "ton", "wick"]

/** A place that is on no map. */
export function placeName(chance: Chance): string {
  return chance.pick(ONSETS) + chance.pick(MIDDLES) + chance.pick(ENDS)
}

/** An outlet's or an agency's name, not among the names given already. */
export function outletName(chance: Chance, agency: boolean, taken: Set<string>): string {
  const kinds = agency
    ? ["Wire", "News Agency", "Press Agency", "Newswire"]
    : ["Courier", "Post", "Herald", "Gazette", "Observer", "Daily News", "Times", "Tribune", "Online", "Today"]
  for (;;) {
    const name = `${placeName(chance)} ${chance.pick(kinds)}`
    if (taken.has(name)) continue
    taken.add(name)
    return name
  }
}

/**
 * The credits of a copy: some fall off, some change their form; the outlet copied from may be named, and the copying one may name
 * itself.
 */
export function creditsOf(
  above: Draft,
  copiedOutlet: string | undefined,
  ownOutlet: string,
  loss: number,
  chance: Chance,
): Credit[] {
  const kept = above.credits.filter(() => !chance.happens(loss)).map(credit => reformed(credit, chance))
  const named: Credit[] =
    copiedOutlet !== undefined && chance.happens(RATES.creditOutlet)
      ? [{ name: copiedOutlet, form: "first-reported" }]
      : []
  const own: Credit[] = chance.happens(RATES.creditSelf) ? [{ name: ownOutlet, form: "closing" }] : []
  return [...kept, ...named, ...own.filter(({ name }) => !kept.some(credit => credit.name === name))]
}

function reformed(credit: Credit, chance: Chance): Credit {
  if (credit.form === "first-reported" || !chance.happens(RATES.reformCredit)) return credit
  return { ...credit, form: chance.pick(["dateline", "closing", "with"] as const) }
}

/** The text with its credits as news writes them. */
function bodyOf(draft: Draft, place: string): string {
  const paragraphs = draft.paragraphs.map(paragraph => paragraph.map(one => one.text).join(" "))
  const dateline = draft.credits.find(({ form }) => form === "dateline")
  if (dateline) paragraphs[0] = `${place.toUpperCase()} (${dateline.name}) — ${paragraphs[0]}`
  for (const { name, form } of draft.credits) {
    if (form === "closing") paragraphs.push(`Reporting by ${name}.`)
    if (form === "with") paragraphs.push(`With reporting from ${name}.`)
    if (form === "first-reported") paragraphs.push(`The story was first reported by the ${name}.`)
  }
  return paragraphs.join("\n\n")
}

const BEGIN = Date.UTC(2031, 2, 4, 6)

/** The report, `hour` hours after the first text of the tradition, with a date that may be wrong or missing. */
export function dress(
  id: string,
  draft: Draft,
  outlet: string,
  place: string,
  hour: number,
  chance: Chance,
  dates: Dates = RATES.dates,
): MadeReport {
  const published = dateOf(hour, dates, chance)
  const host = outlet.toLowerCase().replaceAll(" ", "")
  const slug = draft.title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 40)
  const uncredited = bodyOf({ ...draft, credits: [] }, place)
  const report = { id, text: bodyOf(draft, place), uncredited, title: draft.title, outlet }
  const dated = published === undefined ? report : { ...report, published }
  return chance.happens(RATES.url) ? { ...dated, url: `https://www.${host}.example/${slug}` } : dated
}

function dateOf(hour: number, { missing, dayOnly, early, zone }: Dates, chance: Chance): string | undefined {
  if (chance.happens(missing)) return undefined
  const offset = chance.happens(zone.often) ? Math.round(zone.hours * (2 * chance.unit() - 1)) : 0
  const wrong = chance.happens(early.often) ? -early.hours * chance.unit() : offset
  const minute = 60_000
  const at = new Date(Math.round((BEGIN + (hour + wrong) * 60 * minute) / minute) * minute).toISOString()
  return chance.happens(dayOnly) ? at.slice(0, 10) : at.replace(".000", "")
}
