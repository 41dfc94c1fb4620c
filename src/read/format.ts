/** What a file is written in. */
export type Format = "text" | "markdown" | "html" | "json" | "json-lines"

const BY_EXTENSION: ReadonlyMap<string, Format> = new Map([
  ["txt", "text"],
  ["text", "text"],
  ["md", "markdown"],
  ["markdown", "markdown"],
  ["html", "html"],
  ["htm", "html"],
  ["xhtml", "html"],
  ["json", "json"],
  ["jsonl", "json-lines"],
  ["ndjson", "json-lines"],
])

/** What a file's name promises; undefined for a name that promises nothing Hearsay reads. */
export function formatOfName(path: string): Format | undefined {
  const name = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1)
  const dot = name.lastIndexOf(".")
  return dot > 0 ? BY_EXTENSION.get(name.slice(dot + 1).toLowerCase()) : undefined
}

/** Names of files that describe a folder and are no reports in it. */
const ABOUT_THE_FOLDER = /^(?:readme|licen[cs]e|notice|changelog|contributing)\b/i

/** Whether a file met in a folder is read: a format Hearsay knows, not hidden, and not about the folder itself. */
export function isReportName(name: string): boolean {
  return !name.startsWith(".") && !ABOUT_THE_FOLDER.test(name) && formatOfName(name) !== undefined
}

/** Formats that are known and not read, by their first bytes. */
const SIGNATURES: readonly (readonly [string, string])[] = [
  ["%PDF-", "PDF"],
  ["PK\u0003\u0004", "ZIP (or a document packed in one, such as DOCX)"],
  ["\u001f\u008b", "gzip"],
  ["{\\rtf", "RTF"],
  ["\u0089PNG", "PNG"],
  ["ÿØÿ", "JPEG"],
  ["SQLite format 3", "SQLite"],
]

/** The name of a format that Hearsay knows and does not read, or undefined. */
export function foreignFormat(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 16))
  return SIGNATURES.find(([signature]) => head.startsWith(signature))?.[1]
}

/** What a text looks like from its first characters. A page is a page whatever its name. */
export function formatOfText(text: string, promised: Format | undefined): Format {
  const head = text.slice(0, 2000).trimStart()
  if (promised !== "json" && promised !== "json-lines" && looksLikePage(head)) return "html"
  if (promised) return promised
  if (/^\{\s*(?:"|$)|^\[\s*(?:\{|$)/.test(head)) return "json"
  return "text"
}

function looksLikePage(head: string): boolean {
  const bare = head.replace(/^(?:<\?xml[^>]{0,200}>\s{0,20})?(?:<!--(?:(?!-->)[\s\S]){0,1000}-->\s{0,20}){0,5}/, "")
  return /^<(?:!doctype\s+html|html|head|body|article|main|div|p|h1)\b/i.test(bare)
}
