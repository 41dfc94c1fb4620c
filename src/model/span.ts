/**
 * A half-open range `[start, end)` in UTF-16 units of one witness's `text`.
 * Nothing else in Hearsay is a span: token and sentence ranges are called ranges.
 */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A span together with the witness it lies in. */
export interface Place {
  readonly witness: string
  readonly span: Span
}

/** A half-open range `[first, end)` of indexes into a list (tokens, sentences). */
export interface Range {
  readonly first: number
  readonly end: number
}
