import { readFileSync } from "node:fs"
import type { Judgement } from "../model/findings.ts"

const FIELDS: Record<string, readonly string[]> = {
  "pin-edge": ["parent", "child"],
  "forbid-edge": ["parent", "child"],
  independent: ["a", "b"],
  "outlet-agency": ["outlet", "agency"],
  "dismiss-variant": ["witness"],
}

/** What a person decided, from a JSON file: the judgements, and what is wrong with the file. */
export function readJudgements(file: string): {
  readonly judgements: readonly Judgement[]
  readonly mistakes: readonly string[]
} {
  const { list, mistake } = parseList(file)
  if (mistake) return { judgements: [], mistakes: [`--judgements ${file}: ${mistake}`] }
  const mistakes = list.flatMap((one, index) =>
    mistakesOf(one).map(text => `--judgements ${file}: judgement ${index + 1} ${text}`),
  )
  return { judgements: mistakes.length === 0 ? (list as Judgement[]) : [], mistakes }
}

function parseList(file: string): { readonly list: readonly unknown[]; readonly mistake?: string } {
  try {
    const list = JSON.parse(readFileSync(file, "utf8").replace(/^\uFEFF/, ""))
    return Array.isArray(list) ? { list } : { list: [], mistake: "is not a JSON list" }
  } catch (error) {
    return { list: [], mistake: error instanceof SyntaxError ? `is not JSON: ${error.message}` : "cannot be read" }
  }
}

function mistakesOf(one: unknown): string[] {
  if (typeof one !== "object" || one === null) return ["is not an object"]
  const fields = one as Record<string, unknown>
  const needed = FIELDS[String(fields.kind)]
  if (!needed) return [`has no known kind; it is one of ${Object.keys(FIELDS).join(", ")}`]
  const missing = needed.filter(field => typeof fields[field] !== "string").map(field => `needs a text “${field}”`)
  return fields.kind === "dismiss-variant" && !isSpan(fields.span)
    ? [...missing, "needs a “span” of start and end"]
    : missing
}

function isSpan(span: unknown): boolean {
  const { start, end } = (span ?? {}) as { start?: unknown; end?: unknown }
  return Number.isInteger(start) && Number.isInteger(end)
}
