import { hash } from "node:crypto"
import { basename } from "node:path"
import { sketchOf } from "../detect/sketch.ts"
import { extractOne, placeOf } from "../extract/extract.ts"
import type { Problem } from "../model/problem.ts"
import type { Report } from "../model/report.ts"
import { addressOf, hash53 } from "./address.ts"
import { BLOCK_REPORTS, pack, type Stored } from "./stored.ts"

/** What the archive's table of reports says of one, before it has a number. */
export interface Row {
  /** Equal for equal reports: the same one handed in again is known by it. */
  readonly content: string
  /** Equal for versions of one page, where it has an address. */
  readonly address: number | null
  /** Equal for reports of one outlet, 0 where it is unknown. */
  readonly outletCode: number
  readonly outlet: string | null
  readonly title: string | null
  readonly url: string | null
  readonly published: string | null
  readonly observed: string | null
  readonly modified: string | null
  readonly language: string | null
  readonly credits: string | null
  readonly place: string
  readonly words: number
  /** Of its block among those of this batch, and its place there. */
  readonly block: number
  readonly slot: number
  /** Its features are the next so many of the batch. */
  readonly features: number
  /** The page as it was handed in, compressed. */
  readonly capture: Uint8Array | null
}

/** A batch of reports made ready to be written. */
export interface Taken {
  readonly rows: readonly Row[]
  readonly blocks: readonly Uint8Array[]
  readonly parts: Uint8Array
  readonly keys: Uint32Array
  readonly problems: readonly Problem[]
}

/**
 * Makes reports ready for the archive: reads pages, takes a sketch of each text, compresses. Of a report handed in as text no more is
 * read here than its sketch needs; the rest waits until it has kin, or somebody looks.
 */
export function take(reports: readonly Report[]): Taken {
  const rows: Row[] = []
  const stored: Stored[] = []
  const parts: Uint8Array[] = []
  const keys: Uint32Array[] = []
  const problems: Problem[] = []
  for (const report of reports) {
    const read = readOne(report)
    problems.push(...read.problems)
    if (!read.stored) continue
    const { fields, text } = read
    const sketch = sketchOf(fields.title === undefined ? text : `${fields.title}\n${text}`)
    parts.push(sketch.parts)
    keys.push(sketch.keys)
    rows.push({
      ...rowOf(fields, text),
      block: Math.floor(stored.length / BLOCK_REPORTS),
      slot: stored.length % BLOCK_REPORTS,
      words: sketch.words,
      features: sketch.keys.length,
      capture: report.text === undefined && report.html !== undefined ? pack(report.html) : null,
    })
    stored.push(read.stored)
  }
  return { rows, blocks: inBlocks(stored), parts: joined(Uint8Array, parts), keys: joined(Uint32Array, keys), problems }
}

type Read =
  | { stored: Stored; fields: Omit<Report, "html" | "text">; text: string; problems: readonly Problem[] }
  | { stored?: undefined; problems: readonly Problem[] }

function readOne(report: Report): Read {
  if (report.text === undefined) {
    const { witness, problems } = extractOne(report)
    if (!witness) return { problems }
    return { stored: { kind: "page", witness }, fields: witness, text: witness.text, problems }
  }
  if (report.text.trim() === "")
    return { problems: [{ code: "empty-file", where: placeOf(report), message: "The report has no text." }] }
  const { html: _, ...own } = report
  return { stored: { kind: "report", report: own }, fields: own, text: report.text, problems: [] }
}

function rowOf(fields: Omit<Report, "html" | "text">, text: string) {
  const { outlet, title, url, guid, version, published, observed, modified, language, credits } = fields
  const place = placeOf(fields)
  const known = [url, guid, version, outlet, title, published]
  const file = basename(place).replace(/:\d+$/, "")
  // Without anything that tells two reports of the same words apart, the name of the file does.
  const name = url === undefined && guid === undefined && outlet === undefined ? file : ""
  const page = url ?? (guid === undefined ? undefined : scoped(guid, outlet ?? file))
  return {
    content: hash("sha1", JSON.stringify([...known, name, text]), "base64url").slice(0, 22),
    address: page === undefined ? null : addressOf(page),
    outletCode: codeOfOutlet(outlet, url),
    outlet: outlet ?? null,
    title: title ?? null,
    url: url ?? null,
    published: published ?? null,
    observed: observed ?? null,
    modified: modified ?? null,
    language: language ?? null,
    credits: credits === undefined || credits.length === 0 ? null : JSON.stringify(credits),
    place,
  }
}

/** An id that is a number or a word means something to its sender alone; a URI or a tag means the same everywhere. */
const scoped = (guid: string, sender: string) => (/^[a-z][\w+.-]*:/i.test(guid) ? guid : `${sender}\n${guid}`)

function codeOfOutlet(outlet: string | undefined, url: string | undefined): number {
  const name = outlet ?? /^https?:\/\/(?:www\.)?([^/:?#]{1,253})/i.exec(url ?? "")?.[1]
  return name === undefined ? 0 : (hash53(name.toLowerCase()) % 0xffffffff) + 1
}

function inBlocks(stored: readonly Stored[]): Uint8Array[] {
  const blocks: Uint8Array[] = []
  for (let i = 0; i < stored.length; i += BLOCK_REPORTS) blocks.push(pack(stored.slice(i, i + BLOCK_REPORTS)))
  return blocks
}

function joined<T extends Uint8Array | Uint32Array>(kind: new (length: number) => T, arrays: readonly T[]): T {
  const whole = new kind(arrays.reduce((sum, array) => sum + array.length, 0))
  let at = 0
  for (const array of arrays) {
    whole.set(array as never, at)
    at += array.length
  }
  return whole
}
