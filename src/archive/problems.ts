import type { Problem } from "../model/problem.ts"
import type { Archive } from "./archive.ts"

/** What went wrong while reports were read, the newest first. */
export function problemsOf({ db }: Archive, limit = 20): (Problem & { readonly at: string })[] {
  const rows = db.prepare("SELECT at, code, place, message, hint FROM problems ORDER BY id DESC LIMIT ?").all(limit)
  return rows.map(({ at, code, place, message, hint }) => ({
    at: at as string,
    code: code as Problem["code"],
    where: place as string,
    message: message as string,
    ...(hint === null ? {} : { hint: hint as string }),
  }))
}
