import type { Findings } from "../../model/findings.ts"
import type { Witness } from "../../model/report.ts"
import type { Span } from "../../model/span.ts"
import { jsonText } from "./json-text.ts"
import { type Cluster, reuseClusters, type Stretch, witnessesOf } from "./reuse-clusters.ts"

/**
 * Clusters of reused passages as JSON lines, one line a passage, with the fields of passim's output: `uid`, `cluster`, `size`, `pboiler`, `id`,
 * `guid`, `series` (the outlet), `date`, `title`, `url`, `begin`, `end`, `text`, `src`. `src` are passages of the cluster in the texts that, by the stemma,
 * the witness was made from; it is left out where there are none. `begin` and `end` are half-open and
 * count code points, as passim does.
 */
export function passim(findings: Findings): string {
  const numbered = findings.witnesses.map((witness, index) => [witness.id, { witness, uid: index + 1 }] as const)
  const known: Known = { byId: new Map(numbered), parents: parentsByChild(findings) }
  const lines = reuseClusters(findings).flatMap((cluster, index) => clusterLines(cluster, index + 1, known))
  return lines.map(line => `${jsonText(line)}\n`).join("")
}

interface Known {
  readonly byId: ReadonlyMap<string, { readonly witness: Witness; readonly uid: number }>
  readonly parents: ReadonlyMap<string, ReadonlySet<string>>
}

function parentsByChild({ families }: Findings): Map<string, Set<string>> {
  const edges = Map.groupBy(
    families.flatMap(({ stemma }) => stemma.edges),
    ({ child }) => child,
  )
  return new Map([...edges].map(([child, made]) => [child, new Set(made.map(({ parent }) => parent))]))
}

function clusterLines(cluster: Cluster, number: number, known: Known): unknown[] {
  const common = { cluster: number, size: witnessesOf(cluster), pboiler: boilerplateShare(cluster, known) }
  return cluster.stretches.flatMap(stretch => {
    const found = known.byId.get(stretch.witness)
    return found ? [{ uid: found.uid, ...common, ...passageFields(found.witness, stretch, cluster, known) }] : []
  })
}

function passageFields(witness: Witness, { span }: Stretch, cluster: Cluster, known: Known): object {
  const { id, guid, outlet, published, title, url, text } = witness
  const parents = known.parents.get(id)
  const sources = cluster.stretches.filter(stretch => parents?.has(stretch.witness))
  return {
    id,
    guid,
    series: outlet,
    date: published,
    title,
    url,
    ...points(text, span),
    text: text.slice(span.start, span.end),
    ...(sources.length > 0 && { src: sources.flatMap(stretch => source(stretch, known)) }),
  }
}

function source({ witness, span }: Stretch, { byId }: Known): object[] {
  const found = byId.get(witness)
  return found ? [{ uid: found.uid, ...points(found.witness.text, span) }] : []
}

/** A span in code points. O(the text before its end). */
function points(text: string, { start, end }: Span): { begin: number; end: number } {
  const begin = countPoints(text, 0, start)
  return { begin, end: begin + countPoints(text, start, end) }
}

function countPoints(text: string, from: number, to: number): number {
  let count = 0
  for (let at = from; at < to; at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) count++
  return count
}

/** Share of the cluster's links that lie within one outlet, in [0, 1]. */
function boilerplateShare({ links }: Cluster, { byId }: Known): number {
  const outletOf = (id: string) => byId.get(id)?.witness.outlet
  const within = links.filter(([a, b]) => outletOf(a) !== undefined && outletOf(a) === outletOf(b))
  return within.length / Math.max(1, links.length)
}
