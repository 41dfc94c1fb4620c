import type { Judged } from "../model/desk.ts"
import type { Judgement } from "../model/findings.ts"
import { UsageError } from "../model/problem.ts"
import { type Archive, inTransaction } from "./archive.ts"
import { relateCircle } from "./circle.ts"
import { circleWriter } from "./findings.ts"
import { judgementAct, judgementsOf, witnessesIn } from "./judgements.ts"
import { readerOf } from "./reader.ts"
import { refuseIdle } from "./refusals.ts"
import { placeOf } from "./story.ts"

/**
 * Makes a judgement: the circles of kin that it concerns are related anew with it, and their findings forgotten, in one transaction. Witnesses may be
 * named as {@link placeOf} takes them. Nobody need wait: when an `add` changes these circles meanwhile, it is done again. Costs as much as adding
 * these circles; for an outlet's agency those are all that the outlet has a report in.
 *
 * @throws UsageError when it names nothing that the archive has, would do nothing, or was decided already or otherwise.
 */
export function judge(archive: Archive, judgement: Judgement, now: string): Judged {
  const named = withIds(archive, judgement)
  refuseIdle(archive, named)
  const insert = archive.db.prepare("INSERT INTO judgements (at, judgement) VALUES (?, ?)")
  return follow(archive, named, now, {
    holding: standing => [...standing, named],
    write: () => Number(insert.run(now, JSON.stringify(named)).lastInsertRowid),
  })
}

/**
 * Undoes a judgement; it stays listed, with when it was undone.
 *
 * @throws UsageError when there is none of that number that holds.
 */
export function undo(archive: Archive, id: number, now: string): Judged {
  const act = judgementAct(archive.db, id)
  if (!act) throw new UsageError([`there is no judgement ${id}`], "hearsay judge list shows them.")
  if (act.undone !== undefined) throw new UsageError([`judgement ${id} was undone already, on ${act.undone}`])
  const update = archive.db.prepare("UPDATE judgements SET undone = ? WHERE id = ?")
  const { judgement } = act
  const key = JSON.stringify(judgement)
  return follow(archive, judgement, now, {
    holding: standing => standing.filter(one => JSON.stringify(one) !== key),
    write() {
      update.run(now, id)
      return id
    },
  })
}

/** The circles that a judgement concerns, by number, with their reports. A dismissed variant changes no descent. */
export function circlesUnder({ db }: Archive, judgement: Judgement): Map<number, number[]> {
  const circles = new Map<number, number[]>()
  if (judgement.kind === "dismiss-variant") return circles
  const byWitness = db.prepare("SELECT circle FROM reports WHERE witness = ? AND circle IS NOT NULL")
  const rows =
    judgement.kind === "outlet-agency"
      ? db.prepare("SELECT DISTINCT circle FROM reports WHERE outlet = ? AND circle IS NOT NULL").all(judgement.outlet)
      : witnessesIn(judgement).flatMap(id => byWitness.all(id))
  const members = db.prepare("SELECT id FROM reports WHERE circle = ? ORDER BY id")
  for (const { circle } of rows)
    circles.set(
      circle as number,
      members.all(circle!).map(({ id }) => id as number),
    )
  return circles
}

interface Step {
  /** What holds once it is done. */
  readonly holding: (standing: readonly Judgement[]) => readonly Judgement[]
  /** Writes it, and gives its number. */
  readonly write: () => number
}

function follow(archive: Archive, judgement: Judgement, now: string, { holding, write }: Step): Judged {
  const { db } = archive
  const state = () => ({ circles: [...circlesUnder(archive, judgement)], standing: judgementsOf(db) })
  const writer = circleWriter(db, now)
  for (;;) {
    const seen = state()
    const { witness } = readerOf(db)
    const holds = holding(seen.standing)
    const records = seen.circles.map(([circle, reports]) => relateCircle(circle, reports, witness, holds))
    const judged = inTransaction(db, () => {
      if (JSON.stringify(state()) !== JSON.stringify(seen)) return undefined
      const id = write()
      for (const record of records) writer(record)
      return { ...judgementAct(db, id)!, families: familiesUnder(archive, judgement, seen.circles) }
    })
    if (judged) return judged
  }
}

/** The families whose findings are new, which are forgotten to be told anew. */
function familiesUnder(
  { db }: Archive,
  judgement: Judgement,
  circles: readonly (readonly [number, readonly number[]])[],
): string[] {
  const ofCircle = db.prepare("SELECT id FROM families WHERE circle = ? ORDER BY id")
  const families = circles.flatMap(([circle]) => ofCircle.all(circle).map(({ id }) => id as string))
  if (judgement.kind !== "dismiss-variant") return families
  const row = db.prepare("SELECT family FROM reports WHERE witness = ? AND family IS NOT NULL").get(judgement.witness)
  if (!row) return []
  db.prepare("DELETE FROM findings WHERE family = ?").run(row.family!)
  return [row.family as string]
}

/** The judgement with witnesses named by their ids. */
function withIds(archive: Archive, judgement: Judgement): Judgement {
  const mistakes: string[] = []
  const id = (name: string): string => {
    const place = placeOf(archive, name)
    const row = place && archive.db.prepare("SELECT witness, words FROM reports WHERE id = ?").get(place.report)
    if (!row) mistakes.push(`the archive has no report “${name.slice(0, 80)}”`)
    else if (row.witness === null)
      mistakes.push(`report ${place!.report} has no kin, so there is nothing to decide of it`)
    return (row?.witness as string | null) ?? name
  }
  const named = renamed(judgement, id)
  const [first, second] = witnessesIn(named)
  if (first !== undefined && first === second) mistakes.push("a report cannot be judged against itself")
  if (named.kind === "dismiss-variant" && named.span.start > named.span.end)
    mistakes.push("a span does not end before it starts")
  if (named.kind === "outlet-agency" && !hasOutlet(archive, named.outlet))
    mistakes.push(`the archive has no report of an outlet “${named.outlet.slice(0, 80)}”`)
  if (mistakes.length > 0) throw new UsageError(mistakes, "hearsay search <words> finds reports.")
  return named
}

function renamed(judgement: Judgement, id: (name: string) => string): Judgement {
  switch (judgement.kind) {
    case "pin-edge":
    case "forbid-edge":
      return { kind: judgement.kind, parent: id(judgement.parent), child: id(judgement.child) }
    case "independent":
      return { kind: judgement.kind, a: id(judgement.a), b: id(judgement.b) }
    case "dismiss-variant":
      return { kind: judgement.kind, witness: id(judgement.witness), span: judgement.span }
    case "outlet-agency":
      return judgement
  }
}

const hasOutlet = ({ db }: Archive, outlet: string) =>
  db.prepare("SELECT 1 FROM reports WHERE outlet = ? LIMIT 1").get(outlet) !== undefined
