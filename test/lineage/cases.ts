import { lineage } from "../../src/lineage/lineage.ts"
import type { Judgement } from "../../src/model/findings.ts"
import type { Family } from "../../src/model/stemma.ts"
import { alignAll } from "./support/aligned.ts"
import { type PlainReport, segmentedOf } from "./support/segmented.ts"

/** A report of some length, told by nobody: what the cases cut, reword and add to. */
export const WIRE = [
  "A freight train carrying timber left the rails near Oskell bridge early on Tuesday.",
  "Two drivers were treated for bruises, the regional hospital said in a statement.",
  "Fourteen wagons rolled down the embankment and blocked the northern line in both directions.",
  "Engineer Marta Velloni said the track had been inspected only nine days before.",
  "Passengers were taken to Brannock by bus while cranes lifted the first wagons.",
  "The operator promised to clear the line before the harvest traffic begins in August.",
  "Farmers along the valley complained that their grain was waiting in sheds without roofs.",
  "A spokesman for the ministry refused to say whether the bridge had been weakened by floods.",
  "Investigators collected sleepers and bolts for tests in the laboratory at Hollin.",
  "It was the third accident on the northern line since the winter, records show.",
]

/** The lines of WIRE from the first to before `end`. */
export const head = (end: number): string[] => WIRE.slice(0, end)

/** WIRE with some words put otherwise: `"nine days > ten days"` in whatever line has them. */
export function reword(lines: readonly string[], ...changes: readonly string[]): string[] {
  return changes.reduce<string[]>(
    (text, change) => {
      const [from = "", to = ""] = change.split(" > ")
      if (!text.some(line => line.includes(from))) throw new Error(`no line has “${from}”`)
      return text.map(line => line.replace(from, to))
    },
    [...lines],
  )
}

/** The families of some reports. */
export function familiesOf(reports: readonly PlainReport[], judgements: readonly Judgement[] = []): Family[] {
  const segmented = reports.map(segmentedOf)
  return lineage(segmented, alignAll(segmented), { judgements })
}

/** A family's tree in the notation of test/notation.ts, with ids for witnesses: "ω > a b; b > c". */
export function treeOf(family: Family | undefined): string {
  const byParent = new Map<string, string[]>()
  for (const { parent, child } of family?.stemma.edges ?? [])
    byParent.set(parent, [...(byParent.get(parent) ?? []), child])
  return [...byParent]
    .map(([parent, children]) => `${parent} > ${children.sort().join(" ")}`)
    .sort()
    .join("; ")
}
