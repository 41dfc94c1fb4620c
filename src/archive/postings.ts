import type { DatabaseSync } from "node:sqlite"
import { radixSort } from "../detect/radix.ts"
import { PARTS } from "../detect/sketch.ts"
import { lowerBound } from "../text/lower-bound.ts"

/** A segment holds the features of so many reports at most, so that a report's place in it takes two bytes. */
export const SEGMENT_REPORTS = 1 << 16

/** One part of the index: for each feature, sorted by key then report, the report that has it. */
export interface Part {
  readonly keys: Uint32Array
  readonly reports: Uint32Array
}

/** Reports with numbers in a row whose features are kept together. */
export interface Segment {
  readonly id: number
  readonly first: number
  readonly reports: number
}

/** Gathers the features of the reports of one segment. 8 bytes a feature. */
export function segmentWriter(first: number) {
  const keys: GrowingUint32[] = Array.from({ length: PARTS }, growing)
  const holders: GrowingUint32[] = Array.from({ length: PARTS }, growing)
  const outlets = growing()
  const sizes = growing()
  return {
    get reports() {
      return outlets.length
    },
    /** The next report's features are `from .. end` of the arrays. */
    add(outlet: number, parts: Uint8Array, features: Uint32Array, from: number, end: number): void {
      const place = outlets.length
      outlets.push(outlet)
      sizes.push(end - from)
      for (let i = from; i < end; i++) {
        keys[parts[i]!]!.push(features[i]!)
        holders[parts[i]!]!.push(place)
      }
    },
    /** Writes the segment; call it inside a transaction. */
    write(db: DatabaseSync): void {
      const { lastInsertRowid } = db
        .prepare("INSERT INTO segments (first, reports, outlets, features) VALUES (?, ?, ?, ?)")
        .run(first, outlets.length, bytesOf(outlets.view()), bytesOf(sizes.view()))
      const insert = db.prepare("INSERT INTO postings (segment, part, keys, reports) VALUES (?, ?, ?, ?)")
      for (let part = 0; part < PARTS; part++) {
        const sorted = { keys: keys[part]!.view(), reports: holders[part]!.view() }
        radixSort(sorted.keys, sorted.reports)
        insert.run(lastInsertRowid, part, bytesOf(sorted.keys), bytesOf(Uint16Array.from(sorted.reports)))
      }
    },
  }
}

/**
 * Joins small segments, so that a year of daily additions does not leave a thousand of them: the last ones that together
 * hold no more than one may, as long as the one before is not four times what comes after it. Call it inside a transaction.
 */
export function compact(db: DatabaseSync): void {
  const segments = segmentsOf(db)
  let from = segments.length - 1
  let reports = segments.at(-1)?.reports ?? 0
  while (from > 0) {
    const before = segments[from - 1]!.reports
    if (before > 4 * reports || before + reports > SEGMENT_REPORTS) break
    reports += before
    from--
  }
  // All of them whole, whether they are joined or not.
  const whole = segments.slice(from).map(({ id, first, reports }) => ({ id, first, reports }))
  if (whole.length > 1) merge(db, whole)
}

function merge(db: DatabaseSync, segments: readonly Segment[]): void {
  const [{ first, id }] = segments as [Segment]
  const table = tableOf(db, segments.at(-1)!.first + segments.at(-1)!.reports)
  const [outlets, features] = [table.outlets.subarray(first), table.features.subarray(first)]
  const remove = db.prepare("DELETE FROM postings WHERE part = ? AND segment = ?")
  const insert = db.prepare("INSERT INTO postings (segment, part, keys, reports) VALUES (?, ?, ?, ?)")
  for (let part = 0; part < PARTS; part++) {
    const { keys, reports } = readPart(db, part, segments)
    for (const segment of segments) remove.run(part, segment.id)
    const places = Uint16Array.from(reports, report => report - first)
    insert.run(id, part, bytesOf(keys), bytesOf(places))
  }
  for (const segment of segments.slice(1)) db.prepare("DELETE FROM segments WHERE id = ?").run(segment.id)
  db.prepare("UPDATE segments SET reports = ?, outlets = ?, features = ? WHERE id = ?").run(
    outlets.length,
    bytesOf(outlets),
    bytesOf(features),
    id,
  )
}

