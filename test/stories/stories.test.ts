import { expect, it } from "vitest"
import type { Witness } from "../../src/model/report.ts"
import type { Family } from "../../src/model/stemma.ts"
import { stories } from "../../src/stories/stories.ts"

const witness = (id: string): Witness => ({ id, where: id, credits: [], creditLines: [], text: "", furniture: [] })
const family = (id: string, witnesses: string[]): Family => ({
  id,
  witnesses,
  kinships: [],
  stemma: { nodes: [], edges: [], rivals: [] },
})

it("makes a story of each family and of each loner, whatever order they come in", () => {
  const witnesses = ["d", "a", "c", "b"].map(witness)
  const found = stories(witnesses, [family("f2", ["c", "d"])])
  expect(found).toEqual([
    { id: "s-a", witnesses: ["a"], families: [] },
    { id: "s-b", witnesses: ["b"], families: [] },
    { id: "s-f2", witnesses: ["c", "d"], families: ["f2"] },
  ])
  expect(stories(witnesses.toReversed(), [family("f2", ["c", "d"])])).toEqual(found)
})

it("has no stories without reports", () => expect(stories([], [])).toEqual([]))
