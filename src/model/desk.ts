import type { ArchivedReport, ArchiveSize, Hit, ReportRow, StoryRow } from "./archive.ts"
import type { Claim, Conflict } from "./claim.ts"
import type { Comparison, Judgement } from "./findings.ts"
import type { Kinship } from "./passage.ts"
import type { Problem } from "./problem.ts"
import type { Witness } from "./report.ts"
import type { Span } from "./span.ts"
import type { Stemma } from "./stemma.ts"
import type { Severity, Variant } from "./variant.ts"

// What the desk's server answers, under /api. docs/desk.md lists the addresses. Missing fields mean unknown.

/** `GET /api/desk`: what is open, and what it is doing. */
export interface DeskState {
  readonly version: string
  /** The archive's file name, without its folder. */
  readonly archive: string
  readonly size: ArchiveSize
  /** The archive is empty, and the reports that come with Hearsay are there to be read into it. */
  readonly example: boolean
  /** The reading under way; `null` while none is. */
  readonly reading: ReadingProgress | null
}

/** How far a reading has come. `reading` is its number, from 1 on since the server began. */
export interface ReadingProgress {
  readonly kind: "progress"
  readonly reading: number
  readonly step: "waiting" | "reading" | "meeting" | "checking" | "relating"
  /** Reports read so far, and those of them that were new. */
  readonly read: number
  readonly added: number
  readonly families: number
  /** Reports a second in this step. */
  readonly rate?: number
  /** Seconds until this step is done. */
  readonly left?: number
}

/** One of the server-sent events of `GET /api/events`; the `event:` field is its kind, `data:` the whole as JSON. */
export type DeskEvent =
  | ReadingProgress
  | { readonly kind: "problem"; readonly reading: number; readonly problem: Problem }
  | ReadingDone
  | { readonly kind: "judged"; readonly families: readonly string[] }

/** The end of a reading. */
export interface ReadingDone {
  readonly kind: "done"
  readonly reading: number
  readonly added: number
  /** Reports that were in the archive already. */
  readonly already: number
  readonly problems: number
  /** Ids of the families that came about or grew, the largest first, at most 100. */
  readonly families: readonly string[]
  /** Why the reading failed as a whole, where it did; what it had written stays. */
  readonly failed?: string
}

/** `POST /api/files`, `/api/addresses`, `/api/example`: the number of the reading that was begun, or waits. */
export interface ReadingBegun {
  readonly reading: number
}

/** `GET /api/stories`. `of`: how many there are with that filter. */
export interface StoryList {
  readonly stories: readonly StoryRow[]
  readonly of: number
}

/** What a list and a tree show of a witness: no text. */
export interface WitnessLine {
  readonly id: string
  /** Its siglum in the stemma (A, B … AA). */
  readonly label: string
  /** Its number in the archive. */
  readonly report: number
  readonly outlet?: string
  readonly title?: string
  readonly url?: string
  readonly published?: string
  readonly credits: readonly string[]
  readonly words: number
  readonly language?: string
}

/** Kinship without its passages. */
export type KinshipLine = Omit<Kinship, "passages">

/** `GET /api/stories/{family}`: a story without the texts of its reports, for the drawing and the overview. */
export interface StoryPage {
  /** Of a loner, a row whose `id` is `report-<number>`. */
  readonly row: StoryRow
  /** In the order of their labels. */
  readonly witnesses: readonly WitnessLine[]
  readonly stemma: Stemma
  readonly kinships: readonly KinshipLine[]
  /** Variants by severity, those that were dismissed left out. */
  readonly changes: Readonly<Record<Severity, number>>
  /** Claims by kind. */
  readonly claims: Readonly<Record<Claim["kind"], number>>
  readonly conflicts: number
  /** Judgements that hold and touch a witness or an outlet of this story. */
  readonly judgements: readonly JudgementAct[]
}

/** `GET /api/stories/{family}/changes`: worst first. */
export interface ChangesPage {
  readonly variants: readonly Variant[]
  readonly of: number
}

/** `GET /api/stories/{family}/claims`. */
export interface ClaimsPage {
  readonly claims: readonly Claim[]
  readonly conflicts: readonly Conflict[]
}

/** `GET /api/stories/{family}/event`: what else the archive holds of the event that the story tells of, and shares no text with it. */
export interface EventPage {
  /** Families, and reports without kin as rows whose `id` is `report-<number>`, the earliest first. */
  readonly others: readonly (StoryRow & {
    /** Who tells it, at most three. */
    readonly by: readonly string[]
  })[]
  /** Claims that this story and others state, with their origins over all of it, the most first. */
  readonly claims: readonly Claim[]
  /** The reports of others that state one of these claims; with their siglum in the others' tree where the story is a report without kin, else with "". */
  readonly witnesses: readonly WitnessLine[]
  /** False where there are too many reports to look for such claims each time somebody looks: then there are none. */
  readonly compared: boolean
  /** Reports that wait to be put into the index of words, and are not found until then. */
  readonly waiting: number
}

/**
 * `GET /api/pairs/{a}/{b}`: two witnesses side by side, `a` taken as the base; a change that was dismissed is left out. What stands elsewhere
 * in the other text has the variant kind `moved`.
 */
export type PairPage = Comparison

/** A stretch of a report that stands in another as well. */
export interface Inherited {
  readonly span: Span
  /** The witness that has it too: of those that have, the likest. */
  readonly from: string
  readonly there: Span
  readonly kind: "verbatim" | "reworded"
}

/** `GET /api/reports/{name}`; `name` is a number, a witness id, or an address (encoded). */
export interface ReportPage {
  readonly report: ArchivedReport
  readonly witness: Witness
  /** Of the parents in the stemma, where it has any, else of its kin that were published before; without overlap, in the order of the text. */
  readonly inherited: readonly Inherited[]
  readonly shares: {
    /** Share of its body words inside `inherited`, in [0, 1]; `own` is the rest. */
    readonly inherited: number
    readonly own: number
    readonly longestRunWords: number
    /** The largest share of its words that any kin has, in [0, 1]. */
    readonly nearestCoverage: number
  }
}

/** `GET /api/search`. */
export interface SearchPage {
  readonly hits: readonly Hit[]
  readonly of: number
}

/** `GET /api/alone`, the last added first. */
export interface AlonePage {
  readonly reports: readonly ReportRow[]
  readonly of: number
}

/** `GET /api/problems`, newest first. `at`: when it was met, ISO 8601. */
export interface ProblemsPage {
  readonly problems: readonly (Problem & { readonly at: string })[]
  readonly of: number
}

/** A judgement as it was made, and perhaps undone. */
export interface JudgementAct {
  readonly id: number
  /** When it was made, and when it was undone, ISO 8601. */
  readonly at: string
  readonly undone?: string
  readonly judgement: Judgement
}

/** `POST /api/judgements` and `DELETE /api/judgements/{id}`: the act, and the families whose findings are new. */
export interface Judged extends JudgementAct {
  readonly families: readonly string[]
}

/** Every answer with a status of 400 or more. */
export interface DeskError {
  readonly error: {
    readonly code: "bad-request" | "forbidden" | "not-found" | "too-large" | "busy" | "fault"
    readonly message: string
    readonly hint?: string
  }
}
