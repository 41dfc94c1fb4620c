import { describe, expect, it } from "vitest"
import { type Marked, markWords } from "../../src/present/word-marks.ts"

const show = (marks: readonly Marked[]) => marks.map(({ text, changed }) => (changed ? `[${text}]` : text)).join("")

describe("markWords", () => {
  it.each([
    ["one word replaced", "two gates opened", "two sluices opened", "two [gates] opened", "two [sluices] opened"],
    [
      "words swapped round",
      "the board blamed the union",
      "the union blamed the board",
      "the [board] blamed the [union]",
      "the [union] blamed the [board]",
    ],
    ["neighbouring words are one mark", "a big red bus", "a small blue bus", "a [big red] bus", "a [small blue] bus"],
    ["something left out", "at least 310 people", "310 people", "[at least ]310 people", "310 people"],
    ["everything left out", "all of it", "", "[all of it]", ""],
    ["another script", "бургомистр Иван", "бургомистр Петр", "бургомистр [Иван]", "бургомистр [Петр]"],
  ])("%s", (_, a, b, left, right) => {
    const marks = markWords(a, b)
    expect([show(marks.a), show(marks.b)]).toEqual([left, right])
  })

  it("does not search two very long texts word by word", () => {
    const [a, b] = ["x", "y"].map(letter => `same ${`${letter}1 z `.repeat(5000)}end`)
    const marks = markWords(a!, b!)
    expect(marks.a[0]).toEqual({ text: "same ", changed: false })
    expect(marks.a.length).toBe(3)
  })
})
