import { describe, expect, it } from "vitest"
import { claims } from "../../src/claims/claims.ts"
import type { Claim, Collapse } from "../../src/model/claim.ts"
import type { Alignment } from "../../src/model/passage.ts"
import type { Witness } from "../../src/model/report.ts"
import type { Segmented } from "../../src/model/segmented.ts"
import type { Family, Rival } from "../../src/model/stemma.ts"
import { segment } from "../../src/segment/segment.ts"
import { stories } from "../../src/stories/stories.ts"
import { parseStemma } from "../notation.ts"

type Texts = Record<string, readonly string[]>

/**
 * Reports by siglum, a sentence a paragraph; sentences at the same place of two kin reports say the same, "" is left out.
 * Each stemma is a family.
 */
function world(
  texts: Texts,
  stemmata: readonly string[],
  more: { rivals?: Rival[]; outlet?: Record<string, string>; undecided?: string } = {},
) {
  const witnesses = Object.entries(texts).map(
    ([id, sentences]): Witness => ({
      id,
      where: id,
      credits: [],
      creditLines: [],
      text: sentences.filter(Boolean).join("\n\n"),
      furniture: [],
      ...(more.outlet?.[id] ? { outlet: more.outlet[id] } : {}),
    }),
  )
  const families = stemmata.map((notation, f): Family => {
    const stemma = parseStemma(notation)
    const members = stemma.nodes.filter(({ kind }) => kind === "witness").map(({ id }) => id)
    const { rivals = [], undecided } = more
    const told = { ...stemma, rivals, ...(undecided === undefined ? {} : { undecided }) }
    return { id: `f${f}`, witnesses: members, kinships: [], stemma: told }
  })
  const segmented = segment(witnesses)
  const alignments = families.flatMap(family => alignmentsOf(family, segmented, texts))
  return claims(segmented, alignments, families, stories(segmented, families))
}

function alignmentsOf({ witnesses }: Family, segmented: readonly Segmented[], texts: Texts): Alignment[] {
  const indexOf = (id: string) => segmented.findIndex(({ witness }) => witness.id === id)
  const pairs = witnesses.flatMap((a, i) => witnesses.slice(i + 1).map(b => [a, b] as const))
  return pairs.map(([a, b]) => {
    const beads = texts[a]!.flatMap((text, s) => {
      const other = texts[b]![s]
      if (!text || !other) return []
      const at = (id: string) => texts[id]!.slice(0, s).filter(Boolean).length
      const range = (first: number) => ({ first, end: first + 1 })
      return [{ a: range(at(a)), b: range(at(b)), similarity: 0.8, verbatim: false }]
    })
    const kinship = { a, b, kind: "copy", coverage: { a: 1, b: 1 }, longestRunWords: 9, passages: [] } as const
    return { a: indexOf(a), b: indexOf(b), kinship, beads }
  })
}

/** "2/1 A B": reports, origins (as bounds when they differ), witnesses. */
function told(claim: Claim | undefined): string {
  if (claim === undefined) return "none"
  const { min, max } = claim.origins
  return `${claim.reports}/${min === max ? min : `${min}..${max}`} ${claim.attestations
    .map(({ witness }) => witness)
    .sort()
    .join(" ")}`
}

const SPILL = "The tanker spilled 340 tons of oil near Tellin."
const QUOTE = "“No ship will leave this port until the water is clean again,” said Ana Brok, the harbour master."

