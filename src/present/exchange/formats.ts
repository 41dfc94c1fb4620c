import type { Findings } from "../../model/findings.ts"
import { UsageError } from "../../model/problem.ts"
import type { Table } from "./table.ts"

interface Described {
  /** The word after `--format`. */
  readonly name: string
  /** What it is, for a menu. */
  readonly title: string
  /** The ending of a file's name, without the full stop. */
  readonly extension: string
  readonly mediaType: string
}

/** One text. `perFamily`: a colon and a family's number choose one family. */
interface TextFormat extends Described {
  readonly writes: "text"
  readonly perFamily: boolean
  readonly load: () => Promise<(findings: Findings) => string>
}

/** A text a table: a folder of files, or one file for a table chosen by a colon and its name. */
interface TablesFormat extends Described {
  readonly writes: "tables"
  readonly load: () => Promise<(findings: Findings, table: Table) => string>
}

/** Parquet: as `tables`, but no text. SQLite: one file that is no text. Both are written by `src/archive/`. */
interface BinaryFormat extends Described {
  readonly writes: "parquet" | "sqlite"
}

export type Format = TextFormat | TablesFormat | BinaryFormat

/** What somebody asked for: a format, whole or one part of it. */
export interface Choice {
  readonly format: Format
  /** One table only. */
  readonly table?: Table
  /** One family only, by its number from 1. */
  readonly family?: number
}

/** All formats in which findings can be handed on. Loading this list loads none of them. */
export const FORMATS: readonly Format[] = [
  text("json", "The whole record as JSON", "json", "application/json", async () => (await import("../json.ts")).json),
  text("html", "The case file, one page with everything in it", "html", "text/html", async () => {
    const { caseFile } = await import("../casefile.ts")
    return findings => caseFile(findings)
  }),
  tables("csv", "CSV, a file a table", "csv", "text/csv", async () => (await import("./csv.ts")).csv),
  tables("csv-excel", "CSV with a byte order mark, for Excel", "csv", "text/csv", async () => {
    const { csv } = await import("./csv.ts")
    return (findings, table) => csv(findings, table, true)
  }),
  tables("jsonl", "JSON lines, a file a table", "jsonl", "application/jsonl", async () => {
    return (await import("./json-lines.ts")).jsonLines
  }),
  {
    name: "parquet",
    title: "Parquet, a file a table",
    extension: "parquet",
    mediaType: "application/vnd.apache.parquet",
    writes: "parquet",
  },
  {
    name: "sqlite",
    title: "An SQLite file with all tables and some views",
    extension: "sqlite",
    mediaType: "application/vnd.sqlite3",
    writes: "sqlite",
  },
  perFamily("graphml", "The trees of descent as GraphML", "graphml", "application/graphml+xml", async () => {
    return (await import("./graphml.ts")).graphml
  }),
  perFamily("dot", "The trees of descent for Graphviz and stemmaweb", "dot", "text/vnd.graphviz", async () => {
    return (await import("./dot.ts")).dot
  }),
  perFamily("tei", "A critical edition in TEI: texts, apparatus, stemma", "xml", "application/tei+xml", async () => {
    return (await import("./tei.ts")).tei
  }),
  text("prov-jsonld", "PROV-O as JSON-LD", "jsonld", "application/ld+json", async () => {
    return (await import("./prov-jsonld.ts")).provJsonLd
  }),
  text("prov-turtle", "PROV-O as Turtle", "ttl", "text/turtle", async () => {
    return (await import("./prov-turtle.ts")).provTurtle
  }),
  text("passim", "Clusters of reused passages, as passim writes them", "jsonl", "application/jsonl", async () => {
    return (await import("./passim.ts")).passim
  }),
  text("schema-org", "Claims in schema.org's terms, without a verdict", "jsonld", "application/ld+json", async () => {
    return (await import("./schema-org.ts")).schemaOrg
  }),
]

/**
 * What is asked for by `csv`, `csv:claims` or `dot:2`.
 *
 * @throws UsageError when there is no such format or no such part of it.
 * @example (await chosen("csv:claims")).table?.name // => "claims"
 */
export async function chosen(words: string): Promise<Choice> {
  const [name = "", part] = words.split(/:(.*)/s)
  const format = FORMATS.find(one => one.name === name)
  if (!format)
    throw new UsageError([`there is no format ${short(name)}: it is one of ${FORMATS.map(one => one.name).join(", ")}`])
  return part === undefined ? { format } : { format, ...(await partOf(format, part)) }
}

/** Whether a choice is several files, to be written into a folder. */
export function needsFolder({ format, table }: Choice): boolean {
  return (format.writes === "tables" || format.writes === "parquet") && table === undefined
}

/**
 * The text of a choice that is one text. `undefined` for a choice that is several files or no text.
 *
 * @throws UsageError when a family is chosen that is not there.
 */
export async function exportText(findings: Findings, choice: Choice): Promise<string | undefined> {
  const { format, table, family } = choice
  if (format.writes === "text")
    return (await format.load())(family === undefined ? findings : await only(findings, family))
  return format.writes === "tables" && table ? (await format.load())(findings, table) : undefined
}

async function partOf(format: Format, part: string): Promise<Omit<Choice, "format">> {
  if (format.writes === "tables" || format.writes === "parquet") {
    const { TABLES } = await import("./tables.ts")
    const table = TABLES.find(({ name }) => name === part)
    if (table) return { table }
    throw new UsageError([
      `${format.name} has no table ${short(part)}: it is one of ${TABLES.map(one => one.name).join(", ")}`,
    ])
  }
  const perFamily = format.writes === "text" && format.perFamily
  if (!perFamily) throw new UsageError([`${format.name} has no parts to choose from`])
  if (/^[1-9]\d{0,8}$/.test(part)) return { family: Number(part) }
  throw new UsageError([`${short(part)} is no number of a family; write ${format.name}:1`])
}

async function only(findings: Findings, number: number): Promise<Findings> {
  const found = (await import("./network.ts")).oneFamily(findings, number)
  if (found) return found
  throw new UsageError([`there is no family ${number}: the findings have ${findings.families.length}`])
}

function text(name: string, title: string, extension: string, mediaType: string, load: TextFormat["load"]): Format {
  return { name, title, extension, mediaType, writes: "text", perFamily: false, load }
}

function perFamily(
  name: string,
  title: string,
  extension: string,
  mediaType: string,
  load: TextFormat["load"],
): Format {
  return { name, title, extension, mediaType, writes: "text", perFamily: true, load }
}

function tables(name: string, title: string, extension: string, mediaType: string, load: TablesFormat["load"]): Format {
  return { name, title, extension, mediaType, writes: "tables", load }
}

function short(word: string): string {
  return `“${word.slice(0, 40)}”`
}
