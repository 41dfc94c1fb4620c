import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { checkDetections, checkMeasure } from "../../bench/passages/checks.ts"
import { proposedByCategory } from "../../bench/passages/collection.ts"
import { naivePlagdet } from "../../bench/passages/naive.ts"
import { casesIn, toCodePoints } from "../../bench/passages/pan.ts"
import { type Detection, type Plagdet, plagdet } from "../../bench/passages/plagdet.ts"

/** "0-10 = 20-30, …": stretches of the suspicious text and of the source. */
function detections(notation: string, pair = "s t"): Detection[] {
  const spanOf = (text: string) => {
    const [start, end] = text.split("-").map(Number)
    return { start: start!, end: end! }
  }
  return notation
    .split(",")
    .filter(part => part.trim() !== "")
    .map(part => {
      const [susp, src] = part.split("=").map(spanOf)
      return { pair, susp: susp!, src: src! }
    })
}

describe("plagdet", () => {
  it.each([
    ["found as it is", "0-10 = 20-30", "0-10 = 20-30", [1, 1, 1]],
    ["half of both sides", "0-10 = 20-30", "0-5 = 20-25", [0.5, 1, 1]],
    ["twice too much", "0-10 = 20-30", "0-20 = 20-40", [1, 0.5, 1]],
    ["in two parts", "0-10 = 20-30", "0-5 = 20-25, 5-10 = 25-30", [1, 1, 2]],
    ["parts that lie over each other count once", "0-10 = 20-30", "0-6 = 20-26, 4-8 = 24-28", [0.8, 1, 2]],
    ["right on one side only is not found", "0-10 = 20-30", "0-10 = 50-60", [0, 0, 1]],
    ["one of two", "0-10 = 20-30, 50-60 = 70-80", "0-10 = 20-30", [0.5, 1, 1]],
    ["nothing found", "0-10 = 20-30", "", [0, 0, 1]],
  ])("%s", (_, cases, found, [recall, precision, granularity]) => {
    const measured = plagdet(detections(cases), detections(found))
    expect([measured.recall, measured.precision, measured.granularity]).toEqual([recall, precision, granularity])
  })

  it("does not join what lies in different pairs of documents", () => {
    expect(plagdet(detections("0-10 = 0-10"), detections("0-10 = 0-10", "s u")).plagdet).toBe(0)
  })

  it("agrees with counting characters one by one", () => {
    const span = fc
      .tuple(fc.nat(40), fc.integer({ min: 1, max: 12 }))
      .map(([start, size]) => `${start}-${start + size}`)
    const list = fc.array(
      fc.tuple(span, span).map(([susp, src]) => `${susp} = ${src}`),
      { maxLength: 5 },
    )
    fc.assert(
      fc.property(list, list, (cases, found) => {
        const [own, theirs] = [detections(cases.join(",")), detections(found.join(","))]
        const [fast, slow] = [plagdet(own, theirs), naivePlagdet(own, theirs)]
        for (const name of ["recall", "precision", "granularity", "plagdet"] as const)
          expect(fast[name]).toBeCloseTo(slow[name], 9)
      }),
      { seed: 2013, numRuns: 200 },
    )
  })
})

describe("the checks of the passages benchmark", () => {
  const cases = detections("0-10 = 20-30, 50-60 = 70-80")
  const found = detections("2-12 = 20-30, 50-54 = 70-80")

  it.each<[string, (cases: readonly Detection[], found: readonly Detection[]) => Plagdet, boolean]>([
    ["agree with the measure", plagdet, true],
    ["report one with the sides exchanged", (own, theirs) => plagdet(theirs, own), false],
    ["report one that forgets granularity", (own, theirs) => ({ ...plagdet(own, theirs), granularity: 2 }), false],
    ["report one that is not a number", (own, theirs) => ({ ...plagdet(own, theirs), recall: Number.NaN }), false],
  ])("%s", (_, measure, agrees) => {
    const { compared, wrong } = checkMeasure(measure, cases, found)
    expect([compared, wrong.length === 0]).toEqual([1, agrees])
  })

  const run = Array.from({ length: 40 }, (_, i) => `word${i}`).join(" ")
  const texts: Record<string, string> = { s: `Before. ${run}. After.`, t: `Other. ${run} \u{1f600} more.` }
  const pair = { category: "02", susp: "s", src: "t", cases: [] }
  const size = run.length

  it.each([
    ["are content with a detection that holds the longest common run", `0-${size + 20} = 0-${size + 12}`, 0],
    ["report one that cuts it", `0-${size / 2} = 0-${size + 12}`, 1],
    ["report that there is none", "", 1],
  ])("%s", (_, notation, wrong) => {
    const check = checkDetections([pair], detections(notation), (_side, name) => texts[name]!)
    expect([check.compared, check.wrong.length]).toEqual([1, wrong])
  })
})

describe("reading the corpus", () => {
  it("takes the cases and nothing else of an annotation file", () => {
    const xml = `<document><feature name="about" this_offset="1" />
      <feature source_length="5" source_offset="7" this_length="3" this_offset="2" name="plagiarism" /></document>`
    expect(casesIn(xml)).toEqual([{ susp: { start: 2, end: 5 }, src: { start: 7, end: 12 } }])
  })

  it.each([
    ["before a pair of surrogates", 1, 1],
    ["behind one", 3, 2],
    ["behind two", 6, 4],
  ])("counts code points %s", (_, offset, points) => {
    expect(toCodePoints("a\u{1f600}b\u{1f601}c")(offset)).toBe(points)
  })

  it("counts a pair as proposed only when it has a case", () => {
    const pairs = [
      { category: "02-x", susp: "s", src: "t", cases: casesIn('<feature name="plagiarism" this_offset="0" />') },
      { category: "05-x", susp: "s", src: "u", cases: [] },
    ]
    const counts = proposedByCategory(pairs, new Set(["susp/s src/t", "susp/s src/u"]))
    expect([...counts]).toEqual([["02", { all: 1, proposed: 1 }]])
  })
})
