import type { Claim, Conflict } from "../model/claim.ts"
import type { Segmented } from "../model/segmented.ts"
import { groups } from "./groups.ts"
import type { Lineage } from "./lineages.ts"
import type { Mention } from "./mentions.ts"
import type { Line } from "./origins.ts"

/** A claim with what it was made from. `mentions` are parallel to its attestations. */
export interface Drafted {
  readonly claim: Claim
  readonly mentions: readonly Mention[]
  readonly lines: readonly DraftedLine[]
}

type DraftedLine = Line & { readonly id: string; readonly lineage?: Lineage }

// What is counted rises while an event goes on.
const RISING = new Set(
  "die dead death kill injure injured wound wounded miss missing casualty victim toll hurt evacuate evacuee arrest infect infection case displace homeless fatality".split(
    " ",
  ),
)
const CORRECTS = /\bCORRECT(?:S|ED|ING|ION)\b|\bCorrection:|\bcorrects (?:the |a )?\w+ (?:in|to|of)\b/
const UPDATES = /\bUPDATE\b|\bWrite-?thru\b|\bRECASTS?\b|\bADDS\b/i
const HEAD = 600
/** From such a mean confidence in what was made from it a lost text is taken for the maker. */
const SURE = 0.5
/** So many times as many reports of an undecided family have the earlier value; right in 17 of 17 conflicts of made stories (seeds 1 to 100). */
const MANY_MORE = 2
/** Characters of a figure's own words in a note; longer ones give way to its usual form. */
const MOST_WORDS = 60
const DIGITS = new Intl.NumberFormat("en-US", { maximumFractionDigits: 3 })

/**
 * Claims that state different values for one thing. Each is set against the one that stands highest in the descent: a correction
 * or an update by a later version, an error when a copy changed it, open when the descent does not tell. Sorted by claim ids.
 */
export function conflictsOf(
  drafted: readonly Drafted[],
  differing: readonly (readonly [number, number])[],
  segmented: readonly Segmented[],
  lineages: ReadonlyMap<string, Lineage>,
): Conflict[] {
  const sets = groups(drafted.length)
  for (const [x, y] of differing) sets.join(x, y)
  const byId = new Map(segmented.map(one => [one.witness.id, one]))
  return sets
    .all()
    .filter(set => set.length > 1)
    .flatMap(set => {
      const [base, ...others] = set
        .map(c => drafted[c]!)
        .sort(
          (x, y) =>
            y.lines.length - x.lines.length ||
            height(x, lineages) - height(y, lineages) ||
            y.claim.reports - x.claim.reports ||
            (x.claim.id < y.claim.id ? -1 : 1),
        )
      return others.map(other => conflict(base!, other, byId, lineages))
    })
    .sort((x, y) => (x.claims.join() < y.claims.join() ? -1 : 1))
}

/** How many texts stand above the highest witness of a claim. */
function height({ claim }: Drafted, lineages: ReadonlyMap<string, Lineage>): number {
  return Math.min(
    ...claim.attestations.map(({ witness }) => lineages.get(witness)?.best.ancestorsOf(witness).size ?? 0),
  )
}

function conflict(
  base: Drafted,
  other: Drafted,
  byId: ReadonlyMap<string, Segmented>,
  lineages: ReadonlyMap<string, Lineage>,
): Conflict {
  const claims = [base.claim.id, other.claim.id]
  const values = `${written(base)} against ${written(other)}`
  // The line with most members is where the other value spread from.
  const line = [...other.lines].sort((x, y) => y.members.length - x.members.length || (x.from < y.from ? -1 : 1))[0]!
  const first = makerOf(line, other, byId)
  const maker = byId.get(first)
  if (!descends(line, base, other) || (isUndecided(line) && !tellsAnyway(maker, line, base, other)))
    return { claims, kind: "open", inheritedBy: [], note: `${values}: the descent does not tell which came first.` }
  const inheritedBy = heirsOf(line, first, byId)
  const kind = maker ? kindOf(maker, base, other, byId, lineages) : "error"
  const label = line.lineage!.family.stemma.nodes.find(({ id }) => id === first)?.label ?? first
  const what = { correction: "corrected by", update: "brought up to date by", error: "changed by" }[kind]
  const heirs =
    inheritedBy.length === 0
      ? ""
      : ` ${inheritedBy.length === 1 ? "One report has" : `${inheritedBy.length} reports have`} it from there.`
  return {
    claims,
    kind,
    firstBy: first,
    inheritedBy,
    note: `${values}: ${what} ${maker ? "" : "the lost text "}${label}.${heirs}`,
  }
}

const isUndecided = ({ lineage }: DraftedLine) => lineage?.family.stemma.undecided !== undefined

/**
 * Where no tree of a family is better than others: whether a report says of itself that it corrects or updates, or so many more have the base's value that
 * hardly any tree has it later.
 */
