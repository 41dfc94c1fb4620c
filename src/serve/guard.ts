import { createHash, timingSafeEqual } from "node:crypto"

/** What the guard looks at. */
export interface Asked {
  readonly method: string
  readonly path: string
  /** A header's value by its name in lower case. */
  readonly header: (name: string) => string | undefined
}

/** Sent with every answer. Scripts and styles come from the desk alone; nothing may frame it, and no other site may read it. */
export const SAFE_HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}

export const TOKEN_HEADER = "x-hearsay-token"

/**
 * Why a request is refused, or `undefined` for one that may pass. It must name this machine as its host (so that no foreign name that was made to
 * lead here passes), come from no other site, and carry the token where it is not for reading alone.
 */
export function refusal(asked: Asked, token: string, hosts: ReadonlySet<string>): string | undefined {
  const { method, path, header } = asked
  if (!hosts.has((header("host") ?? "").toLowerCase())) return "this desk answers under its own address only"
  const origin = header("origin")
  if (origin !== undefined && !isOwn(origin, hosts)) return "this desk answers its own pages only"
  const isReading = method === "GET" || method === "HEAD"
  const site = header("sec-fetch-site") ?? "none"
  // A link from elsewhere may lead to a page, nothing else.
  const isPage = isReading && !path.startsWith("/api") && (header("sec-fetch-mode") ?? "navigate") === "navigate"
  if (site !== "same-origin" && site !== "none" && !isPage) return "this desk answers its own pages only"
  if (isReading || sameToken(header(TOKEN_HEADER) ?? "", token)) return undefined
  return `what changes something needs the header ${TOKEN_HEADER}; load the page again`
}

/** The names under which the desk may be asked, with its port. */
export const hostsOf = (port: number): ReadonlySet<string> =>
  new Set(
    ["127.0.0.1", "localhost", "[::1]"].flatMap(name => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`])),
  )

function isOwn(origin: string, hosts: ReadonlySet<string>): boolean {
  return origin.startsWith("http://") && hosts.has(origin.slice("http://".length).toLowerCase())
}

/** In a time that does not tell how much of it is right. */
function sameToken(given: string, token: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest()
  return timingSafeEqual(digest(given), digest(token))
}
