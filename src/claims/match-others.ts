import { overlap, shared } from "./content.ts"
import type { Groups } from "./groups.ts"
import type { Mention } from "./mentions.ts"

const RUN = 5
/** A mention is compared with at most so many others of its bucket; more would not be linear. */
const BUCKET = 12
const QUOTATION = { lemmas: 5, overlap: 0.8 } as const
/** `near`: in reports of one event. */
const STATEMENT = { lemmas: 6, overlap: 0.65, near: { lemmas: 5, overlap: 0.5 }, rarest: 6 } as const

/** Words beside names that two statements must share, and their share of those of the one with more. */
const PLAIN = { least: 3, overlap: 0.4 } as const
/** Share of the shorter statement's words that the first ones of two claims must have in common. */
const DRIFT = 0.3

/** What must be known of two witnesses beyond their words. */
export interface Relations {
  readonly areKin: (x: number, y: number) => boolean
  /** Whether two witnesses report one event, as far as their rare names and words tell. */
  readonly shareEvent: (x: number, y: number) => boolean
}

/**
 * Joins mentions of witnesses that no alignment connects: the same quoted words; the same figure of the same thing in sentences
 * that share more, or with a telling number in reports of one event; statements with most of their words in common. Careful on
 * purpose: a wrong match is worse than a missed one. Linear: mentions meet in buckets, of which only the first twelve count.
 */
export function matchOthers(mentions: readonly Mention[], claims: Groups, relations: Relations): void {
  const rarity = frequencies(mentions)
  const indexes = mentions.map((_, m) => m)
  const isQuotation = (m: number) => mentions[m]!.kind === "quotation"
  // Quotations first: reports that quote the same words report one event.
  matchAmong(indexes.filter(isQuotation), mentions, claims, relations, rarity)
  const event = withQuotations(mentions, claims, relations)
  matchAmong(
    indexes.filter(m => !isQuotation(m)),
    mentions,
    claims,
    event,
    rarity,
  )
}

function matchAmong(
  indexes: readonly number[],
  mentions: readonly Mention[],
  claims: Groups,
  relations: Relations,
  rarity: ReadonlyMap<string, number>,
): void {
  const buckets = new Map<string, number[]>()
  for (const m of indexes) {
    const mention = mentions[m]!
    for (const key of keysOf(mention, rarity)) {
      const bucket = buckets.get(key) ?? []
      for (const other of bucket) {
        const [one, two] = [claims.leader(other), claims.leader(m)]
        if (one === two || !areSame(mentions[other]!, mention, relations)) continue
        if (areNear(mentions[one]!, mentions[two]!)) claims.join(other, m)
      }
      const isNew = bucket.every(
        other => claims.leader(other) !== claims.leader(m) || !sameSide(mentions[other]!, mention, relations),
      )
      if (isNew && bucket.length < BUCKET) buckets.set(key, [...bucket, m])
    }
  }
}

/** Reports that share a quotation of some length share an event. */
function withQuotations(mentions: readonly Mention[], claims: Groups, relations: Relations): Relations {
  const quoted = new Map<number, Set<number>>()
  mentions.forEach(({ kind, lemmas, witness }, m) => {
    if (kind !== "quotation" || lemmas.length < QUOTATION.lemmas) return
    const own = quoted.get(witness) ?? new Set()
    quoted.set(witness, own.add(claims.leader(m)))
  })
  const quoteAlike = (x: number, y: number) => [...(quoted.get(x) ?? [])].some(claim => quoted.get(y)?.has(claim))
  return {
    areKin: relations.areKin,
    shareEvent: (x, y) => quoteAlike(x, y) || relations.shareEvent(x, y),
  }
}

const sameSide = (x: Mention, y: Mention, { areKin }: Relations) =>
  x.witness === y.witness || areKin(x.witness, y.witness)

function frequencies(mentions: readonly Mention[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { kind, year, lemmas } of mentions) {
    if (kind !== "statement" || year !== undefined) continue
    for (const lemma of lemmas) counts.set(lemma, (counts.get(lemma) ?? 0) + 1)
  }
  return counts
}

