import type { Reading, Variant, VariantKind } from "../../src/model/variant.ts"
import { CONTRARIES, HEDGES, MONTHS, SISTERS, UNITS, WEEKDAYS } from "./plant-words.ts"
import type { Story } from "./reports.ts"

/** One change put into a report by hand of a rule, and the kinds of variant that are right for it. */
export interface Planted {
  readonly kind: PlantKind
  readonly text: string
  /** What stands where the change is, before and after, in words. */
  readonly from: string
  readonly to: string
  /** Whether the change stands inside quotation marks: then an altered quotation is what it is, too. */
  readonly isQuoted: boolean
}

export type PlantKind =
  | "name garbled"
  | "name replaced"
  | "number"
  | "date"
  | "unit"
  | "polarity"
  | "hedge dropped"
  | "speaker changed"
  | "quotation altered"
  | "names swapped"
  | "word replaced"

const NAMES: readonly VariantKind[] = ["name-garbled", "name-replaced", "place-replaced", "organisation-replaced"]

/** Which kinds of variant are right for a planted change. */
export const KINDS_OF_PLANT: Readonly<Record<PlantKind, readonly VariantKind[]>> = {
  "name garbled": NAMES,
  "name replaced": [...NAMES, "role-changed"],
  number: ["number-changed"],
  date: ["date-changed"],
  unit: ["unit-changed", "number-changed"],
  polarity: ["sense-reversed", "negation-changed"],
  "hedge dropped": ["hedge-dropped"],
  "speaker changed": ["speaker-changed", "role-changed", ...NAMES],
  "quotation altered": ["quotation-altered", "word-replaced"],
  "names swapped": ["role-changed", ...NAMES],
  "word replaced": ["word-replaced", "organisation-replaced", "date-changed", "unit-changed"],
}

const QUOTED: readonly VariantKind[] = ["quotation-altered"]

/** One way to change a sentence: a match, and what stands there afterwards; `undefined` where it cannot be changed. */
interface Way {
  readonly pattern: RegExp
  readonly change: (match: RegExpMatchArray, draw: Draw, other: Story) => string | undefined
}

/** A number below `below`, fixed by the pair and the kind. */
type Draw = (below: number) => number

