import type { Attestation, Claim, Conflict, StatedDate, Story } from "../model/claim.ts"
import type { Alignment } from "../model/passage.ts"
import type { Segmented } from "../model/segmented.ts"
import type { Span } from "../model/span.ts"
import type { Family } from "../model/stemma.ts"
import { hash48 } from "../text/hash.ts"
import { chainOf } from "./chains.ts"
import { conflictsOf, type Drafted } from "./conflicts.ts"
import { datesIn } from "./dates.ts"
import { withDoubts } from "./doubts.ts"
import { type Groups, groups } from "./groups.ts"
import { type Lineage, lineagesOf, originsOf } from "./lineages.ts"
import { type MentionsBySentence, matchKin } from "./match-kin.ts"
import { matchOthers } from "./match-others.ts"
import { type Mention, mentionsOf } from "./mentions.ts"
import { withNumbersApart } from "./numbers.ts"
import { withOnePassage } from "./one-passage.ts"
import type { Attesting } from "./parting.ts"
import { reasonsFor } from "./reasons.ts"
import { relationsOf } from "./relations.ts"
import { distinctVoices } from "./voices.ts"
import { type Wording, wordingOf } from "./wording.ts"

/**
 * What the reports state, who attests it, and how many origins it has.
 * Comes in: segmented witnesses, their alignments, families with stemmata, stories. Goes out: claims with their attestations, bounds
 * on origins, voices and reasons; and the claims whose values differ. Says nothing of what is true.
 *
 * Order: the claims with most copies for their origins first (reports less the upper bound of origins), then those with most reports,
 * then by id. Attestations: the highest in the descent first. O(tokens + beads), with what `matchOthers` caps.
 */
export function claims(
  segmented: readonly Segmented[],
  alignments: readonly Alignment[],
  families: readonly Family[],
  stories: readonly Story[],
): { claims: Claim[]; conflicts: Conflict[] } {
  const mentions = segmented.flatMap((one, w) => mentionsOf(one, w))
  const sets = withNumbersApart(groups(mentions.length), mentions)
  const storyOf = new Map(stories.flatMap(({ id, witnesses }) => witnesses.map(witness => [witness, id] as const)))
  const relations = relationsOf(segmented, families, storyOf)
  const differing = matchKin(mentions, bySentence(mentions, segmented), alignments, sets, relations)
  const doubtful = matchOthers(mentions, sets, relations)
  const lineages = lineagesOf(families)
  const known: Known = {
    segmented,
    indexOf: new Map(segmented.map(({ witness }, w) => [witness.id, w])),
    lineages,
    wording: wordingOf(segmented, alignments),
    storyOf,
  }
  const drafts = sets
    .all()
    .map(set => set.map(m => mentions[m]!))
    .filter(isClaim)
    .map(set => draft(set, known))
  const named = withOwnIds(drafts.sort(worstFirst))
  const pairs = pairsOfClaims(differing, mentions, sets, named)
  const drafted = withDoubts(named, pairsOfClaims(doubtful, mentions, sets, named))
  return { claims: drafted.map(({ claim }) => claim), conflicts: conflictsOf(drafted, pairs, segmented, lineages) }
}

interface Known {
  readonly segmented: readonly Segmented[]
  readonly indexOf: ReadonlyMap<string, number>
  readonly lineages: ReadonlyMap<string, Lineage>
  readonly wording: Wording
  readonly storyOf: ReadonlyMap<string, string>
}

function bySentence(mentions: readonly Mention[], segmented: readonly Segmented[]): MentionsBySentence[] {
  const lists = segmented.map(({ sentences }) => sentences.map(() => [] as number[]))
  mentions.forEach(({ witness, sentence }, m) => {
    lists[witness]![sentence]!.push(m)
  })
  return lists
}

/** Drops statements whose figures or quotation say it already, and what one report alone says without naming anybody. */
function isClaim(set: readonly Mention[]): boolean {
  if (set[0]!.kind !== "statement" || set.some(({ year }) => year !== undefined)) return true
  if (set.filter(({ latent }) => latent).length * 2 > set.length) return false
  return set.some(({ named }) => named) || set.some(({ witness }) => witness !== set[0]!.witness)
}

function draft(set: readonly Mention[], known: Known): Drafted {
  const { segmented } = known
  const attesting = onePerWitness(set).map(mention => ({ id: segmented[mention.witness]!.witness.id, mention }))
  const inTrees = originsOf(attesting, known.lineages, known.wording)
  const counted = withOnePassage(inTrees, attesting, known.wording, id => witnessOf(id, known))
  const { lines, min, max } = counted
  const originOf = new Map(
    lines.flatMap(origin =>
      [origin, ...(origin.with ?? [])].flatMap(({ line }) => line.members.map(member => [member, origin.id] as const)),
    ),
  )
  const sorted = highestFirst(attesting, known)
  const plainOf = Map.groupBy(set.filter(isPlain), ({ witness }) => witness)
  const attestations = sorted.map(({ id, mention }): Attestation => {
    const span = wholeSpan(mention, plainOf.get(mention.witness) ?? [])
    return attested(mention, span, originOf.get(id)!, segmented[mention.witness]!)
  })
  const mentions = sorted.map(({ mention }) => mention)
  const first = mentions[0]!
  const voices = distinctVoices(mentions.flatMap(({ voice }) => voice ?? []))
  const places = attestations.map(({ witness, span }) => `${witness}:${span.start}`).sort()
  const claim: Claim = {
    id: `c-${hash48(`${first.kind}\n${places.join("\n")}`)}`,
    story: known.storyOf.get(attestations[0]!.witness) ?? "",
    kind: first.kind,
    text: attestations[0]!.text,
    ...(voices[0] === undefined ? {} : { attributedTo: voices[0] }),
    ...(first.value ? { value: claimValue(first.value) } : {}),
    attestations,
    reports: attestations.length,
    origins: { min, max },
    voices,
    why: reasonsFor(attestations, mentions, counted, voices, id => nameOf(id, known)),
  }
  return {
    claim,
    mentions,
    lines: lines.map(({ id, line, lineage }) => ({ id, ...line, ...(lineage ? { lineage } : {}) })),
  }
}

