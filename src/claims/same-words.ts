import type { Attestation, Collapse } from "../model/claim.ts"
import { type Segmented, TOKEN } from "../model/segmented.ts"
import type { Range } from "../model/span.ts"
import { isPlain } from "./content.ts"
import { groups } from "./groups.ts"
import type { Origin } from "./lineages.ts"
import type { Mention } from "./mentions.ts"

/**
 * What nobody writes a second time: so many words in a row, or so many words of content that belong to no name. What is quoted is passed over,
 * since two may have heard it.
 */
const RUN = { words: 12, plain: 7 } as const

/** Who of those that attest a claim has it in the same words of their own, or with the same words around it. By index of the witness. */
export interface SameWords {
  readonly areSame: (x: number, y: number) => boolean
  readonly hasSame: (x: number) => boolean
  /** Each pair of a run's first holder and another. */
  readonly pairs: readonly (readonly [number, number])[]
}

/** Reads the sentences of the mentions of one claim, one a witness. O(words), with few words around them. */
export function sameWords(mentions: readonly Mention[], segmented: readonly Segmented[]): SameWords {
  const sets = groups(mentions.length)
  const indexOf = new Map(mentions.map(({ witness }, at) => [witness, at]))
  const holder = new Map<string, number>()
  const sharing = new Set<number>()
  const pairs: [number, number][] = []
  mentions.forEach((mention, at) => {
    for (const run of runsAt(mention, segmented[mention.witness]!)) {
      const other = holder.get(run) ?? at
      if (other === at) holder.set(run, at)
      if (sets.leader(other) === sets.leader(at)) continue
      sets.join(other, at)
      pairs.push([mentions[other]!.witness, mention.witness])
      sharing.add(other).add(at)
    }
  })
  const leader = (witness: number) => sets.leader(indexOf.get(witness)!)
  return {
    areSame: (x, y) => leader(x) === leader(y),
    hasSame: x => sharing.has(indexOf.get(x)!),
    pairs,
  }
}

/** Lines of descent that come from one text all the same. */
export interface JoinedLines {
  /** By index of a line: the index of the first line it is one with, itself mostly. */
  readonly first: readonly number[]
  /** Of each set of several lines the ids of witnesses that show it. */
  readonly shown: readonly (readonly string[])[]
}

/**
 * Joins lines of descent on which reports have the same words: a round-up that carries another story, an item cut from a log. The tree of
 * a family does not show these. `idOf` gives a witness's id. O(pairs).
 */
export function joinLines(lines: readonly Origin[], { pairs }: SameWords, idOf: (w: number) => string): JoinedLines {
  const sets = groups(lines.length)
  const lineOf = new Map(lines.flatMap(({ line }, at) => line.members.map(member => [member, at] as const)))
  const crossing = pairs
    .map(pair => pair.map(w => ({ id: idOf(w), line: lineOf.get(idOf(w))! })))
    .filter(([x, y]) => x!.line !== y!.line)
  for (const [x, y] of crossing) sets.join(x!.line, y!.line)
  const shown = new Map<number, Set<string>>()
  for (const pair of crossing)
    for (const { id, line } of pair) shown.set(sets.leader(line), (shown.get(sets.leader(line)) ?? new Set()).add(id))
  return { first: lines.map((_, at) => sets.leader(at)), shown: [...shown.values()].map(ids => [...ids]) }
}

/** Why these lines were counted as one. */
export function joinReasons({ shown }: JoinedLines, attestations: readonly Attestation[]): Collapse[] {
  return shown.map(ids => {
    const at = attestations.flatMap(({ witness }, i) => (ids.includes(witness) ? [i] : []))
    return {
      note: `${at.length} reports of different descent have it in the same words, so from one text.`,
      attestations: at,
      places: at.map(i => ({ witness: attestations[i]!.witness, span: attestations[i]!.span })),
    }
  })
}

/** The runs of own words in a claim's sentence, and of those right before and behind it. */
function runsAt({ sentence }: Mention, segmented: Segmented): string[] {
  const { first, end } = segmented.sentences[sentence]!.tokens
  const { witness, tokens } = segmented
  const around = 2 * RUN.words
  const own = ownWords(segmented, { first, end })
  const before = ownWords(segmented, { first: Math.max(0, first - around), end: first }).slice(-RUN.words)
  const behind = ownWords(segmented, { first: end, end: Math.min(tokens.length, end + around) }).slice(0, RUN.words)
  const words = [own, before, behind].map(part => part.map(i => tokens.words[i]!))
  const plain = own.filter(i => isPlain(witness.text, tokens, i)).map(i => tokens.lemmas[i]!)
  return [...words.flatMap(part => windows(part, RUN.words)), ...windows(plain, RUN.plain)]
}

/** The tokens in a range that are words and not quoted. */
function ownWords({ tokens, quoted }: Segmented, { first, end }: Range): number[] {
  const own: number[] = []
  for (let i = first; i < end; i++) if (tokens.kinds[i] !== TOKEN.punctuation && !isWithin(quoted, i)) own.push(i)
  return own
}

const windows = (words: readonly string[], length: number) =>
  words.slice(length - 1).map((_, at) => words.slice(at, at + length).join(" "))

/** Whether a token stands in one of the ranges, which come in their order. O(log ranges). */
function isWithin(ranges: readonly Range[], i: number): boolean {
  let [low, high] = [0, ranges.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (ranges[middle]!.first <= i) low = middle + 1
    else high = middle
  }
  return low > 0 && i < ranges[low - 1]!.end
}
