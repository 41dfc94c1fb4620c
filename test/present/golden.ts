import { readFileSync, writeFileSync } from "node:fs"
import { expect } from "vitest"

/** Compares with `test/golden/<name>`; `UPDATE_GOLDEN=1` writes it anew, to be read in the diff. */
export function expectGolden(name: string, actual: string): void {
  const file = new URL(`../golden/${name}`, import.meta.url)
  if (process.env.UPDATE_GOLDEN) writeFileSync(file, actual)
  expect(actual).toBe(readFileSync(file, "utf8"))
}
