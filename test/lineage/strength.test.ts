import { describe, expect, it } from "vitest"
import { maxQueue } from "../../src/lineage/queue.ts"
import { strengthsOf } from "../../src/lineage/strength.ts"
import type { Alignment } from "../../src/model/passage.ts"

/** "0-1 .5 2=4": two witnesses, their coverage, and the sentences that are the same in both. */
function parse(line: string): Alignment {
  const [pair = "", coverage = "", ...twins] = line.split(" ")
  const [a, b] = pair.split("-").map(Number) as [number, number]
  const beads = twins.map(twin => {
    const [x, y] = twin.split("=").map(Number) as [number, number]
    return { a: { first: x, end: x + 1 }, b: { first: y, end: y + 1 }, similarity: 1, verbatim: true }
  })
  const share = { a: Number(coverage), b: Number(coverage) }
  const kinship = {
    a: `w${a}`,
    b: `w${b}`,
    kind: "rewrite" as const,
    coverage: share,
    longestRunWords: 9,
    passages: [],
  }
  return { a, b, kinship, beads }
}

const strengths = (lines: readonly string[], speech: (witness: number, sentence: number) => number = () => 0) => {
  const all = lines.map(parse)
  return all.map(strengthsOf(9, all, speech)).map(strength => Math.round(strength * 1000) / 1000)
}

describe("how strongly a kinship speaks for one common text", () => {
  it.each<[string, string[], number[]]>([
    ["what two alone share counts in full", ["0-1 0.4 0=0"], [0.4]],
    ["what three share counts as they are alike", ["0-1 0.8 0=0", "0-2 0.8 0=0", "1-2 0.8 0=0"], [0.64, 0.64, 0.64]],
    ["what many quote counts little", ["0-1 0.2 0=0", "0-2 0.2 0=0", "1-2 0.2 0=0"], [0.04, 0.04, 0.04]],
    ["of two sentences one that many quote", ["0-1 0.5 0=0 1=1", "0-2 0.1 0=0", "1-2 0.1 0=0"], [0.308, 0.023, 0.023]],
  ])("%s", (_, lines, expected) => {
    expect(strengths(lines)).toEqual(expected)
  })

  it("what both have in quotation marks counts for nothing, what only one has so counts", () => {
    expect(strengths(["0-1 0.5 0=0"], () => 1)).toEqual([0])
    expect(strengths(["0-1 0.5 0=0"], witness => witness)).toEqual([0.5])
  })
})

it("gives the highest first, the earliest of equals, and puts back what has fallen", () => {
  const worth: Record<string, number> = { a: 1, b: 3, c: 2, d: 3 }
  const queue = maxQueue((item: string) => worth[item]!)
  for (const item of "abcd") queue.push(item)
  const first = queue.pop()
  worth.d = 0
  expect([first, queue.pop(), queue.pop(), queue.pop(), queue.pop()]).toEqual(["b", "c", "a", "d", undefined])
})
