import { expect, it } from "vitest"
import type { Stemma } from "../../src/model/stemma.ts"
import type { Reading, Variant } from "../../src/model/variant.ts"
import { changesOf, makerOf } from "../../src/present/changes.ts"

// root → ω (lost) → a, ψ (lost) → b, c; root → d.
function stemma(confidence: number): Stemma {
  const edges = ["root ω", "ω a", "ω ψ", "ψ b", "ψ c", "root d"].map(line => {
    const [parent, child] = line.split(" ") as [string, string]
    return { parent, child, confidence, evidence: [] }
  })
  const kindOf = (id: string) => (id === "ω" || id === "ψ" ? ("lost" as const) : ("witness" as const))
  const nodes = ["root", "ω", "ψ", "a", "b", "c", "d"].map(id => ({ id, kind: kindOf(id), label: id.toUpperCase() }))
  return { nodes, edges, rivals: [] }
}

function variant(...who: string[]): Variant {
  const reading = (witness: string, text: string): Reading => ({
    kind: "text",
    witness,
    span: { start: 0, end: text.length },
    text,
  })
  const readings = [reading("root", "Monday"), ...who.map(witness => reading(witness, "Tuesday"))]
  return { kind: "date-changed", severity: "sense", note: "another day", readings }
}

it.each([
  ["the text itself, which alone has it", ["b"], "b", 0.9],
  ["the lost text above two that have it", ["b", "c"], "ψ", 0.9],
  ["the highest lost text below which others have it", ["a", "c"], "ω", 0.9],
  ["the text itself, where its heirs come from it and no lost text stands above", ["d", "a"], "d", 0.9],
  ["the first that has it, where the lost text is doubtful", ["b", "c"], "b", 0.3],
])("a change was made in %s", (_, who, maker, confidence) => {
  const [change] = changesOf({ variants: [variant(...who)], stemma: stemma(confidence) })
  expect(makerOf(change!)).toBe(maker)
  expect(change!.inherited).toEqual(who.slice(1))
})

it("no lost text makes a change where the descent cannot be told, or is not given", () => {
  const variants = [variant("b", "c")]
  expect(makerOf(changesOf({ variants })[0]!)).toBe("b")
  expect(makerOf(changesOf({ variants, stemma: { ...stemma(0.9), undecided: "either way" } })[0]!)).toBe("b")
})
