import { readFileSync } from "node:fs"
import { join } from "node:path"
import { table } from "../table.ts"

/** One reading of what was drawn by a seed, on the state of the program that `commit` names. Ids and verdicts only, no text. */
interface Reading {
  readonly reading: "confirmations" | "collapses" | "seeds"
  readonly seed: string
  readonly commit: string
  /** How many of those drawn were clear without reading: nothing was counted as one. */
  readonly apart?: number
  readonly verdicts: readonly { readonly id: string; readonly verdict: Verdict; readonly why?: string }[]
}

/**
 * `wrong`: what is one was counted as two, or what is two as one. `mismatch`: different statements were taken for one claim. `no-claim`: furniture,
 * a byline: it states nothing.
 */
type Verdict = "right" | "wrong" | "mismatch" | "no-claim"

const VERDICTS: readonly Verdict[] = ["right", "wrong", "mismatch", "no-claim"]

/** The readings that were made, as a table: how many were read and what was found. */
export function tally(): string {
  const readings: Reading[] = JSON.parse(readFileSync(join(import.meta.dirname, "verdicts.json"), "utf8"))
  return table(
    readings.map(({ reading, seed, commit, apart = 0, verdicts }) => ({
      reading,
      seed,
      commit,
      drawn: verdicts.length + apart,
      "read by eye": verdicts.length,
      ...Object.fromEntries(
        VERDICTS.map(kind => [kind, verdicts.filter(({ verdict }) => verdict === kind).length] as const),
      ),
    })),
  )
}
