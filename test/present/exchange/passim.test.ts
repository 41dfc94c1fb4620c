import { describe, expect, it } from "vitest"
import type { Findings } from "../../../src/model/findings.ts"
import type { Kinship } from "../../../src/model/passage.ts"
import { passim } from "../../../src/present/exchange/passim.ts"
import { parseStemma } from "../../notation.ts"
import { CASES, harbour } from "./harbour.ts"

interface Line {
  readonly uid: number
  readonly cluster: number
  readonly size: number
  readonly pboiler: number
  readonly id: string
  readonly series?: string
  readonly date?: string
  readonly begin: number
  readonly end: number
  readonly text: string
  readonly src?: readonly { uid: number; begin: number; end: number }[]
}

const linesOf = (findings: Findings) =>
  passim(findings)
    .split("\n")
    .slice(0, -1)
    .map(line => JSON.parse(line) as Line)

/** "A0-10 B5-15; B0-4 C0-4": passages that two reports share. Texts are the alphabet, over and over. */
function story(passages: string, stemma: string, outlets: Record<string, string> = {}): Findings {
  const kinships = passages.split("; ").map((pair): Kinship => {
    const [a, b] = pair.split(" ").map(side => {
      const [, witness, start, end] = /^(\w)(\d+)-(\d+)$/.exec(side)!
      return { witness: witness!, span: { start: Number(start), end: Number(end) } }
    })
    const passage = { a: a!.span, b: b!.span, sentences: [] }
    const share = { coverage: { a: 1, b: 1 }, longestRunWords: 1 }
    return { a: a!.witness, b: b!.witness, kind: "copy", ...share, passages: [passage] }
  })
  const ids = [...new Set(kinships.flatMap(({ a, b }) => [a, b]))].sort()
  const witnesses = ids.map(id => ({
    id,
    where: id,
    credits: [],
    creditLines: [],
    furniture: [],
    text: "abcdefghijklmnopqrstuvwxyz".repeat(4),
    ...(outlets[id] && { outlet: outlets[id] }),
  }))
  const family = { id: "f", witnesses: ids, kinships, stemma: parseStemma(stemma), variants: [] }
  return { witnesses, families: [family], stories: [], claims: [], conflicts: [], problems: [] }
}

/** Clusters as "A0-10 B5-15 | …". */
const clusters = (findings: Findings) =>
  [...Map.groupBy(linesOf(findings), ({ cluster }) => cluster).values()]
    .map(lines => lines.map(({ id, begin, end }) => `${id}${begin}-${end}`).join(" "))
    .join(" | ")

describe("clusters of passages", () => {
  it.each([
    ["one passage", "A0-10 B5-15", "A0-10 B5-15"],
    ["passages that meet in one report", "A0-10 B5-15; B5-15 C0-10", "A0-10 B5-15 C0-10"],
    ["… by half of the shorter one", "A0-10 B5-15; B10-40 C0-30", "A0-10 B5-40 C0-30"],
    ["passages that only touch", "A0-10 B5-15; B14-40 C0-30", "A0-10 B5-15 | B14-40 C0-30"],
    ["the cluster of most reports first", "A0-9 B0-9; A40-60 B40-60; B40-60 C1-20", "A40-60 B40-60 C1-20 | A0-9 B0-9"],
    ["two places of one report in one cluster", "A0-10 B0-10; A0-10 B50-60", "A0-10 B0-10 B50-60"],
  ])("%s", (_, passages, expected) => expect(clusters(story(passages, "A > B C"))).toBe(expected))

  it("name the passages that, by the tree, a passage was made from", () => {
    const lines = linesOf(story("A0-10 B5-15; B5-15 C0-10; A0-10 C0-10", "A > B; B > C"))
    expect(lines.map(({ uid, src }) => [uid, src])).toEqual([
      [1, undefined],
      [2, [{ uid: 1, begin: 0, end: 10 }]],
      [3, [{ uid: 2, begin: 5, end: 15 }]],
    ])
  })

  it("say how much of a cluster stays within one outlet", () => {
    const outlets = { A: "Tern", B: "Tern", C: "Gull" }
    const lines = linesOf(story("A0-10 B0-10; B0-10 C0-10; A0-10 C0-10; A0-10 C0-10", "A > B C", outlets))
    expect(lines.map(({ pboiler, series }) => [pboiler, series])).toEqual([
      [0.25, "Tern"],
      [0.25, "Tern"],
      [0.25, "Gull"],
    ])
  })
})

describe.each(CASES)("passim's lines of %s texts", (_, findings) => {
  it("cut the words out of the texts, exactly, and hold nothing active", () => {
    const textOf = new Map(findings.witnesses.map(({ id, text }) => [id.toWellFormed(), [...text.toWellFormed()]]))
    const lines = linesOf(findings)
    expect(lines.length).toBeGreaterThan(7)
    // passim counts code points.
    for (const { id, begin, end, text } of lines) expect(textOf.get(id)!.slice(begin, end).join("")).toBe(text)
    expect(passim(findings).match(/[^\P{Cc}\n]|[\u202A-\u202E\u2066-\u2069<]/gu)).toBeNull()
  })
})

it("every passage of the example lies in one cluster with its other side", async () => {
  const findings = await harbour()
  const lines = linesOf(findings)
  const at = (witness: string, { start, end }: { start: number; end: number }) =>
    lines
      .filter(({ id, begin, end: last }) => id === witness && begin <= start && end <= last)
      .map(({ cluster }) => cluster)
  for (const { a, b, passages } of findings.families.flatMap(({ kinships }) => kinships)) {
    for (const passage of passages) {
      const both = at(a, passage.a).filter(cluster => at(b, passage.b).includes(cluster))
      expect(both.length, `${a} ${b}`).toBeGreaterThan(0)
    }
  }
  for (const { cluster, size } of lines) {
    expect(new Set(lines.filter(line => line.cluster === cluster).map(({ id }) => id)).size).toBe(size)
  }
})
