import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Witness } from "../../src/model/report.ts"
import type { Span } from "../../src/model/span.ts"
import { markedText } from "../../src/present/marked-text.ts"

function mark(text: string, spans: readonly Span[], furniture: Witness["furniture"] = []): string {
  const witness: Witness = { id: "w", where: "w", credits: [], creditLines: [], text, furniture }
  return markedText(witness, spans).markup
}

/** The marks of `abcdefghij` shown short: `[0-3 …]` a place, `{…}` a later piece of one, `<…>` furniture, `^4` a gap. */
function short(markup: string): string {
  return markup
    .replace(/<span class="gap" id="text-w\.(\d+)\.\d+" title="left out here"><\/span>/g, "^$1")
    .replace(/<span class="place" id="text-w\.(\d+)\.(\d+)">/g, "[$1-$2 ")
    .replace(/<span class="place" data-of="[^"]*">/g, "[")
    .replace(/<span class="furniture"[^>]*>/g, "[f ")
    .replaceAll("</span>", "]")
}

const spans = (text: string): Span[] =>
  text.split(" ").map(part => {
    const [start, end] = part.split("-").map(Number)
    return { start: start!, end: end! }
  })

describe("markedText", () => {
  it.each([
    ["one place", "2-4", "ab[2-4 cd]efghij"],
    ["two apart", "0-2 8-10", "[0-2 ab]cdefgh[8-10 ij]"],
    ["one inside another", "0-6 2-4", "[0-6 ab[2-4 cd]ef]ghij"],
    ["two with the same start", "0-6 0-2", "[0-6 [0-2 ab]cdef]ghij"],
    ["two that touch", "0-2 2-4", "[0-2 ab][2-4 cd]efghij"],
    ["two that cross are cut", "0-4 2-6", "[0-4 ab[2-6 cd]][ef]ghij"],
    ["a gap", "4-4", "abcd^4efghij"],
    ["a place outside the text is left out", "8-12", "abcdefghij"],
  ])("%s", (_, notation, expected) => expect(short(mark("abcdefghij", spans(notation)))).toBe(expected))

  it("greys furniture, and still marks places in it", () => {
    const furniture = [{ kind: "related" as const, span: { start: 0, end: 5 } }]
    expect(short(mark("abcdefghij", spans("3-7"), furniture))).toBe("[f abc[3-7 de]][fg]hij")
  })

  it("loses no character and closes what it opens, whatever the spans", () => {
    const span = fc.tuple(fc.nat(40), fc.nat(40)).map(([start, length]) => ({ start, end: start + length }))
    fc.assert(
      fc.property(fc.array(span, { maxLength: 12 }), fc.string({ maxLength: 40 }), (all, text) => {
        const distinct = [...new Map(all.map(one => [`${one.start}-${one.end}`, one])).values()]
        const markup = mark(text, distinct)
        expect(markup.replace(/<[^>]*>/g, "")).toBe(mark(text, []))
        expect(markup.split("<span").length).toBe(markup.split("</span").length)
      }),
      { seed: 3, numRuns: 300 },
    )
  })
})
