import { extract } from "../../src/extract/extract.ts"
import type { Report, Witness } from "../../src/model/report.ts"

/** The one witness of a report; fails where there is none. */
export function witnessOf(report: Report | string): Witness {
  const { witnesses } = extract([typeof report === "string" ? { text: report } : report])
  return witnesses[0]!
}

/** The codes of a report's problems. */
export const codesOf = (report: Report) => extract([report]).problems.map(({ code }) => code)

/** A text's credits in the notation `kind Name @ characters`. */
export function creditsOf(text: string): string[] {
  const witness = witnessOf(text)
  return witness.creditLines.map(
    ({ kind, name, span }) => `${kind} ${name} @ ${witness.text.slice(span.start, span.end)}`,
  )
}

/** A text's furniture in the notation `kind @ characters`. */
export function furnitureOf(text: string): string[] {
  const witness = witnessOf(text)
  return witness.furniture.map(({ kind, span }) => `${kind} @ ${witness.text.slice(span.start, span.end)}`)
}

export const BODY =
  "The ferry left the harbour of Kelder Bay at noon and had not been seen by the evening, officials said on Monday."
