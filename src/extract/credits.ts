import type { CreditLine, Furniture } from "../model/report.ts"
import { agenciesIn, agencyName } from "./agencies.ts"
import { CLOSING_RULES, LINE_RULES } from "./credit-rules.ts"
import { findDateline } from "./dateline.ts"
import type { Line } from "./lines.ts"
import { withoutStamp } from "./stamps.ts"

/** So many lines at the start may hold a dateline without an agency, or a byline. */
const OPENING_LINES = 15
/** A longer line that the page marks as a byline tells who the author is. */
const LONGEST_BYLINE = 160
/** So many lines at the end may be closing credits; furniture is not counted. */
const CLOSING_LINES = 8

/**
 * Where a text says it comes from: datelines with their agencies, bylines, desks, closing credits ("… of The Associated Press
 * contributed"), sources, syndication notes. Lines of furniture only count as copyright lines: a photo's credit is not the
 * text's. `bylines` are the starts of lines that the page marks as bylines. In the order of the text. O(length).
 */
export function findCredits(
  { text, outlet = "" }: { readonly text: string; readonly outlet?: string },
  lines: readonly Line[],
  furniture: readonly Furniture[],
  bylines: ReadonlySet<number> = new Set(),
): CreditLine[] {
  const kindByStart = new Map(furniture.map(({ span, kind }) => [span.start, kind]))
  const body = lines.filter(line => !kindByStart.has(line.start))
  const copyright = lines.filter(line => kindByStart.get(line.start) === "copyright")
  const fullNames = namedInFull(text, outlet)
  const found = body.flatMap((line, index) => [
    ...ruled(line, index < OPENING_LINES || bylines.has(line.start), fullNames),
    ...(index >= body.length - CLOSING_LINES ? closing(line, fullNames) : []),
  ])
  const credited = new Set(found.map(({ span }) => span.start))
  const marked = body
    .filter(({ start, text: line }) => bylines.has(start) && !credited.has(start) && line.length <= LONGEST_BYLINE)
    .flatMap(line => toCredits(line, "byline", withoutStamp(line.text) ?? line.text, fullNames))
  const all = [...datelines(body, fullNames), ...found, ...marked, ...copyright.flatMap(agenciesOfLine)]
  return withoutRepeats(all).sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
}

/** Agencies and desks among credit lines, once each, in order. */
export function creditedNames(creditLines: readonly CreditLine[]): string[] {
  const names = creditLines.filter(({ kind }) => kind === "agency" || kind === "desk").map(({ name }) => name)
  return [...new Set(names)]
}

/** The usual form of a credit that was handed in apart from the text. */
export function usualCredit(credit: string): string {
  return agencyName(credit.trim()) ?? credit.trim()
}

/**
 * Short forms that the text itself, or the outlet's name, explains: "the Bay News Agency (BNA)", or "Bay News Agency" somewhere and
 * `BNA` elsewhere.
 */
