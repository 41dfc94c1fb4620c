import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import type { Span } from "../../src/model/span.ts"

/** What somebody is said to have said or thought, as people marked it. Spans are in UTF-16 units, in the order of the text. */
export interface Marked {
  /** Empty where the text names nobody. */
  readonly source: readonly Span[]
  readonly cue: readonly Span[]
  readonly content: readonly Span[]
}

/** A report and the attributions marked in it. */
export interface MarkedReport {
  readonly id: string
  readonly text: string
  readonly attributions: readonly Marked[]
}

/**
 * The reports of PolNeAR's train part that one person marked, with the attributions that have a content. Those that several people
 * marked, to be trained, are left out. Offsets in the files count code points.
 */
export function readPolnear(folder: string): MarkedReport[] {
  const filesById = new Map<string, string[]>()
  for (const file of readdirSync(join(folder, "attributions")).sort()) {
    const id = file.replace(/_[0-9a-f]{4}\.ann$/, "")
    filesById.set(id, [...(filesById.get(id) ?? []), file])
  }
  return [...filesById].flatMap(([id, files]) => {
    if (files.length > 1) return []
    const text = readFileSync(join(folder, "text", `${id}.txt`), "utf8")
    return [{ id, text, attributions: readMarks(readFileSync(join(folder, "attributions", files[0]!), "utf8"), text) }]
  })
}

/** Reads brat's lines: "T1<tab>Source 10 14;20 22<tab>words", and "E1<tab>Attribution:T4 Source:T1 Cue:T2 Content:T3". */
function readMarks(lines: string, text: string): Marked[] {
  const unitOf = unitsOfPoints(text)
  const spans = new Map<string, Span[]>()
  const events: string[] = []
  for (const line of lines.split("\n")) {
    const [id = "", what = ""] = line.split("\t")
    if (id.startsWith("T"))
      spans.set(
        id,
        what
          .slice(what.indexOf(" ") + 1)
          .split(";")
          .map(range => range.split(" ").map(Number))
          .map(([start, end]) => ({ start: unitOf[start!]!, end: unitOf[end!]! })),
      )
    else if (id.startsWith("E")) events.push(what)
  }
  const rolesOf = (event: string, role: string) =>
    event
      .split(" ")
      .filter(part => part.startsWith(role) && /^\d*:/.test(part.slice(role.length)))
      .flatMap(part => spans.get(part.slice(part.indexOf(":") + 1)) ?? [])
      .sort((x, y) => x.start - y.start)
  return events
    .map(event => ({
      source: rolesOf(event, "Source"),
      cue: rolesOf(event, "Cue"),
      content: rolesOf(event, "Content"),
    }))
    .filter(({ content }) => content.length > 0)
}

/** For every code point of a text where it begins in UTF-16 units, and the end. */
function unitsOfPoints(text: string): number[] {
  const units = [0]
  for (const point of text) units.push(units.at(-1)! + point.length)
  return units
}
