import { type Archive, inTransaction } from "./archive.ts"
import type { CircleRecord, FamilyRecord } from "./circle.ts"

/** Writes what was found out about circles, in the place of what was known of their reports. One transaction. */
export function writeCircles({ db }: Archive, circles: readonly CircleRecord[], now: string): void {
  const write = circleWriter(db, now)
  inTransaction(db, () => {
    for (const circle of circles) write(circle)
  })
}

/** Writes one circle at a time, within a transaction of the caller's. */
export function circleWriter(db: Archive["db"], now: string): (circle: CircleRecord) => void {
  const circleOf = db.prepare("SELECT circle FROM reports WHERE id = ? AND circle IS NOT NULL")
  const forget = [
    "INSERT OR REPLACE INTO former_families SELECT family, min(id) FROM reports WHERE circle = ? AND family IS NOT NULL GROUP BY family",
    "DELETE FROM kinships WHERE family IN (SELECT id FROM families WHERE circle = ?)",
    "DELETE FROM descent WHERE family IN (SELECT id FROM families WHERE circle = ?)",
    "DELETE FROM findings WHERE family IN (SELECT id FROM families WHERE circle = ?)",
    "DELETE FROM families WHERE circle = ?",
  ].map(sql => db.prepare(sql))
  const report = db.prepare(
    "UPDATE reports SET circle = ?, witness = ?, credits = ?, title = coalesce(title, ?), published = coalesce(?, published), family = ? WHERE id = ?",
  )
  const family = db.prepare(
    "INSERT INTO families (id, circle, reports, outlets, lost, origins, first, last, credits, title, stemma) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
  )
  const kinship = db.prepare("INSERT INTO kinships VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
  const edge = db.prepare("INSERT INTO descent VALUES (?, ?, ?, ?)")

  const problem = db.prepare("INSERT INTO problems (at, code, place, message) VALUES (?, ?, ?, ?)")

  function writeFamily(circle: number, { id, members, ...own }: FamilyRecord): void {
    const { outlets, lost, origins, first, last, credits, title, stemma } = own
    family.run(id, circle, members.length, outlets, lost, origins, first, last, credits, title, stemma)
    for (const { a, b, kind, coverageA, coverageB, longestRunWords, passages } of own.kinships)
      kinship.run(id, a, b, kind, coverageA, coverageB, longestRunWords, passages)
    for (const { parent, child, confidence } of own.descent) edge.run(id, parent, child, confidence)
  }

  return ({ circle, witnesses, families, failed }) => {
    if (failed !== undefined) {
      problem.run(now, "cannot-relate", `#${circle}`, `Its kin could not be compared (a fault of Hearsay): ${failed}`)
      return
    }
    const former = new Set(
      witnesses.flatMap(({ report }) => (circleOf.get(report)?.circle as number | undefined) ?? []),
    )
    for (const old of former) for (const statement of forget) statement.run(old)
    const familyOf = new Map(families.flatMap(({ id, members }) => members.map(member => [member, id])))
    for (const { report: number, id, credits, title, published } of witnesses)
      report.run(circle, id, credits, title, published, familyOf.get(number) ?? null, number)
    for (const each of families) writeFamily(circle, each)
  }
}
