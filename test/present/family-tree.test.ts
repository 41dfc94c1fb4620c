import { describe, expect, it } from "vitest"
import type { FamilyFindings } from "../../src/model/findings.ts"
import type { Witness } from "../../src/model/report.ts"
import { familyTrees, type TreeNode } from "../../src/present/family-tree.ts"
import { naming } from "../../src/present/naming.ts"

/** `"ω > A B; A > C"`: a family with these edges, of which `"A ~ C"` is by a second source. Greek letters are lost texts. */
function family(notation: string): FamilyFindings {
  const edges = notation.split("; ").flatMap(part => {
    const [parent, sign, ...children] = part.split(" ")
    const kind = sign === "~" ? ("second-source" as const) : ("wording" as const)
    return children.map(child => ({
      parent: parent!,
      child,
      confidence: 0.8,
      evidence: [{ kind, note: "", places: [] }],
    }))
  })
  const ids = [...new Set(edges.flatMap(({ parent, child }) => [parent, child]))]
  const nodes = ids.map(id => ({ id, label: id, kind: /[α-ω]/.test(id) ? ("lost" as const) : ("witness" as const) }))
  const witnesses = ids.filter(id => !/[α-ω]/.test(id)).sort()
  return { id: "f", witnesses, kinships: [], stemma: { nodes, edges, rivals: [] }, variants: [] }
}

function show({ node, children, folded, also }: TreeNode): string {
  const more = `${also.map(({ parent }) => `~${parent}`).join("")}${folded.length > 0 ? `+${folded.length}` : ""}`
  return `${node.label}${more}${children.length > 0 ? `(${children.map(show).join(" ")})` : ""}`
}

function trees(notation: string): string {
  const found = family(notation)
  const witnesses = found.witnesses.map(
    (id): Witness => ({ id, where: id, credits: [], creditLines: [], text: id, furniture: [] }),
  )
  return familyTrees(found, naming({ witnesses, families: [found] }))
    .map(show)
    .join(" ")
}

describe("familyTrees", () => {
  it.each([
    ["a lost text above two copies", "ω > B A", "ω(A B)"],
    ["a chain", "A > B; B > C", "A(B(C))"],
    ["a second source does not hold the text", "B ~ C; A > C", "A(C~B) B"],
    ["two trees, the larger first", "A > B; C > D E", "C(D E) A(B)"],
  ])("%s", (_, notation, expected) => expect(trees(notation)).toBe(expected))

  const many = Array.from({ length: 60 }, (_, index) => `K${index}`).join(" ")

  it("folds many plain copies of one text into one", () => expect(trees(`A > ${many} Z; Z > Y`)).toBe("A(Z+61)"))

  it("does not fold a copy that is a second source, nor what two sources made", () => {
    expect(trees(`A > ${many} Z Y; Z ~ Y`)).toBe("A(K0+59 Y~Z Z)")
  })
})
