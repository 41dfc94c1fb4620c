import { LINK } from "../align/likeness.ts"
import { linkWords, type WordLinks } from "../align/words.ts"
import type { Alignment, Bead } from "../model/passage.ts"
import type { Segmented } from "../model/segmented.ts"
import type { Range } from "../model/span.ts"
import type { Severity, VariantKind } from "../model/variant.ts"
import { fillGaps } from "./gaps.ts"

/** Two witnesses side by side: `a` the base (the parent, where it is known), `b` the one that differs from it. */
export interface Pair {
  readonly a: Segmented
  readonly b: Segmented
  readonly beads: readonly Bead[]
  /** For each sentence the bead it is in, or -1. */
  readonly beadOfA: Int32Array
  readonly beadOfB: Int32Array
}

/** Gives the aligned pair of two witnesses by id, the first as base. */
export type PairFinder = (base: string, witness: string) => Pair | undefined

/** One bead of a pair with its word links. Rules mark the tokens that they have accounted for. */
export interface BeadPair {
  readonly a: Segmented
  readonly b: Segmented
  readonly bead: Bead
  readonly links: WordLinks
  readonly usedA: Uint8Array
  readonly usedB: Uint8Array
}

/** A variant as a rule gives it. A side with an empty range passes over the text, which would stand before token `first`. */
export interface Draft {
  readonly kind: VariantKind
  readonly severity: Severity
  readonly note: string
  readonly a: Range
  readonly b: Range
  /** How closely the words around it agree, in [0, 1]; measured once all rules have spoken, missing where no sentence is compared. */
  readonly closeness?: number
  /** Another word stands there while everything around it stays: a correction, if there are few such in the pair. */
  readonly lone?: boolean
}

export type Rule = (pair: BeadPair) => readonly Draft[]

/** The pair of an alignment, turned so that witness `base` is `a`. */
export function pairOf(segmented: readonly Segmented[], alignment: Alignment, base: number): Pair {
  const turned = alignment.a !== base
  const a = segmented[base]!
  const b = segmented[turned ? alignment.a : alignment.b]!
  const aligned = turned
    ? alignment.beads.map(bead => ({ ...bead, a: bead.b, b: bead.a })).sort((x, y) => x.a.first - y.a.first)
    : alignment.beads
  const beads = fillGaps(a, b, aligned)
  const beadOfA = new Int32Array(a.sentences.length).fill(-1)
  const beadOfB = new Int32Array(b.sentences.length).fill(-1)
  beads.forEach((bead, index) => {
    beadOfA.fill(index, bead.a.first, bead.a.end)
    beadOfB.fill(index, bead.b.first, bead.b.end)
  })
  return { a, b, beads, beadOfA, beadOfB }
}

/** Links the words of one bead. */
export function beadPair({ a, b }: Pair, bead: Bead): BeadPair {
  const links = linkWords(a, tokensOf(a, bead.a), b, tokensOf(b, bead.b))
  return { a, b, bead, links, usedA: new Uint8Array(links.ofA.length), usedB: new Uint8Array(links.ofB.length) }
}

/** The tokens of a range of sentences. */
export function tokensOf({ sentences }: Segmented, range: Range): Range {
  return { first: sentences[range.first]!.tokens.first, end: sentences[range.end - 1]!.tokens.end }
}

/** The token of `b` linked to token `i` of `a`, or -1. */
export function linkOfA({ links }: BeadPair, i: number): number {
  return links.ofA[i - links.rangeA.first] ?? -1
}

/** The token of `a` linked to token `j` of `b`, or -1. */
export function linkOfB({ links }: BeadPair, j: number): number {
  return links.ofB[j - links.rangeB.first] ?? -1
}

/** How token `i` of `a` is linked. */
export function linkKind({ links }: BeadPair, i: number): number {
  return links.kindA[i - links.rangeA.first] ?? 0
}

/** Marks the tokens of a draft as accounted for. */
export function use(pair: BeadPair, { a, b }: { readonly a: Range; readonly b: Range }): void {
  pair.usedA.fill(1, Math.max(0, a.first - pair.links.rangeA.first), Math.max(0, a.end - pair.links.rangeA.first))
  pair.usedB.fill(1, Math.max(0, b.first - pair.links.rangeB.first), Math.max(0, b.end - pair.links.rangeB.first))
}

export const isUsedA = (pair: BeadPair, i: number) => pair.usedA[i - pair.links.rangeA.first] === 1
export const isUsedB = (pair: BeadPair, j: number) => pair.usedB[j - pair.links.rangeB.first] === 1

/** The words of a token range as they stand in the text, in quotation marks, cut to 60 characters. */
export function quote(side: Segmented, range: Range): string {
  return `“${wordsOf(side, range)}”`
}

function wordsOf({ witness, tokens }: Segmented, range: Range): string {
  if (range.end <= range.first) return ""
  const words = witness.text.slice(tokens.starts[range.first]!, tokens.ends[range.end - 1]!).replace(/\s+/g, " ")
  return words.length > 60 ? `${words.slice(0, 58)}…` : words
}

export const inside = (outer: Range, inner: Range) => inner.first >= outer.first && inner.end <= outer.end
export const single = (t: number): Range => ({ first: t, end: t + 1 })

/** Where text missing in `b` would stand: after the fellow of the nearest linked token to the left of token `i`. */
export function gapInB(pair: BeadPair, i: number): Range {
  for (let t = i - 1; t >= pair.links.rangeA.first; t--) {
    const j = linkOfA(pair, t)
    if (j >= 0) return { first: j + 1, end: j + 1 }
  }
  return { first: pair.links.rangeB.first, end: pair.links.rangeB.first }
}

/** Where text missing in `a` would stand. */
export function gapInA(pair: BeadPair, j: number): Range {
  for (let t = j - 1; t >= pair.links.rangeB.first; t--) {
    const i = linkOfB(pair, t)
    if (i >= 0) return { first: i + 1, end: i + 1 }
  }
  return { first: pair.links.rangeA.first, end: pair.links.rangeA.first }
}

/** Whether two ranges stand in each other's place: the words before them are linked as the same, and so are the words behind them. */
export function isSlot(pair: BeadPair, a: Range, b: Range): boolean {
  const joins = (i: number, j: number) => linkOfA(pair, i) === j && linkKind(pair, i) === LINK.same
  return joins(a.first - 1, b.first - 1) && joins(a.end, b.end)
}

/** The tokens of one side that `isMarked` picks, that no rule has accounted for, and whose fellow on the other side, if any, is not marked as well. */
export function openTokens(
  pair: BeadPair,
  which: "a" | "b",
  isMarked: (side: Segmented, t: number) => boolean,
): number[] {
  const { a, b, links } = pair
  const isA = which === "a"
  const [side, other, range] = isA ? [a, b, links.rangeA] : [b, a, links.rangeB]
  const found: number[] = []
  for (let t = range.first; t < range.end; t++) {
    const fellow = isA ? linkOfA(pair, t) : linkOfB(pair, t)
    const isUsed = isA ? isUsedA(pair, t) : isUsedB(pair, t)
    if (!isUsed && isMarked(side, t) && (fellow < 0 || !isMarked(other, fellow))) found.push(t)
  }
  return found
}
