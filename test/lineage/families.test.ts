import { describe, expect, it } from "vitest"
import { familiesOf } from "../../src/lineage/families.ts"
import type { Alignment, KinshipKind } from "../../src/model/passage.ts"

/** "0-1 rewrite 0..9=0..9": the sentences that two witnesses share; each witness has ten. */
function parse(line: string): Alignment {
  const [, a, b, kind, from, to, other] = /^(\d+)-(\d+) ([a-z-]+) (\d+)\.\.(\d+)=(\d+)\.\./.exec(line) ?? []
  const length = Number(to) - Number(from) + 1
  const beads = Array.from({ length }, (_, k) => ({
    a: { first: Number(from) + k, end: Number(from) + k + 1 },
    b: { first: Number(other) + k, end: Number(other) + k + 1 },
    similarity: 0.8,
    verbatim: false,
  }))
  const coverage = { a: length / 10, b: length / 10 }
  const kinship = { a: a!, b: b!, kind: kind as KinshipKind, coverage, longestRunWords: 9, passages: [] }
  return { a: Number(a), b: Number(b), kinship, beads }
}

const groups = (count: number, lines: readonly string[]) => familiesOf(count, lines.map(parse))

describe("which witnesses are a family", () => {
  it.each<[string, number, string[], string]>([
    ["kin of kin are one family", 3, ["0-1 rewrite 0..9=0..9", "1-2 copy 0..9=0..9"], "0 1 2"],
    ["a shared quotation joins nothing", 2, ["0-1 shared-quotation 0..1=0..1"], ""],
    ["loners are in none", 3, ["0-2 excerpt 0..3=0..3"], "0 2"],
    [
      "a round-up of two stories does not make them one",
      5,
      [
        "0-1 copy 0..9=0..9",
        "3-4 copy 0..9=0..9",
        "0-2 rewrite 0..5=0..5",
        "1-2 rewrite 0..5=0..5",
        "2-3 rewrite 7..9=0..2",
        "2-4 rewrite 7..9=0..2",
      ],
      "0 1 2 | 3 4",
    ],
    [
      "a round-up of texts that are kin is one of them",
      3,
      ["0-1 rewrite 0..9=0..9", "0-2 rewrite 0..4=0..4", "1-2 rewrite 5..9=5..9"],
      "0 1 2",
    ],
    [
      "two excerpts of different halves of one text are its family",
      3,
      ["0-1 excerpt 0..4=0..4", "0-2 excerpt 5..9=5..9"],
      "0 1 2",
    ],
  ])("%s", (_, count, lines, expected) => {
    expect(
      groups(count, lines)
        .map(({ members }) => members.join(" "))
        .join(" | "),
    ).toBe(expected)
  })

  it("calls a single separate source of a round-up its guest", () => {
    const [clan] = groups(4, [
      "0-1 copy 0..9=0..9",
      "0-2 rewrite 0..5=0..5",
      "1-2 rewrite 0..5=0..5",
      "2-3 rewrite 7..9=0..2",
    ])
    expect(clan!.members).toEqual([0, 1, 2, 3])
    expect(clan!.guests.map(({ guest, host }) => [guest, host])).toEqual([[3, 2]])
  })
})