describe("attestations and origins", () => {
  it.each([
    [
      "copies of a lost text",
      { A: [SPILL], B: ["Near Tellin 340 tonnes of oil ran out of the tanker."] },
      ["ω > A B"],
      /340/,
      "2/1 A B",
    ],
    [
      "a copy that dropped it",
      { A: [SPILL, QUOTE], B: ["", QUOTE], C: [SPILL, QUOTE] },
      ["A > B; B > C"],
      /340/,
      "2/1 A C",
    ],
    [
      "two reporters at one press conference",
      { A: [QUOTE], B: [`The day was long. ${QUOTE}`] },
      [],
      /No ship/,
      "2/2 A B",
    ],
    [
      "a family and a loner",
      { A: [QUOTE], B: [QUOTE], C: [`We came early. ${QUOTE}`] },
      ["A > B"],
      /No ship/,
      "3/2 A B C",
    ],
    [
      "a quotation in other words",
      { A: [QUOTE], B: ["“No vessel leaves my port until we see clean water,” said Ana Brok."] },
      ["ω > A B"],
      /No (?:ship|vessel)/,
      "2/1 A B",
    ],
    ["a changed number", { A: [SPILL], B: [SPILL], C: [SPILL.replace("340", "3,400")] }, ["A > B C"], /340/, "2/1 A B"],
    [
      "another thing counted by strangers",
      { A: ["The 23 schools of Tellin were shut."], B: ["The 23 boats of Ostrow sank."] },
      [],
      /23/,
      "1/1 A",
    ],
    [
      "a small number of strangers that name the place and the deed",
      {
        A: ["Six people were killed in Tellin, Mayor Edda Frorby said."],
        B: ["The storm in Tellin killed six people."],
      },
      [],
      /[Ss]ix/,
      "2/2 A B",
    ],
    [
      "a number that strangers put after what it counts",
      {
        A: ["Six people were killed in Tellin, Edda Frorby said."],
        B: ["Frorby put the number of people killed at six."],
      },
      [],
      /[Ss]ix/,
      "2/2 A B",
    ],
    [
      "a long number of strangers with one deed",
      {
        A: ["1,754 residents were evacuated from Tellin."],
        B: ["Officials evacuated 1,754 residents after the flood."],
      },
      [],
      /1,754/,
      "2/2 A B",
    ],
    [
      "a number of strangers that may be the same",
      { A: ["More than 60 firemen worked in Tellin."], B: ["60 firemen were sent to the blaze at Tellin."] },
      [],
      /60/,
      "1/1..2 A",
    ],
    [
      "small numbers of strangers",
      { A: ["Two ships came to Tellin."], B: ["Two ships left Ostrow for good."] },
      [],
      /Two/,
      "1/1 A",
    ],
  ])("%s", (_, texts, stemmata, words, expected) => {
    const found = world(texts, stemmata).claims.filter(({ kind, text }) => kind !== "statement" && words.test(text))
    expect(told(found[0])).toBe(expected)
  })

  const BODY = [SPILL, QUOTE, "The pilot boat turned back at noon.", "Rain fell on Ostrow all that night."]
  const MAYOR = "The mayor of Ostrow wants 77 new boats."
  const COUNCIL = "Ostrow has asked for as many as 77 boats, said a clerk of the council."
  it.each([
    ["the same words at the same place are one", [...BODY, MAYOR], [...BODY, MAYOR], "2/1 B C"],
    ["other words than the texts use elsewhere are two", [...BODY, MAYOR], [...BODY, COUNCIL], "2/2 B C"],
  ])("of what two copies add: %s", (_, B, C, expected) => {
    const texts = { A: BODY, B, C, D: BODY, E: BODY }
    const found = world(texts, ["A > B C D E"]).claims.find(({ value }) => value?.number === 77)
    expect(told(found)).toBe(expected)
  })

  it("widens the bounds by rival trees that weigh enough, and by no others", () => {
    const apart = (weight: number): Rival => ({ edges: parseStemma("A > B; C > D").edges, weight, note: "" })
    const texts = { A: [SPILL], B: [SPILL], C: [SPILL], D: [SPILL] }
    const claimWith = (rival: Rival) =>
      world(texts, ["A > B C D"], { rivals: [rival] }).claims.find(({ text }) => text.includes("340"))!
    const doubted = claimWith(apart(0.3))
    expect(doubted.origins).toEqual({ min: 1, max: 2 })
    expect(doubted.why.at(-1)).toMatchObject({
      note: "Other trees that are likely, too, give another number of origins among A, B, C and D.",
      attestations: [0, 1, 2, 3],
    })
    expect(claimWith(apart(0.05)).origins).toEqual({ min: 1, max: 1 })
  })

  it("counts copies that a rival tree leaves out where the best tree has them", () => {
    const texts = Object.fromEntries(["A", "B", "C", "D", "E"].map(id => [id, [SPILL]]))
    const rival: Rival = { edges: parseStemma("B > A").edges, weight: 0.4, note: "A from B." }
    const [claim] = world(texts, ["A > B C D; B > E"], { rivals: [rival] }).claims
    expect(claim!.origins).toEqual({ min: 1, max: 1 })
  })

  it("says why, in plain words", () => {
    const notes = (stemma: string) =>
      world({ A: [SPILL], B: [SPILL], C: [SPILL] }, [stemma]).claims[0]!.why.map(({ note }) => note)
    expect(notes("A > B C")).toEqual(["B and C were made from A."])
    expect(notes("ω > A B C")).toEqual(["A, B and C all descend from the lost text ω."])
    expect(notes("A > B; B > C")).toEqual(["B and C both descend from A."])
  })

  it("calls reports by their outlets where several trees are spoken of", () => {
    const outlet = { A: "Tellin Post", B: "Ostrow Mail", C: "Skua Radio", D: "The Gull" }
    const texts = { A: [QUOTE], B: [QUOTE], C: [QUOTE], D: [QUOTE] }
    const [claim] = world(texts, ["A > B", "ω > C D"], { outlet }).claims
    expect(claim!.why.map(({ note }) => note)).toEqual(
      expect.arrayContaining([
        "Ostrow Mail was made from Tellin Post.",
        "Skua Radio and The Gull both descend from a lost text.",
      ]),
    )
  })

  it("says why some of a family may have it from elsewhere", () => {
    const clerk = "The mayor of Ostrow asks for 77 new boats by spring."
    const texts = { A: BODY, B: [...BODY, MAYOR], C: [...BODY, clerk], D: BODY, E: BODY }
    const { origins, why } = world(texts, ["A > B C D E"]).claims.find(({ value }) => value?.number === 77)!
    expect(origins).toEqual({ min: 1, max: 2 })
    expect(why.map(({ note }) => note)).toContain(
      "B words it, or places it, otherwise than the rest, so it may have it from elsewhere.",
    )
  })

  it("counts strangers once whose words stand in one passage, and once or twice where one long sentence is all they share", () => {
    const passage = [
      "The two mayors sat in the old customs house at Tellin, between the flags of their towns.",
      "Their talk began 45 minutes late after the ferry from Ostrow lost its way in the fog.",
    ]
    const other = "Fishermen had gathered on the pier since dawn with bells and painted signs."
    const [once] = world({ A: passage, B: [other, ...passage] }, []).claims.filter(({ reports }) => reports === 2)
    expect(told(once)).toBe("2/1 A B")
    expect(once!.why.map(({ note }) => note)).toEqual([
      "B has the sentence, and more of what stands around it, in the words of A: one passage, counted as one text.",
    ])
    expect(new Set(once!.attestations.map(({ origin }) => origin)).size).toBe(1)
    const [doubted] = world({ A: passage, B: [other, passage[0]!] }, []).claims.filter(({ reports }) => reports === 2)
    expect(told(doubted)).toBe("2/1..2 A B")
    expect(doubted!.why).toMatchObject([{ doubt: true, attestations: [0, 1] }])
    const brief = "The two mayors sat in the old customs house at Tellin."
    const [twice] = world({ A: [brief, passage[1]!], B: [other, brief] }, []).claims.filter(
      ({ reports }) => reports === 2,
    )
    expect(told(twice)).toBe("2/2 A B")
  })

  it("doubts that a quotation that two of a family have, and the text they come from has not, came in once", () => {
    const said = "“We shall not sell a single boat before the ferry runs again,” said Ilse Trant, the mayor."
    const texts = { A: BODY, B: [...BODY, said], C: [...BODY, said], D: BODY, E: BODY }
    const quoted = (all: Texts) =>
      world(all, ["A > B C D E"]).claims.find(({ kind, text }) => kind === "quotation" && text.startsWith("We shall"))!
    const { origins, why } = quoted(texts)
    expect(origins).toEqual({ min: 1, max: 2 })
    expect(why.filter(({ doubt }) => doubt).map(({ note }) => note)).toEqual([
      "B and C have it, but A, from which they come, has not: each may have it from elsewhere.",
    ])
    expect(quoted({ ...texts, A: [...BODY, said] }).origins).toEqual({ min: 1, max: 1 })
    expect(quoted({ ...texts, D: [...BODY, said] }).origins).toEqual({ min: 1, max: 1 })
  })

  it("doubts that two texts of one outlet in a family are two origins", () => {
    const texts = { A: BODY, B: [...BODY, MAYOR], C: [...BODY, COUNCIL], D: BODY, E: BODY }
    const number = (outlet: Record<string, string>) =>
      world(texts, ["A > B C D E"], { outlet }).claims.find(({ value }) => value?.number === 77)!
    expect(told(number({ B: "Tellin Post", C: "Ostrow Mail" }))).toBe("2/2 B C")
    expect(told(number({ B: "Tellin Post", C: "Tellin Post" }))).toBe("2/1..2 B C")
  })

  it("doubts that one house is two origins", () => {
    const outlet = { A: "Tellin Post", B: "Tellin Post", C: "Ostrow Mail" }
    const [claim] = world({ A: [QUOTE], B: [QUOTE], C: [QUOTE] }, [], { outlet }).claims
    expect(told(claim)).toBe("3/2..3 A B C")
    expect(claim!.why.filter(({ doubt }) => doubt).map(({ note }) => note)).toEqual([
      "2 reports counted apart are of Tellin Post, or credit it: it may have reported it once.",
    ])
  })

  it("takes statements of strangers in other words for one, and tells of those that only may be", () => {
    const first = "The harbour office of Tellin hides the old map of the drowned quarter from every visitor."
    const same = "Tellin's harbour office conceals the old map of its drowned quarter from every visitor."
    const near = "Every visitor of Tellin asks for a map of the drowned town and its pier."
    expect(world({ A: [first], B: [same] }, []).claims.map(claim => told(claim))).toEqual(["2/2 A B"])
    const doubted = world({ A: [first], B: [near] }, []).claims
    expect(doubted.map(claim => told(claim)).sort()).toEqual(["1/1..2 A", "1/1..2 B"])
    const [{ note, places }] = doubted.find(({ attestations }) => attestations[0]!.witness === "A")!.why as [Collapse]
    expect(note).toBe(`One more report may say the same in other words, so there may be more origins: “${near}”`)
    expect(places).toEqual([{ witness: "B", span: { start: 0, end: near.length } }])
    expect(world({ A: [first, near] }, []).claims.map(claim => told(claim))).toEqual(["1/1 A", "1/1 A"])
  })

  it("counts neither those spoken of before nor what stands beside a number anywhere", () => {
    const kinds = (sentence: string) => world({ A: [sentence] }, []).claims.map(({ kind }) => kind)
    expect(kinds("The two mayors of Tellin and Ostrow met at the old lighthouse.")).toEqual(["statement"])
    expect(kinds("Two mayors met at the old lighthouse near Tellin.")).toEqual(["figure"])
  })

  it("names one voice heard on several lines", () => {
    const [claim] = world({ A: [QUOTE], B: [QUOTE] }, []).claims
    expect(claim).toMatchObject({ kind: "quotation", attributedTo: "Ana Brok", voices: ["Ana Brok"] })
    expect(claim!.why).toMatchObject([
      { note: "2 lines of descent, one voice: all quote Ana Brok.", attestations: [0, 1] },
    ])
  })

  it("puts a statement down to whom the sentence names at its end", () => {
    const { claims: found } = world(
      { A: ["Crews came at least twice to see the drones, the White House alleged."] },
      [],
    )
    expect(found).toMatchObject([
      { kind: "figure", value: { number: 2, unit: "time", hedge: "at least" }, voices: ["White House"] },
    ])
  })

  it("covers the characters of each attestation", () => {
    const texts = { A: [QUOTE, SPILL], B: [SPILL] }
    for (const { attestations } of world(texts, []).claims) {
      for (const { witness, span, text } of attestations) {
        expect(texts[witness as "A" | "B"].join("\n\n").slice(span.start, span.end)).toBe(text)
      }
    }
  })

  it("splits a statement that tells two years", () => {
    const since = (year: number) => [`Fishermen fear a repeat of the ${year} grounding of the tanker Corrin.`]
    const found = world({ A: since(2011), B: since(2011), C: since(2001) }, ["A > B C"]).claims
    expect(found.map(claim => told(claim))).toEqual(["2/1 A B", "1/1 C"])
  })
})