function namedInFull(text: string, outlet: string): Map<string, string> {
  const names = new Map<string, string>()
  const whole = `${outlet}\n${text}`
  // The pattern takes time; most texts have none of its words.
  const isNamed = ["Agency", "Service", "Wire", "Newswire"].some(word => whole.includes(word))
  for (const [full] of isNamed
    ? whole.matchAll(/(?:\p{Lu}[\p{L}'’-]{1,30} ){1,4}(?:Agency|Service|Wire|Newswire)\b/gu)
    : []) {
    const name = withoutArticle(full)
    if (!names.has(initials(name))) names.set(initials(name), name)
  }
  for (const { 1: short, index } of text.matchAll(/\((\p{Lu}[\p{L}\d]{1,9})\)/gu)) {
    const full = /(?:\p{Lu}[\p{L}'’-]{1,30} ){2,5}$/u.exec(
      text.slice(Math.max(0, index - LONGEST_FULL_NAME), index),
    )?.[0]
    const name = full && withoutArticle(full)
    if (name && /\b(?:Agency|Press|Service|Wire|News)\b/.test(name)) names.set(short!, name)
  }
  return names
}

/** Five words of 31 letters, with their spaces. */
const LONGEST_FULL_NAME = 160

const withoutArticle = (name: string) => name.trim().replace(/^The /, "")

const initials = (name: string) =>
  name
    .split(" ")
    .map(word => word[0])
    .join("")

/** More lines than this that look like datelines without an agency are a list. */
const MOST_BARE_DATELINES = 2

/** The datelines of a text. One without an agency is believed only where the report opens, and once. */
function datelines(body: readonly Line[], fullNames: ReadonlyMap<string, string>): CreditLine[] {
  const found = body.map(line => findDateline(line, fullNames))
  const bare = found.slice(0, OPENING_LINES).filter(isBare)
  const believed = bare.length <= MOST_BARE_DATELINES ? bare[0] : undefined
  return found.filter(credits => !isBare(credits) || credits === believed).flat()
}

const isBare = (credits: readonly CreditLine[]) => credits.length === 1 && credits[0]!.kind === "dateline"

function ruled(line: Line, opens: boolean, fullNames: ReadonlyMap<string, string>): CreditLine[] {
  // The time of publishing may stand on the line as well.
  const stripped = withoutStamp(line.text)
  for (const text of stripped ? [line.text, stripped] : [line.text])
    for (const rule of LINE_RULES) {
      if (rule.opening && !opens) continue
      const match = text.length <= rule.most ? rule.pattern.exec(text) : null
      if (match) return toCredits(line, rule.kind, match[1] ?? text, fullNames)
    }
  return []
}

function closing(line: Line, fullNames: ReadonlyMap<string, string>): CreditLine[] {
  if (
    line.text.length > 500 ||
    !CLOSING_RULES.some(({ needs, pattern }) => needs.test(line.text) && pattern.test(line.text))
  )
    return []
  return toCredits(line, "byline", line.text, fullNames)
}

/** A credit of the whole line: for each agency named in it, or, where none is, of the kind the rule says. */
function toCredits(
  line: Line,
  kind: CreditLine["kind"],
  named: string,
  fullNames: ReadonlyMap<string, string>,
): CreditLine[] {
  const span = { start: line.start, end: line.end }
  const name = named.trim().replace(/[\s:.,;)]+$/, "")
  const agencies = kind === "desk" ? [] : agencyNames(name, fullNames)
  const credits: CreditLine[] = agencies.map(agency => ({ kind: "agency", name: agency, span }))
  const people = kind === "byline" ? peopleOf(name) : kind === "agency" && agencies.length > 0 ? "" : name
  return people
    ? [{ kind, name: people, span }, ...credits].filter(credit => !isAgencyTwice(credit, agencies))
    : credits
}

const isAgencyTwice = ({ kind, name }: CreditLine, agencies: readonly string[]) =>
  kind !== "agency" && agencies.includes(agencyName(name) ?? name)

/** What the text says a short form stands for comes before what it usually stands for. */
function agencyNames(named: string, fullNames: ReadonlyMap<string, string>): string[] {
  const known = agenciesIn(named).map(({ name, start, end }) => fullNames.get(named.slice(start, end)) ?? name)
  const words = new Set(named.match(/[\p{L}\p{N}]+/gu))
  const explained = [...fullNames].filter(([short]) => words.has(short)).map(([, full]) => full)
  return [...new Set([...known, ...explained])]
}

const PERSON = /\p{Lu}[\p{L}.'’-]+(?: (?:\p{Lu}[\p{L}'’-]*\.?|de|del|van|von|der|den|bin|ben|al|el|la|da|di|dos))*/gu
const MONTH_NAME =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?(?= \d|$)/g
const NOT_OF_A_NAME =
  /^(?:By|Additional|Further|Reporting|Writing|Editing|Compiled|Translated|Edited|Written|Reported|With|The|Also)\b ?/i

/** The people in a credit, joined by commas: capitalised words in a row that are no agency and no place they reported from. */
function peopleOf(named: string): string {
  let rest = named
  for (const { start, end } of agenciesIn(named).reverse()) rest = `${rest.slice(0, start)}|${rest.slice(end)}`
  const bare = rest
    .replace(MONTH_NAME, "|")
    .replace(/\([^()]*\)/g, "|")
    .replace(/\b(?:in|from|at) \p{Lu}[\p{L}'’-]*(?:,? \p{Lu}[\p{L}'’-]*)*/gu, "|")
  const people = [...bare.matchAll(PERSON)].map(([name]) => name.replace(NOT_OF_A_NAME, "").replace(/[.,]$/, ""))
  return [...new Set(people.filter(name => name.length > 2))].join(", ")
}

function agenciesOfLine(line: Line): CreditLine[] {
  return agenciesIn(line.text).map(({ name }) => ({ kind: "agency", name, span: { start: line.start, end: line.end } }))
}

function withoutRepeats(credits: readonly CreditLine[]): CreditLine[] {
  const seen = new Set<string>()
  return credits.filter(({ kind, name, span }) => {
    const key = `${kind} ${name} ${span.start} ${span.end}`
    return !seen.has(key) && seen.add(key)
  })
}
