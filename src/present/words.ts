import type { Conflict } from "../model/claim.ts"
import type { KinshipKind } from "../model/passage.ts"
import type { EvidenceKind } from "../model/stemma.ts"
import type { Severity, VariantKind } from "../model/variant.ts"

/** Severities, worst first. */
export const SEVERITIES: readonly Severity[] = ["sense", "detail", "wording", "form"]

/** What a severity means to a reader, as a heading. */
export const SEVERITY_TITLE: Record<Severity, string> = {
  sense: "Changes of sense",
  detail: "Changes of detail",
  wording: "Other wording",
  form: "Other form",
}

/** What a severity means to a reader, in a sentence. */
export const SEVERITY_MEANING: Record<Severity, string> = {
  sense: "Who reads only the changed text is told something else.",
  detail: "A fact is different, missing or new.",
  wording: "The same is said otherwise.",
  form: "The same words, looking otherwise.",
}

/** Badge and name of each kind of variant. */
export const KIND: Record<VariantKind, { readonly badge: string; readonly name: string }> = {
  "sense-reversed": { badge: "SENSE", name: "sense reversed" },
  "negation-changed": { badge: "NEGATION", name: "negation changed" },
  "role-changed": { badge: "ROLE", name: "who did what to whom" },
  "speaker-changed": { badge: "SPEAKER", name: "speaker changed" },
  "quotation-altered": { badge: "QUOTE", name: "quotation altered" },
  "number-changed": { badge: "NUMBER", name: "number changed" },
  "unit-changed": { badge: "UNIT", name: "unit changed" },
  "date-changed": { badge: "DATE", name: "date changed" },
  "name-replaced": { badge: "NAME", name: "name replaced" },
  "place-replaced": { badge: "PLACE", name: "place replaced" },
  "organisation-replaced": { badge: "BODY", name: "organisation replaced" },
  "name-garbled": { badge: "NAME", name: "name garbled" },
  "hedge-dropped": { badge: "HEDGE", name: "hedge dropped" },
  "hedge-added": { badge: "HEDGE", name: "hedge added" },
  "attribution-dropped": { badge: "SOURCE", name: "attribution dropped" },
  "attribution-added": { badge: "SOURCE", name: "attribution added" },
  "credit-dropped": { badge: "CREDIT", name: "agency credit dropped" },
  "credit-added": { badge: "CREDIT", name: "agency credit added" },
  "word-replaced": { badge: "WORD", name: "word replaced" },
  debris: { badge: "DEBRIS", name: "broken sentence" },
  omission: { badge: "LEFT OUT", name: "left out" },
  addition: { badge: "ADDED", name: "added" },
  moved: { badge: "MOVED", name: "moved" },
  split: { badge: "SPLIT", name: "sentence split" },
  merged: { badge: "MERGED", name: "sentences merged" },
  reworded: { badge: "WORDING", name: "reworded" },
  spelling: { badge: "SPELLING", name: "another spelling" },
  format: { badge: "FORMAT", name: "another format" },
}

/** What kind of reason a piece of evidence is. */
export const EVIDENCE: Record<EvidenceKind, string> = {
  wording: "wording",
  date: "date",
  credit: "credit",
  link: "link",
  containment: "containment",
  error: "error",
  update: "update",
  innovation: "new wording",
  "second-source": "second source",
  judgement: "your judgement",
}

/** How two witnesses are kin, as a phrase after "this is". */
export const KINSHIP: Record<KinshipKind, string> = {
  copy: "a copy",
  excerpt: "an excerpt",
  rewrite: "a rewrite",
  "shared-quotation": "a shared quotation only",
}

/** What a conflict is, in words. */
export const CONFLICT: Record<Conflict["kind"], string> = {
  update: "update over time",
  correction: "correction",
  error: "error on the way",
  open: "open",
}

/**
 * A confidence in (0, 1) in words and per cent. Never "certain".
 *
 * @example confidence(0.8) // => "likely, 80%"
 */
export function confidence(value: number): string {
  const percent = Math.min(99, Math.max(1, Math.round(value * 100)))
  return `${likelihood(value)}, ${percent}%`
}

function likelihood(value: number): string {
  if (value >= 0.95) return "almost certain"
  if (value >= 0.85) return "very likely"
  if (value >= 0.7) return "likely"
  if (value >= 0.55) return "rather likely"
  if (value >= 0.45) return "even chance"
  return value >= 0.2 ? "the best of several" : "a guess"
}

/** A share in [0, 1] as whole per cent. */
export function percent(share: number): string {
  return `${Math.round(share * 100)}%`
}

const NUMBERS = [
  "No",
  "One",
  "Two",
  "Three",
  "Four",
  "Five",
  "Six",
  "Seven",
  "Eight",
  "Nine",
  "Ten",
  "Eleven",
  "Twelve",
]

/** A count as it stands in running text: in letters up to twelve. */
export function inWords(count: number): string {
  return NUMBERS[count]?.toLowerCase() ?? String(count)
}

/** The sentence with a capital first letter. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/**
 * A count with its noun.
 *
 * @example counted(2, "family", "families") // => "2 families"
 */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

/**
 * Bounds as a reader says them.
 *
 * @example origins({ min: 1, max: 2 }) // => "1–2 origins"
 */
export function origins({ min, max }: { readonly min: number; readonly max: number }): string {
  return min === max ? counted(min, "origin") : `${min}–${max} origins`
}

/** The text without a full stop at its end, to go on after it. */
export function unstopped(text: string): string {
  return text.replace(/\.$/, "")
}
