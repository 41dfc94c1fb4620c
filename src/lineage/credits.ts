import type { CreditLine } from "../model/report.ts"
import type { Segmented } from "../model/segmented.ts"
import type { Place } from "../model/span.ts"
import type { Hint } from "./hint.ts"

/** What a credit is worth. */
const CREDIT = { named: -2.5, against: 4, link: -2.5, dropped: 0.6 } as const

const fold = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N} ]/gu, " ")
    .replace(/\b(the|news|agency|wire|service|staff)\b/g, " ")
    .replace(/\s+/g, " ")
    .trim()

const initials = (name: string): string =>
  fold(name)
    .split(" ")
    .map(word => word[0] ?? "")
    .join("")

/** Two ways to write one outlet: the same words, or the first letters of the other's. */
export function sameHouse(a: string, b: string): boolean {
  const [x, y] = [fold(a), fold(b)]
  if (x === "" || y === "") return false
  return x === y || (x.length > 1 && x === initials(b)) || (y.length > 1 && y === initials(a))
}

/** Names under which a witness's outlet may be credited. */
function namesOf(one: Segmented, agencyByOutlet: ReadonlyMap<string, string>): string[] {
  const { outlet } = one.witness
  if (outlet === undefined) return []
  const agency = agencyByOutlet.get(outlet)
  return agency === undefined ? [outlet] : [outlet, agency]
}

/** The first line that names one of `names` as where the text is from. */
function lineNaming(one: Segmented, names: readonly string[]): CreditLine | undefined {
  return one.witness.creditLines.find(
    line => (line.kind === "agency" || line.kind === "outlet") && names.some(name => sameHouse(name, line.name)),
  )
}

/** The agencies a witness credits, its own outlet left out. */
export function foreignAgencies(one: Segmented, agencyByOutlet: ReadonlyMap<string, string>): string[] {
  const own = namesOf(one, agencyByOutlet)
  const agencies = one.witness.creditLines.filter(line => line.kind === "agency").map(line => line.name)
  return [...new Set(agencies.filter(agency => !own.some(name => sameHouse(name, agency))))]
}

/** Who credits whom: a credited outlet is a source; a text that has dropped a credit is later than one that has it. */
export function creditHints(segmented: readonly Segmented[], agencyByOutlet: ReadonlyMap<string, string>): Hint[] {
  const names = segmented.map(one => namesOf(one, agencyByOutlet))
  const agencies = segmented.map(one => foreignAgencies(one, agencyByOutlet))
  const hints: Hint[] = []
  for (const [child, one] of segmented.entries())
    for (const [parent, other] of segmented.entries()) {
      if (parent === child) continue
      const line = lineNaming(one, names[parent]!)
      if (line && !lineNaming(other, names[child]!)) {
        const places = [{ witness: one.witness.id, span: line.span }]
        const evidence = {
          kind: "credit",
          note: `{${child}} credits ${line.name}, the outlet of {${parent}}.`,
          places,
        } as const
        hints.push({ parent, child, scope: "direct", cost: CREDIT.named, evidence })
        hints.push({ parent: child, child: parent, scope: "above", cost: CREDIT.against, evidence })
      }
      const link = linkTo(one, other)
      if (link) {
        const evidence = {
          kind: "link",
          note: `{${child}} links to the address of {${parent}}.`,
          places: [link],
        } as const
        hints.push({ parent, child, scope: "direct", cost: CREDIT.link, evidence })
      }
      const dropped = agencies[child]!.find(name => !mentions(other, name))
      if (dropped !== undefined && agencies[parent]!.length === 0 && !line) {
        const span = one.witness.creditLines.find(l => l.name === dropped)!.span
        const note = `{${child}} credits ${dropped}, {${parent}} does not.`
        const evidence = { kind: "credit", note, places: [{ witness: one.witness.id, span }] } as const
        if (!names[parent]!.some(name => sameHouse(name, dropped)))
          hints.push({ parent, child, scope: "above", cost: CREDIT.dropped, evidence })
      }
    }
  return hints
}

const mentions = (one: Segmented, name: string): boolean => one.witness.credits.some(credit => sameHouse(credit, name))

/** Where the text of `one` names the address of `other`. */
function linkTo(one: Segmented, other: Segmented): Place | undefined {
  const address = other.witness.url?.replace(/^[a-z]+:\/\/(www\.)?/i, "").replace(/\/$/, "")
  if (address === undefined || !address.includes("/")) return undefined
  const start = one.witness.text.indexOf(address)
  return start < 0 ? undefined : { witness: one.witness.id, span: { start, end: start + address.length } }
}

/** How many witnesses credit the agency that most credit, when no witness is that agency's own text. */
export function agencyCredits(segmented: readonly Segmented[], agencyByOutlet: ReadonlyMap<string, string>): number {
  const present = segmented.flatMap(one => namesOf(one, agencyByOutlet))
  const counts = new Map<string, number>()
  for (const one of segmented)
    for (const agency of foreignAgencies(one, agencyByOutlet))
      if (!present.some(name => sameHouse(name, agency))) counts.set(agency, (counts.get(agency) ?? 0) + 1)
  return Math.max(0, ...counts.values())
}
