import type { Alignment } from "../model/passage.ts"
import type { Segmented } from "../model/segmented.ts"
import type { Evidence } from "../model/stemma.ts"
import { byDate } from "./descent.ts"

/** A witness that is not searched for its place, since it repeats another. */
export interface Copy {
  readonly copy: Segmented
  readonly of: Segmented
  readonly confidence: number
  readonly evidence: Evidence
}

/** Families up to this size are searched whole. */
const SMALL = 12
/** Of larger families this many witnesses at most are searched; the others are put beside what they are most like. */
export const MOST_SEARCHED = 36

export interface Division {
  readonly searched: readonly number[]
  readonly copies: readonly Copy[]
}

function bodyKey({ sentences, tokens }: Segmented): string {
  const words: string[] = []
  for (const { role, tokens: range } of sentences)
    if (role === "body") for (let at = range.first; at < range.end; at++) words.push(tokens.words[at]!)
  return words.join(" ")
}

/**
 * Divides a family into witnesses to be searched and copies. In a large family, texts with the same words are put under the first of them;
 * when that leaves too many, the first by date are searched, and each other is put under the one of these that it has most from.
 * `alignments` have indexes into `segmented`. Costs O(words + alignments).
 */
export function divide(segmented: readonly Segmented[], alignments: readonly Alignment[]): Division {
  const order = byDate(segmented)
  if (segmented.length <= SMALL) return { searched: order.toSorted((a, b) => a - b), copies: [] }
  const copies: Copy[] = []
  const firstByKey = new Map<string, number>()
  const distinct: number[] = []
  for (const index of order) {
    const key = bodyKey(segmented[index]!)
    const first = firstByKey.get(key)
    if (first === undefined) {
      firstByKey.set(key, index)
      distinct.push(index)
    } else
      copies.push(
        copyOf(
          segmented,
          index,
          first,
          0.6,
          "The same words from beginning to end; the first of the copies stands for the others.",
        ),
      )
  }
  const searched = new Set(distinct.slice(0, MOST_SEARCHED))
  const nearest = nearestSearched(segmented.length, alignments, searched)
  const rest = distinct.filter(index => !searched.has(index))
  for (const index of rest) {
    const source = nearest[index]!
    if (source < 0) continue
    copies.push(copyOf(segmented, index, source, 0.4, "Of the earliest reports this is the one it has most from."))
  }
  return {
    searched: [...searched].sort((a, b) => a - b),
    copies: [...copies, ...strays(segmented, alignments, searched, rest, nearest)],
  }
}

function copyOf(segmented: readonly Segmented[], copy: number, of: number, confidence: number, note: string): Copy {
  const evidence: Evidence = { kind: "wording", note, places: [] }
  return { copy: segmented[copy]!, of: segmented[of]!, confidence, evidence }
}

/** For each witness the one of `among` that it has most of its words from; -1 when it is kin to none. */
function nearestSearched(count: number, alignments: readonly Alignment[], among: ReadonlySet<number>): Int32Array {
  const nearest = new Int32Array(count).fill(-1)
  const most = new Float64Array(count)
  const consider = (child: number, source: number, { kinship, beads }: Alignment, coverage: number) => {
    if (among.has(child) || !among.has(source)) return
    const likeness = beads.reduce((sum, bead) => sum + bead.similarity, 0) / Math.max(1, beads.length)
    const score = coverage * likeness + Math.min(kinship.longestRunWords, 500) / 10_000
    const nearer = score > most[child]! || (score === most[child]! && source < nearest[child]!)
    if (nearest[child]! >= 0 && !nearer) return
    nearest[child] = source
    most[child] = score
  }
  for (const one of alignments) {
    consider(one.a, one.b, one, one.kinship.coverage.a)
    consider(one.b, one.a, one, one.kinship.coverage.b)
  }
  return nearest
}

/** Witnesses kin to none that is searched are put under the kin nearest to one that is, going outwards. */
function strays(
  segmented: readonly Segmented[],
  alignments: readonly Alignment[],
  searched: ReadonlySet<number>,
  rest: readonly number[],
  nearest: Int32Array,
): Copy[] {
  const placed = new Set<number>([...searched, ...rest.filter(index => nearest[index]! >= 0)])
  const waiting = new Set(rest)
  const made: Copy[] = []
  for (let grown = true; grown; ) {
    grown = false
    for (const { a, b } of alignments)
      for (const [child, source] of [
        [a, b],
        [b, a],
      ] as const)
        if (placed.has(source) && !placed.has(child) && waiting.has(child)) {
          made.push(copyOf(segmented, child, source, 0.3, "Kin to none of the earliest reports, but to this one."))
          placed.add(child)
          grown = true
        }
  }
  for (const child of rest)
    if (!placed.has(child))
      made.push(copyOf(segmented, child, [...searched][0]!, 0.1, "Joined to the family by copies only."))
  return made
}
