import { mkdtemp, open, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { ReadableStream } from "node:stream/web"
import { oneLine } from "../present/visible.ts"

/** A stream as Node has it, which can be left before its end. */
export type NodeStream = ReadableStream<Uint8Array>

/** A file that was sent to the desk is larger than it takes. */
export class TooLarge extends Error {}

/** A folder for files that are sent to the desk, until they are read. */
export interface Uploads {
  /** Writes a stream to a file of the desk's own naming; its ending is kept, since it tells the format. */
  save(name: string, body: NodeStream): Promise<{ readonly path: string; readonly name: string }>
  close(): Promise<void>
}

const LONGEST_NAME = 200

export async function uploadsOf(mostBytes: number): Promise<Uploads> {
  const folder = await mkdtemp(join(tmpdir(), "hearsay-desk-"))
  let last = 0
  return {
    async save(name, body) {
      const path = join(folder, `${++last}${endingOf(name)}`)
      const file = await open(path, "wx", 0o600)
      try {
        let bytes = 0
        // Left uncancelled where it is too long, so that the sender can still be told.
        for await (const chunk of body.values({ preventCancel: true })) {
          bytes += chunk.length
          if (bytes > mostBytes) throw new TooLarge(`a file may have ${mostBytes} bytes at most`)
          await file.writeFile(chunk)
        }
      } catch (error) {
        await rm(path, { force: true })
        throw error
      } finally {
        await file.close()
      }
      return { path, name: oneLine(name.replace(/^.*[/\\]/s, ""), LONGEST_NAME) || "a file" }
    },
    close: () => rm(folder, { recursive: true, force: true }),
  }
}

/** One or two endings such as `.jsonl.gz`, of letters and digits alone. */
function endingOf(name: string): string {
  return /(?:\.[a-z0-9]{1,8}){1,2}$/i.exec(name.slice(-20))?.[0] ?? ""
}
