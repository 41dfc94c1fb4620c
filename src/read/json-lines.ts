import { isUtf8 } from "node:buffer"
import { toUtf8 } from "./bytes.ts"
import { batches, type Contents, failed } from "./contents.ts"
import { decode } from "./decode.ts"
import { BrokenStream } from "./expand.ts"
import { readJsonLine } from "./json.ts"
import { type ByteLine, lineCutter } from "./lines.ts"
import { brokenStream, problem, tooLarge } from "./problems.ts"

/**
 * The reports in a stream of JSON lines, in batches. A line that is no report is a problem, `where` of line 3 is `path:3`. Where
 * a compressed stream is cut off, the lines before the cut are kept. Memory: a batch and a line, whatever the stream's size.
 */
export async function* readJsonLines(
  stream: AsyncIterable<Uint8Array>,
  path: string,
  maxBytes: number,
): AsyncGenerator<Contents> {
  const batch = batches(path)
  const lines = lineCutter(maxBytes)
  let filled = 0
  const add = (line: ByteLine) => {
    const contents = readLine(line, path, maxBytes)
    if (!contents) return
    filled++
    batch.add(contents)
  }
  try {
    for await (const chunk of toUtf8(stream)) {
      for (const line of lines.of(chunk)) {
        add(line)
        if (batch.isFull()) yield batch.take()
      }
    }
    for (const line of lines.rest()) add(line)
    if (filled === 0) batch.add(failed(problem("empty-file", path, "The file is empty.")))
  } catch (error) {
    if (!(error instanceof BrokenStream)) throw error
    batch.add(failed(brokenStream(error, path, `after line ${lines.count()}`)))
  }
  yield batch.last()
}

/** Undefined for a blank line. */
function readLine({ line, bytes }: ByteLine, path: string, maxBytes: number): Contents | undefined {
  const where = `${path}:${line}`
  if (bytes === "too-large") return failed(tooLarge(where, maxBytes))
  // The usual case, without a look for other encodings: JSON has no NULs, and begins with its brace.
  if (bytes[0] === 0x7b && isUtf8(bytes)) return readJsonLine(utf8Text(bytes), where)
  if (bytes.every(byte => byte <= 32 && byte >= 9)) return undefined
  const decoded = decode(bytes)
  if (decoded.kind === "binary") return failed(problem("not-text", where, "Binary data, no text."))
  const contents = readJsonLine(decoded.text, where)
  return decoded.doubt ? { ...contents, problems: [{ ...decoded.doubt, where }, ...contents.problems] } : contents
}

const utf8Text = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8")
