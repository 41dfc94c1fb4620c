import type { Claim } from "../../src/model/claim.ts"
import type { Comparison, FamilyFindings, Findings } from "../../src/model/findings.ts"
import { edge, evidence, ID, kinship, nodes, place, type Siglum, variant } from "./fixture-notation.ts"
import { witnesses } from "./fixture-texts.ts"

const wire = "lost-1"
const flood: FamilyFindings = {
  id: "family-1",
  witnesses: ["A", "B", "C", "D", "E", "F", "G"].map(siglum => ID[siglum as Siglum]).sort(),
  kinships: [
    kinship("A", "B", "rewrite", [0.81, 0.96], 21),
    kinship("B", "C", "rewrite", [0.88, 0.9], 7),
    kinship("C", "D", "copy", [1, 0.98], 58),
    kinship("A", "E", "excerpt", [0.66, 1], 43),
    kinship("A", "F", "rewrite", [0.4, 0.6], 24),
  ],
  stemma: {
    nodes: nodes(wire, "ABCDEFG"),
    edges: [
      edge(wire, ID.A, 0.93, evidence("credit", "A credits North Line Agency", place("A", "(North Line)"))),
      edge(
        wire,
        ID.B,
        0.74,
        evidence(
          "innovation",
          "B writes “sluices” where A and E have “gates”",
          place("B", "two sluices"),
          place("A", "two gates"),
        ),
        evidence("date", "B came out 1 h 50 min after A"),
      ),
      edge(
        ID.B,
        ID.C,
        0.88,
        evidence("innovation", "both write “sluices”", place("B", "two sluices"), place("C", "two sluices")),
        evidence("error", "C garbles the name that B has right", place("C", "Edna Morling"), place("B", "Edda Morlin")),
      ),
      edge(ID.C, ID.D, 0.97, evidence("error", "D repeats C's broken sentence", place("D", "Is hurting nobody."))),
      edge(ID.A, ID.E, 0.58, evidence("containment", "every sentence of E is in A", place("E", "Nobody was hurt."))),
      edge(
        ID.A,
        ID.F,
        0.71,
        evidence("wording", "24 words in a row are the same", place("F", "two gates of the Veltmar dam")),
      ),
      edge(
        ID.G,
        ID.F,
        0.62,
        evidence(
          "second-source",
          "the level and the flow are only in G",
          place("F", "41.7 metres"),
          place("G", "41.7 metres"),
        ),
      ),
    ],
    rivals: [
      {
        edges: [{ parent: wire, child: ID.E }],
        weight: 0.34,
        note: "E from the lost text itself: both carry its credit",
      },
    ],
  },
  variants: [
    variant(
      "wording",
      "reworded",
      "“gates” became “sluices”",
      "A: two gates",
      "B: two sluices",
      "C: two sluices",
      "D: two sluices",
    ),
    variant(
      "sense",
      "role-changed",
      "who accused whom is turned round",
      "B: The opposition accused the board",
      "C: The board accused the opposition",
      "D: The board accused the opposition",
    ),
    variant(
      "sense",
      "sense-reversed",
      "before became after",
      "B: We warned every village before the gates moved",
      "C: We warned each village after the gates moved",
      "D: We warned each village after the gates moved",
    ),
    variant("detail", "name-garbled", "a name is garbled", "B: Edda Morlin", "C: Edna Morling", "D: Edna Morling"),
    variant("detail", "number-changed", "310 became 301", "B: At least 310 people", "C: 301 persons", "D: 301 persons"),
    variant("detail", "hedge-dropped", "“at least” was dropped", "B: At least", "C- 301 persons", "D- 301 persons"),
    variant("detail", "credit-dropped", "the agency's credit is gone", "A: (North Line)", "B- The water board"),
    variant(
      "detail",
      "omission",
      "a sentence was left out",
      "A: The release will last until Sunday, the board said in a statement.",
      "E! Nobody",
    ),
    variant(
      "wording",
      "debris",
      "a broken sentence",
      "B: Nobody was hurt.",
      "C: Is hurting nobody.",
      "D: Is hurting nobody.",
    ),
    variant("form", "format", "the dateline is shorter", "A: VELTMAR (North Line)", "E: (North Line)"),
  ],
}

