/** The first line is looked for in this many bytes. */
const PEEKED = 1_000_000

/** Tells from its first line whether a stream is JSON lines, and gives the stream whole again. */
export async function peekJsonLines(
  stream: AsyncIterable<Uint8Array>,
): Promise<{ stream: AsyncIterable<Uint8Array>; isJsonLines: boolean }> {
  const chunks = stream[Symbol.asyncIterator]()
  const peeked: Uint8Array[] = []
  let length = 0
  while (length < PEEKED && !peeked.at(-1)?.includes(10)) {
    const { value, done } = await chunks.next()
    if (done) break
    peeked.push(value)
    length += value.length
  }
  return { stream: again(peeked, chunks), isJsonLines: startsWithObjectLine(peeked) }
}

async function* again(peeked: readonly Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* peeked
  yield* { [Symbol.asyncIterator]: () => rest }
}

function startsWithObjectLine(peeked: readonly Uint8Array[]): boolean {
  const decoder = new TextDecoder()
  const text = peeked.map(chunk => decoder.decode(chunk, { stream: true })).join("")
  const end = text.indexOf("\n")
  if (end < 0 || !text.startsWith("{")) return false
  try {
    JSON.parse(text.slice(0, end))
    return true
  } catch {
    return false
  }
}
