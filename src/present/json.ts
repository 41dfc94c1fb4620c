import type { Comparison, Findings } from "../model/findings.ts"

/** The record itself, with two spaces and a line feed at the end. */
export function json(record: Findings | Comparison): string {
  return `${JSON.stringify(record, null, 2)}\n`
}
