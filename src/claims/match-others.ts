import { inMeaning, overlap, shared } from "./content.ts"
import type { Groups } from "./groups.ts"
import { FEW, type Mention } from "./mentions.ts"

const RUN = 5
/** A mention is compared with at most so many others of its bucket; more would not be linear. */
const BUCKET = 12
const QUOTATION = { lemmas: 5, overlap: 0.8 } as const
/**
 * Lemmas of which a statement has so many at least; of which two share so many, and such a share of their weights, to be one: `plainly` anywhere, `near` in
 * reports of one event; share of their words that must be the same; words by which they are looked up.
 */
const STATEMENT = {
  shortest: 4,
  plainly: [
    { lemmas: 6, share: 0.65 },
    { lemmas: 5, share: 0.9 },
  ],
  near: { lemmas: 5, share: 0.5 },
  words: 0.35,
  rarest: 9,
} as const
/** A lemma in more witnesses, and in a greater share of all, tells no event from another. */
const COMMON = { witnesses: 24, share: 0.25 } as const

/** As many statements more are thought of, lest in a few reports all that two share looks common. */
const UNSEEN = 20
/** From such a share of their weights on two statements may be one. */
const DOUBTFUL = 0.4
/** Such a share in the same words; less is not looked up in the dictionary. */
const LITERAL = 0.28
/** So many lemmas that are not all over the reports two statements must share. */
const TELLING = 3

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

