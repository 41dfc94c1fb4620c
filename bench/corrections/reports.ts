import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { Report } from "../../src/model/report.ts"

/** A report of the collection. */
export interface Story {
  readonly id: string
  readonly title: string
  readonly text: string
  /** Day it went over the wire, as days since 1970. */
  readonly day: number
}

/** The first `most` reports of the collection, in its order. */
export function readStories(folder: string, most = Number.POSITIVE_INFINITY): Story[] {
  const lines = readFileSync(join(folder, "reports.jsonl"), "utf8").split("\n").filter(Boolean).slice(0, most)
  return lines.map(line => {
    const { id, title, text, published } = JSON.parse(line) as Record<string, string>
    return { id: String(id), title: title ?? "", text: text ?? "", day: dayOf(published ?? "") }
  })
}

function dayOf(published: string): number {
  const [day, month, year] = published.trim().split(" ")[0]!.split("-")
  return Math.floor(Date.parse(`${day} ${month} ${year} UTC`) / 86_400_000)
}

/** The report as it is given to `compare`: the agency is the outlet of all. */
export function reportOf({ title, text }: Pick<Story, "title" | "text">): Report {
  return { outlet: "Reuters", title, text }
}
