import { stat } from "node:fs/promises"
import type { Readable } from "node:stream"
import yauzl from "yauzl"
import { peek } from "../bytes.ts"
import { type Contents, failed } from "../contents.ts"
import { compressionOf } from "../expand.ts"
import { problem } from "../problems.ts"
import { gzipParts, plainParts } from "./members.ts"
import type { Originals } from "./originals.ts"
import { readWarc } from "./warc.ts"

/** A ZIP of more files than this is no crawl … */
const MOST_ENTRIES = 100_000
/** … and neither is one that grows more than so many times; web archives lie in it as they are. */
const MOST_GROWTH = 300
const FREE_BYTES = 100_000_000

/**
 * The pages in a WACZ: a ZIP with web archives in its folder `archive/`, read one after the other as `readWarc` does. Nothing is
 * unpacked to disk. A ZIP that would grow beyond reason is not opened.
 */
export async function* readWacz(
  path: string,
  where: string,
  maxBytes: number,
  seen: Originals,
): AsyncGenerator<Contents> {
  let zip: yauzl.ZipFile | undefined
  try {
    zip = await open(path)
    const archives = await archivesIn(zip, (await stat(path)).size)
    if (typeof archives === "string")
      yield failed(problem("too-large", where, archives, "It is made to fill memory or disk."))
    else if (archives.length === 0) {
      yield failed(
        problem(
          "unknown-format",
          where,
          "A ZIP without web archives in it; only WACZ is read.",
          "Unpack it and give the files.",
        ),
      )
    } else for (const entry of archives) yield* readEntry(zip, entry, `${where}!${entry.fileName}`, maxBytes, seen)
  } catch (error) {
    yield failed(
      problem("broken-archive", where, `The ZIP cannot be read on: ${(error as Error).message.replace(/\.+$/, "")}.`),
    )
  } finally {
    zip?.close()
  }
}

async function* readEntry(
  zip: yauzl.ZipFile,
  entry: yauzl.Entry,
  where: string,
  maxBytes: number,
  seen: Originals,
): AsyncGenerator<Contents> {
  const { head, stream } = await peek(await openEntry(zip, entry), (_, length) => length >= 4)
  const parts = compressionOf(head) === "gzip" ? gzipParts(stream) : plainParts(stream)
  yield* readWarc(parts, where, maxBytes, seen)
}

const open = (path: string) =>
  new Promise<yauzl.ZipFile>((resolve, reject) => {
    yauzl.open(path, { lazyEntries: true, autoClose: false }, (error, zip) => (error ? reject(error) : resolve(zip)))
  })

const openEntry = (zip: yauzl.ZipFile, entry: yauzl.Entry) =>
  new Promise<Readable>((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)))
  })

/** The entries that are web archives, in the order of their names; a message when the ZIP is not to be opened. */
function archivesIn(zip: yauzl.ZipFile, size: number): Promise<yauzl.Entry[] | string> {
  if (zip.entryCount > MOST_ENTRIES) return Promise.resolve(`A ZIP of ${zip.entryCount} files.`)
  return new Promise((resolve, reject) => {
    const found: yauzl.Entry[] = []
    let total = 0
    zip.on("error", reject)
    zip.on("end", () => resolve(found.sort((a, b) => (a.fileName < b.fileName ? -1 : 1))))
    zip.on("entry", (entry: yauzl.Entry) => {
      if (/^archive\/[^/]+\.warc(?:\.gz)?$/.test(entry.fileName)) {
        found.push(entry)
        total += entry.uncompressedSize
      }
      if (total > FREE_BYTES && total > size * MOST_GROWTH)
        resolve(`A ZIP that grows to more than ${MOST_GROWTH} times its size.`)
      else zip.readEntry()
    })
    zip.readEntry()
  })
}
