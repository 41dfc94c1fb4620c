import type { Problem } from "../model/problem.ts"
import type { Report } from "../model/report.ts"
import { problemList } from "./problems.ts"

/** What was read from one place: reports, and what was wrong. */
export interface Contents {
  readonly reports: readonly Report[]
  readonly problems: readonly Problem[]
}

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
] as const

/** The reports in a JSON document: one object with `text` or `html`, or an array of such. `where` of the third is `path#3`. */
export function readJson(text: string, where: string): Contents {
  const parsed = parse(text)
  if ("error" in parsed) return { reports: [], problems: [brokenJson(where, parsed.error)] }
  if (!Array.isArray(parsed.value)) return readObject(parsed.value, where)
  if (parsed.value.length === 0) return { reports: [], problems: [noTextField(where)] }
  const reports: Report[] = []
  const problems = problemList(where)
  for (const [index, value] of parsed.value.entries()) {
    const contents = readObject(value, `${where}#${index + 1}`)
    reports.push(...contents.reports)
    problems.add(contents.problems)
  }
  return { reports, problems: problems.all() }
}

/** The report in one line of JSON lines. `where` of line 3 is `path:3`. */
export function readJsonLine(text: string, where: string): Contents {
  const parsed = parse(text)
  return "error" in parsed
    ? { reports: [], problems: [brokenJson(where, parsed.error)] }
    : readObject(parsed.value, where)
}

function readObject(value: unknown, where: string): Contents {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return none(where)
  const fields = value as Record<string, unknown>
  if (!isText(fields.text) && !isText(fields.html)) return none(where)
  const report: Record<string, unknown> = { where }
  const wrong: string[] = []
  for (const field of STRING_FIELDS) {
    const given = fields[field]
    if (typeof given === "string") report[field] = given
    else if (given !== undefined && given !== null) wrong.push(field)
  }
  if (isStrings(fields.credits)) report.credits = fields.credits
  else if (fields.credits !== undefined && fields.credits !== null) wrong.push("credits")
  return { reports: [report as Report], problems: wrong.length === 0 ? [] : [wrongType(wrong, where)] }
}

const isText = (value: unknown) => typeof value === "string"
const isStrings = (value: unknown) => Array.isArray(value) && value.every(isText)
const none = (where: string): Contents => ({ reports: [], problems: [noTextField(where)] })

/** Deep nesting can exhaust the stack of `JSON.parse`; that too is broken input, not a bug. */
function parse(text: string): { value: unknown } | { error: string } {
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    return { error: error instanceof RangeError ? "it is nested too deep" : (error as Error).message.slice(0, 200) }
  }
}

const brokenJson = (where: string, error: string): Problem => ({
  code: "broken-json",
  where,
  message: `No valid JSON: ${error}.`,
})

const noTextField = (where: string): Problem => ({
  code: "no-text-field",
  where,
  message: "Holds no report: no field `text` or `html`.",
  hint: 'A report is an object such as {"text": "…", "outlet": "…", "published": "2024-03-01"}.',
})

const wrongType = (fields: readonly string[], where: string): Problem => ({
  code: "broken-json",
  where,
  message: `Passed over, since not text: ${fields.map(field => `\`${field}\``).join(", ")}.`,
})
