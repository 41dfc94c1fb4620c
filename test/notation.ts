/**
 * A tree of descent in one line: "ω > A B; B > C" says that A and B were made from ω, and C from B.
 * A Greek letter is a lost text. A text may stand on the right of several arrows; it then has several parents.
 */
export function parseStemma(notation: string): {
  readonly nodes: { id: string; kind: "witness" | "lost"; label: string }[]
  readonly edges: { parent: string; child: string; confidence: number; evidence: [] }[]
  readonly rivals: []
} {
  const edges = notation.split(";").flatMap(part => {
    const [parent = "", children = ""] = part.split(">").map(side => side.trim())
    return children.split(/\s+/).map(child => ({ parent, child, confidence: 0.9, evidence: [] as [] }))
  })
  const ids = [...new Set(edges.flatMap(({ parent, child }) => [parent, child]))].sort()
  const nodes = ids.map(id => ({ id, kind: isLost(id) ? ("lost" as const) : ("witness" as const), label: id }))
  return { nodes, edges, rivals: [] }
}

const isLost = (id: string) => /^\p{Script=Greek}/u.test(id)
