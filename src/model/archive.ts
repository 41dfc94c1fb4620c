/** A family of an archive in a list. */
export interface StoryRow {
  readonly id: string
  readonly title: string | null
  readonly reports: number
  readonly outlets: number
  readonly lostTexts: number
  /** Lines of descent: 1 when all its reports go back to one text. */
  readonly origins: number
  /** When the first and the last of it was published, ISO 8601. */
  readonly first: string | null
  readonly last: string | null
  readonly credits: readonly string[]
}

/** What an archive knows of a report beside its text. */
export interface ReportRow {
  /** Its number, in the order of arrival. */
  readonly report: number
  /** Its id among its kin; `null` while it has none. */
  readonly witness: string | null
  readonly family: string | null
  readonly outlet: string | null
  readonly title: string | null
  readonly url: string | null
  readonly published: string | null
}

/** A report that has the words looked for. */
export interface Hit extends ReportRow {
  /** A stretch of the text around the first word found. */
  readonly excerpt: string
}

/** One report with all the archive knows of it. */
export interface ArchivedReport extends ReportRow {
  readonly observed: string | null
  readonly modified: string | null
  readonly language: string | null
  readonly credits: readonly string[]
  /** The path or address it was read from. */
  readonly place: string
  readonly words: number
  readonly version: number
  readonly added: string
  /** The numbers of all versions of this page, oldest first. */
  readonly versions: readonly number[]
  /** Its kin in the family, nearest first: coverages are shares of words, in [0, 1]. */
  readonly kin: readonly {
    readonly report: number
    readonly outlet: string | null
    readonly title: string | null
    readonly kind: string
    readonly coverageHere: number
    readonly coverageThere: number
    readonly longestRunWords: number
  }[]
  readonly text: string
}

/** How much an archive holds. */
export interface ArchiveSize {
  readonly reports: number
  readonly families: number
  readonly reportsWithKin: number
  /** Reports that were taken in and not yet joined, since a run was stopped. */
  readonly waiting: number
}
