import { join } from "./bytes.ts"

/** One line of a stream, without its line end; `bytes` is `too-large` where it is longer than the limit. */
export interface ByteLine {
  readonly line: number
  readonly bytes: Uint8Array | "too-large"
}

/**
 * Cuts a stream into lines, chunk by chunk and without an asynchronous step a line. Holds the beginning of one line between
 * chunks, and of a line longer than `maxBytes` nothing. Lines are numbered from 1.
 * @example [...lineCutter(1000).of(Buffer.from("a\nb"))].length // => 1
 */
export function lineCutter(maxBytes: number) {
  let open: Uint8Array[] = []
  let openLength = 0
  let line = 1
  const keep = (piece: Uint8Array) => {
    openLength += piece.length
    if (openLength > maxBytes) open = []
    else if (piece.length > 0) open.push(piece)
  }
  const close = (): ByteLine => {
    const bytes = openLength > maxBytes ? "too-large" : open.length === 1 ? open[0]! : join(open, openLength)
    open = []
    openLength = 0
    return { line: line++, bytes }
  }
  return {
    /** The lines that end in this chunk, but for empty ones. */
    *of(chunk: Uint8Array): Generator<ByteLine> {
      let from = 0
      // Empty lines are counted only: a file made of them would otherwise cost a step each.
      const skipEmpty = () => {
        while (openLength === 0 && chunk[from] === 10) {
          from++
          line++
        }
      }
      skipEmpty()
      for (let end = chunk.indexOf(10, from); end >= 0; end = chunk.indexOf(10, from)) {
        keep(chunk.subarray(from, end))
        yield close()
        from = end + 1
        skipEmpty()
      }
      // A copy, since the stream may use the chunk's memory again.
      if (from < chunk.length) keep(chunk.slice(from))
    },
    /** The last line, where no line end closes it. */
    *rest(): Generator<ByteLine> {
      if (openLength > 0) yield close()
    },
    /** How many lines were given. */
    count: () => line - 1,
  }
}
