/** A stream's bytes, or `too-large` as soon as it has given more than `maxBytes`; the rest is not read. */
export async function readCapped(
  stream: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer> | "too-large"> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of stream) {
    length += chunk.length
    if (length > maxBytes) return "too-large"
    chunks.push(chunk)
  }
  return join(chunks, length)
}

/** One line of a stream, without its line end; `bytes` is `too-large` where it is longer than the limit. */
export interface ByteLine {
  readonly line: number
  readonly bytes: Uint8Array | "too-large"
}

/**
 * The lines of a stream, one by one. Holds one line in memory, and of a line longer than `maxBytes` nothing.
 * Lines are numbered from 1; UTF-16 with a byte order mark is turned into UTF-8 first.
 */
export async function* byteLines(stream: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<ByteLine> {
  let open: Uint8Array[] = []
  let openLength = 0
  let line = 1
  const close = (): ByteLine => {
    const bytes = openLength > maxBytes ? "too-large" : join(open, openLength)
    open = []
    openLength = 0
    return { line: line++, bytes }
  }
  const add = (piece: Uint8Array) => {
    openLength += piece.length
    if (openLength > maxBytes) open = []
    else open.push(piece)
  }
  for await (const chunk of toUtf8(stream)) {
    let from = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      add(chunk.subarray(from, end))
      yield close()
      from = end + 1
    }
    add(chunk.subarray(from))
  }
  if (openLength > 0) yield close()
}

/** A stream of UTF-16 with a byte order mark as UTF-8; any other stream as it is. */
async function* toUtf8(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let decoder: InstanceType<typeof TextDecoder> | undefined
  let first = true
  const encoder = new TextEncoder()
  for await (const chunk of stream) {
    if (first && chunk[0] === 0xff && chunk[1] === 0xfe) decoder = new TextDecoder("utf-16le")
    if (first && chunk[0] === 0xfe && chunk[1] === 0xff) decoder = new TextDecoder("utf-16be")
    first = false
    yield decoder ? encoder.encode(decoder.decode(chunk, { stream: true })) : chunk
  }
}

function join(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
