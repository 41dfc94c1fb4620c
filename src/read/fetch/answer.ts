import type { Problem } from "../../model/problem.ts"
import { BrokenStream, type Compression, expand } from "../expand.ts"
import { problem, tooLarge } from "../problems.ts"
import { AddressRefused } from "./address.ts"
import type { HttpMessage } from "./request.ts"

/** What a server said of a version, to ask later whether there is a newer one. */
export interface Validators {
  readonly etag?: string
  readonly lastModified?: string
}

/** A refusal of ours, told as a problem. */
export class Refused extends Error {
  readonly code: "not-fetched" | "robots-refused"

  constructor(code: "not-fetched" | "robots-refused", message: string) {
    super(message)
    this.code = code
  }
}

/** The problem that an error of the network or a refusal is; a bug is thrown again. */
export function problemOf(error: unknown, address: string): Problem {
  if (error instanceof Refused) return problem(error.code, address, error.message)
  if (error instanceof AddressRefused) {
    return problem(
      "address-refused",
      address,
      `Not asked: ${error.message}.`,
      "Allow it with --allow-private, if you trust it.",
    )
  }
  if (error instanceof BrokenStream) return problem("not-fetched", address, `Not fetched: ${error.message}.`)
  // Network errors have a code, time-outs and what the HTTP parser finds a message; anything else is a bug.
  const { code, message, errors } = error as NodeJS.ErrnoException & { errors?: Error[] }
  if (error instanceof TypeError || error instanceof RangeError) throw error
  return problem(
    "not-fetched",
    address,
    `Not fetched: ${(message || errors?.[0]?.message || code || "no connection").slice(0, 200)}.`,
  )
}

/** What Hearsay says when it asks. */
export function headersFor(agent: string, { etag, lastModified }: Validators = {}): Record<string, string> {
  return {
    "user-agent": agent,
    accept:
      "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5",
    "accept-encoding": "gzip, br, zstd",
    ...(etag !== undefined && { "if-none-match": etag }),
    ...(lastModified !== undefined && { "if-modified-since": lastModified }),
  }
}

/** What an answer says of its version. */
export function validatorsOf({ headers }: HttpMessage): Validators {
  const { etag, "last-modified": lastModified } = headers
  return { ...(etag !== undefined && { etag }), ...(lastModified !== undefined && { lastModified }) }
}

/** Why an answer is not read, if it is not. */
export function refusalOf({ status, headers }: HttpMessage, address: string, maxBytes: number): Problem | undefined {
  if (status < 200 || status > 299) return problem("not-fetched", address, `The server answered ${status}.`)
  if (Number(headers["content-length"] ?? 0) > maxBytes)
    return tooLarge(address, maxBytes, Number(headers["content-length"]))
  return undefined
}

const CODINGS: Readonly<Record<string, Compression>> = {
  gzip: "gzip",
  "x-gzip": "gzip",
  br: "br",
  zstd: "zstd",
  deflate: "deflate",
}

/** The body with its coding undone, both sides limited. Errors of the network become `BrokenStream`. */
export function decodedBody({ headers, body }: HttpMessage, maxBytes: number): AsyncIterable<Uint8Array> {
  const compression = CODINGS[headers["content-encoding"]?.trim().toLowerCase() ?? ""]
  const wire = limited(body, maxBytes)
  return compression ? expand(wire, compression) : wire
}

async function* limited(body: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Uint8Array> {
  let total = 0
  try {
    for await (const chunk of body) {
      total += chunk.length
      if (total > maxBytes) throw new BrokenStream("bomb", `more than ${maxBytes / 1e6} MB came`)
      yield chunk
    }
  } catch (error) {
    if (error instanceof BrokenStream) throw error
    throw new BrokenStream("cut", (error as Error).message)
  }
}
