import type { Report } from "../../src/model/report.ts"
import { trace } from "../../src/pipeline.ts"
import type { Edge, FoundTree } from "./tree.ts"

/** What `trace` says of the reports: witnesses by their own id, lost texts by family and letter. */
export function tracedTree(reports: readonly (Report & { readonly id: string })[]): FoundTree {
  const { witnesses, families } = trace(reports.map(({ id, ...report }) => ({ ...report, where: id })))
  const idOf = new Map(witnesses.map(({ id, where }) => [id, where]))
  const edgesOf = ({ id, stemma }: (typeof families)[number]) =>
    stemma.edges.map(
      ({ parent, child }): Edge => [idOf.get(parent) ?? `${id} ${parent}`, idOf.get(child) ?? `${id} ${child}`],
    )
  const bySize = families.toSorted((a, b) => b.witnesses.length - a.witnesses.length || (a.id < b.id ? -1 : 1))
  return {
    extant: reports.map(({ id }) => id),
    edges: families.flatMap(edgesOf),
    confidences: families.flatMap(({ stemma }) => stemma.edges.map(({ confidence }) => confidence)),
    main: bySize[0] ? edgesOf(bySize[0]) : [],
  }
}