interface Known extends Relations {
  /** In how many statements each lemma is. */
  readonly rarity: ReadonlyMap<string, number>
  /** How much a lemma tells: the seldomer, the more. */
  readonly weightOf: (lemma: string) => number
  /** Lemmas that are all over the reports. */
  readonly common: ReadonlySet<string>
}

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
  const { counts, total } = frequencies(mentions, claims)
  const weightOf = (lemma: string) => Math.log((total + UNSEEN) / (counts.get(lemma) ?? 1))
  const known = { ...relations, rarity: counts, weightOf, common: commonLemmas(mentions) }
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
    for (const key of keysOf(mention, known.rarity)) {
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

/** In how many statements each lemma is; what kin are known to share counts once. */
function frequencies(mentions: readonly Mention[], claims: Groups): { counts: Map<string, number>; total: number } {
  const counts = new Map<string, number>()
  let total = 0
  for (const group of claims.all()) {
    const lemmas = new Set<string>()
    for (const m of group) {
      const { kind, year, lemmas: own } = mentions[m]!
      if (kind === "statement" && year === undefined) for (const lemma of own) lemmas.add(lemma)
    }
    for (const lemma of lemmas) counts.set(lemma, (counts.get(lemma) ?? 0) + 1)
    if (lemmas.size > 0) total++
  }
  return { counts, total }
}

/** Lemmas in more than a few witnesses and in a quarter of all: they do not tell events apart. */
function commonLemmas(mentions: readonly Mention[]): Set<string> {
  const holders = new Map<string, Set<number>>()
  const all = new Set<number>()
  for (const { lemmas, witness } of mentions) {
    all.add(witness)
    for (const lemma of lemmas) holders.set(lemma, (holders.get(lemma) ?? new Set()).add(witness))
  }
  const isCommon = (count: number) => count > COMMON.witnesses && count > COMMON.share * all.size
  return new Set([...holders].flatMap(([lemma, { size }]) => (isCommon(size) ? [lemma] : [])))
}

/** Mentions that can be the same share a key. */
function keysOf({ kind, lemmas, value, year, latent }: Mention, counts: ReadonlyMap<string, number>): string[] {
  if (value) {
    const number = `f${value.number}|${value.upTo ?? ""}|${value.unit}`
    return isTelling(value.number) ? [number] : [`${number}|${value.of}`]
  }
  if (kind === "quotation") return lemmas.length < QUOTATION.lemmas ? [] : runs(lemmas)
  if (year !== undefined || latent || lemmas.length < STATEMENT.shortest) return []
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
  return number > FEW && digitsOf(number) >= 2
}

/** How many digits of a number tell: of 1,700 two. */
const digitsOf = (number: number) => String(Math.abs(number)).replace(/^0\.0*|\.|0+$/g, "").length

/** Lest claims drift from mention to mention: whether the first of two claims have something in common. */
function areNear({ kind, lemmas, plain }: Mention, other: Mention): boolean {
  if (kind !== "statement" || other.kind !== "statement") return true
  return overlap(lemmas, other.lemmas) >= DRIFT && overlap(plain ?? [], other.plain ?? []) >= DRIFT
}

/** The same people can be told of in many ways: what is said of them must be alike too. */
function tellAlike(x: Mention, y: Mention, { weightOf }: Known): boolean {
  if (!x.plain || !y.plain) return false
  const { count } = inMeaning(x.plain, y.plain, weightOf)
  return count >= Math.max(PLAIN.least, PLAIN.overlap * Math.max(x.plain.length, y.plain.length))
}

function areSame(x: Mention, y: Mention, known: Known): boolean {
  if (x.kind !== y.kind) return false
  if (x.kind === "quotation") return overlap(x.lemmas, y.lemmas) >= QUOTATION.overlap
  return x.kind === "statement" ? sameStatement(x, y, known) : sameCount(x, y, known)
}

/** Whether two mentions of reports that do not copy each other may be one claim, though not enough agrees to say so. */
function mayBeSame(x: Mention, y: Mention, known: Known): boolean {
  if (x.kind !== y.kind || sameSide(x, y, known)) return false
  if (x.kind === "figure") return mayBeSameCount(x, y, known)
  if (x.kind === "quotation" || !shareTelling(x, y, known)) return false
  return inMeaning(x.lemmas, y.lemmas, known.weightOf, LITERAL).share >= DOUBTFUL
}

/** Whether two statements share lemmas that are not all over the reports. */
function shareTelling(x: Mention, y: Mention, { common }: Known): boolean {
  const tells = ({ lemmas }: Mention) => lemmas.filter(lemma => !common.has(lemma))
  return shared(tells(x), tells(y)) >= TELLING
}

function mayBeSameCount(x: Mention, y: Mention, { common }: Known): boolean {
  const { of, ordinal, unit } = x.value!
  if (ordinal !== y.value!.ordinal) return false
  const isSame = of === y.value!.of && (of !== "" || unit !== "")
  const tells = (words: readonly string[]) => words.filter(word => word !== of && !common.has(word))
  const around = new Set([...tells(x.names!), ...tells(x.lemmas)])
  const both = new Set([...tells(y.names!), ...tells(y.lemmas)].filter(word => around.has(word)))
  return both.size >= (isSame ? 1 : 2)
}

function sameStatement(x: Mention, y: Mention, known: Known): boolean {
  const most = Math.max(x.lemmas.length, y.lemmas.length)
  if (shared(x.lemmas, y.lemmas) < STATEMENT.words * most || !shareTelling(x, y, known)) return false
  const { count, share } = inMeaning(x.lemmas, y.lemmas, known.weightOf, LITERAL)
  const { near, plainly } = STATEMENT
  if (count < near.lemmas || share < near.share || !tellAlike(x, y, known)) return false
  return plainly.some(rule => count >= rule.lemmas && share >= rule.share) || known.shareEvent(x.witness, y.witness)
}

/**
 * Two reports that do not copy each other give the same number of the same: one claim where they report one event, or where what stands around the
 * numbers agrees so far that chance is out. The seldomer the number, the less of it is needed.
 */
function sameCount(x: Mention, y: Mention, known: Known): boolean {
  const { number, unit, of, ordinal } = x.value!
  const ofOther = y.value!.of
  if (ordinal !== y.value!.ordinal) return false
  const same = of === ofOther && (of !== "" || (unit !== "" && isTelling(number)))
  if (!same && !countsSame(x, ofOther) && !countsSame(y, of)) return false
  if (same && agreeAround(x, y, known)) return true
  if (!known.areKin(x.witness, y.witness) && !known.shareEvent(x.witness, y.witness)) return false
  const more = shared(x.lemmas, y.lemmas) - (of === ofOther && of !== "" ? 1 : 0)
  return isTelling(number) ? of === ofOther || more >= 1 : more >= 3
}

/** Whether enough is alike beside a number and what it counts: names of the sentences, and words of the clauses that are no names. */
function agreeAround(x: Mention, y: Mention, { common }: Known): boolean {
  const { number, of } = x.value!
  const names = shared(
    x.names!,
    y.names!.filter(name => !common.has(name)),
  )
  const isName = new Set([...x.names!, ...y.names!])
  const plain = ({ lemmas }: Mention) =>
    lemmas.filter(lemma => lemma !== of && !isName.has(lemma) && !common.has(lemma))
  const words = inMeaning(plain(x), plain(y), () => 1).count
  const digits = digitsOf(number)
  if (digits >= 3 && words >= 1) return true
  if (isTelling(number)) return names >= 1 || words >= 2
  return names >= 1 && words >= 1
}

/** "23 injured" and "injuring 23 people": what one counts is what befalls those the other counts. */
const countsSame = (mention: Mention, of: string) => of !== "" && mention.lemmas.includes(of)
