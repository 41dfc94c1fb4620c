import type { Alignment, Bead } from "../model/passage.ts"
import type { Range } from "../model/span.ts"
import { overlap, shared } from "./content.ts"
import type { Groups } from "./groups.ts"
import type { Relations } from "./known.ts"
import type { Mention } from "./mentions.ts"

/** Two mentions, as indexes, that stand at one place of aligned texts and give different values. */
export interface Differing {
  readonly x: number
  readonly y: number
}

/** Share of the shorter quotation's content words from which two aligned quotations are one; `only`: there is no other in either text's place. */
const QUOTATION = { any: 0.5, only: 0.35, words: 2, few: 3 } as const
/** Likeness of aligned sentences from which they state one thing: of kin, and of texts that only share some sentences. */
const STATEMENT = { kin: 0.4, others: 0.75 } as const
/** Share of content words that a mention must have in common with the first of the claim it joins, lest claims drift. */
const LEAST_ALIKE = 0.3
const YEAR_ALIKE = 0.34

/** Mentions of one witness: for each sentence the indexes of its mentions. */
export type MentionsBySentence = readonly (readonly number[])[]

/**
 * Joins the mentions of aligned sentences that state the same thing, and gives the pairs whose values differ. The likest sentences
 * come first, so that a doubtful one joins only what it still resembles. O(beads · log beads); quadratic only in the few mentions
 * of one bead.
 */
export function matchKin(
  mentions: readonly Mention[],
  bySentence: readonly MentionsBySentence[],
  alignments: readonly Alignment[],
  claims: Groups,
  { areKin }: Pick<Relations, "areKin">,
): Differing[] {
  const differing: Differing[] = []
  const beads = alignments.flatMap(({ a, b, beads: own }) => own.map(bead => ({ a, b, bead, kin: areKin(a, b) })))
  beads.sort(
    (x, y) => y.bead.similarity - x.bead.similarity || x.a - y.a || x.b - y.b || x.bead.a.first - y.bead.a.first,
  )
  const join = joiner(mentions, claims)
  for (const { a, b, bead, kin } of beads) {
    const ofA = within(bySentence[a]!, bead.a)
    const ofB = within(bySentence[b]!, bead.b)
    if (ofA.length === 0 || ofB.length === 0) continue
    joinQuotations(mentions, ofA, ofB, join)
    joinStatements(mentions, ofA, ofB, bead, kin, join)
    if (!kin && !bead.verbatim) continue
    differing.push(
      ...joinValues(mentions, figures(mentions, ofA), figures(mentions, ofB), sameFigure, likeFigure, join),
    )
    differing.push(...joinValues(mentions, years(mentions, ofA), years(mentions, ofB), sameYear, likeYear, join))
  }
  return differing
}

const within = (sentences: MentionsBySentence, { first, end }: Range) => sentences.slice(first, end).flat()

const figures = (mentions: readonly Mention[], of: readonly number[]) =>
  of.filter(m => mentions[m]!.value !== undefined)
const years = (mentions: readonly Mention[], of: readonly number[]) => of.filter(m => mentions[m]!.year !== undefined)

/** Joins two mentions, unless the claims they belong to have drifted apart. */
type Join = (x: number, y: number) => void

function joiner(mentions: readonly Mention[], claims: Groups): Join {
  return (x, y) => {
    const [one, other] = [mentions[claims.leader(x)]!, mentions[claims.leader(y)]!]
    if (one !== other && isNear(one, other)) claims.join(x, y)
  }
}

function isNear(one: Mention, other: Mention): boolean {
  if (one.value !== undefined && other.value !== undefined) {
    return one.value.of === other.value.of || shared(one.lemmas, other.lemmas) > 0
  }
  return overlap(one.lemmas, other.lemmas) >= LEAST_ALIKE
}

