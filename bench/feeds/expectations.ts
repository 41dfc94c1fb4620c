import { readdirSync, readFileSync, statSync } from "node:fs"
import { join } from "node:path"
import { decode } from "../../src/read/decode.ts"

/** The fields that are compared. */
export type FeedField =
  | "title"
  | "link"
  | "guid"
  | "date"
  | "content"
  | "byline"
  | "outlet"
  | "outlet link"
  | "language"

/** What one of the collection's feeds must give in one place. `entry`: which of its entries; missing: the feed itself. */
export interface Expectation {
  readonly field: FeedField
  readonly entry: number | undefined
  /** As the collection writes it: text or HTML, or a moment as `2004-01-01T19:48:21Z`. */
  readonly value: string
}

/** A feed of the collection with what it must give. */
export interface ExpectedFeed {
  readonly file: string
  readonly text: string
  readonly address: string
  readonly expected: readonly Expectation[]
}

/** The place that the collection's own tests serve its files from. */
const SERVED_AT = "http://127.0.0.1:8097/"

/** Every feed of the collection that says something about a field that Hearsay reads; of 2,107 files about half do. */
export function expectedFeeds(folder: string): ExpectedFeed[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter(file => statSync(join(folder, file)).isFile())
    .sort()
    .flatMap(file => {
      const text = textOf(readFileSync(join(folder, file)))
      const head = text.slice(0, 6000)
      const expected = expectationsIn(/Expect:\s*([^\n]*)/.exec(head)?.[1] ?? "")
      const location = /Content-Location:\s*(\S+)/i.exec(head)?.[1]
      const address = URL.parse(location ?? "", `${SERVED_AT}tests/${file}`)?.href ?? SERVED_AT
      return expected.length === 0 ? [] : [{ file, text, address, expected }]
    })
}

function textOf(bytes: Uint8Array): string {
  const charset = /charset\s*=\s*["']?([\w-]+)/i.exec(new TextDecoder("latin1").decode(bytes.subarray(0, 300)))?.[1]
  const decoded = decode(bytes, charset)
  return decoded.kind === "text" ? decoded.text : ""
}

const FIELD_OF_PATH: ReadonlyMap<string, FeedField> = new Map([
  ["title", "title"],
  ["title_detail.value", "title"],
  ["link", "link"],
  ["id", "guid"],
  ["guid", "guid"],
  ["published_parsed", "date"],
  ["updated_parsed", "date"],
  ["created_parsed", "date"],
  ["modified_parsed", "date"],
  ["issued_parsed", "date"],
  ["content.0.value", "content"],
  ["summary", "content"],
  ["summary_detail.value", "content"],
  ["description", "content"],
  ["author", "byline"],
  ["author_detail.name", "byline"],
  ["language", "language"],
])

const COMPARISON =
  /(?:entries\[(\d+)\]|(feed))((?:\[(?:'[a-z_]+'|"[a-z_]+"|\d+)\]|\.[a-z_]+)+)\s*==\s*(u?'(?:[^'\\]|\\.)*'(?!\s*\+)|u?"(?:[^"\\]|\\.)*"(?!\s*\+)|\([\d, ]+\))/g

/** The comparisons that a test of the collection, written in Python, makes with a constant. */
function expectationsIn(test: string): Expectation[] {
  return [...test.matchAll(COMPARISON)].flatMap(([, entry, , path, value]) => {
    const field = FIELD_OF_PATH.get(
      path!
        .replace(/\[['"]?|\./g, ".")
        .replace(/['"]?\]/g, "")
        .slice(1),
    )
    const place = field && placeOf(field, entry === undefined ? undefined : Number(entry))
    return place === undefined ? [] : [{ ...place, value: constant(value!) }]
  })
}

/** Of a feed itself, Hearsay reads its title, link and language. */
function placeOf(
  field: FeedField,
  entry: number | undefined,
): { field: FeedField; entry: number | undefined } | undefined {
  if (entry !== undefined) return { field, entry }
  if (field === "title") return { field: "outlet", entry }
  if (field === "link") return { field: "outlet link", entry }
  return field === "language" ? { field, entry } : undefined
}

function constant(written: string): string {
  if (written.startsWith("(")) return moment(written.slice(1, -1).split(",").map(Number))
  return written.replace(/^u?["']|["']$/g, "").replace(/\\(u[\da-f]{4}|x[\da-f]{2}|.)/gi, (_, code: string) => {
    if (/^[ux]./i.test(code)) return String.fromCharCode(Number.parseInt(code.slice(1), 16))
    return { n: "\n", t: "\t", r: "\r" }[code] ?? code
  })
}

const moment = ([year, month, day, hour, minute, second]: number[]) =>
  `${new Date(Date.UTC(year!, month! - 1, day, hour, minute, second)).toISOString().slice(0, 19)}Z`
