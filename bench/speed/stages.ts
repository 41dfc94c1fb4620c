import { readFileSync } from "node:fs"
import type { Report } from "../../src/model/report.ts"
import { trace } from "../../src/pipeline.ts"

/** What {@link speed} reads of a run: how long the whole took, each stage, and how much was found. */
export interface StageTimes {
  readonly seconds: number
  readonly stages: Readonly<Record<string, number>>
  readonly families: number
}

// A process of its own: traces the first so many reports of a file of JSON lines and prints how long each stage took.
const [path = "", count = "Infinity"] = process.argv.slice(2)
const reports = readReports(path, Number(count))
const begun: { stage: string; at: number }[] = []
const start = performance.now()
const { families } = trace(reports, { onStage: stage => begun.push({ stage, at: performance.now() }) })
const end = performance.now()
const stages = Object.fromEntries(begun.map(({ stage, at }, i) => [stage, ((begun[i + 1]?.at ?? end) - at) / 1000]))
const times: StageTimes = { seconds: (end - start) / 1000, stages, families: families.length }
console.log(JSON.stringify(times))

function readReports(path: string, count: number): Report[] {
  const lines = readFileSync(path, "utf8")
    .split("\n")
    .filter(line => line !== "")
  return lines.slice(0, count).map(line => {
    const { text, title, outlet } = JSON.parse(line)
    return { text, ...(title && { title }), ...(outlet && { outlet }) }
  })
}