describe("conflicts", () => {
  const wrong = SPILL.replace("340", "3,400")
  it.each([
    [
      "an error and who inherited it",
      { A: [SPILL], B: [wrong], C: [wrong] },
      "A > B; B > C",
      { kind: "error", firstBy: "B", inheritedBy: ["C"] },
    ],
    [
      "an error of a lost text",
      { A: [SPILL], B: [wrong], C: [wrong] },
      "A > ω; ω > B C",
      { kind: "error", firstBy: "ω", inheritedBy: ["B", "C"] },
    ],
    [
      "an error that two copies of one text have, and a copy of the first",
      { A: [SPILL], B: [SPILL], C: [wrong], D: [wrong], E: [wrong] },
      "A > B C D; C > E",
      { kind: "error", firstBy: "C", inheritedBy: ["E"] },
    ],
    ["a correction", { A: [SPILL], B: ["", wrong], C: ["", ""] }, "A > C", undefined],
    ["two copies of a lost text that differ", { A: [SPILL], B: [wrong] }, "ω > A B", { kind: "open", inheritedBy: [] }],
    [
      "the same value in other words",
      { A: [SPILL], B: ["The tanker spilled 340 tonnes of oil near Tellin."] },
      "A > B",
      undefined,
    ],
  ])("%s", (_, texts, stemma, expected) => {
    const [conflict] = world(texts as Texts, [stemma]).conflicts
    if (expected === undefined) expect(conflict).toBeUndefined()
    else expect(conflict).toMatchObject(expected)
  })

  it("leaves open which value came first where the descent cannot be told, and says of no report that it was made from another", () => {
    const outlet = { A: "Wire", B: "Wire" }
    const texts = { A: [SPILL, QUOTE], B: [wrong, QUOTE] }
    const found = world(texts, ["A > B"], { outlet, undecided: "Neither tells." })
    expect(found.conflicts).toMatchObject([{ kind: "open", inheritedBy: [] }])
    expect(found.conflicts[0]!.firstBy).toBeUndefined()
    expect(found.claims.flatMap(({ why }) => why.map(({ note }) => note))).toEqual([
      "A and B go back to one text; which was made from which cannot be told.",
    ])
  })

  it("takes what one report has against many for its change, also where the descent cannot be told", () => {
    const texts = { A: [SPILL], B: [SPILL], C: [wrong], D: [SPILL] }
    const told = (notation: string) => world(texts, [notation], { undecided: "Neither tells." }).conflicts
    expect(told("A > B C D")).toMatchObject([{ kind: "error", firstBy: "C" }])
    expect(told("B > A C; A > D")).toEqual(told("A > B C D"))
  })

  it("takes a later version of the same outlet for a correction, and a rising toll in it for an update", () => {
    const outlet = { A: "Wire", B: "Wire" }
    const toll = (count: number) => [`The fire near Tellin killed ${count} people.`]
    expect(world({ A: [wrong], B: [SPILL] }, ["A > B"], { outlet }).conflicts).toMatchObject([
      { kind: "correction", firstBy: "B" },
    ])
    expect(world({ A: toll(12), B: toll(15) }, ["A > B"], { outlet }).conflicts).toMatchObject([
      { kind: "update", firstBy: "B" },
    ])
    expect(world({ A: toll(12), B: toll(15) }, ["A > B"]).conflicts).toMatchObject([{ kind: "error", firstBy: "B" }])
  })

  it("takes a text that says it corrects for a correction", () => {
    const note = "(CORRECTS amount of oil in first paragraph)"
    const { conflicts } = world({ A: ["", wrong], B: [note, SPILL] }, ["A > B"])
    expect(conflicts).toMatchObject([{ kind: "correction", firstBy: "B", inheritedBy: [] }])
    const undecided = "Neither tells."
    expect(world({ A: ["", wrong], B: [note, SPILL] }, ["A > B"], { undecided }).conflicts).toEqual(conflicts)
  })
})

