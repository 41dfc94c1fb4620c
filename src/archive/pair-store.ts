import { closeSync, openSync, readSync, rmSync, writeSync } from "node:fs"
import { join } from "node:path"
import { radixSort } from "../detect/radix.ts"

/** A pair of reports `a < b` with what they have in common: a shingle counts 2, a pair of words 1. */
export interface Met {
  readonly a: number
  readonly b: number
  /** Of what few reports have. */
  readonly rare: number
  /** Of what many have. */
  readonly common: number
}

const BUCKETS = 64
// Records of a bucket that are gathered before they are written.
const CHUNK = 1 << 15

/**
 * Adds up what pairs of reports have in common, however many there are: records are spread over 64 temporary files by `a`
 * and added up one file at a time. 8 bytes of disk a record; memory of one file's records.
 */
export function pairStore(folder: string, reports: number) {
  const width = Math.max(1, Math.ceil((reports + 1) / BUCKETS))
  const buckets = Array.from({ length: BUCKETS }, (_, i) => ({
    path: join(folder, `pairs-${i}`),
    file: undefined as number | undefined,
    written: 0,
    chunk: new Uint32Array(0),
    filled: 0,
  }))

  function flush(bucket: (typeof buckets)[number]): void {
    bucket.file ??= openSync(bucket.path, "w+")
    const bytes = new Uint8Array(bucket.chunk.buffer, 0, bucket.filled * 4)
    for (let at = 0; at < bytes.length; ) at += writeSync(bucket.file, bytes, at)
    bucket.written += bucket.filled
    bucket.filled = 0
  }

  return {
    /** `kind` is one of `MEETING`. */
    add(a: number, b: number, kind: number): void {
      const bucket = buckets[Math.floor(a / width)]!
      if (bucket.filled === bucket.chunk.length) {
        if (bucket.filled >= 2 * CHUNK) flush(bucket)
        else bucket.chunk = grown(bucket.chunk)
      }
      bucket.chunk[bucket.filled++] = a
      // The kind sits in the lowest two bits.
      bucket.chunk[bucket.filled++] = b * 4 + kind
    },
    /** Pairs that have so much in common, in the order of `a`, then `b`. The store is empty afterwards. */
    *pairs(isEnough: (rare: number, common: number) => boolean): Generator<Met> {
      for (const bucket of buckets) {
        const records = recordsOf(bucket)
        bucket.chunk = new Uint32Array(0)
        bucket.filled = 0
        yield* added(records, isEnough)
      }
    },
    /** Removes the temporary files. */
    close(): void {
      for (const { file, path } of buckets) {
        if (file === undefined) continue
        closeSync(file)
        rmSync(path, { force: true })
      }
    },
  }
}

function grown(old: Uint32Array): Uint32Array<ArrayBuffer> {
  const wide = new Uint32Array(Math.max(64, old.length * 2))
  wide.set(old)
  return wide
}

function recordsOf(bucket: { file: number | undefined; written: number; chunk: Uint32Array; filled: number }) {
  const records = new Uint32Array(bucket.written + bucket.filled)
  if (bucket.file !== undefined) {
    const bytes = new Uint8Array(records.buffer, 0, bucket.written * 4)
    for (let at = 0; at < bytes.length; ) {
      const read = readSync(bucket.file, bytes, at, Math.min(bytes.length - at, 1 << 26), at)
      if (read === 0) throw new Error("a temporary file of pairs was cut short")
      at += read
    }
  }
  records.set(bucket.chunk.subarray(0, bucket.filled), bucket.written)
  return records
}

function* added(records: Uint32Array, isEnough: (rare: number, common: number) => boolean): Generator<Met> {
  const count = records.length / 2
  const as = new Uint32Array(count)
  const bs = new Uint32Array(count)
  for (let i = 0; i < count; i++) {
    as[i] = records[2 * i]!
    bs[i] = records[2 * i + 1]!
  }
  // The sort is stable, so sorting by the lesser key first orders by both.
  radixSort(bs, as)
  radixSort(as, bs)
  for (let i = 0; i < count; ) {
    const a = as[i]!
    const b = bs[i]! >>> 2
    let [rare, common] = [0, 0]
    for (; i < count && as[i] === a && bs[i]! >>> 2 === b; i++) {
      const kind = bs[i]! & 3
      const weight = (kind & 1) + 1
      if (kind < 2) rare += weight
      else common += weight
    }
    if (isEnough(rare, common)) yield { a, b, rare, common }
  }
}
