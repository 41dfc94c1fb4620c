import { describe, expect, it } from "vitest"
import { familiesOf, head, reword, treeOf, WIRE } from "./cases.ts"
import type { PlainReport } from "./support/segmented.ts"

const at = (hour: number) => `2031-03-04T${String(hour).padStart(2, "0")}:00:00Z`

const TEN_DAYS = "nine days before > ten days before"
const GARBLED = "Marta Velloni > Marta Veloni"
const SPUN = [
  "freight train carrying timber > cargo railway hauling lumber",
  "treated for bruises > handled for contusions",
  "rolled down the embankment > tumbled beneath the slope",
  "refused to say > declined to reveal",
  "collected sleepers and bolts > gathered crossbeams and screws",
]

const MIDDLE = [
  "left the rails > jumped the track",
  "blocked the northern > obstructed the northern",
  "records show > archives reveal",
  "were taken to > were brought to",
  "complained that > grumbled that",
  "weakened by floods > damaged by water",
  "in a statement > on request",
  "had been inspected > had been checked",
  "waiting in sheds > standing in barns",
  "the harvest traffic > the reaping traffic",
]
const OWN_OF_C = [
  "cranes > derricks",
  "promised > vowed",
  "third accident > third mishap",
  "spokesman > delegate",
  "without roofs > lacking covers",
]
const OWN_OF_D = [
  "contusions > lesions",
  "hospital > infirmary",
  "both directions > either direction",
  "nine days > nine dawns",
  "first wagons > foremost wagons",
]

describe("who was made from whom", () => {
  it.each<[string, string, PlainReport[]]>([
    [
      "of two copies word for word the earlier is the source",
      "a > b",
      [
        { id: "a", sentences: WIRE, published: at(6) },
        { id: "b", sentences: WIRE, published: at(9) },
      ],
    ],
    [
      "a cut text comes from the whole one, even without dates",
      "b > a",
      [
        { id: "a", sentences: head(5) },
        { id: "b", sentences: WIRE },
      ],
    ],
    [
      "a text comes from the outlet it credits",
      "b > a",
      [
        { id: "a", sentences: WIRE, credit: "Orrin Press" },
        { id: "b", sentences: WIRE, outlet: "Orrin Press" },
      ],
    ],
    [
      "a copy of a rewrite has the rewrite's words",
      "a > b; b > c",
      [
        { id: "a", sentences: WIRE, published: at(5) },
        { id: "b", sentences: reword(WIRE, ...SPUN, GARBLED), published: at(8) },
        { id: "c", sentences: reword(WIRE, ...SPUN, GARBLED, TEN_DAYS), published: at(11) },
      ],
    ],
    [
      "a copy of the correction has the corrected number",
      "a > b c; c > d",
      [
        { id: "a", sentences: WIRE, published: at(5) },
        { id: "b", sentences: head(7), published: at(6) },
        {
          id: "c",
          title: "CORRECTS days and wagons in first story",
          sentences: reword(WIRE, TEN_DAYS, "Fourteen wagons > Eleven wagons"),
          published: at(9),
        },
        { id: "d", sentences: reword(head(8), TEN_DAYS, "Fourteen wagons > Eleven wagons"), published: at(10) },
      ],
    ],
  ])("%s", (_, tree, reports) => {
    const families = familiesOf(reports)
    expect(families).toHaveLength(1)
    expect(treeOf(families[0])).toBe(tree)
  })

  it("puts a lost text above two that are each broken where the other is sound", () => {
    const families = familiesOf([
      { id: "a", sentences: reword(WIRE, "Two drivers were treated > Treated", ...SPUN.slice(2)), broken: [1] },
      {
        id: "b",
        sentences: reword(WIRE, "Farmers along the valley complained that > That", ...SPUN.slice(0, 1)),
        broken: [6],
      },
    ])
    expect(treeOf(families[0])).toBe("ω > a b")
    const errors = families[0]!.stemma.edges.flatMap(edge => edge.evidence.filter(({ kind }) => kind === "error"))
    expect(new Set(errors.flatMap(({ places }) => places.map(place => place.witness)))).toEqual(new Set(["a", "b"]))
  })

  it("puts a lost text above two rewrites that share many words of nobody else", () => {
    const middle = reword(WIRE, ...SPUN, ...MIDDLE)
    const [family] = familiesOf([
      { id: "a", sentences: WIRE, published: at(5) },
      { id: "b", sentences: head(8), published: at(6) },
      { id: "c", sentences: reword(middle, ...OWN_OF_C), published: at(8) },
      { id: "d", sentences: reword(middle, ...OWN_OF_D), published: at(9) },
    ])
    expect(treeOf(family)).toBe("a > b ω; ω > c d")
  })

  it("says that it cannot tell when nothing tells", () => {
    const families = familiesOf([
      { id: "a", sentences: WIRE },
      { id: "b", sentences: WIRE },
    ])
    expect(families[0]!.stemma.undecided).toBeDefined()
    expect(families[0]!.stemma.rivals.length).toBeGreaterThan(0)
  })

  it("never claims certainty, and the weights of best tree and rivals add up to 1 at most", () => {
    const [family] = familiesOf([
      { id: "a", sentences: WIRE, published: at(6), outlet: "Orrin Press" },
      { id: "b", sentences: head(4), published: at(20), credit: "Orrin Press" },
    ])
    const { edges, rivals } = family!.stemma
    for (const { confidence } of edges) expect(confidence).toBeLessThan(0.99)
    expect(edges[0]!.confidence + rivals.reduce((sum, rival) => sum + rival.weight, 0)).toBeLessThanOrEqual(1.001)
  })

  it("names the reasons with places in the texts", () => {
    const [family] = familiesOf([
      { id: "a", sentences: WIRE, published: at(6), outlet: "Orrin Press" },
      { id: "b", sentences: head(5), published: at(20), credit: "Orrin Press" },
    ])
    const [edge] = family!.stemma.edges
    expect(new Set(edge!.evidence.map(({ kind }) => kind))).toEqual(
      new Set(["containment", "credit", "date", "wording"]),
    )
    expect(edge!.evidence.find(({ kind }) => kind === "date")!.note).toBe("B was published 14 hours after A.")
    expect(edge!.evidence.find(({ kind }) => kind === "credit")!.places[0]!.witness).toBe("b")
  })

  it.each([
    ["06:00:20", "less than a minute"],
    ["06:01:10", "1 minute"],
    ["06:01:40", "2 minutes"],
    ["07:50:00", "110 minutes"],
    ["08:00:00", "2 hours"],
  ])("says how long after six a report of %s was published", (time, words) => {
    const [family] = familiesOf([
      { id: "a", sentences: WIRE, published: "2031-03-04T06:00:00Z" },
      { id: "b", sentences: head(8), published: `2031-03-04T${time}Z` },
    ])
    const notes = family!.stemma.edges.flatMap(({ evidence }) => evidence.map(({ note }) => note))
    expect(notes).toContain(`B was published ${words} after A.`)
  })

  it("gives sigla by date", () => {
    const [family] = familiesOf([
      { id: "a", sentences: WIRE, published: at(9) },
      { id: "b", sentences: head(9), published: at(3) },
      { id: "c", sentences: head(8) },
    ])
    const witnesses = family!.stemma.nodes.filter(({ kind }) => kind === "witness")
    expect(witnesses.map(({ id, label }) => `${id} ${label}`)).toEqual(["a B", "b A", "c C"])
  })
})
