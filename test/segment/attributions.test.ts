import { expect, it } from "vitest"
import type { Witness } from "../../src/model/report.ts"
import { segment } from "../../src/segment/segment.ts"

const witness = (text: string): Witness => ({ id: "A", where: "A", credits: [], creditLines: [], text, furniture: [] })

/** "Ana Brok < said < it sank": the speaker in full, the cue, the content's stretches; an "in K" behind it for a link of a chain. */
function attributionsIn(text: string): string[] {
  const wordsOf = ({ start, end }: { start: number; end: number }) => text.slice(start, end)
  return segment([witness(text)])[0]!.attributions.map(({ speakerName, cue, content, within }) =>
    [
      `${speakerName ?? "?"} < ${wordsOf(cue)} < ${content.map(wordsOf).join(" … ")}`,
      ...(within === undefined ? [] : [`in ${within}`]),
    ].join(" "),
  )
}

it.each([
  ["direct, behind", "“We are safe,” said Ana Brok, the mayor.", ["Ana Brok < said < “We are safe,”"]],
  ["direct, before", "Ana Brok said: “We are safe.”", ["Ana Brok < said < “We are safe.”"]],
  ["two single marks", "''We are safe,'' Ana Brok said.", ["Ana Brok < said < ''We are safe,''"]],
  ["split", "“We lost,” Ana Brok told reporters, “twelve boats.”", ["Ana Brok < told < “We lost,” … “twelve boats.”"]],
  [
    "gone on with behind the sentence",
    "“We lost,” Ana Brok said on Monday. “It was a storm.”",
    ["Ana Brok < said < “We lost,” … “It was a storm.”"],
  ],
  [
    "the next quotation has a speaker of its own",
    "“We lost,” Ana Brok said. “It was a storm,” Jon Vey said.",
    ["Ana Brok < said < “We lost,”", "Jon Vey < said < “It was a storm,”"],
  ],
  ["with that", "Ana Brok said on Monday that the pier sank.", ["Ana Brok < said < that the pier sank"]],
  ["without that", "Ana Brok said the pier was lost.", ["Ana Brok < said < the pier was lost"]],
  ["at the end", "The pier was lost, Ana Brok said.", ["Ana Brok < said < The pier was lost"]],
  ["amid", "The pier, Ana Brok said, was lost for good.", ["Ana Brok < said < The pier … was lost for good"]],
  ["according to, behind", "The pier sank, according to Ana Brok.", ["Ana Brok < according to < The pier sank"]],
  ["according to, before", "According to Ana Brok, the pier sank.", ["Ana Brok < According to < the pier sank"]],
  ["a claim", "They heard Ana Brok's claim that the pier sank.", ["Ana Brok < claim < that the pier sank"]],
  [
    "by a pronoun and a title",
    "Ana Brok, the mayor, came on Monday. The mayor said it was lost. She added that nobody was hurt.",
    ["Ana Brok < said < it was lost", "Ana Brok < added < that nobody was hurt"],
  ],
  ["what is wanted", "The port declined to comment.", ["port < declined < to comment"]],
  [
    "what is spoken of",
    "Ana Brok criticized the plan for the port.",
    ["Ana Brok < criticized < the plan for the port"],
  ],
  ["a heading", "Ana Brok: “We are safe.”", ["Ana Brok < : < “We are safe.”"]],
  [
    "a chain",
    "The Gazette quoted Ana Brok as saying the port was shut.",
    ["Gazette < quoted < Ana Brok as saying the port was shut", "Ana Brok < saying < the port was shut in 0"],
  ],
  [
    "a statement in a statement",
    "Jon Vey said that Ana Brok denied that the pier sank.",
    ["Jon Vey < said < that Ana Brok denied that the pier sank", "Ana Brok < denied < that the pier sank in 0"],
  ],
])("finds who says what: %s", (_, text, found) => expect(attributionsIn(text)).toEqual(found))

it.each([
  ["scare quotes", "The so-called “miracle” was small."],
  ["a passive", "Ana Brok was asked on Monday."],
  ["a sign", "She held up “Stop it.” It rained."],
])("puts nothing down to anybody in %s", (_, text) => expect(attributionsIn(text)).toEqual([]))

it("covers all the words that tell of the speaker", () => {
  const text = "“No,” said Ana Brok, the mayor of Tolm."
  const { speaker, speakerHead } = segment([witness(text)])[0]!.attributions[0]!
  expect(text.slice(speaker!.start, speaker!.end)).toBe("Ana Brok, the mayor of Tolm")
  expect(text.slice(speakerHead!.start, speakerHead!.end)).toBe("Ana Brok")
})

it("finds nothing without tags", () => {
  const french = { ...witness("Ana Brok said it sank."), language: "fr" }
  expect(segment([french])[0]!.attributions).toEqual([])
})

it.each(["“a” said ", "he said that ", "according to , ", "'' , said", "as saying : “"])(
  "survives %j over and over",
  piece => expect(() => attributionsIn(piece.repeat(2000))).not.toThrow(),
)
