import { gzipSync } from "node:zlib"

/** A record of a web archive from its headers and its block. */
export function warcRecord(headers: Readonly<Record<string, string>>, block: string | Uint8Array = ""): Buffer {
  const body = Buffer.from(block as string)
  const all = { "Content-Length": String(body.length), ...headers }
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.concat([Buffer.from(`WARC/1.1\r\n${head.join("")}\r\n`), body, Buffer.from("\r\n\r\n")])
}

/** A captured answer. */
export function response(
  url: string,
  body: string | Uint8Array,
  { status = 200, type = "text/html", http = {}, warc = {} }: ResponseOptions = {},
): Buffer {
  const head = Object.entries({ "Content-Type": type, ...http }).map(([name, value]) => `${name}: ${value}\r\n`)
  const block = Buffer.concat([
    Buffer.from(`HTTP/1.1 ${status} X\r\n${head.join("")}\r\n`),
    Buffer.from(body as string),
  ])
  return warcRecord(
    {
      "WARC-Type": "response",
      "WARC-Target-URI": url,
      "WARC-Date": "2024-03-01T10:00:00Z",
      "Content-Type": "application/http; msgtype=response",
      ...warc,
    },
    block,
  )
}

interface ResponseOptions {
  readonly status?: number
  readonly type?: string
  readonly http?: Readonly<Record<string, string>>
  readonly warc?: Readonly<Record<string, string>>
}

/** Each record as a gzip member of its own, as in a `.warc.gz`. */
export const gzipped = (...records: readonly Buffer[]): Buffer => Buffer.concat(records.map(record => gzipSync(record)))
