import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Archive } from "../../src/archive/archive.ts"
import { openArchive } from "../../src/archive/archive.ts"
import { aroundOf, type Event } from "../../src/archive/around.ts"
import { readIn } from "../../src/archive/read-in.ts"
import { indexWords } from "../../src/archive/search.ts"
import type { EventReport } from "../kinship/ecbplus.ts"
import type { BCubed } from "./bcubed.ts"

/**
 * The reports are read into an archive, and of every `step`-th of them what tells of its event is looked for. Precision is the share of what was found that is
 * of its event, recall the share of its event that was found, the means over those asked about.
 */
export async function aroundInArchive(reports: readonly EventReport[], step: number): Promise<BCubed> {
  const folder = mkdtempSync(join(tmpdir(), "hearsay-bench-"))
  try {
    const file = join(folder, "events.jsonl")
    writeFileSync(file, reports.map(({ id, text }) => `${JSON.stringify({ text, guid: id })}\n`).join(""))
    await readIn(join(folder, "events.db"), [file])
    const archive = openArchive(join(folder, "events.db"))
    try {
      indexWords(archive)
      return measured(archive, reports, step)
    } finally {
      archive.close()
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

interface Row {
  readonly report: number
  readonly family: string | null
  readonly event: string
}

function measured(archive: Archive, reports: readonly EventReport[], step: number): BCubed {
  const rows = archive.db
    .prepare("SELECT id, family, place FROM reports ORDER BY id")
    .all()
    .map(({ id, family, place }): Row => {
      const line = Number(/:(\d+)$/.exec(place as string)![1])
      return { report: id as number, family: family as string | null, event: reports[line - 1]!.event }
    })
  let [precision, recall, asked] = [0, 0, 0]
  for (let i = 0; i < rows.length; i += step) {
    const own = rows[i]!
    const around = aroundOf(archive, own)
    const found = rows.filter(row => isBeside(row, own, around))
    const both = found.filter(({ event }) => event === own.event).length
    precision += both / found.length
    recall += both / rows.filter(({ event }) => event === own.event).length
    asked++
  }
  precision /= asked
  recall /= asked
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) }
}

function isBeside({ report, family }: Row, own: Row, { families, alone }: Event): boolean {
  if (report === own.report || alone.includes(report)) return true
  return family !== null && (family === own.family || families.includes(family))
}
