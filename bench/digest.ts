import { createHash } from "node:crypto"
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"

/** A short digest of all files below the folders: floors hold for the data they were measured on, and for no other. */
export function digest(data: string, folders: readonly string[]): string {
  const hash = createHash("sha256")
  for (const folder of [...folders].sort())
    for (const entry of readdirSync(join(data, folder), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
      .sort()) {
      hash.update(`${entry.slice(data.length)}\0`)
      hash.update(readFileSync(entry))
    }
  return hash.digest("hex").slice(0, 16)
}
