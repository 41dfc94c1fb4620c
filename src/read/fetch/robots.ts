import robotsParser from "robots-parser"
import { readCapped } from "../bytes.ts"
import { decodedBody } from "./answer.ts"
import type { HttpMessage } from "./request.ts"

/** What a site lets a reader do. */
export interface Rules {
  mayRead(url: string): boolean
  /** How long the site wants to be left alone between requests. */
  readonly delayMs: number
}

const LONGEST_DELAY_MS = 30_000

/** A larger robots.txt forbids everything, as one that cannot be had. */
const LONGEST = 500_000
/** What Hearsay answers to in a robots.txt. */
const NAME = "hearsay"

/** The rules of sites by their origin, each site asked once by `ask`. */
export function rulebook(ask: (address: string) => Promise<HttpMessage>): (origin: string) => Promise<Rules> {
  const known = new Map<string, Promise<Rules>>()
  return origin => {
    const rules = known.get(origin) ?? askForRules(`${origin}/robots.txt`, ask)
    known.set(origin, rules)
    return rules
  }
}

async function askForRules(address: string, ask: (address: string) => Promise<HttpMessage>): Promise<Rules> {
  const answer = await ask(address)
  if (answer.status === 200) {
    const bytes = await readCapped(decodedBody(answer, LONGEST), LONGEST)
    return bytes === "too-large" ? NOTHING : rulesIn(address, new TextDecoder().decode(bytes))
  }
  answer.discard()
  return answer.status >= 500 ? NOTHING : ANYTHING
}

function rulesIn(address: string, text: string): Rules {
  // A CommonJS module: its types say `default`, and Node gives the function.
  const parse = robotsParser as unknown as typeof robotsParser.default
  const robots = parse(address, text)
  return {
    mayRead: url => robots.isAllowed(url, NAME) !== false,
    delayMs: Math.min((robots.getCrawlDelay(NAME) ?? 0) * 1000, LONGEST_DELAY_MS),
  }
}

/** A site without a robots.txt. */
const ANYTHING: Rules = { mayRead: () => true, delayMs: 0 }
/** A site whose robots.txt cannot be had: RFC 9309 wants nothing read then. */
const NOTHING: Rules = { mayRead: () => false, delayMs: 0 }
