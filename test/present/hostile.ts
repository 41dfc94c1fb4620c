import type { Findings } from "../../src/model/findings.ts"

/** Texts that want to be more than text. */
export const HOSTILE = {
  element: "<script>alert(1)</script><img src=x onerror=alert(1)>",
  attribute: `" onmouseover="alert(1)" x='`,
  address: "javascript:alert(1)",
  comment: "--><!--]]></style></title></textarea><svg onload=alert(1)>",
  escape: "\u001b[2J\u001b]0;owned\u0007\u009b31m\u001b[31mred",
  cursor: "safe\rowned\b\b\u0000",
  bidi: "\u202egnp.exe\u2066\u2067\u2068 \u2069",
  lines: "one\u2028two\u2029three\u0085four",
  surrogates: "\ud800 and \udc00",
  word: "w".repeat(1_000_000),
} as const

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** Fields whose values are from a closed list, or are made by Hearsay itself. */
const CLOSED = ["kind", "severity", "code"]
const IDS = [
  "id",
  "witness",
  "witnesses",
  "families",
  "story",
  "parent",
  "child",
  "a",
  "b",
  "origin",
  "claims",
  "firstBy",
  "inheritedBy",
]

/** The findings with a hostile text put before every text in them, ids too unless it is long; spans are moved along. */
export function poisoned(findings: Findings, poison: string): Findings {
  const spared = poison.length > 1000 ? [...CLOSED, ...IDS] : CLOSED
  const turn = (value: Json, key = ""): Json => {
    if (typeof value === "string") return spared.includes(key) ? value : poison + value
    if (typeof value === "number") return ["start", "end", "at"].includes(key) ? value + poison.length : value
    if (Array.isArray(value)) return value.map(one => turn(one, key))
    if (typeof value !== "object" || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, turn(field, name)]))
  }
  return turn(findings as unknown as Json) as unknown as Findings
}
