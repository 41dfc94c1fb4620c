import { expect, it } from "vitest"
import type { Report } from "../../src/model/report.ts"
import { trace } from "../../src/pipeline.ts"

const TEXT =
  "KELDER BAY — The passenger ferry Ilse sank off Kelder Bay late on Monday, killing three sailors. Rescue boats from Castermouth searched through fog until dawn. The port authority closed the harbour. Divers will look at the wreck on Wednesday."
const ONE: Report = { text: TEXT, outlet: "Halyard", guid: "urn:h:1", version: "1", published: "2026-03-03T05:00:00Z" }
const TWO: Report = {
  text: TEXT.replace("three", "four"),
  outlet: "Halyard",
  guid: "urn:h:1",
  version: "2",
  published: "2026-03-03T06:00:00Z",
}
const COPY: Report = {
  text: TEXT.replace("three", "four").replace("through fog", "in fog"),
  outlet: "Kelder Post",
  guid: "urn:k:9",
  derivedFrom: ["urn:h:1"],
  published: "2026-03-03T07:00:00Z",
}

function edges(reports: readonly Report[]) {
  const { witnesses, families } = trace(reports)
  const name = (id: string) => {
    const witness = witnesses.find(one => one.id === id)
    if (witness === undefined) return id
    return witness.version === undefined ? witness.outlet : `${witness.outlet} ${witness.version}`
  }
  return families.flatMap(({ stemma }) =>
    stemma.edges.map(({ parent, child, evidence }) => ({
      edge: `${name(parent)} > ${name(child)}`,
      kinds: [...new Set(evidence.map(({ kind }) => kind))].sort(),
    })),
  )
}

it("takes the sender's word for versions and sources as evidence", () => {
  const found = edges([ONE, TWO, COPY])
  expect(found.find(({ edge }) => edge === "Halyard 1 > Halyard 2")?.kinds).toContain("update")
  expect(found.find(({ edge }) => edge === "Halyard 2 > Kelder Post")?.kinds).toContain("link")
})

it("does not trip over links to nobody, to itself, or in a ring", () => {
  const ring = [
    { ...ONE, derivedFrom: ["urn:k:9", "urn:h:1", "urn:none"] },
    { ...COPY, derivedFrom: ["urn:h:1"] },
  ]
  expect(edges(ring).length).toBe(1)
})

// Each of six reports of one day changed one sentence more than the one before.
const SENTENCES: readonly (readonly [string, string])[] = [
  ["The passenger ferry Ilse sank off Kelder Bay late on Monday, killing three sailors.", "on Monday night"],
  ["Rescue boats from Castermouth searched through fog until dawn.", "in thick fog"],
  ["The port authority closed the harbour for two days.", "shut"],
  ["Divers will look at the wreck on Wednesday, the ministry said.", "examine"],
  ["The owner of the ferry, Marl Lines, did not answer questions.", "declined to answer"],
  ["Fishermen were told to stay away from the oil.", "warned"],
]
const CHANGED = ["late on Monday", "through fog", "closed", "look at", "did not answer", "told"]

it.each([
  [0, 4],
  [1, 3],
  [0, 3],
  [2, 5],
])(
  "believes the sender where dates are of the day only and the wording says otherwise: paper %d is the source of paper %d",
  (source, copy) => {
    const reports = Array.from({ length: 6 }, (_, paper) => ({
      text: SENTENCES.map(([text, other], i) => (i < paper ? text.replace(CHANGED[i]!, other) : text)).join(" "),
      outlet: `Paper ${paper}`,
      guid: `urn:paper:${paper}`,
      published: "2026-03-03",
    }))
    const stated = `Paper ${source} > Paper ${copy}`
    const drawn = (list: readonly Report[]) => edges(list).map(({ edge }) => edge)
    expect(drawn(reports)).not.toContain(stated)
    expect(
      drawn(reports.map((one, i) => (i === copy ? { ...one, derivedFrom: [`urn:paper:${source}`] } : one))),
    ).toContain(stated)
  },
)
