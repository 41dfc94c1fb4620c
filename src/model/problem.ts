/** What could not be read or decided. Codes are closed, so that programs never match prose. */
export type ProblemCode =
  | "empty-file"
  | "empty-folder"
  | "missing-path"
  | "no-permission"
  | "not-text"
  | "broken-encoding"
  | "guessed-encoding"
  | "too-large"
  | "too-deep"
  | "broken-json"
  | "no-text-field"
  | "no-article"
  | "too-short"
  | "same-file-twice"
  | "link-loop"
  | "link-outside"
  | "unknown-format"
  | "unreadable-date"
  | "language-unsupported"
  | "withdrawn"
  | "judgement-unknown"
  | "cannot-read"
  | "cannot-relate"
  | "cut-short"
  | "broken-archive"
  | "broken-record"
  | "broken-xml"
  | "missing-original"
  | "summary-only"
  | "not-fetched"
  | "address-refused"
  | "robots-refused"

/** One input that did something wrong. The run goes on; the problem stands beside the results. */
export interface Problem {
  readonly code: ProblemCode
  /** The path, address or witness the problem belongs to, with `:line` where there is one. */
  readonly where: string
  readonly message: string
  readonly hint?: string
}

/** A mistake in how Hearsay was called. Carries everything that is wrong, not only the first thing. */
export class UsageError extends Error {
  readonly mistakes: readonly string[]
  readonly hint: string | undefined

  constructor(mistakes: readonly string[], hint?: string) {
    super(mistakes.join("\n"))
    this.name = "UsageError"
    this.mistakes = mistakes
    this.hint = hint
  }
}
