import { describe, expect, it } from "vitest"
import { joinKin } from "../../src/lineage/cohesion.ts"
import type { Alignment } from "../../src/model/passage.ts"

const kin = (a: number, b: number, kind: "copy" | "rewrite" = "rewrite", coverage = 0.8): Alignment => ({
  a,
  b,
  beads: [],
  kinship: { a: `w${a}`, b: `w${b}`, kind, coverage: { a: coverage, b: coverage }, longestRunWords: 0, passages: [] },
})
const all = (members: readonly number[]) => members.flatMap((a, i) => members.slice(i + 1).map(b => kin(a, b)))
const groupsOf = (count: number, links: readonly Alignment[]) =>
  [
    ...joinKin(count, links, one => one.kinship.coverage.a)
      .groups()
      .values(),
  ]
    .filter(group => group.length > 1)
    .map(group => group.join(" "))

describe("which kin are one family", () => {
  it.each([
    ["witnesses that are all kin", 4, all([0, 1, 2, 3]), ["0 1 2 3"]],
    [
      "two families, and one excerpt that leads from the one into the other",
      8,
      [...all([0, 1, 2, 3]), ...all([4, 5, 6, 7]), kin(3, 4, "rewrite", 0.2)],
      ["0 1 2 3", "4 5 6 7"],
    ],
    [
      "copies of which each was compared with the first only",
      6,
      [1, 2, 3, 4, 5].map(n => kin(0, n, "copy")),
      ["0 1 2 3 4 5"],
    ],
    [
      "many copies, and one of them that shares a site's furniture with a stranger",
      7,
      [...[1, 2, 3, 4, 5].map(n => kin(0, n, "copy")), kin(3, 6, "rewrite", 0.25)],
      ["0 1 2 3 4 5"],
    ],
    ["a rewrite of one of many copies", 6, [...[1, 2, 3, 4].map(n => kin(0, n, "copy")), kin(2, 5)], ["0 1 2 3 4 5"]],
    [
      "a text of 40 copies, and rewrites of it that were never compared with one another",
      60,
      [
        ...Array.from({ length: 39 }, (_, i) => kin(0, i + 1, "copy")),
        ...Array.from({ length: 20 }, (_, i) => [0, 1, 2].map(of => kin(of, 40 + i, "rewrite", 0.4))).flat(),
      ],
      [Array.from({ length: 60 }, (_, i) => i).join(" ")],
    ],
  ] as const)("%s", (_, count, links, expected) => {
    expect(groupsOf(count, links)).toEqual(expected)
  })
})