const NAME = /(?<=\p{Ll},? |\p{Ll}'s )\p{Lu}\p{Ll}{4,}(?!\p{L})/gu

const WAYS: Readonly<Record<PlantKind, readonly Way[]>> = {
  "name garbled": [{ pattern: NAME, change: ([name], draw) => (isCalendar(name) ? undefined : garbled(name, draw)) }],
  "name replaced": [
    { pattern: NAME, change: ([name], draw, other) => (isCalendar(name) ? undefined : nameFrom(other, name, draw)) },
  ],
  number: [
    {
      pattern: new RegExp(
        `(?<=[ (])(?<!(?:${MONTHS.join("|")}|May) )\\d+(?:,\\d{3})*(?:\\.\\d+)?(?=,? |\\)|\\.\\s)`,
        "gu",
      ),
      change: changedNumber,
    },
  ],
  date: [
    { pattern: word(WEEKDAYS), change: ([day], draw) => another(WEEKDAYS, day, draw) },
    { pattern: word(MONTHS), change: ([month], draw) => another(MONTHS, month, draw) },
    { pattern: new RegExp(`(?<=(?:${MONTHS.join("|")}) )\\d{1,2}(?!\\d)`, "gu"), change: changedDay },
  ],
  unit: UNITS.map(([from, to]) => ({ pattern: new RegExp(`(?<=\\d ?-?)${from}(?!\\p{L})`, "gu"), change: () => to })),
  polarity: [
    ...CONTRARIES.map(([from, to]) => ({ pattern: word([from]), change: () => to })),
    { pattern: /(?<= (?:is|was|will|would|has|have|had|were|are|could|does|did)) not(?= )/gu, change: () => "" },
  ],
  "hedge dropped": HEDGES.map(([from, to]) => ({ pattern: new RegExp(from, "gu"), change: () => to })),
  "speaker changed": [
    {
      pattern: /(?<=," )\p{Lu}\p{Ll}{3,}(?= said)/gu,
      change: ([name], draw, other) => nameFrom(other, name, draw),
    },
  ],
  "quotation altered": [{ pattern: /"[^"]{30,}"/gu, change: alteredQuotation }],
  "names swapped": [
    {
      pattern: /(?<=(?<!\p{L})\p{Ll}+ )(\p{Lu}\p{Ll}{3,})((?: \p{Ll}+){1,6} )(\p{Lu}\p{Ll}{3,})(?= \p{Ll}|[,.]\s)/gu,
      change: ([, one, between, two]) =>
        isCalendar(one!) || isCalendar(two!) || one === two || !ACTS.test(between!)
          ? undefined
          : `${two}${between}${one}`,
    },
  ],
  "word replaced": SISTERS.map(group => ({
    pattern: word(group),
    change: ([found], draw) => another(group, found, draw),
  })),
}

// What stands between two who cannot change places without a change of sense.
const ACTS = /^(?!.* (?:and|or|of) ).* (?:to|from|by|against|told|asked|will|would|has|had|\p{Ll}+ed) /u

/** Every kind of change, in the order of the table. */
export const PLANT_KINDS = Object.keys(WAYS) as PlantKind[]

/**
 * The report `copy` with one change of the kind, in a sentence that its near copy `original` has word for word; `undefined` where no
 * sentence can take it. Names come from `other`, a third report. Which place is changed depends on the ids and the kind alone.
 */
export function plant(kind: PlantKind, original: Story, copy: Story, other: Story): Planted | undefined {
  const draw = drawer(`${kind} ${original.id} ${copy.id}`)
  const shared = sharedStretches(original.text, copy.text)
  const places = WAYS[kind].flatMap(way =>
    [...copy.text.matchAll(way.pattern)]
      .filter(({ index, 0: found }) => shared.some(({ start, end }) => index >= start && index + found.length <= end))
      .map(match => ({ way, match })),
  )
  for (let tries = 0; tries < 8 && places.length > 0; tries++) {
    const { way, match } = places[draw(places.length)]!
    const to = way.change(match, draw, other)
    if (to === undefined || to === match[0]) continue
    const text = copy.text.slice(0, match.index) + to + copy.text.slice(match.index + match[0].length)
    const isQuoted =
      (copy.text.slice(copy.text.lastIndexOf("\n", match.index), match.index).split('"').length - 1) % 2 === 1
    return { kind, text, from: match[0], to, isQuoted }
  }
  return undefined
}

/** Where sentences of `copy` stand that `original` has as well, word for word. */
function sharedStretches(original: string, copy: string): { readonly start: number; readonly end: number }[] {
  const plain = (text: string) => text.replace(/\s+/g, " ").trim()
  const whole = plain(original)
  return [...copy.matchAll(/[^.\n][^\n]*?(?:\.(?=\s|$)|\n|$)/gu)]
    .filter(([sentence]) => sentence.length >= 30 && whole.includes(plain(sentence)))
    .map(match => ({ start: match.index, end: match.index + match[0].length }))
}

function word(words: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}-])(?:${words.join("|")})(?![\\p{L}-])`, "gu")
}

const isCalendar = (name: string) => WEEKDAYS.includes(name) || MONTHS.includes(name)

function another(words: readonly string[], than: string, draw: Draw): string {
  const others = words.filter(candidate => candidate !== than)
  return others[draw(others.length)]!
}

/** Two letters exchanged, one left out, or a consonant in the place of another, never the first. */
function garbled(name: string, draw: Draw): string {
  const at = 1 + draw(name.length - 2)
  const way = draw(3)
  if (way === 0) return name.slice(0, at) + name[at + 1] + name[at] + name.slice(at + 2)
  if (way === 1) return name.slice(0, at) + name.slice(at + 1)
  return name.slice(0, at) + another([..."bdfglmnrstv"], name[at]!, draw) + name.slice(at + 1)
}

function nameFrom({ text }: Story, than: string, draw: Draw): string | undefined {
  const names = [...text.matchAll(NAME)].map(([name]) => name).filter(name => name !== than && !isCalendar(name))
  return names.length === 0 ? undefined : names[draw(names.length)]
}

/** One digit is another. */
function changedNumber([number]: RegExpMatchArray, draw: Draw): string | undefined {
  if (/^(?:19|20)\d\d$/.test(number)) return undefined
  const digits = [...number.matchAll(/\d/g)].map(({ index }) => index)
  const at = digits[draw(digits.length)]!
  const digit = another([..."123456789"], number[at]!, draw)
  return number.slice(0, at) + digit + number.slice(at + 1)
}

function changedDay([day]: RegExpMatchArray, draw: Draw): string {
  return String(((Number(day) + 1 + draw(20)) % 28) + 1)
}

/** One word inside the quotation marks is a word from another place in it. */
function alteredQuotation([quotation]: RegExpMatchArray, draw: Draw): string | undefined {
  const words = [...quotation.matchAll(/\p{Ll}{5,}/gu)]
  if (words.length < 3) return undefined
  const [changed, taken] = [words[draw(words.length)]!, words[draw(words.length)]!]
  if (changed[0] === taken[0]) return undefined
  return quotation.slice(0, changed.index) + taken[0] + quotation.slice(changed.index + changed[0].length)
}

/** Numbers that look thrown and are fixed by the seed (xorshift over an FNV-1a hash). */
function drawer(seed: string): Draw {
  let state = 2166136261
  for (const letter of seed) state = Math.imul(state ^ letter.codePointAt(0)!, 16777619)
  return below => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

/** Place in the list, from 1, of the first variant that is of a right kind and has the changed words; 0 where there is none. */
export function rankOfPlant(variants: readonly Variant[], planted: Planted): number {
  const right = [...KINDS_OF_PLANT[planted.kind], ...(planted.isQuoted ? QUOTED : [])]
  return variants.findIndex(variant => right.includes(variant.kind) && isAt(variant, planted)) + 1
}

function isAt({ readings }: Variant, { kind, from, to }: Planted): boolean {
  const [before, after] = readings.map(wordsIn) as [string[], string[]]
  const [old, put] = [wordsOf(from), wordsOf(to)]
  const [one, other] = [old[0]!, old.at(-1)!]
  if (kind === "names swapped") {
    return (before.includes(one) && after.includes(other)) || (before.includes(other) && after.includes(one))
  }
  const wasThere = old.some(word => !put.includes(word) && before.includes(word))
  return wasThere && (put.length === 0 || kind === "hedge dropped" || put.some(word => after.includes(word)))
}

const wordsIn = (reading: Reading) => (reading.kind === "text" ? wordsOf(reading.text) : [])

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/\p{L}+|\p{N}+(?:[.,]\p{N}+)*/gu) ?? []
}
