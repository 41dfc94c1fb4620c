import type { Row } from "./table.ts"

/** How a benchmark is run. */
export interface BenchOptions {
  /** The folder of collections (`HEARSAY_DATA`), `undefined` where there is none: then what needs it is skipped, and said so. */
  readonly data: string | undefined
  /** Only the fixed sample that is measured on every change. */
  readonly sample: boolean
  /** What else was asked for, by the option's name: `large`, `sizes`, `rounds`, `folder`. */
  readonly flags?: Readonly<Record<string, unknown>>
  /** Told how far the run is. */
  readonly onProgress: (done: number, total: number, what: string) => void
}

/** A measured figure that counts: it has a bar to reach and a floor below which it must not fall again. */
export interface Score {
  readonly value: number
  /** Whether more or less of it is wanted. */
  readonly better: "higher" | "lower"
  /** What is to be reached on the whole collection. */
  readonly bar?: number
  /** It trades against another score, so that its best value is not wanted, only one within its bar: its floor is the bar and stays there. */
  readonly isHeldAtBar?: boolean
}

/** The run's own answers held against a plain implementation on a sample. */
export interface Check {
  /** What was compared: "plagdet against counting characters one by one". */
  readonly name: string
  /** How many answers were compared. */
  readonly compared: number
  /** What differed, in words; empty when all agree. */
  readonly wrong: readonly string[]
}

/** What a benchmark gives: tables for people, and the same figures for programs. */
export interface BenchResult {
  readonly tables: readonly { readonly title: string; readonly rows: readonly Row[] }[]
  /** What was left out, and why. */
  readonly skipped: readonly string[]
  /** By name. The floors in `test/quality/floors.json` have the same names. */
  readonly scores: Readonly<Record<string, Score>>
  readonly checks: readonly Check[]
}

/** A benchmark: the folders of the collections it reads, under {@link BenchOptions.data}, and the run. */
export interface Bench {
  readonly reads: readonly string[]
  run(options: BenchOptions): Promise<BenchResult>
}

/** What a benchmark gives whose data is not there. */
export function withoutData(bench: Bench): BenchResult {
  const reason = `set HEARSAY_DATA to the folder that holds ${bench.reads.join(", ")}`
  return { tables: [], skipped: [reason], scores: {}, checks: [] }
}
