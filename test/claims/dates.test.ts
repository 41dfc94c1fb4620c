import { expect, it } from "vitest"
import { datesIn } from "../../src/claims/dates.ts"
import type { Witness } from "../../src/model/report.ts"
import { segment } from "../../src/segment/segment.ts"

/** "Tuesday 2031-07-15": the words and the days that they mean in a report of Wednesday, 16 July 2031. */
function dated(text: string, published: string | undefined = "2031-07-16T09:00:00Z"): string[] {
  const witness: Witness = { id: "A", where: "A", credits: [], creditLines: [], text, furniture: [] }
  const [one] = segment([published === "" ? witness : { ...witness, published }])
  return datesIn(one!, one!.sentences[0]!).map(({ words, from, to }) =>
    [words, from, ...(to === from ? [] : [to])].join(" "),
  )
}

it.each([
  ["The ferry sank on Tuesday.", ["Tuesday 2031-07-15"]],
  ["The ferry sank on Wednesday.", ["Wednesday 2031-07-16"]],
  ["The council will vote on Tuesday.", ["Tuesday 2031-07-22"]],
  ["The ferry sank last Wednesday.", ["Wednesday 2031-07-09"]],
  ["The oil reached the beds by Tuesday, they say.", ["Tuesday 2031-07-22"]],
  ["The beds were spoiled by Tuesday's oil.", ["Tuesday 2031-07-15"]],
  ["The ferry sank yesterday.", ["yesterday 2031-07-15"]],
  ["The ferry sank last week.", ["last week 2031-07-07 2031-07-13"]],
  ["The ferry sank on July 2.", ["July 2 2031-07-02"]],
  ["The ferry was built in December.", ["December 2030-12-01 2030-12-31"]],
  ["The ferry was built in 1987.", ["1987 1987-01-01 1987-12-31"]],
  ["The ferry sank on 2 July 2029.", ["2 July 2029 2029-07-02"]],
  ["The ferry sank on 31 June.", []],
  ["The ferry sank on 29 February 2029.", []],
  ["The port closes next month.", ["next month 2031-08-01 2031-08-31"]],
])("%s", (text, expected) => expect(dated(text)).toEqual(expected))

it("leaves out what needs the day of a report that does not tell it", () => {
  expect(dated("The ferry sank on Tuesday, as in 1987.", "")).toEqual(["1987 1987-01-01 1987-12-31"])
})
