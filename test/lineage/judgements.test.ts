import { describe, expect, it } from "vitest"
import { familiesOf, head, reword, treeOf, WIRE } from "./cases.ts"

const REPORTS = [
  { id: "a", sentences: WIRE, published: "2031-03-04T06:00:00Z" },
  { id: "b", sentences: head(8), published: "2031-03-04T08:00:00Z" },
  { id: "c", sentences: head(6), published: "2031-03-04T09:00:00Z" },
]

describe("what a person decided", () => {
  it("draws an edge that is pinned, against dates and length", () => {
    const [family] = familiesOf(REPORTS, [{ kind: "pin-edge", parent: "c", child: "a" }])
    expect(treeOf(family)).toContain("c > a")
    const edge = family!.stemma.edges.find(({ child }) => child === "a")
    expect(edge!.evidence.map(({ kind }) => kind)).toContain("judgement")
  })

  it("is sure of an edge that is pinned, where dates are of the day only", () => {
    const reports = REPORTS.map(report => ({ ...report, published: "2031-03-04" }))
    const [family] = familiesOf(reports, [{ kind: "pin-edge", parent: "c", child: "a" }])
    expect(family!.stemma.edges.find(({ parent, child }) => parent === "c" && child === "a")!.confidence).toBe(0.98)
  })

  const ERRORS = ["Fourteen > Forty", "nine days > ninety days", "third accident > eighth accident"]
  it.each([
    ["its nearest", ["Oskell > Oskel", "Brannock > Brannack"], []],
    [
      "one that shares its errors",
      ["Oskell > Oskel", "Brannock > Brannack", "drivers > guards"],
      ["Velloni > Velloso", "bruises > burns", "August > July", "Two > Ten"],
    ],
  ])("hangs on a pinned report what comes from a lost text with it: %s", (_, ofC, ofD) => {
    const reports = [
      { id: "a", sentences: WIRE, published: "2031-03-04T06:00:00Z" },
      { id: "b", sentences: reword(WIRE, "Engineer Marta > Marta"), published: "2031-03-04T07:00:00Z" },
      { id: "c", sentences: reword(WIRE, ...ERRORS, ...ofC), published: "2031-03-04T08:00:00Z" },
      { id: "d", sentences: reword(WIRE, ...ERRORS, ...ofD), published: "2031-03-04T09:00:00Z" },
    ]
    expect(treeOf(familiesOf(reports)[0])).toBe("a > b ω; ω > c d")
    expect(treeOf(familiesOf(reports, [{ kind: "pin-edge", parent: "a", child: "c" }])[0])).toBe("a > b c; c > d")
  })

  it("does not draw an edge that is forbidden", () => {
    const [family] = familiesOf(REPORTS, [{ kind: "forbid-edge", parent: "a", child: "b" }])
    expect(family!.stemma.edges.some(({ parent, child }) => parent === "a" && child === "b")).toBe(false)
  })

  it("draws no edge between independent witnesses", () => {
    const [family] = familiesOf(REPORTS.slice(0, 2), [{ kind: "independent", a: "a", b: "b" }])
    expect(treeOf(family)).toBe("ω > a b")
  })

  it("takes an outlet for the agency it is said to be", () => {
    const reports = [
      { id: "a", sentences: WIRE, credit: "Ferrol News Agency" },
      { id: "b", sentences: WIRE, outlet: "FNA Online" },
    ]
    const [family] = familiesOf(reports, [
      { kind: "outlet-agency", outlet: "FNA Online", agency: "Ferrol News Agency" },
    ])
    expect(treeOf(family)).toBe("b > a")
  })
})
