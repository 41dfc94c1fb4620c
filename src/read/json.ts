import type { Problem } from "../model/problem.ts"
import type { Report } from "../model/report.ts"
import { isNinjs, readNinjs } from "./agency/ninjs.ts"
import { type Contents, failed } from "./contents.ts"
import { problem } from "./problems.ts"

/** The fields of an object or row as they stand there. */
export type RowFields = Readonly<Record<string, unknown>>

const STRING_FIELDS = [
  "text",
  "html",
  "title",
  "outlet",
  "url",
  "published",
  "observed",
  "modified",
  "language",
  "byline",
  "guid",
  "version",
  "status",
  "slug",
] as const
const LIST_FIELDS = ["credits", "signals", "derivedFrom"] as const
/** Names that other programs give these fields: `id` of a table of reports; `series` and `date` of passim. */
const OTHER_NAMES = { id: "guid", series: "outlet", date: "published" } as const

const ROW_FIELDS: ReadonlySet<string> = new Set([...STRING_FIELDS, ...LIST_FIELDS, ...Object.keys(OTHER_NAMES)])

/** Whether a column or key of this name says something about a report. */
export const isRowField = (name: string): boolean => ROW_FIELDS.has(name)

/** What a JSON text stands for. Nesting that is too deep for `JSON.parse` is broken input too, not a bug. */
export function parseJson(text: string): { readonly value: unknown } | { readonly error: string } {
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    return { error: error instanceof RangeError ? "it is nested too deep" : (error as Error).message.slice(0, 200) }
  }
}

/** The reports in a JSON value: one object with `text` or `html`, or an array of such. `where` of the third is `path#3`. */
export function* readJsonValue(value: unknown, where: string): Generator<Contents> {
  if (!Array.isArray(value)) yield readRow(value, where)
  else if (value.length === 0) yield none(where)
  else for (const [index, each] of value.entries()) yield readRow(each, `${where}#${index + 1}`)
}

/** The report in one line of JSON lines. `where` of line 3 is `path:3`. */
export function readJsonLine(text: string, where: string): Contents {
  const parsed = parseJson(text)
  return "error" in parsed ? failed(brokenJson(where, parsed.error)) : readRow(parsed.value, where)
}

/** The report in an object or row. Fields of the wrong type are passed over, and a problem says so. */
export function readRow(value: unknown, where: string): Contents {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return none(where)
  const fields = value as RowFields
  if (typeof fields.text !== "string" && typeof fields.html !== "string") {
    return isNinjs(fields) ? readNinjs(fields, where) : none(where)
  }
  const report: Record<string, unknown> = {}
  const wrong: string[] = []
  for (const field of STRING_FIELDS) {
    const given = fields[field]
    if (typeof given === "string") report[field] = given
    else if (given !== undefined && given !== null) wrong.push(field)
  }
  for (const field of LIST_FIELDS) {
    const given = fields[field]
    if (isStrings(given)) report[field] = given
    else if (given !== undefined && given !== null) wrong.push(field)
  }
  for (const other in OTHER_NAMES) {
    const field = OTHER_NAMES[other as keyof typeof OTHER_NAMES]
    const given = fields[other]
    if (report[field] === undefined && (typeof given === "string" || typeof given === "number"))
      report[field] = String(given)
  }
  report.where = where
  return { reports: [report as Report], problems: wrong.length === 0 ? [] : [wrongType(wrong, where)] }
}

const isStrings = (value: unknown) => Array.isArray(value) && value.every(each => typeof each === "string")
const none = (where: string): Contents => failed(noTextField(where))

/** The problem of a text that is no JSON. */
export const brokenJson = (where: string, error: string): Problem =>
  problem("broken-json", where, `No valid JSON: ${error}.`)

const noTextField = (where: string): Problem =>
  problem(
    "no-text-field",
    where,
    "Holds no report: no field `text` or `html`.",
    'A report is an object such as {"text": "…", "outlet": "…", "published": "2024-03-01"}.',
  )

const wrongType = (fields: readonly string[], where: string): Problem =>
  problem("broken-json", where, `Passed over, since not text: ${fields.map(field => `\`${field}\``).join(", ")}.`)
