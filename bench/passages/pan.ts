import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import type { Span } from "../../src/model/span.ts"

/** A stretch of a suspicious document and the stretch of its source, in UTF-16 units. */
export interface Case {
  readonly susp: Span
  readonly src: Span
}

/** A suspicious document, a document to hold it against, and the passages that the first took from the second. */
export interface PanPair {
  readonly category: string
  readonly susp: string
  readonly src: string
  readonly cases: readonly Case[]
}

/** The pairs of a PAN text-alignment corpus, category by category, with the true cases as the corpus states them: in code points. */
export function readPairs(folder: string): PanPair[] {
  const categories = readdirSync(folder).filter(name => /^\d\d-/.test(name))
  return categories.sort().flatMap(category =>
    readFileSync(join(folder, category, "pairs"), "utf8")
      .split("\n")
      .filter(line => line !== "")
      .map(line => {
        const [susp, src] = line.trim().split(" ") as [string, string]
        const truth = `${susp.replace(/\.txt$/, "")}-${src.replace(/\.txt$/, "")}.xml`
        return { category, susp, src, cases: casesIn(readFileSync(join(folder, category, truth), "utf8")) }
      }),
  )
}

/**
 * The cases an annotation file states.
 *
 * @example
 * casesIn('<feature name="plagiarism" this_offset="4" this_length="2" source_offset="0" source_length="3" />')
 *   // => [{ susp: { start: 4, end: 6 }, src: { start: 0, end: 3 } }]
 */
export function casesIn(xml: string): Case[] {
  const tags = [...xml.matchAll(/<feature\s[^>]*>/g)].map(([tag]) => tag)
  return tags
    .filter(tag => attribute(tag, "name") === "plagiarism")
    .map(tag => ({ susp: spanOf(tag, "this"), src: spanOf(tag, "source") }))
}

function spanOf(tag: string, side: "this" | "source"): Span {
  const start = Number(attribute(tag, `${side}_offset`))
  return { start, end: start + Number(attribute(tag, `${side}_length`)) }
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
}

/**
 * Turns offsets in UTF-16 units into offsets in code points: how the corpus counts.
 *
 * @example
 * toCodePoints("a\u{1f600}b")(3) // => 2
 */
export function toCodePoints(text: string): (offset: number) => number {
  const pairs = [...text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)].map(match => match.index)
  if (pairs.length === 0) return offset => offset
  return offset => {
    let before = 0
    while (before < pairs.length && pairs[before]! < offset) before++
    return offset - before
  }
}
