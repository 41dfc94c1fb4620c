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
    const { outlet, version } = witnesses.find(witness => witness.id === id)!
    return version === undefined ? outlet : `${outlet} ${version}`
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
