import type { DatabaseSync } from "node:sqlite"
import { extractOne } from "../extract/extract.ts"
import type { Unnamed } from "../extract/identify.ts"
import { type Stored, unpack } from "./stored.ts"

/** Reads reports of an archive by their numbers. The last blocks read are kept. */
export interface Reader {
  /** The text as it was handed in or taken from the page, its title before it where that was given apart. */
  readonly text: (report: number) => string
  readonly stored: (report: number) => Stored
  /** The report read for credits, furniture and dates; `undefined` where there is no text. */
  readonly witness: (report: number) => Unnamed | undefined
}

const KEPT_BLOCKS = 64

export function readerOf(db: DatabaseSync): Reader {
  const place = db.prepare("SELECT block, slot FROM reports WHERE id = ?")
  const bytes = db.prepare("SELECT bytes FROM texts WHERE block = ?")
  const kept = new Map<number, Stored[]>()

  function block(number: number): Stored[] {
    const known = kept.get(number)
    if (known) return known
    const read = unpack(bytes.get(number)!.bytes as Uint8Array) as Stored[]
    if (kept.size >= KEPT_BLOCKS) kept.delete(kept.keys().next().value!)
    kept.set(number, read)
    return read
  }

  function stored(report: number): Stored {
    const row = place.get(report) as { block: number; slot: number } | undefined
    if (!row) throw new RangeError(`the archive has no report ${report}`)
    return block(row.block)[row.slot]!
  }

  return {
    stored,
    text(report) {
      const found = stored(report)
      if (found.kind === "page") return found.witness.text
      const { title, text = "" } = found.report
      return title === undefined ? text : `${title}\n${text}`
    },
    witness(report) {
      const found = stored(report)
      return found.kind === "page" ? found.witness : extractOne(found.report).witness
    },
  }
}
