import { createWriteStream } from "node:fs"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { BrokenStream } from "./expand.ts"

/** So much is put on disk of an input that is not a file there. */
const MOST_BYTES = 4_000_000_000

/**
 * Reads what must lie on disk to be read: bytes go to a temporary file, `use` gets its path, and the file is removed after the last
 * of what it gives. At most 4 GB.
 */
export async function* onDisk<T>(
  bytes: AsyncIterable<Uint8Array>,
  use: (path: string) => AsyncGenerator<T>,
): AsyncGenerator<T> {
  const folder = await mkdtemp(join(tmpdir(), "hearsay-"))
  try {
    const path = join(folder, "input")
    await pipeline(Readable.from(limited(bytes)), createWriteStream(path))
    yield* use(path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function* limited(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let total = 0
  for await (const chunk of bytes) {
    total += chunk.length
    if (total > MOST_BYTES) throw new BrokenStream("bomb", `larger than ${MOST_BYTES / 1e9} GB`)
    yield chunk
  }
}
