import { expect, it } from "vitest"
import type { Report } from "../../src/model/report.ts"
import { trace } from "../../src/pipeline.ts"

const STORM = [
  "A storm tore the roof off the customs house in Belmar on Sunday night and sank nine fishing boats, the harbour office said.",
  "Waves of six metres broke over the sea wall for three hours before the wind turned to the north.",
  "Nobody was hurt, because the quay had been cleared at noon on the advice of the pilots.",
  "The customs house, built in 1911, will stay shut until engineers have looked at its beams.",
]
const HERONS = [
  "Keepers at the marsh of Ostrel counted four hundred herons this spring, more than in any year since the dyke was raised.",
  "The birds came back after farmers let two of the polders flood again in winter.",
  "A warden who walks the reeds each morning found ninety nests, most of them with three eggs.",
  "The province wants to buy a third polder next year, and the farmers have not yet agreed on a price.",
]

const told = (outlet: string, hour: number, sentences: readonly string[]): Report => ({
  outlet,
  published: `2026-05-04T${String(hour).padStart(2, "0")}:00:00Z`,
  text: sentences.join(" "),
})

it("a round-up that is itself copied makes no story the source of another", () => {
  const digest = [...STORM, ...HERONS]
  const { witnesses, families } = trace([
    told("Storm Wire", 6, STORM),
    told("Storm Paper", 8, STORM.slice(0, 3)),
    told("Heron Wire", 9, HERONS),
    told("Heron Paper", 11, HERONS.slice(0, 3)),
    told("Digest", 15, digest),
    told("Digest Copy", 17, digest.slice(0, 7)),
  ])
  const outlet = (id: string) => witnesses.find(witness => witness.id === id)?.outlet ?? "lost"
  const edges = families.flatMap(({ stemma }) =>
    stemma.edges.map(({ parent, child }) => [outlet(parent), outlet(child)]),
  )
  const subject = (name: string) => name.split(" ")[0]!
  expect(edges).toContainEqual(["Digest", "Digest Copy"])
  const across = edges.filter(([parent, child]) =>
    `${subject(parent!)} ${subject(child!)}`.match(/Storm Heron|Heron Storm/),
  )
  expect(across).toEqual([])
  const trees = families.flatMap(({ stemma }) => stemma.rivals.flatMap(rival => rival.edges))
  expect(
    trees.filter(({ parent, child }) =>
      /Storm Heron|Heron Storm/.test(`${subject(outlet(parent))} ${subject(outlet(child))}`),
    ),
  ).toEqual([])
})
