import { readFileSync } from "node:fs"

/** How Hearsay calls itself when it fetches: name, version, and how whoever runs it can be reached, where they say so. */
export function userAgent(contact: string | undefined): string {
  const { version } = JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8")) as {
    version: string
  }
  const safe = contact?.replace(/[^\x20-\x7e]|[()]/g, "").trim()
  return safe ? `hearsay/${version} (+${safe})` : `hearsay/${version}`
}
