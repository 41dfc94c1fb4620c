import { expect, it } from "vitest"
import type { Segmented } from "../../src/model/segmented.ts"
import type { Family } from "../../src/model/stemma.ts"
import { segment } from "../../src/segment/segment.ts"
import { clusters } from "../../src/stories/clusters.ts"
import { stories } from "../../src/stories/stories.ts"

const reports = (
  texts: Readonly<Record<string, string>>,
  published: Readonly<Record<string, string>> = {},
): Segmented[] =>
  segment(
    Object.entries(texts).map(([id, text]) => ({
      id,
      where: id,
      credits: [],
      creditLines: [],
      text,
      furniture: [],
      ...(published[id] === undefined ? {} : { published: published[id] }),
    })),
  )
const family = (id: string, witnesses: string[]): Family => ({
  id,
  witnesses,
  kinships: [],
  stemma: { nodes: [], edges: [], rivals: [] },
})
const FERRY = "The ferry Alma ran aground off Skarrow on Monday, and Captain Edda Brok brought 187 passengers ashore."
const FERRY_TOO = "All passengers of the Alma are safe, Edda Brok said in Skarrow after her ferry had hit a sandbank."
const WHEAT = "Wheat prices rose in Ostrow as farmers of the Lower Vale feared a second dry summer."
const members = (texts: Segmented[], families: Family[] = []) =>
  stories(texts, families).map(({ witnesses }) => witnesses.join(" "))

it("makes a story of each family and of each loner that have nothing to do with each other", () => {
  const texts = { d: WHEAT, a: FERRY, c: WHEAT, b: "" }
  const found = stories(reports(texts), [family("f2", ["c", "d"])])
  expect(found).toEqual([
    { id: "s-a", witnesses: ["a"], families: [] },
    { id: "s-b", witnesses: ["b"], families: [] },
    { id: "s-f2", witnesses: ["c", "d"], families: ["f2"] },
  ])
})

it("joins what tells of one event in other words", () =>
  expect(members(reports({ a: FERRY, b: FERRY_TOO, c: WHEAT }))).toEqual(expect.arrayContaining(["a b", "c"])))

it("joins a family and a loner, and names both", () => {
  const [story] = stories(reports({ a: FERRY, b: FERRY, c: FERRY_TOO }), [family("f1", ["a", "b"])])
  expect(story).toMatchObject({ witnesses: ["a", "b", "c"], families: ["f1"] })
})

it("keeps apart what was published more than a week apart", () =>
  expect(members(reports({ a: FERRY, b: FERRY_TOO }, { a: "2031-03-04", b: "2031-03-14" }))).toEqual(["a", "b"]))

it("does not depend on the order of the reports", () => {
  const texts = { a: FERRY, b: FERRY_TOO, c: WHEAT, d: `${FERRY_TOO} ${WHEAT}` }
  const reversed = Object.fromEntries(Object.entries(texts).reverse())
  expect(stories(reports(reversed), [])).toEqual(stories(reports(texts), []))
})

it("has no stories without reports", () => expect(stories([], [])).toEqual([]))

it.each([
  [
    "a chain is not one group",
    3,
    [
      [0, 1, 0.5],
      [1, 2, 0.4],
    ],
    [[0, 1], [2]],
  ],
  [
    "a triangle is",
    3,
    [
      [0, 1, 0.5],
      [1, 2, 0.4],
      [0, 2, 0.3],
    ],
    [[0, 1, 2]],
  ],
  [
    "two pairs alike on average",
    4,
    [
      [0, 1, 0.9],
      [2, 3, 0.8],
      [0, 2, 0.5],
      [1, 3, 0.5],
    ],
    [[0, 1, 2, 3]],
  ],
  ["nothing alike", 2, [], [[0], [1]]],
] as const)("average linkage: %s", (_, size, pairs, expected) =>
  expect(
    clusters(
      size,
      pairs.map(([a, b, value]) => ({ a, b, value })),
      0.25,
    ),
  ).toEqual(expected),
)

it("joins those that quote the same eight words within a week, whatever else they say", () => {
  const quote = "“We shall not leave this island before the last goat is on board,” she said."
  const texts = { a: `${FERRY} ${quote}`, b: `The warden spoke at noon. ${quote} It rained.`, c: WHEAT }
  expect(members(reports(texts)).sort()).toEqual(["a b", "c"])
  const unquoted = { ...texts, b: texts.b.replace(/[“”]/g, "") }
  expect(members(reports(unquoted))).toEqual(["a", "b", "c"])
  const apart = { a: "2031-03-04T08:00:00Z", b: "2031-03-29T08:00:00Z" }
  expect(members(reports(texts, apart))).toEqual(["a", "b", "c"])
})
