import type { Claim, Conflict, Story } from "./claim.ts"
import type { Kinship, Passage } from "./passage.ts"
import type { Problem } from "./problem.ts"
import type { Witness } from "./report.ts"
import type { Family } from "./stemma.ts"
import type { Variant } from "./variant.ts"

/** A family as it stands in the findings: with its variants. */
export interface FamilyFindings extends Family {
  readonly variants: readonly Variant[]
}

/**
 * Everything Hearsay found. A promise: fields may be added, never changed.
 * Equals itself after `JSON.parse(JSON.stringify(findings))`.
 */
export interface Findings {
  readonly witnesses: readonly Witness[]
  readonly families: readonly FamilyFindings[]
  readonly stories: readonly Story[]
  readonly claims: readonly Claim[]
  readonly conflicts: readonly Conflict[]
  readonly problems: readonly Problem[]
  /** What a person decided of these reports, in the order it was made; left out where nothing was. */
  readonly judgements?: readonly Judgement[]
}

/** What `compare` gives of two reports. `kinship` is absent when they share nothing. */
export interface Comparison {
  readonly witnesses: readonly [Witness, Witness]
  readonly kinship?: Kinship
  readonly passages: readonly Passage[]
  readonly variants: readonly Variant[]
  readonly problems: readonly Problem[]
}

/** What a person decided. Survives re-runs, and is in every export. Witnesses are named by id. */
export type Judgement =
  | { readonly kind: "pin-edge" | "forbid-edge"; readonly parent: string; readonly child: string }
  | { readonly kind: "independent"; readonly a: string; readonly b: string }
  | { readonly kind: "outlet-agency"; readonly outlet: string; readonly agency: string }
  | {
      readonly kind: "dismiss-variant"
      readonly witness: string
      readonly span: { readonly start: number; readonly end: number }
    }
