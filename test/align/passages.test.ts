import { expect, it } from "vitest"
import { kinshipOf, passagesIn, sentencesIn, textOf } from "./notation.ts"

const OWN = "k l m n o p q r s t u v w x y z"

it.each([
  ["unlike texts share nothing", "a b c", "d e f", []],
  ["what is copied in a row is one passage", "a B C D e", "f B C D g", ["B C D = B C D"]],
  ["a sentence put in does not break it", "a B C D E f", "g B C h D E i", ["B C D E = B C h D E"]],
  ["nor one left out", "a B C D E f", "g B C E i", ["B C D E = B C E"]],
  [
    "a sentence between two of other sources is no end of the passage",
    "a B C d E F",
    "B C g E F",
    ["B C d E F = B C g E F"],
  ],
  ["sentences in another order are one passage", "a B C D e", "f D B C g", ["B C D = D B C"]],
  ["words in another order still count", "a B C D e", "f B~ C~ D~ g", ["B C D = B~ C~ D~"]],
  ["other words in the place of a third still count", "a B C D e", "f B/ C/ D/ g", ["B C D = B/ C/ D/"]],
  ["what stands far apart are two", `B C ${OWN} D E`, "f B C g h i j ! ? % D E", ["B C = B C", "D E = D E"]],
  ["the same passage twice in the one is found once", "a B C d", `B C ${OWN} B C`, ["B C = B C"]],
  ["one short sentence is no passage in unlike texts", `B- ${OWN}`, "a c d e f g h i j B-", []],
  ["it is one in texts that are alike", "A B C D k l m n o p q r E-", "A B C D E-", ["A B C D = A B C D", "E- = E-"]],
])("%s", (_, a, b, found) => expect(passagesIn(a, b)).toEqual(found))

it("a passage may begin and end inside a sentence", () => {
  const a = textOf("k l m x-+-A B C-+-y n o p")
  const b = textOf("q r z-+-A B C-+-v s t")
  const [passage] = kinshipOf(a, b)!.passages
  const [left, right] = [a.slice(passage!.a.start, passage!.a.end), b.slice(passage!.b.start, passage!.b.end)]
  expect(left).toBe(right)
  expect(left).toBe(`${textOf("-A").toLowerCase()} ${textOf("B")} ${textOf("C-").slice(0, -1)}`)
})

it.each([
  ["in the order of a", "a B C D e", "f D B C g", [["B = B", "C = C", "D = D"]]],
  ["reworded", "a B C D e", "f B/ C/ D/ g", [["B = B/", "C = C/", "D = D/"]]],
])("keeps the aligned sentences of a passage: %s", (_, a, b, found) => expect(sentencesIn(a, b)).toEqual(found))

it("cuts aligned sentences to their passage", () => {
  const { passages } = kinshipOf(textOf("k l x-+-A B C-+-y m"), textOf("q r z-+-A B C-+-v s t"))!
  for (const { a, b, sentences } of passages)
    for (const one of sentences) {
      expect([one.a.start >= a.start, one.a.end <= a.end]).toEqual([true, true])
      expect([one.b.start >= b.start, one.b.end <= b.end]).toEqual([true, true])
    }
})
