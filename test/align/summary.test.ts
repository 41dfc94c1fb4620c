import { describe, expect, it } from "vitest"
import { kinshipOf, textOf } from "./notation.ts"

const LONG = "A B C D E F G H I J K L M N O P Q R S T"
const AROUND = "a b c d e f g h"

/** A sentence of words that stand in different sentences of the long text: every fifth word of each in turn. */
function summary(sentences: readonly string[]): string {
  const words = sentences.map((name, i) => textOf(name).toLowerCase().replace(".", "").split(" ")[i % 12]!)
  const text = words.join(" ")
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`
}

const names = LONG.split(" ")
const told = [names.slice(0, 10), names.slice(10), names.filter((_, i) => i % 2 === 0)].map(summary).join(" ")

describe("a summary", () => {
  it("is one passage with the whole text that it sums up, on whichever side it stands", () => {
    const short = `${textOf(AROUND)} ${told} ${textOf("i j")}`
    const long = textOf(LONG)
    const whole = { start: 0, end: long.length }
    const stretch = { start: short.indexOf(told), end: short.indexOf(told) + told.length }
    expect(kinshipOf(short, long)?.passages.map(({ a, b }) => ({ a, b }))).toEqual([{ a: stretch, b: whole }])
    expect(kinshipOf(long, short)?.passages.map(({ a, b }) => ({ a, b }))).toEqual([{ a: whole, b: stretch }])
  })

  it.each([
    ["nothing stands round it that it could stand out from", told, textOf(LONG)],
    ["the other text is not much longer", `${textOf(AROUND)} ${told} ${textOf("i j")}`, textOf("A B C D E F G H")],
  ])("is not seen where %s", (_, a, b) => {
    const passages = kinshipOf(a, b)?.passages ?? []
    expect(passages.filter(passage => passage.b.start === 0 && passage.b.end === b.length)).toEqual([])
  })

  it("is not what is copied from one place", () => {
    const a = `${textOf(AROUND)} ${textOf("C D E")} ${textOf("i j")}`
    const [passage] = kinshipOf(a, textOf(LONG))!.passages
    expect(a.slice(passage!.a.start, passage!.a.end)).toBe(textOf("C D E"))
    expect(passage!.b.end - passage!.b.start).toBe(textOf("C D E").length)
  })
})
