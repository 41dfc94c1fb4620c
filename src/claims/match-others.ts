import { overlap } from "./content.ts"
import type { Groups } from "./groups.ts"
import { type Known, knownOf, type Relations } from "./known.ts"
import type { Mention } from "./mentions.ts"
import { isTelling, mayBeSameFigure, sameFigure } from "./same-figure.ts"
import { mayBeSameStatement, sameStatement } from "./same-statement.ts"

const RUN = 5
/** A mention is compared with at most so many others of its bucket; more would not be linear. */
const BUCKET = 12
/** Lemmas of the shortest statement that is looked up, and of the longest those by which it is. */
const SHORTEST = 4
const RAREST = 9
const QUOTATION = { lemmas: 5, overlap: 0.8 } as const
/** Share of the shorter statement's words that the first ones of two claims must have in common. */
const DRIFT = 0.3

/** Two mentions, as indexes, that may be one claim. */
export interface Doubtful {
  readonly x: number
  readonly y: number
}

/**
 * Joins mentions of witnesses that no alignment connects: the same quoted words; the same figure of the same thing in sentences
 * that share more, or with a telling number in reports of one event; statements with most of their words in common. Careful on
 * purpose: a wrong match is worse than a missed one. Gives the pairs that were left apart but may be the same. Linear: mentions meet in buckets, of
 * which only the first twelve count.
 */
export function matchOthers(mentions: readonly Mention[], claims: Groups, relations: Relations): Doubtful[] {
  const known = knownOf(mentions, claims, relations)
  const indexes = mentions.map((_, m) => m)
  const isQuotation = (m: number) => mentions[m]!.kind === "quotation"
  // Quotations first: reports that quote the same words report one event.
  const quoted = matchAmong(indexes.filter(isQuotation), mentions, claims, known)
  const event = withQuotations(mentions, claims, known)
  const others = matchAmong(
    indexes.filter(m => !isQuotation(m)),
    mentions,
    claims,
    event,
  )
  return [...quoted, ...others].filter(({ x, y }) => claims.leader(x) !== claims.leader(y))
}

function matchAmong(
  indexes: readonly number[],
  mentions: readonly Mention[],
  claims: Groups,
  known: Known,
): Doubtful[] {
  const doubtful: Doubtful[] = []
  const buckets = new Map<string, number[]>()
  for (const m of indexes) {
    const mention = mentions[m]!
    const met = new Set<number>()
    for (const key of keysOf(mention, known)) {
      const bucket = buckets.get(key) ?? []
      for (const other of bucket) {
        const [one, two] = [claims.leader(other), claims.leader(m)]
        if (one === two || met.has(other)) continue
        met.add(other)
        const same = areSame(mentions[other]!, mention, known)
        if (same && areNear(mentions[one]!, mentions[two]!)) claims.join(other, m)
        else if (same || mayBeSame(mentions[other]!, mention, known)) doubtful.push({ x: other, y: m })
      }
      const isNew = bucket.every(
        other => claims.leader(other) !== claims.leader(m) || !sameSide(mentions[other]!, mention, known),
      )
      if (isNew && bucket.length < BUCKET) buckets.set(key, [...bucket, m])
    }
  }
  return doubtful
}

/** Reports that share a quotation of some length share an event. */
function withQuotations(mentions: readonly Mention[], claims: Groups, known: Known): Known {
  const quoted = new Map<number, Set<number>>()
  mentions.forEach(({ kind, lemmas, witness }, m) => {
    if (kind !== "quotation" || lemmas.length < QUOTATION.lemmas) return
    const own = quoted.get(witness) ?? new Set()
    quoted.set(witness, own.add(claims.leader(m)))
  })
  const quoteAlike = (x: number, y: number) => [...(quoted.get(x) ?? [])].some(claim => quoted.get(y)?.has(claim))
  return {
    ...known,
    shareEvent: (x, y) => quoteAlike(x, y) || known.shareEvent(x, y),
  }
}

const sameSide = (x: Mention, y: Mention, { areKin }: Relations) =>
  x.witness === y.witness || areKin(x.witness, y.witness)

/** Mentions that can be the same share a key. */
function keysOf({ kind, lemmas, value, year, latent }: Mention, { counts }: Known): string[] {
  if (value) {
    const number = `f${value.number}|${value.upTo ?? ""}|${value.unit}`
    return isTelling(value.number) ? [number] : [`${number}|${value.of}`]
  }
  if (kind === "quotation") return lemmas.length < QUOTATION.lemmas ? [] : runs(lemmas)
  if (year !== undefined || latent || lemmas.length < SHORTEST) return []
  const rarest = [...lemmas]
    .sort((x, y) => counts.get(x)! - counts.get(y)! || (x < y ? -1 : 1))
    .slice(0, RAREST)
    .sort()
  return rarest.flatMap((x, i) => rarest.slice(i + 1).map(y => `s${x}|${y}`))
}

function runs(lemmas: readonly string[]): string[] {
  return lemmas.slice(RUN - 1).map((_, i) => `q${lemmas.slice(i, i + RUN).join(" ")}`)
}

/** Lest claims drift from mention to mention: whether the first of two claims have something in common. */
function areNear({ kind, lemmas, plain }: Mention, other: Mention): boolean {
  if (kind !== "statement" || other.kind !== "statement") return true
  return overlap(lemmas, other.lemmas) >= DRIFT && overlap(plain ?? [], other.plain ?? []) >= DRIFT
}

function areSame(x: Mention, y: Mention, known: Known): boolean {
  if (x.kind !== y.kind) return false
  if (x.kind === "quotation") return overlap(x.lemmas, y.lemmas) >= QUOTATION.overlap
  return x.kind === "statement" ? sameStatement(x, y, known) : sameFigure(x, y, known)
}

/** Whether two mentions of reports that do not copy each other may be one claim, though not enough agrees to say so. */
function mayBeSame(x: Mention, y: Mention, known: Known): boolean {
  if (x.kind !== y.kind || sameSide(x, y, known)) return false
  if (x.kind === "figure") return mayBeSameFigure(x, y, known)
  return x.kind === "statement" && mayBeSameStatement(x, y, known)
}
