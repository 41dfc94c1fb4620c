import { crc32 } from "node:zlib"
import { type ByteReader, byteReader, skipTo } from "../byte-reader.ts"
import { BrokenStream, bomb, decompressor, isBomb } from "../expand.ts"

/** Bytes of an archive in order, or a place where some cannot be read. */
export type ArchivePart =
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  | { readonly kind: "break"; readonly failure: BrokenStream }

/** An archive that is not compressed. */
export async function* plainParts(source: AsyncIterable<Uint8Array>): AsyncGenerator<ArchivePart> {
  for await (const bytes of source) yield { kind: "bytes", bytes }
}

const PIECE = 16_384
/** A file's name and a comment fit in it; what goes on longer is no header. */
const LONGEST_HEADER = 1024

/**
 * The parts of a WARC whose records are gzipped one by one, as they are in a `.warc.gz`. A member that is broken in itself is a
 * break, and reading goes on at the next that can be found: members are told apart here, so that one cannot take its
 * neighbours with it. Memory: one piece.
 */
export async function* gzipParts(source: AsyncIterable<Uint8Array>): AsyncGenerator<ArchivePart> {
  const reader = byteReader(source)
  const size = { taken: 0, given: 0 }
  while ((await reader.peek(1)).length > 0) {
    const header = headerLength((await reader.peek(LONGEST_HEADER)).subarray(0, LONGEST_HEADER))
    let failure: BrokenStream | undefined
    if (header === undefined) {
      failure = new BrokenStream("broken", "no gzip header where one should be")
      // What looks like the beginning of one and is none must not be found again.
      await reader.skip(1)
    } else {
      await reader.skip(header)
      failure = yield* member(reader, size)
    }
    if (failure) yield { kind: "break", failure }
    if (failure?.kind === "bomb" || failure?.kind === "cut") return
    if (failure && !(await skipTo(reader, memberStart, 3))) return
  }
}

/** The bytes of one member, whose header was read; what was wrong with it, if anything. */
async function* member(
  reader: ByteReader,
  size: { taken: number; given: number },
): AsyncGenerator<ArchivePart, BrokenStream | undefined> {
  const engine = decompressor("deflate-raw")
  let check = 0
  try {
    for (;;) {
      const piece = await reader.some(PIECE)
      if (piece.length === 0) return new BrokenStream("cut", "unexpected end of file")
      size.taken += piece.length
      for await (const bytes of engine.write(piece)) {
        size.given += bytes.length
        if (isBomb(size.given, size.taken)) return bomb()
        check = crc32(bytes, check)
        yield { kind: "bytes", bytes }
      }
      const failure = engine.failure()
      if (failure) {
        reader.unread(piece)
        return new BrokenStream("broken", failure.message)
      }
      const left = engine.leftOver()
      if (left === 0) continue
      reader.unread(piece.subarray(piece.length - left))
      return checked(await reader.take(8), check)
    }
  } finally {
    engine.destroy()
  }
}

function checked(trailer: Uint8Array, check: number): BrokenStream | undefined {
  if (trailer.length < 8) return new BrokenStream("cut", "unexpected end of file")
  const expected = new DataView(trailer.buffer, trailer.byteOffset).getUint32(0, true)
  return expected === check ? undefined : new BrokenStream("broken", "the checksum does not fit")
}

/** How long the header of a gzip member is; undefined where none begins. */
function headerLength(head: Uint8Array): number | undefined {
  if (memberStart(head.subarray(0, 4)) !== 0) return undefined
  const flags = head[3]!
  let at = 10
  if (flags & 4) at += 2 + head[at]! + 256 * head[at + 1]!
  for (const flag of [8, 16]) if (flags & flag) at = head.indexOf(0, at) + 1
  if (flags & 2) at += 2
  return at <= head.length && at >= 10 ? at : undefined
}

/** Where a gzip member may begin: its magic number, the one method there is, and flags that exist. */
function memberStart(bytes: Uint8Array): number {
  for (let at = bytes.indexOf(0x1f); at >= 0 && at + 3 < bytes.length; at = bytes.indexOf(0x1f, at + 1)) {
    if (bytes[at + 1] === 0x8b && bytes[at + 2] === 8 && bytes[at + 3]! < 32) return at
  }
  return -1
}