const persian: FamilyFindings = {
  id: "family-2",
  witnesses: [ID.X, ID.Y],
  kinships: [kinship("X", "Y", "copy", [0.9, 0.9], 11)],
  stemma: {
    nodes: [
      { id: ID.X, kind: "witness", label: "A" },
      { id: ID.Y, kind: "witness", label: "B" },
    ],
    edges: [edge(ID.X, ID.Y, 0.5, evidence("wording", "11 words in a row are the same"))],
    rivals: [{ edges: [{ parent: ID.Y, child: ID.X }], weight: 0.5, note: "the other way round" }],
    undecided: "neither is dated, and neither has an error that the other lacks",
  },
  variants: [variant("wording", "word-replaced", "another word for the morning", "X: بامداد", "Y: صبح")],
}

type Attested = readonly [siglum: Siglum, text: string, origin: string]
type ClaimRest = Pick<Claim, "kind" | "voices" | "why"> & Partial<Claim>

function claim(id: string, [min, max]: [number, number], attested: readonly Attested[], rest: ClaimRest): Claim {
  const attestations = attested.map(([siglum, text, origin]) => ({ ...place(siglum, text), text, origin }))
  return {
    id,
    story: "story-1",
    text: attested[0]![1],
    attestations,
    reports: attested.length,
    origins: { min, max },
    ...rest,
  }
}

const claims: readonly Claim[] = [
  claim(
    "claim-1",
    [1, 2],
    [
      ["A", "We warned every village before the gates moved", "o1"],
      ["B", "We warned every village before the gates moved", "o1"],
      ["C", "We warned each village after the gates moved", "o1"],
      ["D", "We warned each village after the gates moved", "o1"],
      ["R", "We warned every village before the gates moved", "o2"],
    ],
    {
      kind: "quotation",
      attributedTo: "Edda Morlin",
      voices: ["Edda Morlin"],
      why: [
        {
          note: "A, B, C and D descend from the lost text ω",
          attestations: [0, 1, 2, 3],
          places: [place("A", "(North Line)")],
        },
        { note: "all quote the same official", attestations: [0, 1, 2, 3, 4], places: [] },
      ],
    },
  ),
  claim(
    "claim-2",
    [1, 1],
    [
      ["A", "At least 310 people left their homes", "o1"],
      ["B", "At least 310 people left their homes", "o1"],
      ["E", "At least 310 people left their homes", "o1"],
      ["F", "At least 310 people left their homes", "o1"],
    ],
    {
      kind: "figure",
      attributedTo: "Edda Morlin",
      value: { number: 310, unit: "", of: "people", hedge: "at least" },
      voices: ["Edda Morlin"],
      why: [{ note: "A, B, E and F descend from the lost text ω", attestations: [0, 1, 2, 3], places: [] }],
    },
  ),
  claim(
    "claim-3",
    [1, 1],
    [
      ["C", "301 persons left their houses", "o1"],
      ["D", "301 persons left their houses", "o1"],
    ],
    {
      kind: "figure",
      value: { number: 301, unit: "", of: "person" },
      voices: ["Edna Morling"],
      why: [{ note: "D descends from C", attestations: [0, 1], places: [] }],
    },
  ),
  claim("claim-4", [1, 1], [["R", "Some 290 people had gone", "o2"]], {
    kind: "figure",
    value: { number: 290, unit: "", of: "people", hedge: "some" },
    voices: ["the mayor"],
    why: [],
  }),
]

/** Invented findings with something of everything. Offsets are true. */
export const findings: Findings = {
  witnesses: [...witnesses].sort((one, other) => (one.id < other.id ? -1 : 1)),
  families: [flood, persian],
  stories: [{ id: "story-1", witnesses: [...flood.witnesses, ID.R].sort(), families: [flood.id] }],
  claims,
  conflicts: [
    {
      claims: ["claim-2", "claim-3"],
      kind: "error",
      firstBy: ID.C,
      inheritedBy: [ID.D],
      note: "301 stands only in C and what came from it",
    },
    { claims: ["claim-2", "claim-4"], kind: "open", inheritedBy: [], note: "two origins, two figures" },
  ],
  problems: [
    {
      code: "language-unsupported",
      where: "invented/a20000000008.txt",
      message: "Persian: its family was looked for, its changes were not typed.",
    },
    { code: "empty-file", where: "invented/nothing.txt", message: "The file is empty.", hint: "Save the page again." },
  ],
}

/** B and C of the invented family, compared. */
export const comparison: Comparison = {
  witnesses: [witnesses[1]!, witnesses[2]!],
  kinship: flood.kinships[1]!,
  passages: flood.kinships[1]!.passages,
  variants: flood.variants
    .filter(({ readings }) => readings[0]!.witness === ID.B)
    .map(found => ({ ...found, readings: found.readings.slice(0, 2) })),
  problems: [],
}
