import { readFileSync } from "node:fs"
import { expect, it } from "vitest"
import { BUGS } from "../../bench/planted-bugs.ts"

it.each(BUGS)("a bug can be planted in $stage: $what", ({ file, from, to }) => {
  expect(readFileSync(file, "utf8").split(from)).toHaveLength(2)
  expect(to).not.toBe(from)
})
