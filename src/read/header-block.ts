import type { Report } from "../model/report.ts"

/** Metadata of a report that stands apart from its text. */
export type Metadata = Omit<Report, "text" | "html" | "where">

type Field = Exclude<keyof Metadata, "credits" | "signals" | "derivedFrom" | "status">

/** What each key of a header block or of front matter says. `undefined`: known, and of no use to Hearsay. */
const FIELD_OF_KEY: ReadonlyMap<string, Field | "credits" | undefined> = new Map<string, Field | "credits" | undefined>(
  [
    ["outlet", "outlet"],
    ["publisher", "outlet"],
    ["publication", "outlet"],
    ["title", "title"],
    ["headline", "title"],
    ["published", "published"],
    ["date", "published"],
    ["observed", "observed"],
    ["retrieved", "observed"],
    ["accessed", "observed"],
    ["modified", "modified"],
    ["updated", "modified"],
    ["url", "url"],
    ["link", "url"],
    ["canonical", "url"],
    ["language", "language"],
    ["lang", "language"],
    ["author", "byline"],
    ["authors", "byline"],
    ["byline", "byline"],
    ["slug", "slug"],
    ["guid", "guid"],
    ["version", "version"],
    ["credit", "credits"],
    ["credits", "credits"],
    ["agency", "credits"],
    ["section", undefined],
    ["category", undefined],
    ["tags", undefined],
  ],
)

const HEADER_LINE = /^([A-Za-z]{3,12})[ \t]{0,9}:[ \t]{0,9}(.{0,2000})$/

/**
 * A text's header block read off: lines such as `Outlet: …`, `Published: …` at its very start, all with known keys, ended by a
 * blank line. What is no header block stays text.
 * @example
 * readHeaderBlock("Outlet: The Bell\nDate: 2024-03-01\n\nGrain left port.")
 * // => { metadata: { outlet: "The Bell", published: "2024-03-01" }, text: "Grain left port." }
 */
export function readHeaderBlock(text: string): { metadata: Metadata; text: string } {
  const block = /^(?:[^\n]+\n){1,20}(?=\s*\n)/.exec(text)?.[0]
  const lines = block?.trimEnd().split("\n") ?? []
  const pairs = lines.map(readPair)
  if (!block || pairs.some(pair => pair === undefined)) return { metadata: {}, text }
  return { metadata: toMetadata(pairs as [string, string][]), text: text.slice(block.length).replace(/^\s*\n/, "") }
}

/**
 * Markdown's front matter read off: `key: value` lines between two lines of `---`. Keys that Hearsay does not know are passed
 * over; front matter that never ends is text.
 */
export function readFrontMatter(text: string): { metadata: Metadata; text: string } {
  const block = /^---[ \t]*\n((?:(?!---)[^\n]*\n){0,100})---[ \t]*(?:\n|$)/.exec(text)
  if (!block) return { metadata: {}, text }
  const pairs = block[1]!.split("\n").map(readPair)
  const known = pairs.filter(pair => pair !== undefined)
  return { metadata: toMetadata(known), text: text.slice(block[0].length).replace(/^\s*\n/, "") }
}

function readPair(line: string): [string, string] | undefined {
  const [, key, value] = HEADER_LINE.exec(line) ?? []
  if (key === undefined || value === undefined || !FIELD_OF_KEY.has(key.toLowerCase())) return undefined
  return [key.toLowerCase(), value.trim().replace(/^(["'])(.*)\1$/, "$2")]
}

function toMetadata(pairs: readonly (readonly [string, string])[]): Metadata {
  const metadata: { -readonly [K in keyof Metadata]: Metadata[K] } = {}
  for (const [key, value] of pairs) {
    const field = FIELD_OF_KEY.get(key)
    if (field === undefined || value === "") continue
    if (field === "credits") metadata.credits = [...(metadata.credits ?? []), ...value.split(/[,;]/).map(c => c.trim())]
    else metadata[field] ??= value
  }
  return metadata
}
