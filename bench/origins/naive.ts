import type { Check } from "../bench.ts"
import type { JudgedWorld } from "./judged.ts"
import type { OriginsWorld } from "./made/world.ts"
import { marksOf } from "./marks.ts"

/** The marks, counted claim by claim and conflict by conflict. */
export function checkMarks(worlds: readonly JudgedWorld[]): Check {
  let [claims, exact, inside, width, found, conflicts, kinds, errors, makers] = [0, 0, 0, 0, 0, 0, 0, 0, 0]
  for (const world of worlds) {
    for (const { known, origins } of world.claims) {
      claims++
      if (!origins) continue
      found++
      width += origins.max - origins.min
      if (origins.max === origins.min && origins.max === known.origins) exact++
      if (!(known.origins < origins.min || known.origins > origins.max)) inside++
    }
    for (const { known, kind, firstBy } of world.conflicts) {
      conflicts++
      if (known.kind === "error" ? kind === "error" : kind === "update" || kind === "correction") kinds++
      if (known.kind !== "error" || known.firstBy === undefined) continue
      errors++
      if (firstBy === known.firstBy) makers++
    }
  }
  const marks = marksOf(worlds)
  const pairs: [string, number, number][] = [
    ["exact", marks.exact, exact / claims],
    ["inside", marks.inside, inside / claims],
    ["width", marks.width, width / found],
    ["kinds", marks.kinds, kinds / conflicts],
    ["makers", marks.firstMakers, makers / errors],
  ]
  const wrong = pairs.filter(([, ours, plain]) => Math.abs(ours - plain) > 1e-9)
  return {
    name: "shares against counting one by one",
    compared: claims + conflicts,
    wrong: wrong.map(([what, ours, plain]) => `${what}: ${ours} against ${plain}`),
  }
}

/** Planted claims stand in the reports that attest them, and no report without kin has more than one origin for one. */
export function checkTruth(worlds: readonly OriginsWorld[]): Check {
  const wrong: string[] = []
  let compared = 0
  for (const { seed, reports, claims, familyOf } of worlds)
    for (const { id, sentences, origins } of claims) {
      compared++
      const attesting = Object.keys(sentences)
      const stands = attesting.every(report =>
        reports.find(one => one.id === report)!.text.includes(sentences[report]!),
      )
      const families = new Set(attesting.map(report => familyOf[report])).size
      if (!stands || origins < families || origins > attesting.length) wrong.push(`seed ${seed}, claim ${id}`)
    }
  return { name: "planted claims against the texts", compared, wrong }
}
