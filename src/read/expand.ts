import type { Transform } from "node:stream"
import zlib from "node:zlib"

/** How bytes were made smaller. */
export type Compression = "gzip" | "zstd" | "br" | "deflate" | "deflate-raw"

/** A compressed stream that ends too early, does not fit its own checks, or swells like a bomb. What came before was given. */
export class BrokenStream extends Error {
  readonly kind: "cut" | "broken" | "bomb"

  constructor(kind: "cut" | "broken" | "bomb", message: string) {
    super(message)
    this.name = "BrokenStream"
    this.kind = kind
  }
}

/** What the first bytes say about compression. */
export function compressionOf(head: Uint8Array): Compression | undefined {
  if (head[0] === 0x1f && head[1] === 0x8b) return "gzip"
  if (head[0] === 0x28 && head[1] === 0xb5 && head[2] === 0x2f && head[3] === 0xfd) return "zstd"
  return undefined
}

/** So many compressed bytes go in at once: of a stream broken in itself, no more than this is lost before the place. */
const PIECE = 16_384
/** News text shrinks to a quarter; only what was made to swell grows more than this … */
const MOST_GROWTH = 300
/** … once it is larger than this. */
const FREE_BYTES = 32_000_000

/**
 * The bytes that a compressed stream stands for, concatenated members and frames included. Throws `BrokenStream` after the last
 * bytes that could be read. Holds about 100 KB, whatever the stream's size.
 */
export async function* expand(source: AsyncIterable<Uint8Array>, compression: Compression): AsyncGenerator<Uint8Array> {
  let engine = decompressor(compression)
  let given = 0
  let taken = 0
  try {
    for await (const piece of pieces(source)) {
      taken += piece.length
      for (let rest = piece; rest.length > 0; ) {
        for await (const chunk of engine.write(rest)) {
          given += chunk.length
          if (isBomb(given, taken)) throw bomb()
          yield chunk
        }
        throwFailure(engine.failure())
        rest = rest.subarray(rest.length - engine.leftOver())
        if (rest.length > 0) engine = decompressor(compression)
      }
    }
    yield* engine.finish()
    throwFailure(engine.failure())
  } finally {
    engine.destroy()
  }
}

/** Whether so many bytes out of so many compressed ones are no text any more. */
export const isBomb = (given: number, taken: number): boolean => given > FREE_BYTES && given > taken * MOST_GROWTH

/** What ends a stream that swells like a bomb. */
export const bomb = () => new BrokenStream("bomb", `it grows to more than ${MOST_GROWTH} times its size`)

/** Z_BUF_ERROR is zlib's word for an input that ends before it should. */
function throwFailure(failure: NodeJS.ErrnoException | undefined): void {
  if (failure) throw new BrokenStream(failure.code === "Z_BUF_ERROR" ? "cut" : "broken", failure.message)
}

async function* pieces(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    for (let from = 0; from < chunk.length; from += PIECE) yield chunk.subarray(from, from + PIECE)
  }
}

/** One decompressor, fed by hand: what it gives is read before more goes in, so that an error cannot take bytes with it. */
export function decompressor(compression: Compression) {
  const stream = transform(compression)
  let failure: NodeJS.ErrnoException | undefined
  let ended = false
  let written = 0
  let wake = () => {}
  stream.on("readable", () => wake())
  stream.on("end", () => {
    ended = true
    wake()
  })
  stream.on("error", error => {
    failure = error
    wake()
  })
  async function* drain(isTaken: () => boolean): AsyncGenerator<Uint8Array> {
    for (;;) {
      const chunk = stream.read()
      if (chunk !== null) yield chunk
      else if (isTaken() || ended || failure) return
      else
        await new Promise<void>(resolve => {
          wake = resolve
        })
    }
  }
  return {
    async *write(piece: Uint8Array): AsyncGenerator<Uint8Array> {
      let taken = false
      written += piece.length
      stream.write(piece, () => {
        taken = true
        wake()
      })
      yield* drain(() => taken)
    },
    async *finish(): AsyncGenerator<Uint8Array> {
      stream.end()
      yield* drain(() => false)
    },
    failure: () => failure,
    hasEnded: () => ended,
    /** Bytes that lie behind the end of what it took for the whole. */
    leftOver: () => written - (stream as unknown as { bytesWritten: number }).bytesWritten,
    destroy: () => stream.destroy(),
  }
}

function transform(compression: Compression): Transform {
  const options = { chunkSize: 65_536 }
  switch (compression) {
    case "gzip":
      return zlib.createGunzip(options)
    case "zstd":
      return zlib.createZstdDecompress(options)
    case "br":
      return zlib.createBrotliDecompress(options)
    case "deflate":
      return zlib.createInflate(options)
    case "deflate-raw":
      return zlib.createInflateRaw(options)
  }
}
