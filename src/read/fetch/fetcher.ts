import type { Problem } from "../../model/problem.ts"
import { userAgent } from "./agent.ts"
import { decodedBody, headersFor, problemOf, Refused, refusalOf, type Validators, validatorsOf } from "./answer.ts"
import { pacer } from "./pace.ts"
import { type HttpMessage, request } from "./request.ts"
import { rulebook } from "./robots.ts"

export type { Validators } from "./answer.ts"

/** How addresses are fetched. */
export interface FetchOptions {
  /** Whether private and loopback addresses may be asked: all, or only these hosts (`localhost:8080`). Default: none. */
  readonly allowPrivate?: boolean | readonly string[]
  /** Milliseconds between two requests to one host; default 1000. A host's own wish in robots.txt is kept too, up to 30 s. */
  readonly hostGapMs?: number
  /** Milliseconds from the first byte asked to the last byte read; default two minutes. */
  readonly totalMs?: number
  /** Milliseconds without a byte; default 20,000. */
  readonly idleMs?: number
  /** Most bytes that come over the wire for one address; default 1 GB. A document has its own limit beside it. */
  readonly maxBytes?: number
  /** An address or web page under which whoever fetches can be reached; part of the user agent. */
  readonly contact?: string
  /** What is known of an address from the last time; an answer "not modified" is then no report. */
  readonly known?: (url: string) => Validators | undefined
  /** Told of each answer under the address that was asked for. */
  readonly onAnswer?: (url: string, answer: Validators & { readonly status: number }) => void
}

/** What fetching an address gives. */
export type Fetched =
  | {
      readonly kind: "content"
      /** After redirects. */
      readonly url: string
      readonly type: string | undefined
      readonly observed: string
      readonly bytes: AsyncIterable<Uint8Array>
    }
  | { readonly kind: "unchanged" }
  | { readonly kind: "problem"; readonly problem: Problem }

/** What fetches addresses, one rate and one memory of robots.txt for all. */
export interface Fetcher {
  /** What the address gives; never throws for what the network does. */
  fetch(address: string): Promise<Fetched>
}

const MOST_REDIRECTS = 5
const HOSTS_AT_ONCE = 8

/**
 * Fetches addresses politely and warily: robots.txt is kept, each host asked once a second, up to eight hosts at once; every hop of
 * a redirect is checked, the address at the moment of connecting; time, size and swelling are limited. Nothing is thrown for
 * what the network does: it is a problem, or `BrokenStream` while the body is read.
 */
export function fetcher({
  allowPrivate = false,
  hostGapMs = 1000,
  totalMs = 120_000,
  idleMs = 20_000,
  maxBytes = 1_000_000_000,
  contact,
  known = () => undefined,
  onAnswer = () => {},
}: FetchOptions = {}): Fetcher {
  const pace = pacer(hostGapMs, HOSTS_AT_ONCE)
  const agent = userAgent(contact)
  const mayBePrivate = ({ host }: URL) =>
    typeof allowPrivate === "boolean" ? allowPrivate : allowPrivate.includes(host)

  const ask = (url: URL, validators?: Validators, delayMs?: number): Promise<HttpMessage> =>
    pace.turn(
      url.host,
      () => request(url, headersFor(agent, validators), { totalMs, idleMs, allowPrivate: mayBePrivate(url) }),
      delayMs,
    )

  /** Follows redirects; before each hop `check` may refuse it. */
  async function follow(start: URL, check: (url: URL) => Promise<number>, validators?: Validators) {
    let url = start
    for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
      const answer = await ask(url, validators, await check(url))
      const location = REDIRECTS.has(answer.status) ? answer.headers.location : undefined
      if (location === undefined) return { url, answer }
      answer.discard()
      const next = URL.parse(location, url.href)
      if (!next || !/^https?:$/.test(next.protocol))
        throw new Refused("not-fetched", "It redirects to what is no web address.")
      url = next
    }
    throw new Refused("not-fetched", `It redirects more than ${MOST_REDIRECTS} times.`)
  }

  const rules = rulebook(async address => (await follow(new URL(address), async () => 0)).answer)

  async function checkRules(url: URL): Promise<number> {
    const { mayRead, delayMs } = await rules(url.origin)
    if (!mayRead(url.href))
      throw new Refused("robots-refused", `The site's robots.txt does not let ${url.pathname} be read.`)
    return delayMs
  }

  async function fetchWhole(address: string): Promise<Fetched> {
    const { url, answer } = await follow(new URL(address), checkRules, known(address))
    onAnswer(address, { status: answer.status, ...validatorsOf(answer) })
    if (answer.status === 304) return { kind: "unchanged" }
    const refusal = refusalOf(answer, address, maxBytes)
    if (refusal) {
      answer.discard()
      return { kind: "problem", problem: refusal }
    }
    const observed = `${new Date().toISOString().slice(0, 19)}Z`
    return {
      kind: "content",
      url: url.href,
      type: answer.headers["content-type"],
      observed,
      bytes: decodedBody(answer, maxBytes),
    }
  }

  return {
    async fetch(address) {
      try {
        return await fetchWhole(address)
      } catch (error) {
        return { kind: "problem", problem: problemOf(error, address) }
      }
    },
  }
}

const REDIRECTS = new Set([301, 302, 303, 307, 308])
