import type { Groups } from "./groups.ts"
import type { Mention } from "./mentions.ts"

/** A lemma in more witnesses, and in a greater share of all, tells no event from another. */
const COMMON = { witnesses: 24, share: 0.25 } as const

/** As many statements more are thought of, lest in a few reports all that two share looks common. */
const UNSEEN = 20
/** What must be known of two witnesses beyond their words. */
export interface Relations {
  readonly areKin: (x: number, y: number) => boolean
  /** Whether two witnesses report one event, as far as their rare names and words tell. */
  readonly shareEvent: (x: number, y: number) => boolean
}

/** What must be known of the words of all reports, to tell whether two mentions are one claim. */
export interface Known extends Relations {
  /** In how many statements each lemma is. */
  readonly counts: ReadonlyMap<string, number>
  /** How much a lemma tells: the seldomer, the more. */
  readonly weightOf: (lemma: string) => number
  /** Lemmas that are all over the reports. */
  readonly common: ReadonlySet<string>
}

/** Counts the words of all mentions. O(words). */
export function knownOf(mentions: readonly Mention[], claims: Groups, relations: Relations): Known {
  const { counts, total } = frequencies(mentions, claims)
  const weightOf = (lemma: string) => Math.log((total + UNSEEN) / (counts.get(lemma) ?? 1))
  return { ...relations, counts, weightOf, common: commonLemmas(mentions) }
}

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
