import zlib from "node:zlib"
import { join } from "../bytes.ts"

/** An HTTP answer as an archive keeps it: the body as it came over the wire. */
export interface HttpAnswer {
  readonly status: number
  readonly headers: ReadonlyMap<string, string>
  readonly body: Uint8Array
}

/** Headers by name in lower case, the first of several; a line that begins with white space goes on from the one before. */
export function headersIn(text: string): Map<string, string> {
  const headers = new Map<string, string>()
  for (const line of text.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/)) {
    const colon = line.indexOf(":")
    const name = line.slice(0, colon).trim().toLowerCase()
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim())
  }
  return headers
}

/** The answer that a block of `application/http` holds; undefined when it is none. */
export function httpAnswer(block: Uint8Array): HttpAnswer | undefined {
  const bytes = Buffer.from(block.buffer, block.byteOffset, block.length)
  const strict = bytes.indexOf("\r\n\r\n")
  const loose = strict < 0 ? bytes.indexOf("\n\n") : -1
  const end = strict >= 0 ? strict + 4 : loose >= 0 ? loose + 2 : bytes.length
  const head = bytes.subarray(0, end).toString("latin1")
  const status = /^HTTP\/[\d.]{1,5}\s+(\d{3})/.exec(head)?.[1]
  return status === undefined
    ? undefined
    : { status: Number(status), headers: headersIn(head), body: block.subarray(end) }
}

/**
 * A body with its transfer and content codings undone; `too-large` when it would grow beyond `maxBytes`. Crawlers often keep the
 * header and undo the coding themselves: a body that is not coded as it says is taken as it is.
 */
export function plainBody({ headers, body }: HttpAnswer, maxBytes: number): Uint8Array | "too-large" {
  let plain = /\bchunked\b/i.test(headers.get("transfer-encoding") ?? "") ? unchunked(body) : body
  const codings = (headers.get("content-encoding") ?? "").toLowerCase().split(",").slice(0, 3)
  for (const coding of codings.reverse()) {
    const next = uncoded(plain, coding.trim(), maxBytes)
    if (next === "too-large") return next
    plain = next
  }
  return plain
}

/** The chunks of a body as one. Where it stops being chunked, the rest is left out; where it never was, it is taken whole. */
function unchunked(body: Uint8Array): Uint8Array {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.length)
  const chunks: Uint8Array[] = []
  let total = 0
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf("\r\n", at)
    const size = /^\s*([\da-f]{1,8})\s*(?:;|$)/i.exec(
      bytes.subarray(at, end < 0 ? at : Math.min(end, at + 200)).toString("latin1"),
    )
    if (!size) return chunks.length === 0 ? body : join(chunks, total)
    const length = Number.parseInt(size[1]!, 16)
    if (length === 0) break
    const chunk = bytes.subarray(end + 2, end + 2 + length)
    chunks.push(chunk)
    total += chunk.length
    at = end + 2 + length + 2
  }
  return join(chunks, total)
}

function uncoded(body: Uint8Array, coding: string, maxBytes: number): Uint8Array | "too-large" {
  // A body that was cut off gives what came before.
  const options = { maxOutputLength: maxBytes, finishFlush: zlib.constants.Z_SYNC_FLUSH }
  const attempts: Readonly<Record<string, readonly (() => Uint8Array)[]>> = {
    gzip: [() => zlib.gunzipSync(body, options)],
    "x-gzip": [() => zlib.gunzipSync(body, options)],
    deflate: [() => zlib.inflateSync(body, options), () => zlib.inflateRawSync(body, options)],
    br: [() => zlib.brotliDecompressSync(body, { maxOutputLength: maxBytes })],
    zstd: [() => zlib.zstdDecompressSync(body, { maxOutputLength: maxBytes })],
  }
  for (const attempt of attempts[coding] ?? []) {
    try {
      return attempt()
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") return "too-large"
    }
  }
  return body
}
