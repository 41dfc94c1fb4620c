import type { Problem } from "../model/problem.ts"
import type { Archive } from "./archive.ts"

/** What went wrong while reports were read, the newest first. */
export function problemsOf({ db }: Archive, limit = 20, offset = 0): (Problem & { readonly at: string })[] {
  const rows = db
    .prepare("SELECT at, code, place, message, hint FROM problems ORDER BY id DESC LIMIT ? OFFSET ?")
    .all(limit, offset)
  return rows.map(row => ({ at: row.at as string, ...problemIn(row) }))
}

/** The problems behind number `last`, in the order in which they were met, at most `limit`. */
export function problemsSince({ db }: Archive, last: number, limit: number): { id: number; problem: Problem }[] {
  const rows = db
    .prepare("SELECT id, code, place, message, hint FROM problems WHERE id > ? ORDER BY id LIMIT ?")
    .all(last, limit)
  return rows.map(row => ({ id: row.id as number, problem: problemIn(row) }))
}

function problemIn({ code, place, message, hint }: Record<string, unknown>): Problem {
  return {
    code: code as Problem["code"],
    where: place as string,
    message: message as string,
    ...(hint === null ? {} : { hint: hint as string }),
  }
}

/** The number of the last one; 0 while there is none. */
export function lastProblem({ db }: Archive): number {
  return (db.prepare("SELECT max(id) AS last FROM problems").get() as { last: number | null }).last ?? 0
}

/** How many there are. */
export function countProblems({ db }: Archive): number {
  return (db.prepare("SELECT count(*) AS n FROM problems").get() as { n: number }).n
}