describe("numbers in digits", () => {
  it.each([
    ["keep statements apart, in a language that is not known", "3 Arbeiter", "30 Arbeiter", false],
    ["written otherwise are the same", "4.200 Arbeiter", "4200 Arbeiter", true],
    ["that only one report has say nothing against it", "3 Arbeiter", "drei Arbeiter", true],
  ])("%s", (_, one, other, isOne) => {
    const text = "Bei einem Brand am Hafen von Tellin wurden am Abend NUM von der Feuerwehr gerettet."
    const { claims: found } = world({ A: [text.replace("NUM", one)], B: [text.replace("NUM", other)] }, ["A > B"])
    expect(found.some(({ reports }) => reports === 2)).toBe(isOne)
  })
})

it("gives each claim an id of its own, also two figures of one clause", () => {
  const found = world(
    { A: ["The ferry carried 187 passengers and 14 crew."], B: ["The ferry carried 187 passengers and 14 crew."] },
    ["A > B"],
  ).claims
  expect(found.map(({ value }) => value?.number).sort()).toEqual([14, 187])
  expect(new Set(found.map(({ id }) => id)).size).toBe(found.length)
})

it("does not depend on the order of the witnesses", () => {
  const texts = { A: [SPILL, QUOTE], B: ["", QUOTE], C: [SPILL.replace("340", "430"), QUOTE], D: [QUOTE] }
  const reversed = Object.fromEntries(Object.entries(texts).reverse())
  expect(world(reversed, ["A > B; A > C"])).toEqual(world(texts, ["A > B; A > C"]))
})

it("has no claims without reports", () => expect(claims([], [], [], [])).toEqual({ claims: [], conflicts: [] }))
