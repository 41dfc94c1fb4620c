import type { FamilyFindings, Findings } from "../../model/findings.ts"
import type { StemmaEdge, StemmaNode } from "../../model/stemma.ts"
import { firstEdges } from "../first-edges.ts"
import { column, type Row, type Table } from "./table.ts"
import { textId } from "./text-id.ts"

/** One row a family. */
export const FAMILIES: Table = {
  name: "families",
  holds: "One row a family: reports joined by kinship.",
  columns: [
    column("family", "text", "its id"),
    column("reports", "integer", "how many reports it has"),
    column("lost_texts", "integer", "how many texts its tree needs that nobody handed in"),
    column("variants", "integer", "how many changes are listed"),
    column("rivals", "integer", "how many other trees the evidence allows"),
    column("undecided", "text", "why the descent cannot be told, when it cannot"),
  ],
  rows: ({ families }) => families.map(familyRow),
}

/** One row an edge of a tree, and one row a text that has no parent. */
export const DESCENT: Table = {
  name: "descent",
  holds: "One row an edge of a family's tree, and one row a text of it that has no parent.",
  columns: [
    column("family", "text", "the family"),
    column(
      "witness",
      "text",
      "the text that was made: the id of a report, or of a lost text its family's id, a slash and a Greek letter",
    ),
    column("parent", "text", "what it was made from; unknown when the tree has nothing above it"),
    column("confidence", "number", "in (0, 1); of the edges given 0.8, about 80 % are right"),
    column("second", "boolean", "true when the parent is a second source beside another"),
    column("witness_siglum", "text", "the letter of the text in the tree"),
    column("parent_siglum", "text", "the letter of its parent"),
    column("witness_lost", "boolean", "true when nobody handed the text in"),
    column("parent_lost", "boolean", "true when nobody handed the parent in"),
    column("because", "list", "the evidence, each as `kind: in words`"),
  ],
  rows: descentRows,
}

/** One row a passage that two reports share. */
export const PASSAGES: Table = {
  name: "passages",
  holds: "One row a passage that two reports share. Offsets are half-open, in UTF-16 units of the reports' texts.",
  columns: [
    column("a", "text", "one report, the smaller id"),
    column("b", "text", "the other"),
    column("kind", "text", "what kin the two are: copy, excerpt, rewrite or shared-quotation"),
    column("coverage_a", "number", "share of the words of a's body inside passages shared with b, in [0, 1]"),
    column("coverage_b", "number", "the same of b"),
    column("a_start", "integer", "where the passage begins in a"),
    column("a_end", "integer", "where it ends"),
    column("b_start", "integer", "where it begins in b"),
    column("b_end", "integer", "where it ends"),
    column("longest_run_words", "integer", "the longest run of the same words in the two reports"),
    column("family", "text", "the family both belong to"),
  ],
  rows: passageRows,
}

function familyRow({ id, witnesses, stemma, variants }: FamilyFindings): Row {
  return {
    family: id,
    reports: witnesses.length,
    lost_texts: stemma.nodes.filter(({ kind }) => kind === "lost").length,
    variants: variants.length,
    rivals: stemma.rivals.length,
    undecided: stemma.undecided,
  }
}

function* descentRows({ families }: Findings): Iterable<Row> {
  for (const { id: family, stemma } of families) {
    const nodeById = new Map(stemma.nodes.map(node => [node.id, node]))
    const made = Map.groupBy(stemma.edges, ({ child }) => child)
    const first = firstEdges(stemma.edges)
    for (const node of stemma.nodes) {
      const text = { family, ...nodeCells("witness", family, node) }
      const edges = made.get(node.id) ?? []
      if (edges.length === 0) yield text
      for (const edge of edges) {
        const parent = nodeCells("parent", family, nodeById.get(edge.parent)!)
        yield { ...text, ...parent, ...edgeCells(edge), second: first.get(node.id) !== edge }
      }
    }
  }
}

function nodeCells(name: "witness" | "parent", family: string, node: StemmaNode): Row {
  return {
    [name]: textId(family, node),
    [`${name}_siglum`]: node.label,
    [`${name}_lost`]: node.kind === "lost",
  }
}

function edgeCells({ confidence, evidence }: StemmaEdge): Row {
  return { confidence, because: evidence.map(({ kind, note }) => `${kind}: ${note}`) }
}

function* passageRows({ families }: Findings): Iterable<Row> {
  for (const { id: family, kinships } of families) {
    for (const { a, b, kind, coverage, longestRunWords, passages } of kinships) {
      const pair = { a, b, kind, coverage_a: coverage.a, coverage_b: coverage.b, family }
      for (const passage of passages) {
        yield {
          ...pair,
          longest_run_words: longestRunWords,
          a_start: passage.a.start,
          a_end: passage.a.end,
          b_start: passage.b.start,
          b_end: passage.b.end,
        }
      }
    }
  }
}
