import type { Place, Span } from "./span.ts"

/** Reports of one event, kin or not. */
export interface Story {
  readonly id: string
  readonly witnesses: readonly string[]
  readonly families: readonly string[]
}

/** A link in a chain of attribution: who says so, and the word for it, "alleged". */
export interface Saying {
  readonly speaker: string
  readonly cue: string
}

/** A day or a stretch of days that a witness names, made absolute from the day it came out. ISO dates; `to` is the last day of it. */
export interface StatedDate {
  readonly words: string
  readonly span: Span
  readonly from: string
  readonly to: string
}

/** A witness stating a claim. `origin` is the id of the attestation's line of descent: witnesses with the same one are not independent. */
export interface Attestation {
  readonly witness: string
  readonly span: Span
  readonly text: string
  readonly origin: string
  /** Who says it here, the nearest to the words last: "Interfax quoted", "Ana Brok saying". Absent where nobody is named. */
  readonly chain?: readonly Saying[]
  /** The dates that the words, or the sentence around them, name. */
  readonly dates?: readonly StatedDate[]
}

/** Why attestations were counted together, or what makes their number uncertain; indexes into `attestations`. */
export interface Collapse {
  readonly note: string
  /** Set where it is a doubt, which widens the bounds. */
  readonly doubt?: true
  readonly attestations: readonly number[]
  readonly places: readonly Place[]
}

/** What a figure says, in the usual form. */
export interface ClaimValue {
  readonly number: number
  /** Of a range: its upper end. */
  readonly upTo?: number
  readonly unit: string
  readonly of: string
  readonly hedge?: string
  /** The figure as the first attestation has it, with its hedge and what it counts: "at least 22m tonnes of grain". */
  readonly words?: string
}

/** Something stated, with who states it in which words and how many origins that goes back to. Never says what is true. */
export interface Claim {
  readonly id: string
  readonly story: string
  readonly kind: "quotation" | "figure" | "statement"
  /** The words of the first attestation. */
  readonly text: string
  readonly attributedTo?: string
  readonly value?: ClaimValue
  readonly attestations: readonly Attestation[]
  readonly reports: number
  readonly origins: { readonly min: number; readonly max: number }
  /** The people or bodies the words go back to. */
  readonly voices: readonly string[]
  readonly why: readonly Collapse[]
}

/** Claims whose values differ, set side by side. */
export interface Conflict {
  readonly claims: readonly string[]
  readonly kind: "update" | "correction" | "error" | "open"
  readonly firstBy?: string
  readonly inheritedBy: readonly string[]
  readonly note: string
}