function tellsAnyway(maker: Segmented | undefined, { lineage }: DraftedLine, base: Drafted, other: Drafted): boolean {
  if (maker === undefined) return false
  const members = new Set(lineage!.family.witnesses)
  const reports = ({ claim }: Drafted) => claim.attestations.filter(({ witness }) => members.has(witness)).length
  return corrects(maker) || updates(maker) || reports(base) >= MANY_MORE * reports(other)
}

const corrects = ({ witness: { text, furniture } }: Segmented) =>
  CORRECTS.test(text.slice(0, HEAD)) || furniture.some(({ kind }) => kind === "correction-note")
const updates = ({ witness: { text } }: Segmented) => UPDATES.test(text.slice(0, HEAD))

const attests = ({ attestations }: Claim, id: string) => attestations.some(({ witness }) => witness === id)

/**
 * The text a line begins with. Where that is a report without the value, or is lost and it is doubtful whether there was such a text, the earliest of
 * the highest that have it.
 */
function makerOf(
  { from, tops, lineage }: DraftedLine,
  { claim }: Drafted,
  byId: ReadonlyMap<string, Segmented>,
): string {
  if (lineage === undefined || attests(claim, from)) return from
  const below = lineage.family.stemma.edges.filter(({ parent }) => parent === from)
  const sure = below.reduce((sum, { confidence }) => sum + confidence, 0) / below.length
  if (!byId.has(from) && sure >= SURE) return from
  const when = (id: string) => byId.get(id)?.witness.published ?? "~"
  return [...tops].sort((x, y) => (when(x) < when(y) || (when(x) === when(y) && x < y) ? -1 : 1))[0] ?? from
}

/** Who has it from the maker, as far as it can be told. Of those that come from a report without the value each may have made it, but for the maker's own copies. */
function heirsOf(line: DraftedLine, first: string, byId: ReadonlyMap<string, Segmented>): string[] {
  if (isUndecided(line)) return []
  const { from, members, lineage } = line
  const others = members.filter(member => member !== first)
  if (first === from || !byId.has(from)) return others
  return others.filter(member => lineage!.best.ancestorsOf(member).has(first))
}

/**
 * Whether a line with the other value goes back to the base's: a text above it, or the one it begins with, has the base's; or kin of it have it, and the base's value came from more
 * origins than the other; or a lost text above it had it, as copies of that text show which descend by two other ways.
 */
function descends({ from, lineage }: DraftedLine, base: Drafted, other: Drafted): boolean {
  if (lineage === undefined) return false
  const { family, best } = lineage
  const above = best.ancestorsOf(from)
  const members = new Set(family.witnesses)
  const attesting = base.claim.attestations.map(({ witness }) => witness).filter(witness => members.has(witness))
  if (attesting.some(witness => above.has(witness))) return true
  if (attesting.includes(from) && !attests(other.claim, from)) return true
  if (base.lines.length > other.lines.length && attesting.length > 0) return true
  return [...above].some(node => {
    const ways = family.stemma.edges.filter(({ parent }) => parent === node).map(({ child }) => child)
    const others = new Set(ways.filter(way => way !== from && !above.has(way)))
    const keeping = new Set<string>()
    for (const witness of attesting) {
      for (const text of [witness, ...best.ancestorsOf(witness)]) if (others.has(text)) keeping.add(text)
      if (keeping.size >= 2) return true
    }
    return false
  })
}

function kindOf(
  maker: Segmented,
  base: Drafted,
  other: Drafted,
  byId: ReadonlyMap<string, Segmented>,
  lineages: ReadonlyMap<string, Lineage>,
): "correction" | "update" | "error" {
  const { id, outlet } = maker.witness
  const parents = lineages.get(id)?.best.parentsOf(id) ?? []
  const earlier = [...parents, ...base.claim.attestations.map(attestation => attestation.witness)]
  const ownVersion = earlier.some(before => outlet !== undefined && byId.get(before)?.witness.outlet === outlet)
  if (corrects(maker)) return "correction"
  if (!ownVersion && !updates(maker)) return "error"
  return isRising(base, other) ? "update" : "correction"
}

function isRising(base: Drafted, other: Drafted): boolean {
  const [from, to] = [base.claim.value, other.claim.value]
  const counted = [base, other].some(({ mentions }) =>
    mentions.some(({ value, lemmas }) => RISING.has(value?.of ?? "") || lemmas.some(lemma => RISING.has(lemma))),
  )
  return from !== undefined && to !== undefined && to.number > from.number && counted
}

function written({ claim, mentions }: Drafted): string {
  if (claim.value === undefined) return String(mentions[0]!.year)
  const { number, unit, of, words } = claim.value
  if (words !== undefined && words.length <= MOST_WORDS) return words.replace(/\s+/g, " ")
  const digits = DIGITS.format(number)
  return unit === "%" ? `${digits}%` : [digits, unit || of].filter(Boolean).join(" ")
}
