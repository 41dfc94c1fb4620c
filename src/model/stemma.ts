import type { Kinship } from "./passage.ts"
import type { Place } from "./span.ts"

/** A text in a stemma: one that was handed in, or one that is inferred (Greek letter). */
export interface StemmaNode {
  readonly id: string
  readonly kind: "witness" | "lost"
  /** Siglum of a witness (A, B … AA), Greek letter of a lost text. */
  readonly label: string
}

export type EvidenceKind =
  | "wording"
  | "date"
  | "credit"
  | "link"
  | "containment"
  | "error"
  | "update"
  | "innovation"
  | "second-source"
  | "judgement"

/** One reason for an edge, in plain words, with the characters it rests on. */
export interface Evidence {
  readonly kind: EvidenceKind
  readonly note: string
  readonly places: readonly Place[]
}

/** `child` was made from `parent`. `confidence` in (0, 1): of the edges given 0.8, about 80 % are right. */
export interface StemmaEdge {
  readonly parent: string
  readonly child: string
  readonly confidence: number
  readonly evidence: readonly Evidence[]
}

/** Another tree that the evidence allows. Weights of the best tree and its rivals add up to at most 1. */
export interface Rival {
  readonly edges: readonly { readonly parent: string; readonly child: string }[]
  readonly weight: number
  readonly note: string
}

export interface Stemma {
  readonly nodes: readonly StemmaNode[]
  readonly edges: readonly StemmaEdge[]
  readonly rivals: readonly Rival[]
  /** Why the descent cannot be told, when it cannot. */
  readonly undecided?: string
}

/** Witnesses joined by kinship, with how they descend from one another. */
export interface Family {
  readonly id: string
  /** Witness ids, sorted. */
  readonly witnesses: readonly string[]
  readonly kinships: readonly Kinship[]
  readonly stemma: Stemma
}
