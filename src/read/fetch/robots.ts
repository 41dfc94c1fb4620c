import robotsParser from "robots-parser"

/** What a site lets a reader do. */
export interface Rules {
  mayRead(url: string): boolean
  /** How long the site wants to be left alone between requests. */
  readonly delayMs: number
}

const LONGEST_DELAY_MS = 30_000

/** The rules in a robots.txt for one that calls itself `name`. */
export function rulesIn(address: string, text: string, name: string): Rules {
  // A CommonJS module: its types say `default`, and Node gives the function.
  const parse = robotsParser as unknown as typeof robotsParser.default
  const robots = parse(address, text)
  return {
    mayRead: url => robots.isAllowed(url, name) !== false,
    delayMs: Math.min((robots.getCrawlDelay(name) ?? 0) * 1000, LONGEST_DELAY_MS),
  }
}

/** A site without a robots.txt. */
export const ANYTHING: Rules = { mayRead: () => true, delayMs: 0 }
/** A site whose robots.txt cannot be had: RFC 9309 wants nothing read then. */
export const NOTHING: Rules = { mayRead: () => false, delayMs: 0 }
