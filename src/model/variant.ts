import type { Span } from "./span.ts"

/** What kind of difference a variant is. The table in docs/glossary.md says each in a sentence. */
export type VariantKind =
  | "name-garbled"
  | "name-replaced"
  | "place-replaced"
  | "organisation-replaced"
  | "number-changed"
  | "unit-changed"
  | "date-changed"
  | "quotation-altered"
  | "speaker-changed"
  | "attribution-dropped"
  | "attribution-added"
  | "credit-dropped"
  | "credit-added"
  | "hedge-dropped"
  | "hedge-added"
  | "negation-changed"
  | "sense-reversed"
  | "role-changed"
  | "word-replaced"
  | "reworded"
  | "omission"
  | "addition"
  | "moved"
  | "split"
  | "merged"
  | "debris"
  | "spelling"
  | "format"

/** `sense`: who reads only this text is told something else. `detail`: a fact is different. `wording`: said otherwise. `form`: looks otherwise. */
export type Severity = "sense" | "detail" | "wording" | "form"

/**
 * What a witness has at a locus. `omission`: the witness passes over it; `lacuna`: it is cut off there, so nothing can be told.
 * `at` is the UTF-16 offset where the text would stand.
 */
export type Reading =
  | { readonly kind: "text"; readonly witness: string; readonly span: Span; readonly text: string }
  | { readonly kind: "omission" | "lacuna"; readonly witness: string; readonly at: number }

/** A difference of readings at one locus. The first reading is the parent's (or the base's), the second that of the witness that changed it. */
export interface Variant {
  readonly kind: VariantKind
  readonly severity: Severity
  readonly note: string
  readonly readings: readonly Reading[]
}
