import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { neighbourJoining, spanningTree } from "../../bench/descent/baselines.ts"
import { calibrationError, judgeEdges, reliability } from "../../bench/descent/calibration.ts"
import { scoreLost } from "../../bench/descent/lost.ts"
import type { Measured } from "../../bench/descent/measure.ts"
import { checkCalibration, checkMarks } from "../../bench/descent/naive.ts"
import { scoreSeconds } from "../../bench/descent/seconds.ts"
import { orientation, signSimilarity } from "../../bench/descent/sign.ts"
import { type Edge, type FoundTree, hasCircle } from "../../bench/descent/tree.ts"

/** "A > B C; x > D": capitals are extant, small letters lost texts. */
function tree(notation: string): FoundTree {
  const edges = notation.split("; ").flatMap(line => {
    const [parent, children] = line.split(" > ")
    return children!.split(" ").map((child): Edge => [parent!, child])
  })
  const extant = [...new Set(edges.flat())].filter(node => /[A-Z]/.test(node)).sort()
  return { edges, extant, main: edges, confidences: edges.map(() => 0.5) }
}

describe("sign similarity and orientation", () => {
  it.each([
    ["the same tree", "A > B C; B > D", "A > B C; B > D", 100, 100],
    ["turned round: distances agree, depths do not", "A > B; B > C", "C > B; B > A", 100, 0],
    ["a star for a chain", "A > B; B > C", "B > A C", 100, 50],
    ["one is missing and infinitely far", "A > B; B > C", "A > B", 66.67, 100],
  ])("%s", (_, truth, found, sign, depth) => {
    const [right, ours] = [tree(truth), tree(found)]
    expect(signSimilarity(right.edges, ours.edges, right.extant)).toBeCloseTo(sign, 1)
    expect(orientation(right.edges, ours.edges, right.extant)).toBeCloseTo(depth, 1)
  })
})

describe("lost texts", () => {
  it.each([
    ["found where it is", "A > x; x > B C", "A > u; u > B C", 1, 1, 1],
    ["one copy hangs elsewhere: most agree still", "x > A B C", "u > A B; A > C", 1, 1, 1],
    ["said of others", "x > A B; B > C D E F", "A > B; B > u; u > C D; A > E F", 0, 1, 1],
    ["not found", "x > A B C", "A > B C", 0, 0, 1],
    ["with one child it does not count", "x > A; A > B", "u > A; A > B", 0, 0, 0],
    ["two for one: one is too many", "x > A B C", "u > v C; v > A B", 1, 2, 1],
  ])("%s", (_, truth, found, right, said, truly) => {
    expect(scoreLost(tree(truth), tree(found))).toMatchObject({ right, found: said, true: truly })
  })
})

describe("second sources", () => {
  it.each([
    ["both found", "A > B C; B > D; C > D", "A > B C; B > D; C > D", 2, 2, 2],
    ["one of them is another", "A > B C E; B > D; C > D", "A > B C E; B > D; E > D", 1, 2, 2],
    ["not said", "A > B C; B > D; C > D", "A > B C; B > D", 0, 0, 2],
    ["said of one that has none", "A > B C; B > D", "A > B C; B > D; C > D", 0, 2, 0],
    [
      "a copy stands for a lost source that was not found",
      "A > B x; x > E C; x > D; B > D",
      "A > B C E; B > D; C > D",
      2,
      2,
      2,
    ],
  ])("%s", (_, truth, found, right, said, truly) => {
    const [true_, ours] = [tree(truth), tree(found)]
    const { match } = scoreLost(true_, ours)
    expect(scoreSeconds(true_, ours, match)).toMatchObject({ right, found: said, true: truly })
  })
})

describe("confidence", () => {
  it("judges an edge by the true parent, over lost texts that were matched", () => {
    const [truth, found] = [tree("A > x; x > B C; C > D"), tree("A > u; u > B C; B > D")]
    const judged = judgeEdges(truth, found, scoreLost(truth, found).match)
    expect(judged.map(({ parent, child, right }) => `${parent}${child} ${right}`)).toEqual([
      "Au true",
      "uB true",
      "uC true",
      "BD false",
    ])
  })

  it("is the gap between what is said and what is so, weighed by edges", () => {
    const edges = [0.95, 0.95, 0.25, 0.25].map((confidence, k) => ({ confidence, right: k < 2 }))
    expect(calibrationError(reliability(edges))).toBeCloseTo(0.15)
    expect(calibrationError(reliability([{ confidence: 1, right: true }]))).toBe(0)
  })
})

describe("baselines", () => {
  const text = (...words: string[]) => `one two three four five six ${words.join(" ")} seven eight nine ten eleven`
  const reports = [
    { id: "A", published: "2031-03-04", text: text("first", "half", "second", "part") },
    { id: "B", published: "2031-03-05", text: text("first", "half", "other", "part") },
    { id: "C", published: "2031-03-03", text: text("first", "half", "other", "words", "here") },
  ]

  it("hang from the earliest date", () => {
    expect(spanningTree(reports)).toEqual([
      ["C", "B"],
      ["B", "A"],
    ])
    expect(neighbourJoining(reports)[0]![0]).toBe("C")
    expect(neighbourJoining(reports)).toHaveLength(3)
  })
})

describe("the check of the marks", () => {
  const [truth, found] = [tree("x > A B; A > C D; B > E"), tree("A > B; A > u; u > C D; B > E; A > E")]
  const marks = {
    sign: signSimilarity(truth.edges, found.main, truth.extant),
    orientation: orientation(truth.edges, found.main, truth.extant),
  }
  const { match, ...lost } = scoreLost(truth, found)
  const measured = {
    seed: 1,
    truth,
    found,
    ours: marks,
    lost,
    edges: judgeEdges(truth, found, match),
  } as unknown as Measured

  it("agrees with plain counting", () => {
    expect(checkMarks([measured]).wrong).toEqual([])
    expect(checkCalibration([measured], calibrationError(reliability(measured.edges))).wrong).toEqual([])
  })

  it("reports marks that are wrong", () => {
    const better = {
      ...measured,
      ours: { sign: marks.sign + 1, orientation: 100 },
      lost: { ...lost, right: 1 + lost.right },
    }
    expect(checkMarks([better]).wrong).toHaveLength(3)
    expect(checkCalibration([measured], 0).wrong).toHaveLength(1)
  })

  it("sees a text that descends from itself", () => {
    expect(hasCircle(tree("A > B; B > C; C > B").edges)).toBe(true)
    expect(hasCircle(tree("A > B C; B > D; C > D").edges)).toBe(false)
  })
})

it("the riddle knows nothing of the answer: only one file imports the program", () => {
  const folder = join(import.meta.dirname, "../../bench/descent")
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(name => name.endsWith(".ts"))
  const importing = files.filter(name => /from "[./]*\/src\//.test(readFileSync(join(folder, name), "utf8")))
  expect(importing).toEqual(["traced.ts"])
})
