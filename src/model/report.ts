import type { Span } from "./span.ts"

/**
 * One published text as it is handed in: by a script calling `trace`, or by the read stage.
 * Either `text` or `html` is given. Dates are ISO 8601; a missing field means unknown.
 */
export interface Report {
  readonly text?: string
  /** A whole page. Its article is found by the extract stage. */
  readonly html?: string
  readonly title?: string
  readonly outlet?: string
  readonly url?: string
  /** When the outlet says it published the text. */
  readonly published?: string
  /** When the text was seen there. */
  readonly observed?: string
  readonly modified?: string
  /** BCP 47, e.g. `en`. */
  readonly language?: string
  /** Agencies and desks credited, where the sender knows them already. */
  readonly credits?: readonly string[]
  /** Who signed it, as printed, where it stands apart from the text. */
  readonly byline?: string
  /** What the sender calls the text in every version and copy: a feed's guid, a NewsML `guid`, a ninjs `uri`, the `id` of a row. */
  readonly guid?: string
  /** Which version of that text it is, as the sender counts. */
  readonly version?: string
  /** What the sender says may be done with it; missing: usable, or not said. */
  readonly status?: PublishingStatus
  /** What the sender says of it beside the text, in lower case: `correction`, `update`, `advisory` … */
  readonly signals?: readonly string[]
  /** What the sender says it was made from: guids or addresses of other texts. */
  readonly derivedFrom?: readonly string[]
  /** The sender's working title. Reports of one event often share it. */
  readonly slug?: string
  /** Path, or path and line, it came from. For messages only; never part of the result's order. */
  readonly where?: string
}

/** `withheld`: not to be published now; `cancelled`: must not be used any more (a kill). */
export type PublishingStatus = "usable" | "withheld" | "cancelled"

/** What a stretch of page furniture is. `date`: when it was published, on a line of its own; `author`: who the writer is. */
export type FurnitureKind =
  | "navigation"
  | "related"
  | "promotion"
  | "subscription"
  | "sharing"
  | "contact"
  | "comments"
  | "copyright"
  | "caption"
  | "advertisement"
  | "correction-note"
  | "date"
  | "author"

/** Page furniture inside a text. It is marked, never cut. */
export interface Furniture {
  readonly span: Span
  readonly kind: FurnitureKind
}

/**
 * A line or part of a line that says where the text comes from.
 * `agency`: a news agency; `desk`: the outlet's own desk; `byline`: named people; `dateline`: the place (and agency) that opens
 * the text; `outlet`: another outlet named as the source ("first appeared in …").
 */
export interface CreditLine {
  readonly kind: "agency" | "desk" | "byline" | "dateline" | "outlet"
  /** The name in its usual form: `Associated Press` for "(AP)". */
  readonly name: string
  readonly span: Span
}

/** A report in its role of carrying a text. */
export interface Witness {
  /** Made from the content, so reruns agree: 12 hexadecimal digits, `-2`, `-3` … for further reports with the same content. */
  readonly id: string
  readonly where: string
  readonly outlet?: string
  /** An outlet that only page furniture suggests. */
  readonly probableOutlet?: string
  readonly title?: string
  readonly url?: string
  readonly published?: string
  readonly observed?: string
  readonly modified?: string
  readonly language?: string
  readonly guid?: string
  readonly version?: string
  readonly status?: PublishingStatus
  readonly signals?: readonly string[]
  readonly derivedFrom?: readonly string[]
  readonly slug?: string
  /** Agencies and desks credited, in their usual form, without repeats, in the order of the text. */
  readonly credits: readonly string[]
  readonly creditLines: readonly CreditLine[]
  readonly text: string
  readonly furniture: readonly Furniture[]
}
