import type { Report } from "../../model/report.ts"
import { type Contents, failed, inBatches } from "../contents.ts"
import { charsetOf, decode } from "../decode.ts"
import { brokenStream, problem, tooLarge } from "../problems.ts"
import { type HttpAnswer, httpAnswer, plainBody } from "./http.ts"
import type { ArchivePart } from "./members.ts"
import type { Originals } from "./originals.ts"
import { type WarcRecord, warcRecords } from "./records.ts"

type Headers = ReadonlyMap<string, string>

/**
 * The pages in a web archive: answers with status 200 and resources that are HTML or plain text, with address and time of
 * capture. `where` is the archive and the address. What is broken is a problem, and reading goes on with the next record.
 * Memory: one record and a batch.
 */
export function readWarc(
  parts: AsyncIterable<ArchivePart>,
  where: string,
  maxBytes: number,
  seen: Originals,
): AsyncGenerator<Contents> {
  return inBatches(where, each(parts, where, maxBytes, seen))
}

async function* each(
  parts: AsyncIterable<ArchivePart>,
  where: string,
  maxBytes: number,
  seen: Originals,
): AsyncGenerator<Contents> {
  let pages = 0
  for await (const record of warcRecords(parts, maxBytes)) {
    const contents = readRecord(record, where, maxBytes, seen)
    pages += contents.reports.length
    yield contents
  }
  if (pages === 0) yield failed(problem("no-text-field", where, "The archive holds no page with text."))
}

function readRecord(record: WarcRecord, archive: string, maxBytes: number, seen: Originals): Contents {
  const url = record.headers?.get("warc-target-uri")?.replace(/^<(.*)>$/, "$1")
  const where = url ? `${archive} ${url}` : archive
  switch (record.kind) {
    case "wrong":
      return failed(problem("broken-record", where, record.message))
    case "cut":
      return failed(problem("cut-short", where, "The archive ends inside this record; those before it were read."))
    case "break":
      return failed(brokenStream(record.failure, where))
    case "too-large":
      return failed(tooLarge(where, maxBytes))
    case "record":
      return readKept(record.headers, record.block, { url, where, maxBytes, seen })
  }
}

interface Place {
  readonly url: string | undefined
  readonly where: string
  readonly maxBytes: number
  readonly seen: Originals
}

function readKept(headers: Headers, block: Uint8Array, place: Place): Contents {
  const type = headers.get("warc-type")!.toLowerCase()
  if (type === "revisit") return revisit(headers, block, place)
  const contents = page(headers, block, place)
  place.seen.add(headers, contents.reports[0])
  return contents
}

const NOTHING: Contents = { reports: [], problems: [] }

/** The answer in a record: of a resource, the block is the body. */
function answerOf(headers: Headers, block: Uint8Array): HttpAnswer | undefined {
  if (/\bhttp\b/i.test(headers.get("content-type") ?? "")) return httpAnswer(block)
  const type = headers.get("content-type")
  return { status: 200, headers: new Map(type === undefined ? [] : [["content-type", type]]), body: block }
}

function page(headers: Headers, block: Uint8Array, { url, where, maxBytes }: Place): Contents {
  // Crawlers keep their own logs as resources, under addresses that are none of the web.
  if (url !== undefined && !/^https?:/i.test(url)) return NOTHING
  const answer = answerOf(headers, block)
  if (!answer) return failed(problem("broken-record", where, "Holds no HTTP answer."))
  const kind = textKind(answer.headers.get("content-type"))
  if (answer.status !== 200 || !kind) return NOTHING
  const body = plainBody(answer, maxBytes)
  if (body === "too-large") return failed(tooLarge(where, maxBytes))
  const decoded = decode(body, charsetOf(answer.headers.get("content-type")))
  if (decoded.kind === "binary") return failed(problem("not-text", where, "Binary data, no text."))
  if (decoded.text.trim() === "") return NOTHING
  const report: Report = {
    [kind]: decoded.text,
    ...(url && { url }),
    ...(headers.has("warc-date") && { observed: headers.get("warc-date")! }),
    where,
  }
  const doubts = decoded.doubt ? [{ ...decoded.doubt, where }] : []
  const cut = headers.get("warc-truncated")
  if (cut) doubts.push(problem("cut-short", where, `The crawler kept only its beginning (${cut.slice(0, 40)}).`))
  return { reports: [report], problems: doubts }
}

function textKind(type: string | undefined): "html" | "text" | undefined {
  if (/^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(type ?? "")) return "html"
  return /^\s*text\/plain\b/i.test(type ?? "") ? "text" : undefined
}

/** A page seen again unchanged is no second report under its own address, and one under another. */
function revisit(headers: Headers, block: Uint8Array, { url, where, seen }: Place): Contents {
  const type = httpAnswer(block)?.headers.get("content-type")
  if (type !== undefined && !textKind(type)) return NOTHING
  const found = seen.find(headers)
  if (found.kind === "same") return NOTHING
  if (found.kind !== "elsewhere") return failed(missingOriginal(where))
  const { url: _u, observed: _o, ...page } = found.page
  return {
    reports: [
      { ...page, ...(url && { url }), ...(headers.has("warc-date") && { observed: headers.get("warc-date")! }), where },
    ],
    problems: [],
  }
}

const missingOriginal = (where: string) =>
  problem(
    "missing-original",
    where,
    "Says that it equals an earlier capture, which is not in what was read before.",
    "Read the archive that holds the earlier capture first, in the same run.",
  )
