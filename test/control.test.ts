import { expect, it } from "vitest"
import type { Findings } from "../src/model/findings.ts"
import { trace } from "../src/pipeline.ts"
import { rewritePairs } from "./quality/control.ts"

const hasLostParent = ({ families }: Findings) =>
  families.some(({ stemma }) => stemma.nodes.some(node => node.kind === "lost"))

it("puts a lost text above a report and its direct rewrite in at most 4 of 20 pairs without dates", async () => {
  const pairs = await rewritePairs()
  expect(pairs).toHaveLength(20)
  const traced = pairs.map(({ name, parent, child }) => ({ name, findings: trace([parent, child]) }))
  expect(traced.filter(({ findings }) => findings.families.length !== 1).map(({ name }) => name)).toEqual([])
  expect(traced.filter(({ findings }) => hasLostParent(findings)).map(({ name }) => name).length).toBeLessThanOrEqual(4)
})
