import { type ByteReader, byteReader, skipTo } from "../byte-reader.ts"
import type { BrokenStream } from "../expand.ts"
import { headersIn } from "./http.ts"
import type { ArchivePart } from "./members.ts"

/** One record of a web archive, or what is wrong at a place where one should be. */
export type WarcRecord =
  | { readonly kind: "record"; readonly headers: ReadonlyMap<string, string>; readonly block: Uint8Array }
  | { readonly kind: "too-large"; readonly headers: ReadonlyMap<string, string> }
  | { readonly kind: "cut"; readonly headers: ReadonlyMap<string, string> }
  | { readonly kind: "wrong"; readonly message: string; readonly headers?: ReadonlyMap<string, string> }
  | { readonly kind: "break"; readonly failure: BrokenStream; readonly headers?: ReadonlyMap<string, string> }

/** Only records of these types hold what was published; of others the block is not kept. */
const KEPT = new Set(["response", "resource", "revisit", "conversion"])
const LONGEST_HEADER = 65_536

/**
 * The records of a web archive (WARC 0.17 to 1.1), one by one. A record whose length is wrong, or that is broken, is named, and
 * reading goes on at the next that can be found. Memory: one block of at most `maxBytes`.
 */
export async function* warcRecords(parts: AsyncIterable<ArchivePart>, maxBytes: number): AsyncGenerator<WarcRecord> {
  const iterator = parts[Symbol.asyncIterator]()
  let isDone = false
  let failure: BrokenStream | undefined
  async function* unbroken(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const { value, done } = await iterator.next()
      isDone ||= !!done
      if (done) return
      if (value.kind === "break") {
        failure = value.failure
        return
      }
      yield value.bytes
    }
  }
  while (!isDone) {
    failure = undefined
    const open = yield* records(byteReader(unbroken()), maxBytes)
    // What the functions above set is not seen by the compiler.
    const broken = failure as BrokenStream | undefined
    if (broken) yield { kind: "break", failure: broken, ...open }
    else if (open) yield { kind: "cut", ...open }
  }
}

type Headers = ReadonlyMap<string, string>

/** Records up to the end; gives the headers of one that the end cut off. */
async function* records(
  reader: ByteReader,
  maxBytes: number,
): AsyncGenerator<WarcRecord, { headers: Headers } | undefined> {
  for (;;) {
    await skipLineEnds(reader)
    const head = await reader.peek(LONGEST_HEADER)
    if (head.length === 0) return undefined
    const end = headerEnd(head)
    const headers = end < 0 ? undefined : headersIn(latin1(head.subarray(0, end)))
    const length = Number(headers?.get("content-length") ?? Number.NaN)
    if (!startsRecord(head) || !headers || !(Number.isSafeInteger(length) && length >= 0)) {
      if (head.length < LONGEST_HEADER && startsRecord(head) && end < 0) return { headers: new Map() }
      yield { kind: "wrong", message: "No record begins where one should.", ...(headers && { headers }) }
      if (!(await skipTo(reader, nextRecord, 8))) return undefined
      continue
    }
    await reader.skip(end)
    const isKept = KEPT.has(headers.get("warc-type")?.toLowerCase() ?? "")
    if (!isKept || length > maxBytes) {
      if ((await reader.skip(length)) < length) return { headers }
      if (isKept) yield { kind: "too-large", headers }
      continue
    }
    const block = await reader.take(length)
    if (block.length < length) return { headers }
    if (await endsHere(reader)) yield { kind: "record", headers, block }
    else {
      yield { kind: "wrong", message: "Its length is not what it says.", headers }
      reader.unread(block)
      if (!(await skipTo(reader, nextRecord, 8))) return undefined
    }
  }
}

/** Two line ends must follow a block; some writers count one too many or too few. */
async function endsHere(reader: ByteReader): Promise<boolean> {
  const next = latin1((await reader.peek(13)).subarray(0, 13))
  return next.trim() === "" || /^(?:\r\n\r\n|\n\n|[\r\n]{0,8}WARC\/)/.test(next)
}

async function skipLineEnds(reader: ByteReader): Promise<void> {
  for (;;) {
    const next = (await reader.peek(1))[0]
    if (next !== 10 && next !== 13) return
    await reader.skip(1)
  }
}

/** Where the header's blank line ends, or -1. */
function headerEnd(head: Uint8Array): number {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.length)
  const strict = bytes.indexOf("\r\n\r\n")
  const loose = bytes.indexOf("\n\n")
  if (strict >= 0 && (loose < 0 || strict < loose)) return strict + 4
  return loose < 0 ? -1 : loose + 2
}

const startsRecord = (head: Uint8Array) => latin1(head.subarray(0, 5)) === "WARC/"

/** Where the next line begins that only a record's first can be, or -1. */
function nextRecord(bytes: Uint8Array): number {
  const at = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf("\nWARC/1.")
  return at < 0 ? -1 : at + 1
}

const latin1 = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1")
