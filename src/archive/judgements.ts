import type { DatabaseSync } from "node:sqlite"
import type { JudgementAct } from "../model/desk.ts"
import type { Judgement } from "../model/findings.ts"
import type { Witness } from "../model/report.ts"

/** The judgements that hold: those made and not undone, in the order they were made. */
export function judgementsOf(db: DatabaseSync): Judgement[] {
  const rows = db.prepare("SELECT judgement FROM judgements WHERE undone IS NULL ORDER BY id").all()
  return rows.map(({ judgement }) => JSON.parse(judgement as string) as Judgement)
}

/** Every judgement that was made, undone ones too, the newest first. */
export function judgementActs(db: DatabaseSync): JudgementAct[] {
  return db.prepare("SELECT id, at, judgement, undone FROM judgements ORDER BY id DESC").all().map(actOf)
}

/** One of them; `undefined` when there is none of that number. */
export function judgementAct(db: DatabaseSync, id: number): JudgementAct | undefined {
  const row = db.prepare("SELECT id, at, judgement, undone FROM judgements WHERE id = ?").get(id)
  return row && actOf(row)
}

function actOf({ id, at, judgement, undone }: Record<string, unknown>): JudgementAct {
  return {
    id: id as number,
    at: at as string,
    judgement: JSON.parse(judgement as string) as Judgement,
    ...(undone === null ? {} : { undone: undone as string }),
  }
}

/** The witness ids that a judgement names. */
export function witnessesIn(judgement: Judgement): readonly string[] {
  switch (judgement.kind) {
    case "pin-edge":
    case "forbid-edge":
      return [judgement.parent, judgement.child]
    case "independent":
      return [judgement.a, judgement.b]
    case "dismiss-variant":
      return [judgement.witness]
    case "outlet-agency":
      return []
  }
}

/** Those judgements that name one of the witnesses, or an outlet of theirs. */
export function concerning(
  judgements: readonly Judgement[],
  witnesses: readonly Pick<Witness, "id" | "outlet">[],
): Judgement[] {
  const ids = new Set(witnesses.map(({ id }) => id))
  const outlets = new Set(witnesses.map(({ outlet }) => outlet))
  return judgements.filter(one =>
    one.kind === "outlet-agency" ? outlets.has(one.outlet) : witnessesIn(one).some(id => ids.has(id)),
  )
}