function joinQuotations(mentions: readonly Mention[], a: readonly number[], b: readonly number[], join: Join): void {
  const quotedA = a.filter(m => mentions[m]!.kind === "quotation")
  const quotedB = b.filter(m => mentions[m]!.kind === "quotation")
  const least = quotedA.length === 1 && quotedB.length === 1 ? QUOTATION.only : QUOTATION.any
  for (const x of quotedA) {
    const like = quotedB.map(y => likeness(mentions[x]!.lemmas, mentions[y]!.lemmas))
    const best = Math.max(0, ...like)
    if (best >= least) join(x, quotedB[like.indexOf(best)]!)
  }
}

/** Overlap of two quotations. A few words are part of a longer quotation only if they stand together in it. */
function likeness(x: readonly string[], y: readonly string[]): number {
  const [short, long] = x.length < y.length ? [x, y] : [y, x]
  if (short.length <= QUOTATION.few && long.length > short.length + 1) {
    return short.length > 1 && `\n${long.join("\n")}\n`.includes(`\n${short.join("\n")}\n`) ? 1 : 0
  }
  const common = shared(x, y)
  return common >= QUOTATION.words || common === long.length ? overlap(x, y) : 0
}

function joinStatements(
  mentions: readonly Mention[],
  a: readonly number[],
  b: readonly number[],
  bead: Bead,
  kin: boolean,
  join: Join,
): void {
  if (bead.similarity < (kin ? STATEMENT.kin : STATEMENT.others)) return
  const isPlain = (m: number) => mentions[m]!.kind === "statement" && mentions[m]!.year === undefined
  const [plainA, plainB] = [a.filter(isPlain), b.filter(isPlain)]
  // A sentence that was split states in its parts what it states whole.
  for (const x of plainA) for (const y of plainB) join(x, y)
}

type Test = (x: Mention, y: Mention) => boolean

/** Joins each mention with the likest one of the same value; what is left over and of one sort differs. */
function joinValues(
  mentions: readonly Mention[],
  a: readonly number[],
  b: readonly number[],
  same: Test,
  alike: Test,
  join: Join,
): Differing[] {
  const freeB = new Set(b)
  const left: number[] = []
  for (const x of a) {
    const candidates = [...freeB].filter(other => same(mentions[x]!, mentions[other]!))
    const y = likest(mentions, x, candidates)
    if (y === undefined) left.push(x)
    else {
      join(x, y)
      freeB.delete(y)
    }
  }
  const differing: Differing[] = []
  for (const x of left) {
    const candidates = [...freeB].filter(other => alike(mentions[x]!, mentions[other]!))
    const y = likest(mentions, x, candidates)
    if (y === undefined) continue
    differing.push({ x, y })
    freeB.delete(y)
  }
  return differing
}

/** The candidate whose clause shares most words, the first of equals; what is counted weighs most. */
function likest(mentions: readonly Mention[], x: number, candidates: readonly number[]): number | undefined {
  const own = mentions[x]!
  const weights = candidates.map(y => {
    const of = own.value?.of !== "" && own.value?.of === mentions[y]!.value?.of ? 3 : 0
    return of + shared(own.lemmas, mentions[y]!.lemmas)
  })
  return candidates[weights.indexOf(Math.max(...weights))]
}

/** In aligned sentences: the same number, and units that do not contradict. */
function sameFigure({ value: x }: Mention, { value: y }: Mention): boolean {
  if (!x || !y || x.number !== y.number || x.upTo !== y.upTo) return false
  return x.unit === y.unit || x.unit === "" || y.unit === ""
}

/** The same thing counted in the same unit, or the same number in another unit. */
function likeFigure(one: Mention, other: Mention): boolean {
  const { value: x } = one
  const { value: y } = other
  if (!x || !y || x.ordinal !== y.ordinal) return false
  if (x.number === y.number) return x.unit !== y.unit && x.of === y.of
  if (x.unit !== y.unit || (x.unit === "" && x.of === "" && !x.ordinal)) return false
  const sameThing = x.of !== "" ? x.of === y.of : shared(one.lemmas, other.lemmas) >= 2
  return sameThing || overlap(one.lemmas, other.lemmas) >= 0.5
}

const sameYear: Test = (x, y) => x.year === y.year && overlap(x.lemmas, y.lemmas) >= YEAR_ALIKE
const likeYear: Test = (x, y) => overlap(x.lemmas, y.lemmas) >= 0.4