const witnessOf = (id: string, { segmented, indexOf }: Known) => segmented[indexOf.get(id)!]!.witness

/** What a reader knows a report by. */
function nameOf(id: string, known: Known): string {
  const { outlet, probableOutlet, where } = witnessOf(id, known)
  return outlet ?? probableOutlet ?? where
}

function attested(mention: Mention, span: Span, origin: string, segmented: Segmented): Attestation {
  const { witness, sentences } = segmented
  const chain = mention.saidIn === undefined ? [] : chainOf(segmented, mention.saidIn)
  // What is quoted was said on another day than that of the sentence around it.
  const isInside = ({ span: own }: StatedDate) => span.start <= own.start && own.end <= span.end
  const dates = datesIn(segmented, sentences[mention.sentence]!).filter(
    date => mention.kind !== "quotation" || isInside(date),
  )
  return {
    witness: witness.id,
    span,
    text: witness.text.slice(span.start, span.end),
    origin,
    ...(chain.length > 0 && { chain }),
    ...(dates.length > 0 && { dates }),
  }
}

function claimValue({ ordinal: _, ...value }: NonNullable<Mention["value"]>): NonNullable<Claim["value"]> {
  return value
}

/** The first mention in each witness. */
function onePerWitness(set: readonly Mention[]): Mention[] {
  const first = new Map<number, Mention>()
  for (const mention of set) {
    const before = first.get(mention.witness)
    if (before === undefined || mention.span.start < before.span.start) first.set(mention.witness, mention)
  }
  return [...first.values()]
}

const isPlain = ({ kind, year }: Mention) => kind === "statement" && year === undefined

/** A statement split into sentences that stand together is attested by all of them; `plain` are the statements of its witness. */
function wholeSpan(mention: Mention, plain: readonly Mention[]): Span {
  if (!isPlain(mention)) return mention.span
  let { end } = mention.span
  let last = mention.sentence
  for (const other of [...plain].sort((x, y) => x.sentence - y.sentence)) {
    if (other.sentence !== last + 1) continue
    last = other.sentence
    end = other.span.end
  }
  return { start: mention.span.start, end }
}

function highestFirst(attesting: readonly Attesting[], { lineages, segmented }: Known): Attesting[] {
  const ranked = attesting.map(one => {
    const { published, observed } = segmented[one.mention.witness]!.witness
    const depth = lineages.get(one.id)?.best.ancestorsOf(one.id).size ?? 0
    return { one, depth, when: published ?? observed ?? "~" }
  })
  return ranked
    .sort((x, y) => x.depth - y.depth || compare(x.when, y.when) || compare(x.one.id, y.one.id))
    .map(({ one }) => one)
}

const compare = (x: string, y: string) => (x < y ? -1 : Number(x > y))

function worstFirst({ claim: x }: Drafted, { claim: y }: Drafted): number {
  return y.reports - y.origins.max - (x.reports - x.origins.max) || y.reports - x.reports || compare(x.id, y.id)
}

/** Claims that stand in the same words, such as two figures of one clause, told apart by a number after their id. */
function withOwnIds(drafted: readonly Drafted[]): Drafted[] {
  const times = new Map<string, number>()
  return drafted.map(one => {
    const { id } = one.claim
    const time = (times.get(id) ?? 0) + 1
    times.set(id, time)
    return time === 1 ? one : { ...one, claim: { ...one.claim, id: `${id}-${time}` } }
  })
}

/** Differing mentions as differing claims, by their indexes. */
function pairsOfClaims(
  differing: readonly { readonly x: number; readonly y: number }[],
  mentions: readonly Mention[],
  sets: Groups,
  drafted: readonly Drafted[],
): [number, number][] {
  const claimOf = new Map<Mention, number>()
  drafted.forEach(({ mentions: own }, c) => {
    for (const mention of own) claimOf.set(mention, c)
  })
  const claimOfSet = new Map<number, number>()
  mentions.forEach((mention, m) => {
    const claim = claimOf.get(mention)
    if (claim !== undefined) claimOfSet.set(sets.leader(m), claim)
  })
  return differing.flatMap(({ x, y }) => {
    const [one, other] = [claimOfSet.get(sets.leader(x)), claimOfSet.get(sets.leader(y))]
    return one === undefined || other === undefined || one === other ? [] : [[one, other] as [number, number]]
  })
}
