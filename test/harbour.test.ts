import { join } from "node:path"
import { beforeAll, describe, expect, it } from "vitest"
import type { Findings } from "../src/model/findings.ts"
import { trace } from "../src/pipeline.ts"
import { read } from "../src/read/read.ts"
import { holdFloor } from "./quality/floors.ts"
import { readTruth, scoreChanges, scoreTree } from "./quality/harbour.ts"
import { scoreClaims } from "./quality/harbour-claims.ts"

const truth = readTruth()

describe("the harbour example against its truth", () => {
  let findings: Findings
  beforeAll(async () => {
    const { reports } = await read([join(import.meta.dirname, "../examples/harbour")])
    findings = trace(reports)
  })

  it("reads every report without a problem", () => {
    expect(findings.problems).toEqual([])
    expect(findings.witnesses).toHaveLength(truth.families.flat().length + truth.loners.length)
  })

  it("finds every family, and leaves the loners alone", () => {
    expect(scoreTree(findings, truth).familiesRight).toBe(true)
  })

  it("draws at least nine in ten edges of the tree right", () => {
    const { edgesRight, edgesTrue, wrongEdges, missedEdges } = scoreTree(findings, truth)
    expect(
      holdFloor("harbour edges right", edgesRight / edgesTrue),
      JSON.stringify({ wrongEdges, missedEdges }),
    ).toMatchObject({ holds: true })
  })

  it("finds the text that was left out", () => {
    expect(scoreTree(findings, truth).lostFound).toBe(truth.lost.length)
  })

  it("finds the planted changes with their kinds", () => {
    const { found, missed, misnamed } = scoreChanges(findings, truth)
    const named = misnamed.map(({ change, kinds }) => `${change.witness} ${change.kind}: ${kinds}`)
    expect(
      holdFloor("harbour changes found with their kind", found.length / truth.changes.length),
      [...named, ...missed.map(change => change.to)].join("\n"),
    ).toMatchObject({ holds: true })
  })

  it("calls little else a change of sense or detail", () => {
    const { right, wrong } = scoreChanges(findings, truth)
    expect(
      holdFloor("harbour precision of sense and detail", right.length / (right.length + wrong.length)),
      wrong.map(variant => variant.note).join("\n"),
    ).toMatchObject({ holds: true })
  })

  it("counts the origins of the ten claims exactly", () => {
    const scores = scoreClaims(findings, truth)
    const exact = scores.filter(score => score.exact).length
    expect(
      holdFloor("harbour claims exact", exact / scores.length),
      scores
        .filter(score => !score.exact)
        .map(score => score.claim.text)
        .join("\n"),
    ).toMatchObject({ holds: true })
  })

  it("gives findings that survive JSON", () => {
    expect(JSON.parse(JSON.stringify(findings))).toEqual(findings)
  })
})
