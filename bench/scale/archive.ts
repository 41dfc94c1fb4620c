import { DatabaseSync } from "node:sqlite"
import type { FoundReport } from "./found.ts"
import { chanceAt } from "./made/chances.ts"

/** The reports of an archive with their families, one after the other. The archive is closed at the end. */
export function* foundInArchive(file: string): Generator<FoundReport> {
  const archive = new DatabaseSync(file, { readOnly: true })
  try {
    for (const row of archive.prepare("SELECT url, family FROM reports").iterate())
      yield [String(row.url), row.family === null ? undefined : String(row.family)]
  } finally {
    archive.close()
  }
}

/** So many families of an archive, drawn by chance, and its largest one. */
export function familiesOf(
  file: string,
  count: number,
): { readonly drawn: readonly string[]; readonly largest: string } {
  const archive = new DatabaseSync(file, { readOnly: true })
  try {
    const rows = archive
      .prepare(
        "SELECT family, count(*) AS size FROM reports WHERE family IS NOT NULL GROUP BY family ORDER BY size DESC, family",
      )
      .all()
    const families = rows.map(({ family }) => String(family))
    return { drawn: chanceAt(count).shuffled(families).slice(0, count), largest: families[0] ?? "" }
  } finally {
    archive.close()
  }
}
