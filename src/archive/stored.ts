import { constants, zstdCompressSync, zstdDecompressSync } from "node:zlib"
import type { Unnamed } from "../extract/identify.ts"
import type { Report } from "../model/report.ts"

/** What the archive keeps of a report: it as it was handed in, or, of a page, the witness its text was taken for. */
export type Stored =
  | { readonly kind: "report"; readonly report: Report }
  | { readonly kind: "page"; readonly witness: Unnamed }

/** Reports in a block, which is compressed as one: alike enough to shrink well, few enough to read one quickly. */
export const BLOCK_REPORTS = 8

const LEVEL = { params: { [constants.ZSTD_c_compressionLevel]: 1 } }

/** A block of reports, or any record, compressed. */
export function pack(record: unknown): Uint8Array {
  return zstdCompressSync(JSON.stringify(record), LEVEL)
}

/** What {@link pack} was given. `most` limits its size in bytes, since a file may be damaged. */
export function unpack(bytes: Uint8Array, most = 2 ** 30): unknown {
  return JSON.parse(zstdDecompressSync(bytes, { maxOutputLength: most }).toString("utf8"))
}
