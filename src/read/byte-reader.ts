import { join } from "./bytes.ts"

/** Reads a stream by the byte instead of by the chunk. */
export interface ByteReader {
  /** The next bytes without taking them: at least `length`, or all there are before the end. */
  peek(length: number): Promise<Uint8Array>
  /** The next `length` bytes, or all there are before the end. */
  take(length: number): Promise<Uint8Array>
  /** Some of the next bytes, at most `most`; none at the end. */
  some(most: number): Promise<Uint8Array>
  /** Passes over bytes; gives how many there were. */
  skip(length: number): Promise<number>
  /** Puts bytes back. */
  unread(bytes: Uint8Array): void
}

/** A reader of a stream. Holds what is peeked at and one chunk. */
export function byteReader(source: AsyncIterable<Uint8Array>): ByteReader {
  const chunks = source[Symbol.asyncIterator]()
  let held: Uint8Array = new Uint8Array()
  let ended = false
  const next = async (): Promise<Uint8Array | undefined> => {
    if (ended) return undefined
    const { value, done } = await chunks.next()
    if (done) ended = true
    return done ? undefined : value
  }
  const peek = async (length: number): Promise<Uint8Array> => {
    if (held.length >= length) return held
    const pieces = [held]
    let total = held.length
    while (total < length) {
      const chunk = await next()
      if (!chunk) break
      pieces.push(chunk)
      total += chunk.length
    }
    held = join(pieces, total)
    return held
  }
  const advance = (length: number): Uint8Array => {
    const taken = held.subarray(0, length)
    held = held.subarray(length)
    return taken
  }
  return {
    peek,
    async take(length) {
      await peek(length)
      return advance(length)
    },
    async some(most) {
      if (held.length === 0) held = (await next()) ?? held
      return advance(most)
    },
    async skip(length) {
      let skipped = 0
      while (skipped < length) {
        if (held.length === 0) held = (await next()) ?? held
        if (held.length === 0) break
        skipped += advance(length - skipped).length
      }
      return skipped
    },
    unread(bytes) {
      const start = held.byteOffset - bytes.length
      // What was just taken still stands before what is held; copying would cost the whole chunk each time.
      const isInPlace = bytes.buffer === held.buffer && bytes.byteOffset === start
      held = isInPlace
        ? new Uint8Array(held.buffer, start, bytes.length + held.length)
        : join([bytes, held], bytes.length + held.length)
    },
  }
}

/**
 * Passes over bytes up to where one of the places that `find` gives begins. `find` gets bytes and says where in them it is, or -1;
 * `overlap` is how many bytes it must see together. False at the end of the stream.
 */
export async function skipTo(
  reader: ByteReader,
  find: (bytes: Uint8Array) => number,
  overlap: number,
): Promise<boolean> {
  for (;;) {
    const bytes = await reader.peek(65_536)
    const at = find(bytes)
    if (at >= 0) {
      await reader.skip(at)
      return true
    }
    if (bytes.length < 65_536) return false
    await reader.skip(bytes.length - overlap)
  }
}