/** All segments, by their reports' numbers. */
export function segmentsOf(db: DatabaseSync): (Segment & { joined: boolean })[] {
  const rows = db.prepare("SELECT id, first, reports, joined FROM segments ORDER BY first").all()
  return rows.map(({ id, first, reports, joined }) => ({
    id: id as number,
    first: first as number,
    reports: reports as number,
    joined: joined === 1,
  }))
}

/** By the number of a report the code of its outlet, and how many features it has. */
export function tableOf(db: DatabaseSync, count: number): { outlets: Uint32Array; features: Uint32Array } {
  const table = { outlets: new Uint32Array(count), features: new Uint32Array(count) }
  for (const row of db.prepare("SELECT first, outlets, features FROM segments").iterate()) {
    table.outlets.set(wordsOf(row.outlets as Uint8Array), row.first as number)
    table.features.set(wordsOf(row.features as Uint8Array), row.first as number)
  }
  return table
}

/**
 * Reads one part of all `segments` together, sorted by key, then report. Of the segments before the first that is not `joined` only the
 * features that later ones have are given: no others can make a new report meet anybody.
 */
export function readPart(db: DatabaseSync, part: number, segments: readonly (Segment & { joined?: boolean })[]): Part {
  const select = db.prepare("SELECT keys, reports FROM postings WHERE part = ? AND segment = ?")
  const read = ({ id, first }: Segment): Holders => {
    const row = select.get(part, id) as { keys: Uint8Array; reports: Uint8Array }
    return { first, keys: wordsOf(row.keys), places: shortsOf(row.reports) }
  }
  const fresh = together(segments.filter(({ joined = false }) => !joined).map(segment => whole(read(segment))))
  const joined = segments.filter(({ joined = false }) => joined)
  if (joined.length === 0) return fresh
  return together([...joined.map(segment => matching(read(segment), fresh.keys)), fresh])
}

/** One part of one segment as it is stored: a report's number is `first` and its place. */
interface Holders {
  readonly first: number
  readonly keys: Uint32Array
  readonly places: Uint16Array
}

function whole({ first, keys, places }: Holders): Part {
  const reports = new Uint32Array(places)
  for (let i = 0; i < reports.length; i++) reports[i]! += first
  return { keys, reports }
}

function together(parts: readonly Part[]): Part {
  if (parts.length === 1) return parts[0]!
  const length = parts.reduce((sum, { keys }) => sum + keys.length, 0)
  const all = { keys: new Uint32Array(length), reports: new Uint32Array(length) }
  let at = 0
  for (const { keys, reports } of parts) {
    all.keys.set(keys, at)
    all.reports.set(reports, at)
    at += keys.length
  }
  radixSort(all.keys, all.reports)
  return all
}

/** The entries whose keys are among `wanted`, which ascend. Leaps from one to the next: O(wanted · log(gap)). */
function matching({ first, keys, places }: Holders, wanted: Uint32Array): Part {
  const found: number[] = []
  let at = 0
  for (let i = 0; i < wanted.length && at < keys.length; i++) {
    const key = wanted[i]!
    if (i > 0 && key === wanted[i - 1]) continue
    at = lowerBound(keys, key, at)
    while (at < keys.length && keys[at] === key) found.push(at++)
  }
  return {
    keys: Uint32Array.from(found, entry => keys[entry]!),
    reports: Uint32Array.from(found, entry => first + places[entry]!),
  }
}

interface GrowingUint32 {
  readonly length: number
  push(value: number): void
  view(): Uint32Array
}

function growing(): GrowingUint32 {
  let values = new Uint32Array(64)
  let length = 0
  return {
    get length() {
      return length
    },
    push(value) {
      if (length === values.length) {
        const wide = new Uint32Array(length * 2)
        wide.set(values)
        values = wide
      }
      values[length++] = value
    },
    view: () => values.subarray(0, length),
  }
}

const bytesOf = (array: Uint32Array | Uint16Array) => new Uint8Array(array.buffer, array.byteOffset, array.byteLength)

/** A copy, since the bytes of a blob need not begin at a multiple of four. */
function wordsOf(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(bytes.slice().buffer)
}

function shortsOf(bytes: Uint8Array): Uint16Array {
  return new Uint16Array(bytes.slice().buffer)
}
