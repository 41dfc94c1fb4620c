import type { Range, Span } from "./span.ts"

/** How two witnesses are kin, the strongest that holds. `none` is not stored. */
export type KinshipKind = "copy" | "excerpt" | "rewrite" | "shared-quotation"

/** Two stretches that say the same, of a sentence's size. */
export interface SpanPair {
  readonly a: Span
  readonly b: Span
}

/**
 * A stretch of one witness that reuses a stretch of another, from its first shared word to its last: reuse that runs on past small
 * gaps is one passage. Of a summary the other side is all the text that it sums up.
 */
export interface Passage extends SpanPair {
  /** The aligned sentences within it, cut to it where they reach beyond, in the order of `a`. */
  readonly sentences: readonly SpanPair[]
}

/** What two witnesses share, measured both ways. `a` is the smaller id. */
export interface Kinship {
  readonly a: string
  readonly b: string
  readonly kind: KinshipKind
  /** Share of each one's body words inside passages, in [0, 1]. */
  readonly coverage: { readonly a: number; readonly b: number }
  /** The longest run of words that is the same in both, in words. */
  readonly longestRunWords: number
  readonly passages: readonly Passage[]
}

/** Two witnesses worth aligning, as indexes into the list of witnesses; `a < b`. */
export interface Candidate {
  readonly a: number
  readonly b: number
  /** Summed weight of what they share; larger is more. */
  readonly score: number
}

/** Sentences of `a` that say what sentences of `b` say: one to one, or split and merged. Ranges are of sentence indexes. */
export interface Bead {
  readonly a: Range
  readonly b: Range
  /** In [0, 1]; 1 when the words are the same. */
  readonly similarity: number
  readonly verbatim: boolean
}

/** Two witnesses aligned: their kinship, and the beads it rests on, in the order of `a`. `a < b` are witness indexes. */
export interface Alignment {
  readonly a: number
  readonly b: number
  readonly kinship: Kinship
  readonly beads: readonly Bead[]
}
