import type { Findings } from "../../model/findings.ts"
import { naming } from "../naming.ts"
import { column, type Row, type Table } from "./table.ts"

/** One row a report. */
export const REPORTS: Table = {
  name: "reports",
  holds: "One row a report.",
  columns: [
    column("id", "text", "the report's id, made from its content"),
    column("outlet", "text", "who published it"),
    column("url", "text", "its address"),
    column("title", "text", "its title"),
    column(
      "text",
      "text",
      "the whole text; a title that was given apart stands above it, and an empty line; every offset of the other tables counts in it",
    ),
    column(
      "published",
      "text",
      "when the outlet says it published it, ISO 8601, to the second, with the offset it was given",
    ),
    column("observed", "text", "when it was seen there"),
    column("modified", "text", "when it was changed"),
    column("language", "text", "BCP 47"),
    column("credits", "list", "agencies and desks credited, in the order of the text"),
    column("guid", "text", "the id that its outlet, or who handed it in, gave it"),
    column("probable_outlet", "text", "an outlet that only page furniture suggests"),
    column("read_from", "text", "the path or address it was read from"),
    column("family", "text", "the family it belongs to; unknown for a report without kin"),
    column("siglum", "text", "its letter in the family's tree"),
    column("story", "text", "the story it tells"),
  ],
  rows: reportRows,
}

/** One row a thing that could not be read or decided. */
export const PROBLEMS: Table = {
  name: "problems",
  holds: "One row a thing that could not be read or decided.",
  columns: [
    column("code", "text", "from a closed list"),
    column("place", "text", "the path, address or report it belongs to"),
    column("message", "text", "what is wrong"),
    column("hint", "text", "what may help"),
  ],
  rows: ({ problems }) => problems.map(({ code, where, message, hint }) => ({ code, place: where, message, hint })),
}

function* reportRows({ witnesses, families, stories }: Findings): Iterable<Row> {
  const names = naming({ witnesses, families })
  const familyOf = membership(families)
  const storyOf = membership(stories)
  for (const { where, probableOutlet, creditLines: _, furniture: __, ...report } of witnesses) {
    yield {
      ...report,
      probable_outlet: probableOutlet,
      read_from: where,
      family: familyOf.get(report.id),
      siglum: names.get(report.id)?.label,
      story: storyOf.get(report.id),
    }
  }
}

function membership(groups: readonly { readonly id: string; readonly witnesses: readonly string[] }[]) {
  return new Map(groups.flatMap(({ id, witnesses }) => witnesses.map(witness => [witness, id] as const)))
}
