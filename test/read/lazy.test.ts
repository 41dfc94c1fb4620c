import { readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { expect, it } from "vitest"

const root = join(import.meta.dirname, "../../src/read")

/** Packages that a file and what it imports at once load; imports of types alone load nothing. */
function packagesOf(file: string, seen: Set<string>): string[] {
  if (seen.has(file)) return []
  seen.add(file)
  const imports = readFileSync(file, "utf8").matchAll(/^(?:import|export) (?!type )[^"]*from "([^"]+)"/gm)
  return [...imports].flatMap(([, path]) => {
    if (path!.startsWith(".")) return packagesOf(join(dirname(file), path!), seen)
    return path!.startsWith("node:") ? [] : [path!]
  })
}

it("reading loads no package before a format that needs one is met", () => {
  const seen = new Set<string>()
  expect(packagesOf(join(root, "read.ts"), seen)).toEqual([])
  expect(seen.size).toBeGreaterThan(15)
})
