import { join } from "node:path"
import type { Findings } from "../../src/model/findings.ts"
import { trace } from "../../src/pipeline.ts"
import { containmentOf, gramsOf } from "../kinship/containment.ts"
import { readEventReports } from "../kinship/ecbplus.ts"
import { familiesOf, wordsOf } from "./confirmations.ts"
import { type Drawn, draw } from "./draw.ts"

const COUNT = 200
/** Two reports are taken for independent, until read, that share less of their word 5-grams. */
const FEW = 0.05

/**
 * Two hundred pairs of ECB+ reports of one event that share hardly any word 5-grams: were independent ones collapsed into one
 * origin, of some claim or as kin? `all` gives every pair that was, instead of those drawn. O(pairs of one event · words).
 */
export function collapses(data: string, seed: string, all: boolean): Drawn[] {
  const reports = readEventReports(join(data, "ecbplus"))
  const findings = trace(reports.map(({ id, text }) => ({ text, where: id })))
  const grams = new Map(reports.map(({ id, text }) => [id, gramsOf(text)]))
  const pairs = reports.flatMap((a, i) =>
    reports
      .slice(i + 1)
      .filter(b => b.event === a.event && containmentOf(grams.get(a.id)!, grams.get(b.id)!) < FEW)
      .map(b => `${a.id} ${b.id}`),
  )
  const together = togetherIn(findings)
  const drawn = all ? pairs.filter(pair => together(pair).length > 0) : draw(pairs, COUNT, seed)
  return drawn.map(id => {
    const found = together(id)
    return { id, lines: found.length > 0 ? found : ["  nothing of theirs was counted as one"] }
  })
}

/** What makes two reports of a pair one: their family, and the claims they have from one origin. */
function togetherIn(findings: Findings): (pair: string) => string[] {
  const familyOf = familiesOf(findings)
  const idOf = new Map(findings.witnesses.map(({ id, where }) => [where, id]))
  const claimsOf = new Map<string, Findings["claims"][number][]>()
  for (const claim of findings.claims)
    for (const { witness } of claim.attestations) claimsOf.set(witness, [...(claimsOf.get(witness) ?? []), claim])
  return pair => {
    const [a, b] = pair.split(" ").map(where => idOf.get(where)!) as [string, string]
    const family = familyOf.get(a)
    const kin = findings.families
      .flatMap(({ kinships }) => kinships)
      .filter(({ a: x, b: y }) => (x === a && y === b) || (x === b && y === a))
    const claims = (claimsOf.get(a) ?? []).flatMap(claim => {
      const [one, other] = [a, b].map(id => claim.attestations.find(({ witness }) => witness === id))
      if (!one || !other || one.origin !== other.origin) return []
      return [`  ${claim.kind} ${claim.id}`, wordsOf(one, findings, 0), wordsOf(other, findings, 0)]
    })
    return [
      ...(family !== undefined && family === familyOf.get(b) ? [`  one family: ${family}`] : []),
      ...kin.map(({ kind, coverage }) => `  ${kind}, ${coverage.a.toFixed(2)} and ${coverage.b.toFixed(2)}`),
      ...claims,
    ]
  }
}
