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

/** The first bytes of a stream, at least `enough` where it has so many, and the whole stream again. */
export async function peek(
  stream: AsyncIterable<Uint8Array>,
  isEnough: (head: readonly Uint8Array[], length: number) => boolean,
): Promise<{ head: Uint8Array; stream: AsyncIterable<Uint8Array> }> {
  const chunks = stream[Symbol.asyncIterator]()
  const peeked: Uint8Array[] = []
  let length = 0
  while (!isEnough(peeked, length)) {
    const { value, done } = await chunks.next()
    if (done) break
    peeked.push(value)
    length += value.length
  }
  return { head: peeked.length === 1 ? peeked[0]! : join(peeked, length), stream: again(peeked, chunks) }
}

async function* again(peeked: readonly Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* peeked
    yield* { [Symbol.asyncIterator]: () => rest }
  } finally {
    await rest.return?.()
  }
}

/** A stream of UTF-16 with a byte order mark as UTF-8; any other stream as it is. */
export async function* toUtf8(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
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

/** Pieces as one. */
export function join(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
