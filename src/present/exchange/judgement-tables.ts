import type { Findings } from "../../model/findings.ts"
import { decisions } from "../decisions.ts"
import { column, type Row, type Table } from "./table.ts"

/** One row a judgement of a person. */
export const JUDGEMENTS: Table = {
  name: "judgements",
  holds: "One row a thing that a person decided, in the order it was decided.",
  columns: [
    column("judgement", "integer", "its number, from 1"),
    column("kind", "text", "pin-edge, forbid-edge, independent, outlet-agency or dismiss-variant"),
    column("parent", "text", "of an edge that was pinned or forbidden: the report above"),
    column("child", "text", "and the report below"),
    column("a", "text", "of two reports that are independent: the one"),
    column("b", "text", "and the other"),
    column("outlet", "text", "an outlet that is an agency's own"),
    column("agency", "text", "that agency"),
    column("witness", "text", "of a change that is none: the report that has it"),
    column("start", "integer", "where it stands in the report"),
    column("end", "integer", "its end"),
    column("says", "text", "the judgement in words"),
  ],
  rows: judgementRows,
}

function* judgementRows(findings: Findings): Iterable<Row> {
  const said = decisions(findings)
  for (const [index, judgement] of (findings.judgements ?? []).entries()) {
    const number = { judgement: index + 1, says: said[index]! }
    if (judgement.kind !== "dismiss-variant") yield { ...judgement, ...number }
    else yield { kind: judgement.kind, witness: judgement.witness, ...judgement.span, ...number }
  }
}
