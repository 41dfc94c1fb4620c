import { expect, it } from "vitest"
import { dayAndTime, when } from "../../src/present/when.ts"

it.each([
  ["2026-02-28", "28 Feb 2026"],
  ["2024-02-29T23:59:59+00:00", "29 Feb 2024, 23:59"],
  ["2026-05-02T00:30:00+05:30", "1 May 2026, 19:00"],
])("reads %s", (iso, words) => expect(dayAndTime(when(iso)!)).toBe(words))

it.each(["2026-02-31", "2026-13-01", "2026-00-10", "2026-01-00", "2026-01-01T10:60:00Z", ""])(
  "takes %j for no date",
  iso => expect(when(iso)).toBeUndefined(),
)
