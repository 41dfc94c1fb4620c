/** What a file is written in, compression taken off. `xml` and `json` are told further by their content. */
export type Format = "text" | "markdown" | "html" | "json" | "json-lines" | "xml" | "warc" | "wacz" | "parquet"

/** What Hearsay reads, for messages. */
export const READABLE =
  "Hearsay reads text, Markdown, HTML, JSON, JSON lines, RSS, Atom, JSON Feed, OPML, NewsML-G2, NITF, ninjs, WARC, WACZ and Parquet, plain or compressed by gzip or zstd."

/** Endings of what is read in a folder, for messages. */
export const ENDINGS =
  ".txt, .md, .html, .json, .jsonl, .xml, .rss, .atom, .opml, .warc, .wacz or .parquet, and .gz or .zst after them"

const BY_EXTENSION: ReadonlyMap<string, Format> = new Map([
  ["txt", "text"],
  ["text", "text"],
  ["md", "markdown"],
  ["markdown", "markdown"],
  ["html", "html"],
  ["htm", "html"],
  ["xhtml", "html"],
  ["json", "json"],
  ["ninjs", "json"],
  ["jsonl", "json-lines"],
  ["ndjson", "json-lines"],
  ["xml", "xml"],
  ["rss", "xml"],
  ["rdf", "xml"],
  ["atom", "xml"],
  ["opml", "xml"],
  ["nitf", "xml"],
  ["newsml", "xml"],
  ["warc", "warc"],
  ["wacz", "wacz"],
  ["parquet", "parquet"],
])

/** What a file's name promises; undefined for a name that promises nothing Hearsay reads. */
export function formatOfName(path: string): Format | undefined {
  const ending = endingOf(path)
  return ending === undefined ? undefined : BY_EXTENSION.get(ending)
}

/** What comes after the last dot of a file's name, in small letters, compression taken off. */
function endingOf(path: string): string | undefined {
  const name = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1).replace(/\.(?:gz|zst)$/i, "")
  const dot = name.lastIndexOf(".")
  return dot > 0 ? name.slice(dot + 1).toLowerCase() : undefined
}

/** The kind of table that a file's name says and that is not read, since its content looks like any text; else undefined. */
export function tableOfName(path: string): "CSV" | "TSV" | undefined {
  const ending = endingOf(path)
  return ending === "csv" ? "CSV" : ending === "tsv" ? "TSV" : undefined
}

/** Which tables are read, for messages. */
export const TABLES =
  "Of tables, JSON lines and Parquet are read, with columns such as text, title, outlet, url and published."

const BY_TYPE: ReadonlyMap<string, Format> = new Map([
  ["text/html", "html"],
  ["application/xhtml+xml", "html"],
  ["text/plain", "text"],
  ["text/markdown", "markdown"],
  ["application/json", "json"],
  ["application/feed+json", "json"],
  ["application/x-ndjson", "json-lines"],
  ["application/jsonl", "json-lines"],
  ["text/xml", "xml"],
  ["application/xml", "xml"],
  ["application/warc", "warc"],
  ["application/wacz", "wacz"],
  ["application/vnd.apache.parquet", "parquet"],
])

/** What a sender's content type promises, such as `text/html; charset=utf-8`. */
export function formatOfType(type: string | undefined): Format | undefined {
  const bare = (type ?? "").split(";")[0]!.trim().toLowerCase()
  return BY_TYPE.get(bare) ?? (bare.endsWith("+xml") ? "xml" : bare.endsWith("+json") ? "json" : undefined)
}

/** Names of files that describe a folder and are no reports in it. */
const ABOUT_THE_FOLDER = /^(?:readme|licen[cs]e|notice|changelog|contributing)\b/i

/** Whether a file met in a folder is read: a format Hearsay knows, not hidden, and not about the folder itself. */
export function isReportName(name: string): boolean {
  return !name.startsWith(".") && !ABOUT_THE_FOLDER.test(name) && formatOfName(name) !== undefined
}

/** Formats that are known by their first bytes and read. */
export function formatOfBytes(head: Uint8Array): "warc" | "zip" | "parquet" | undefined {
  const start = latin1(head, 8)
  if (start.startsWith("WARC/")) return "warc"
  if (start.startsWith("PK\u0003\u0004")) return "zip"
  return start.startsWith("PAR1") ? "parquet" : undefined
}

/** Formats that are known and not read, by their first bytes. */
const SIGNATURES: readonly (readonly [string, string])[] = [
  ["%PDF-", "PDF"],
  ["filedesc://", "ARC (what came before WARC)"],
  ["{\\rtf", "RTF"],
  ["\u0089PNG", "PNG"],
  ["ÿØÿ", "JPEG"],
  ["SQLite format 3", "SQLite"],
  ["BZh", "bzip2"],
  ["\u00fd7zXZ", "xz"],
  ["7z\u00bc\u00af", "7-Zip"],
  ["Rar!", "RAR"],
]

/** The name of a format that Hearsay knows and does not read, or undefined. */
export function foreignFormat(bytes: Uint8Array): string | undefined {
  const head = latin1(bytes, 16)
  return SIGNATURES.find(([signature]) => head.startsWith(signature))?.[1]
}

const latin1 = (bytes: Uint8Array, length: number) => String.fromCharCode(...bytes.subarray(0, length))

/** What a text looks like from its first characters. A page is a page whatever its name, and so is a feed. */
export function formatOfText(
  text: string,
  promised: Format | undefined,
): "text" | "markdown" | "html" | "json" | "json-lines" | "xml" {
  const head = text.slice(0, 2000).trimStart()
  const isJson = promised === "json" || promised === "json-lines"
  if (!isJson && looksLike(head, PAGE)) return "html"
  if (!isJson && looksLike(head, KNOWN_XML)) return "xml"
  if (promised === "xml" && head.startsWith("{")) return "json"
  if (isJson || promised === "text" || promised === "markdown" || promised === "html" || promised === "xml")
    return promised
  if (/^\{\s*(?:"|$)|^\[\s*(?:\{|$)/.test(head)) return "json"
  return /^<\?xml\b/.test(head) ? "xml" : "text"
}

const PAGE = /^<(?:!doctype\s+html|html|head|body|article|main|div|p|h1)\b/i
const KNOWN_XML = /^<(?:rss|rdf:rdf|feed|opml|newsitem|newsmessage|packageitem|nitf)\b/i

function looksLike(head: string, start: RegExp): boolean {
  const bare = head.replace(/^(?:<\?xml[^>]{0,200}>\s{0,20})?(?:<!--(?:(?!-->)[\s\S]){0,1000}-->\s{0,20}){0,5}/, "")
  return start.test(bare)
}
