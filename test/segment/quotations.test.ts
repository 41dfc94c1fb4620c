import { expect, it } from "vitest"
import type { Witness } from "../../src/model/report.ts"
import { segment } from "../../src/segment/segment.ts"

const witness = (text: string): Witness => ({ id: "A", where: "A", credits: [], creditLines: [], text, furniture: [] })

/** "0 Ana Brok: We are safe,": utterance, speaker, words. */
function quotationsIn(text: string): string[] {
  const { quotations } = segment([witness(text)])[0]!
  const utterances = [...new Set(quotations.map(({ utterance }) => utterance))]
  return quotations.map(
    ({ span, utterance, speakerName }) =>
      `${utterances.indexOf(utterance)} ${speakerName ?? "?"}: ${text.slice(span.start, span.end)}`,
  )
}

it.each([
  ["curly", "“We are safe,” said Ana Brok, the mayor.", ["0 Ana Brok: We are safe,"]],
  ["straight", '"We are safe," Ana Brok said.', ["0 Ana Brok: We are safe,"]],
  [
    "single, with a possessive inside",
    "'The dockers' strike is over,' said Jon Vey.",
    ["0 Jon Vey: The dockers' strike is over,"],
  ],
  ["guillemets", "«Nous partons», said Jean Part.", ["0 Jean Part: Nous partons"]],
  ["low and high", "„Wir gehen“, said Karl Weg.", ["0 Karl Weg: Wir gehen"]],
  [
    "one in another",
    "\"He told me 'never again' and left,\" Ana Brok said.",
    ["0 Ana Brok: He told me 'never again' and left,", "1 ?: never again"],
  ],
  [
    "split",
    '"We lost," Ana Brok told reporters, "twelve boats."',
    ["0 Ana Brok: We lost,", "0 Ana Brok: twelve boats."],
  ],
  [
    "split by a sentence's end",
    "“We are safe,” said Ana Brok. “Nobody is hurt.”",
    ["0 Ana Brok: We are safe,", "0 Ana Brok: Nobody is hurt."],
  ],
  [
    "over two paragraphs",
    "“The first of it.\n\n“And the second,” Ana Brok said.",
    ["0 Ana Brok: The first of it.", "0 Ana Brok: And the second,"],
  ],
  [
    "emoji and another script",
    'Ana Brok wrote on Twitter: "Help 🚢 is near". "كل شيء" she said.',
    ["0 Ana Brok: Help 🚢 is near", "1 Ana Brok: كل شيء"],
  ],
])("finds quotations: %s", (_, text, found) => expect(quotationsIn(text)).toEqual(found))

it.each([
  ["before it", "Ana Brok called the storm “a rare event” and left.", "Ana Brok"],
  ["before, described", "Ana Brok described the pier as the town's “oldest friend” on Monday.", "Ana Brok"],
  ["according to", 'According to the Port Authority, the pier is "beyond repair".', "Port Authority"],
  ["quoted by another", "The Gazette quoted Ana Brok as saying “we will pay.”", "Ana Brok"],
  ["quoted, passive", "The minister, Lena Orr, was quoted by the Gazette as saying “we will pay.”", "Lena Orr"],
  ["by a title", "Ana Brok, the mayor, came on Monday. The mayor said: “We will pay.”", "Ana Brok"],
  [
    "by a pronoun",
    "Transport Minister Tom Okely, who flew in, met crews. “We warned them twice,” he said.",
    "Tom Okely",
  ],
  ["by the surname alone", "Ana Brok came on Monday. “We will pay,” Brok said.", "Ana Brok"],
  ["with the title before the name", "“We will pay,” Foreign Minister Lena Orr wrote on Twitter.", "Lena Orr"],
  ["at the sentence's end", "It was a “trusting dialogue” for years, Ana Brok said.", "Ana Brok"],
  ["question", '"Is it gone?" Ana Brok asked.', "Ana Brok"],
  ["nobody", "The so-called “miracle” was small.", "?"],
])("finds the speaker %s", (_, text, speaker) =>
  expect(quotationsIn(text).map(found => found.split(": ")[0])).toEqual([`0 ${speaker}`]),
)

it("ends a quotation that is never closed with its paragraph", () =>
  expect(quotationsIn("“An open mark. And it goes on.\n\nThen “a short quote,” said Mia Tolm.")).toEqual([
    "0 ?: An open mark. And it goes on.",
    "1 Mia Tolm: a short quote,",
  ]))

it.each([
  ["apostrophes and inches", `It was 5'10" tall, the rock 'n' roll of the '90s.`],
  ["empty marks", 'He said "" and “ ”.'],
])("takes %s for no quotation", (_, text) => expect(quotationsIn(text)).toEqual([]))

it("takes time in proportion to the text on nothing but marks", () => {
  const timeOf = (count: number) => {
    const texts = [`"'“‘«`, `"a" said as saying `, "'s ' ", "“a “b "].map(piece => witness(piece.repeat(count)))
    const start = performance.now()
    segment(texts)
    return performance.now() - start
  }
  timeOf(500)
  expect(timeOf(8000)).toBeLessThan(40 * Math.max(10, timeOf(1000)))
})
