import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { extract } from "../../src/extract/extract.ts"
import { BODY, codesOf, witnessOf } from "./notation.ts"

describe("the title", () => {
  it.each<[string, string | undefined, string, string | undefined, string]>([
    [
      "given apart becomes the first line",
      "Ferry lost at sea",
      BODY,
      "Ferry lost at sea",
      `Ferry lost at sea\n\n${BODY}`,
    ],
    [
      "the text opens with is not repeated",
      "Ferry “lost” at sea",
      `Ferry "Lost" at Sea\n${BODY}`,
      "Ferry “lost” at sea",
      `Ferry "Lost" at Sea\n${BODY}`,
    ],
    [
      "is a short first line before a blank one",
      undefined,
      `Ferry lost at sea\n\n${BODY}`,
      "Ferry lost at sea",
      `Ferry lost at sea\n\n${BODY}`,
    ],
    [
      "is no first line with a final stop",
      undefined,
      `The ferry sank at sea.\n\n${BODY}`,
      undefined,
      `The ferry sank at sea.\n\n${BODY}`,
    ],
    [
      "is no line right above the text",
      undefined,
      `Ferry lost at sea\n${BODY}`,
      undefined,
      `Ferry lost at sea\n${BODY}`,
    ],
    ["is no desk", undefined, `The International Desk\n\n${BODY}`, undefined, `The International Desk\n\n${BODY}`],
    ["is no furniture", undefined, `Skip to main content\n\n${BODY}`, undefined, `Skip to main content\n\n${BODY}`],
    [
      "is no date",
      undefined,
      `Tuesday, July 19, 2022 at noon\n\n${BODY}`,
      undefined,
      `Tuesday, July 19, 2022 at noon\n\n${BODY}`,
    ],
  ])("%s", (_, title, text, found, whole) => {
    const witness = witnessOf(title === undefined ? { text } : { text, title })
    expect(witness.title).toBe(found)
    expect(witness.text).toBe(whole)
  })
})

describe("ids", () => {
  it("are twelve hexadecimal digits made from the content", () => {
    const [a, b] = [witnessOf({ text: BODY, where: "a.txt" }), witnessOf({ text: BODY, where: "b.txt" })]
    expect(a!.id).toMatch(/^[0-9a-f]{12}$/)
    expect(b!.id).toBe(a!.id)
    expect(witnessOf({ text: BODY, outlet: "The Bell" }).id).not.toBe(a!.id)
  })

  it("of the same content are numbered by where it stands", () => {
    const { witnesses } = extract(["c", "a", "b"].map(where => ({ text: BODY, where })))
    expect(witnesses.map(({ id, where }) => `${id.slice(12)} ${where}`)).toEqual([" a", "-2 b", "-3 c"])
  })

  it("and witnesses do not depend on the order of 500 copies among others", () => {
    const reports = Array.from({ length: 500 }, (_, i) => ({ text: BODY, where: `${i}` }))
    const others = [
      { text: `${BODY} More.`, observed: "2024-01-01" },
      { text: `${BODY} More.`, observed: "2024-01-02" },
      { text: "Hi", published: "soon" },
    ]
    const all = [...reports, ...others]
    const expected = extract(all)
    expect(new Set(expected.witnesses.map(({ id }) => id)).size).toBe(503)
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), shuffled => {
        expect(extract(shuffled)).toEqual(expected)
      }),
      { seed: 7, numRuns: 5 },
    )
  })
})

describe("what a report lacks or has wrong", () => {
  it.each<[string, object, string[]]>([
    ["nothing wrong", { text: BODY }, []],
    ["neither text nor page", {}, ["no-text-field"]],
    ["an empty text", { text: " \n" }, ["empty-file"]],
    ["one word", { text: "Ferry" }, ["too-short"]],
    ["a date without a year", { text: BODY, published: "July 19" }, ["unreadable-date"]],
    ["half a character", { text: `${BODY}\ud800` }, ["broken-encoding"]],
    [
      "Persian",
      { text: "کشتی از بندر خارج شد و تا شب دیده نشد، مقام‌ها روز دوشنبه گفتند که جستجو ادامه دارد." },
      ["language-unsupported"],
    ],
    [
      "Chinese",
      { text: "官员们周一表示，渡轮中午离开港口，到晚上仍未见踪影，搜寻工作仍在继续进行。" },
      ["language-unsupported"],
    ],
    ["another language, as handed in", { text: BODY, language: "fr" }, ["language-unsupported"]],
  ])("%s", (_, report, codes) => {
    expect(codesOf(report)).toEqual(codes)
  })

  it("says of another language than English that claims are found in part", () => {
    expect(extract([{ text: BODY, language: "fr", where: "x" }]).problems.map(({ message }) => message)).toEqual([
      'The report is in the language "fr": copies and families are found, typed changes and claims only in part.',
    ])
  })

  it("a one-word report is still a witness", () => {
    expect(witnessOf("Ferry").text).toBe("Ferry")
  })

  it("half characters are replaced in every field, so a witness survives UTF-8", () => {
    const witness = witnessOf({ text: `${BODY} \udc00`, title: "A\ud800", credits: ["B\ud800"] })
    expect(Buffer.from(JSON.stringify(witness)).toString()).toBe(JSON.stringify(witness))
    expect(witness.title).toBe("A�")
  })

  it("an unreadable date is left out, a readable one is ISO 8601", () => {
    const witness = witnessOf({ text: BODY, published: "soon", observed: "July 19, 2022" })
    expect(witness).not.toHaveProperty("published")
    expect(witness.observed).toBe("2022-07-19")
  })
})

it("a witness survives JSON, and every span lies in the text", () => {
  const lines = [
    BODY,
    "ROME (AP) — The ferry sank.",
    "Related Articles",
    "© 2026 AFP",
    "",
    "By Jane Doe",
    "\r",
    "  indented ",
  ]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...lines), { minLength: 1, maxLength: 12 }), chosen => {
      for (const witness of extract([{ text: chosen.join("\n") }]).witnesses) {
        expect(JSON.parse(JSON.stringify(witness))).toEqual(witness)
        for (const { span } of [...witness.furniture, ...witness.creditLines]) {
          const stretch = witness.text.slice(span.start, span.end)
          expect(stretch).not.toBe("")
          expect(stretch).toBe(stretch.trim())
        }
      }
    }),
    { seed: 11, numRuns: 100 },
  )
})