/** Mentions that can be the same share a key. */
function keysOf({ kind, lemmas, value, year, latent }: Mention, counts: ReadonlyMap<string, number>): string[] {
  if (value) {
    const number = `f${value.number}|${value.upTo ?? ""}|${value.unit}`
    return isTelling(value.number) ? [number] : [`${number}|${value.of}`]
  }
  if (kind === "quotation") return lemmas.length < QUOTATION.lemmas ? [] : runs(lemmas)
  if (year !== undefined || latent || lemmas.length < STATEMENT.lemmas) return []
  const rarest = [...lemmas]
    .sort((x, y) => counts.get(x)! - counts.get(y)! || (x < y ? -1 : 1))
    .slice(0, STATEMENT.rarest)
    .sort()
  return rarest.flatMap((x, i) => rarest.slice(i + 1).map(y => `s${x}|${y}`))
}

function runs(lemmas: readonly string[]): string[] {
  return lemmas.slice(RUN - 1).map((_, i) => `q${lemmas.slice(i, i + RUN).join(" ")}`)
}

/** A number that two reports hardly give by chance: 23, 187, 4.1 million; not 3, 10, 40 or 500. */
function isTelling(number: number): boolean {
  if (!Number.isInteger(number)) return number > 1
  const digits = String(Math.abs(number)).replace(/0+$/, "")
  return number > 12 && digits.length >= 2
}

/** Lest claims drift from mention to mention: whether the first of two claims have something in common. */
function areNear({ kind, lemmas, plain }: Mention, other: Mention): boolean {
  if (kind !== "statement" || other.kind !== "statement") return true
  return overlap(lemmas, other.lemmas) >= DRIFT && overlap(plain ?? [], other.plain ?? []) >= DRIFT
}

/** The same people can be told of in many ways: what is said of them must be alike too. */
function tellAlike(x: Mention, y: Mention): boolean {
  const [few, many] = [x.plain?.length ?? 0, y.plain?.length ?? 0].sort((p, q) => p - q) as [number, number]
  return few >= PLAIN.least && shared(x.plain!, y.plain!) >= Math.max(PLAIN.least, PLAIN.overlap * many)
}

function areSame(x: Mention, y: Mention, relations: Relations): boolean {
  if (x.kind !== y.kind) return false
  if (x.kind === "quotation") return overlap(x.lemmas, y.lemmas) >= QUOTATION.overlap
  if (x.kind === "statement") {
    const common = shared(x.lemmas, y.lemmas)
    const most = Math.max(x.lemmas.length, y.lemmas.length)
    const { lemmas, overlap: least } = STATEMENT.near
    if (common < lemmas || common < least * most || !tellAlike(x, y)) return false
    const isPlainlySame = common >= STATEMENT.lemmas && common >= STATEMENT.overlap * most
    return isPlainlySame || relations.shareEvent(x.witness, y.witness)
  }
  return sameCount(x, y, relations)
}

function sameCount(x: Mention, y: Mention, relations: Relations): boolean {
  const [ofX, ofY] = [x.value!.of, y.value!.of]
  if (x.value!.ordinal !== y.value!.ordinal) return false
  const tied = ofX === ofY ? ofX !== "" : countsSame(x, ofY) || countsSame(y, ofX)
  if (!tied) return false
  const near =
    relations.areKin(x.witness, y.witness) ||
    (isTelling(x.value!.number) && ofX === ofY && shared(x.names!, y.names!) > 0) ||
    relations.shareEvent(x.witness, y.witness)
  if (!near) return false
  const more = shared(x.lemmas, y.lemmas) - (ofX === ofY ? 1 : 0)
  return isTelling(x.value!.number) ? more >= 1 || ofX === ofY : more >= 3
}

/** "23 injured" and "injuring 23 people": what one counts is what befalls those the other counts. */
const countsSame = (mention: Mention, of: string) => of !== "" && mention.lemmas.includes(of)
