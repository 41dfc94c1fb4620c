import { createHash } from "node:crypto"
import { brotliCompressSync, constants, gzipSync } from "node:zlib"
import type { DeskError } from "../model/desk.ts"
import type { Answer } from "./ask.ts"

export const JSON_TYPE = "application/json; charset=utf-8"

// Below it a compressed answer saves no packet.
const WORTH_COMPRESSING_BYTES = 1400
const COMPRESSIBLE = /^(?:text\/|image\/svg|application\/(?:json|[\w.-]+\+(?:json|xml)|javascript|jsonl))/
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }

/** Bytes made ready to be sent in each form that browsers ask for. O(bytes). */
export function ready(bytes: Uint8Array, type: string, status: Answer["status"] = 200, fileName?: string): Answer {
  const compress = bytes.length >= WORTH_COMPRESSING_BYTES && COMPRESSIBLE.test(type)
  return {
    status,
    type,
    bytes,
    etag: `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`,
    ...(compress && { gzip: gzipSync(bytes), brotli: brotliCompressSync(bytes, BROTLI) }),
    ...(fileName !== undefined && { fileName }),
  }
}

/** A record as an answer. */
export const readyJson = (record: unknown, status: Answer["status"] = 200): Answer =>
  ready(Buffer.from(JSON.stringify(record)), JSON_TYPE, status)

/** What the desk says when it cannot give what was asked for. */
export function deskError(code: DeskError["error"]["code"], message: string, hint?: string): DeskError {
  return { error: { code, message, ...(hint !== undefined && { hint }) } }
}
