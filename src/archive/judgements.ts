import type { DatabaseSync } from "node:sqlite"
import type { Judgement } from "../model/findings.ts"

/** The judgements that hold: those made and not undone, in the order they were made. */
export function judgementsOf(db: DatabaseSync): Judgement[] {
  const rows = db.prepare("SELECT judgement FROM judgements WHERE undone IS NULL ORDER BY id").all()
  return rows.map(({ judgement }) => JSON.parse(judgement as string) as Judgement)
}
