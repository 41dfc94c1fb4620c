import http from "node:http"
import https from "node:https"
import type { Socket } from "node:net"
import { AddressRefused, isPublicAddress, literalAddress, openLookup } from "./address.ts"

/** An HTTP answer whose body has not been read. */
export interface HttpMessage {
  readonly status: number
  readonly headers: http.IncomingHttpHeaders
  /** The body as it comes over the wire. Not reading it to its end closes the connection. */
  readonly body: AsyncIterable<Uint8Array>
  discard(): void
}

/** Limits of one request. */
export interface RequestLimits {
  /** From the start to the last byte. */
  readonly totalMs: number
  /** Without a byte. */
  readonly idleMs: number
  /** Whether addresses that are not on the open net may be asked. */
  readonly allowPrivate: boolean
}

/** Asks once, without following redirects. Throws what the network throws, `AddressRefused`, or a `TimeoutError`. */
export function request(
  url: URL,
  headers: Readonly<Record<string, string>>,
  { totalMs, idleMs, allowPrivate }: RequestLimits,
): Promise<HttpMessage> {
  const literal = literalAddress(url)
  if (!allowPrivate && literal !== undefined && !isPublicAddress(literal)) {
    return Promise.reject(new AddressRefused(url.host, literal))
  }
  const { request: send } = url.protocol === "https:" ? https : http
  const signal = AbortSignal.timeout(totalMs)
  let isSilent = false
  /** Which limit ended it, where one did. */
  const reason = (error: unknown): unknown => {
    if (isSilent) return new Error(`no byte for ${idleMs / 1000} s`, { cause: error })
    return signal.aborted ? new Error(`it took longer than ${totalMs / 1000} s`, { cause: error }) : error
  }
  return new Promise((resolve, reject) => {
    const options = { headers, signal, agent: false, timeout: idleMs, ...(!allowPrivate && { lookup: openLookup }) }
    const asked = send(url, options)
    asked.on("timeout", () => {
      isSilent = true
      asked.destroy()
    })
    if (!allowPrivate) asked.on("socket", socket => socket.on("connect", () => checkPeer(asked, socket, url)))
    asked.on("error", error => reject(reason(error)))
    asked.on("response", answer => {
      // After a redirect or an error nobody reads the body; what happens to it then is of no interest.
      answer.on("error", () => {})
      resolve({
        status: answer.statusCode ?? 0,
        headers: answer.headers,
        body: bodyOf(answer, reason),
        discard: () => answer.destroy(),
      })
    })
    asked.end()
  })
}

/** Looks once more at who answers. */
function checkPeer(asked: http.ClientRequest, { remoteAddress }: Socket, { host }: URL): void {
  if (remoteAddress !== undefined && !isPublicAddress(remoteAddress))
    asked.destroy(new AddressRefused(host, remoteAddress))
}

async function* bodyOf(answer: http.IncomingMessage, reason: (error: unknown) => unknown): AsyncGenerator<Uint8Array> {
  try {
    yield* answer
  } catch (error) {
    throw reason(error)
  } finally {
    answer.destroy()
  }
}
