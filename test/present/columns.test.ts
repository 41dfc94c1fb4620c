import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { columns, cutTo, wrap } from "../../src/present/columns.ts"

describe("columns", () => {
  it.each([
    ["plain letters take one", "abc", 3],
    ["Chinese takes two", "水坝", 4],
    ["an emoji made of several takes two", "👩‍🚒", 2],
    ["a combining mark takes none", "e\u0301", 1],
  ])("%s", (_, text, expected) => expect(columns(text)).toBe(expected))
})

describe("wrap and cut", () => {
  it("breaks at spaces and indents what follows", () => {
    expect(wrap("one two three four", 12, "- ", "  ")).toEqual(["- one two", "  three four"])
  })

  it("breaks a word that is longer than a line", () => {
    expect(wrap("x".repeat(25), 10)).toEqual(["x".repeat(10), "x".repeat(10), "x".repeat(5)])
  })

  it("never passes the width, and loses no word", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 })),
        fc.integer({ min: 12, max: 60 }),
        (parts, width) => {
          const words = parts.map(part => part.replace(/\s/g, "x"))
          const lines = wrap(words.join(" "), width)
          expect(lines.every(line => columns(line) <= width)).toBe(true)
          expect(lines.join("").replaceAll(" ", "")).toBe(words.join(""))
        },
      ),
      { seed: 2, numRuns: 200 },
    )
  })

  it("cuts by columns, not by characters", () => expect(cutTo("水坝开闸了", 6)).toBe("水坝…"))
})
