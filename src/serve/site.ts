import { readdirSync, readFileSync, statSync } from "node:fs"
import { extname, join } from "node:path"
import { ready } from "./answer.ts"
import type { Answer } from "./ask.ts"

/** The built pages. */
export interface Site {
  /** The file of that path as `/assets/…`; `undefined` where there is none. */
  file(path: string): Answer | undefined
  /** The page that every other address gets. */
  index(): Answer
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
}

const NOT_BUILT = `<!doctype html><html lang="en"><head><title>Hearsay</title></head>
<body><p>The pages of the desk are not built. Run: npm run build</p></body></html>`

/**
 * The files under `folder`, read once and kept with their compressed forms: a path that leads to none of them leads nowhere, however it is
 * written. The token stands in the page, where no other site can read it.
 */
export function siteOf(folder: string, token: string): Site {
  let seen = changedAt(folder)
  let files = readFiles(folder, token)
  return {
    file: path => files.get(path),
    index() {
      const now = changedAt(folder)
      if (now !== seen) {
        seen = now
        files = readFiles(folder, token)
      }
      return files.get("/index.html")!
    },
  }
}

const changedAt = (folder: string) => statSync(join(folder, "index.html"), { throwIfNoEntry: false })?.mtimeMs

function readFiles(folder: string, token: string): ReadonlyMap<string, Answer> {
  const files = new Map([["/index.html", page(NOT_BUILT, token)]])
  for (const path of filesIn(folder)) {
    const bytes = readFileSync(join(folder, path))
    const at = `/${path.replaceAll("\\", "/")}`
    const type = TYPES[extname(path)] ?? "application/octet-stream"
    files.set(at, at === "/index.html" ? page(bytes.toString("utf8"), token) : ready(bytes, type))
  }
  return files
}

function filesIn(folder: string): string[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry =>
      join(entry.parentPath, entry.name)
        .slice(folder.length)
        .replace(/^[/\\]+/, ""),
    )
}

/** The page with the token in its head. */
function page(html: string, token: string): Answer {
  const meta = `<meta name="hearsay-token" content="${token}">`
  const without = html.replace(/<meta name="hearsay-token"[^>]{0,200}>/, "")
  return ready(Buffer.from(without.replace("<head>", () => `<head>${meta}`)), TYPES[".html"]!)
}
