import { expect, it } from "vitest"
import { isoDate } from "../../src/extract/dates.ts"

it.each<[string, string | undefined]>([
  ["2022-07-19", "2022-07-19"],
  ["20220719", "2022-07-19"],
  ["2022-07-19T14:35:10.123Z", "2022-07-19T14:35:10Z"],
  ["2022-07-19 14:35", "2022-07-19T14:35:00"],
  ["2022-07-19T14:35:00+0430", "2022-07-19T14:35:00+04:30"],
  ["2022-07-19T14:35:00-00:00", "2022-07-19T14:35:00Z"],
  ["1658240100", "2022-07-19T14:15:00Z"],
  ["Mon, 18 Jul 2022 14:05:00 GMT", "2022-07-18T14:05:00Z"],
  ["Tue July 19, 2022 2:35 PM EDT", "2022-07-19T14:35:00-04:00"],
  ["Published July 19, 2022", "2022-07-19"],
  ["26-FEB-1987 15:01:01.79", "1987-02-26T15:01:01"],
  ["19 July 2022", "2022-07-19"],
  ["07/19/2022", "2022-07-19"],
  ["07/08/2022", undefined],
  ["July 19", undefined],
  ["July 2022", undefined],
  ["yesterday", undefined],
  ["2022-02-30", undefined],
  ["2022-13-01", undefined],
  ["2022-07-19T25:00", undefined],
  ["soon", undefined],
  ["", undefined],
])("%j is %s", (written, date) => {
  expect(isoDate(written)).toBe(date)
})
