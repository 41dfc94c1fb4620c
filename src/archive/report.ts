import type { ArchivedReport } from "../model/archive.ts"
import type { Archive } from "./archive.ts"
import { readerOf } from "./reader.ts"
import { placeOf } from "./story.ts"

/** A report by its number, witness id or address; `undefined` when the archive has none such. */
export function reportOf(archive: Archive, name: string): ArchivedReport | undefined {
  const place = placeOf(archive, name)
  if (!place) return undefined
  const { db } = archive
  const row = db
    .prepare(
      `SELECT id AS report, witness, family, outlet, title, url, published, observed, modified, language, credits, place, words, version, added, address
       FROM reports WHERE id = ?`,
    )
    .get(place.report)!
  const { address, credits, ...own } = row
  return {
    ...(own as unknown as Omit<ArchivedReport, "credits" | "versions" | "kin" | "text">),
    credits: credits === null ? [] : (JSON.parse(credits as string) as string[]),
    versions: versionsOf(archive, place.report, address as number | null),
    kin: kinOf(archive, place.report, place.family),
    text: readerOf(db).text(place.report),
  }
}

function versionsOf({ db }: Archive, report: number, address: number | null): number[] {
  if (address === null) return [report]
  return db
    .prepare("SELECT id FROM reports WHERE address = ? ORDER BY version, id")
    .all(address)
    .map(({ id }) => id as number)
}

function kinOf({ db }: Archive, report: number, family: string | null): ArchivedReport["kin"] {
  if (family === null) return []
  const rows = db
    .prepare(
      `SELECT other.id AS report, other.outlet, other.title, kind, longest_run_words AS "longestRunWords",
         CASE a WHEN :report THEN coverage_a ELSE coverage_b END AS "coverageHere",
         CASE a WHEN :report THEN coverage_b ELSE coverage_a END AS "coverageThere"
       FROM kinships JOIN reports other ON other.id = CASE a WHEN :report THEN b ELSE a END
       WHERE kinships.family = :family AND (a = :report OR b = :report) ORDER BY "coverageHere" DESC, other.id`,
    )
    .all({ report, family })
  return rows as unknown as ArchivedReport["kin"]
}
