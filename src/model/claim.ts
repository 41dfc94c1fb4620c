import type { Place, Span } from "./span.ts"

/** Reports of one event, kin or not. */
export interface Story {
  readonly id: string
  readonly witnesses: readonly string[]
  readonly families: readonly string[]
}

/** A witness stating a claim. `origin` is the id of the attestation's line of descent: witnesses with the same one are not independent. */
export interface Attestation {
  readonly witness: string
  readonly span: Span
  readonly text: string
  readonly origin: string
}

/** Why attestations were counted together; indexes into `attestations`. */
export interface Collapse {
  readonly note: string
  readonly attestations: readonly number[]
  readonly places: readonly Place[]
}

export interface ClaimValue {
  readonly number: number
  readonly unit: string
  readonly of: string
  readonly hedge?: string
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
