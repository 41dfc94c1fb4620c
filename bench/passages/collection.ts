import { readFileSync } from "node:fs"
import { join } from "node:path"
import { detect } from "../../src/detect/detect.ts"
import { extract } from "../../src/extract/extract.ts"
import { segment } from "../../src/segment/segment.ts"
import type { Score } from "../bench.ts"
import type { Row } from "../table.ts"
import type { PanPair } from "./pan.ts"

/** What `detect` proposes when it is given the documents of the pairs and not the pairs. */
export interface Collected {
  readonly documents: number
  readonly candidates: number
  /** By the number of the category: pairs with a case, and those of them that were proposed. */
  readonly pairs: ReadonlyMap<string, { readonly all: number; readonly proposed: number }>
  readonly cpuSeconds: number
}

/** Hands all documents of the pairs to `detect` at once. */
export function collect(folder: string, pairs: readonly PanPair[]): Collected {
  const before = process.cpuUsage()
  const files = [...new Set(pairs.flatMap(({ susp, src }) => [`susp/${susp}`, `src/${src}`]))].sort()
  const { witnesses } = extract(files.map(file => ({ text: readFileSync(join(folder, file), "utf8"), where: file })))
  const candidates = detect(segment(witnesses))
  const proposed = new Set(
    candidates.map(({ a, b }) => [witnesses[a]!.where, witnesses[b]!.where].sort().reverse().join(" ")),
  )
  const { user, system } = process.cpuUsage(before)
  return {
    documents: files.length,
    candidates: candidates.length,
    pairs: proposedByCategory(pairs, proposed),
    cpuSeconds: (user + system) / 1e6,
  }
}

/** How many pairs with a case are among the proposed ones, named "susp/… src/…", by category. */
export function proposedByCategory(pairs: readonly PanPair[], proposed: ReadonlySet<string>): Collected["pairs"] {
  const counts = new Map<string, { all: number; proposed: number }>()
  for (const { category, susp, src, cases } of pairs) {
    if (cases.length === 0) continue
    const number = category.slice(0, 2)
    const { all, proposed: found } = counts.get(number) ?? { all: 0, proposed: 0 }
    counts.set(number, { all: all + 1, proposed: found + (proposed.has(`susp/${susp} src/${src}`) ? 1 : 0) })
  }
  return counts
}

/** Candidates a document: each pair is one of both its documents. */
export const candidatesEach = ({ candidates, documents }: Collected) => (2 * candidates) / Math.max(1, documents)

/** Share of the pairs of these categories that were proposed. */
export function shareProposed({ pairs }: Collected, categories: readonly string[]): number {
  const counts = categories.flatMap(number => pairs.get(number) ?? [])
  const sum = (pick: "all" | "proposed") => counts.reduce((total, count) => total + count[pick], 0)
  return sum("proposed") / Math.max(1, sum("all"))
}

/** The figures that count. */
export function collectionScores(collected: Collected): Record<string, Score> {
  return {
    "candidates found 02-04": { value: shareProposed(collected, ["02", "03", "04"]), better: "higher", bar: 0.99 },
    "candidates found 05": { value: shareProposed(collected, ["05"]), better: "higher", bar: 0.85 },
    "candidates a document": { value: candidatesEach(collected), better: "lower", bar: 20 },
  }
}

/** One line for the table. */
export function collectionRow(collected: Collected): Row {
  const share = (number: string) => Number(shareProposed(collected, [number]).toFixed(4))
  return {
    documents: collected.documents,
    verbatim: share("02"),
    shuffled: share("03"),
    "back-translated": share("04"),
    summarised: share("05"),
    "candidates a document": Number(candidatesEach(collected).toFixed(1)),
    "CPU s": collected.cpuSeconds.toFixed(0),
  }
}
