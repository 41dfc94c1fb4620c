import type { FamilyFindings, Findings } from "../../model/findings.ts"
import { apparatus } from "./tei-apparatus.ts"
import { header } from "./tei-header.ts"
import { stemmaGraph } from "./tei-stemma.ts"
import { edition } from "./tei-texts.ts"
import { element, lines, type Xml, xmlDocument } from "./xml.ts"

/**
 * A critical edition of each family in TEI P5: the witnesses with their texts in full, the apparatus, and the stemma as a graph.
 *
 * The apparatus is external, by double end points: changes lie along the edges of a tree, so each has a lemma in another witness,
 * and they overlap. Parallel segmentation knows one running text without overlaps and would have to drop some of them.
 * Changes nothing in the texts: the string value of each `ab` is the witness's text, so an anchor's number is an offset in it.
 */
export function tei(findings: Findings): string {
  const { families } = findings
  const text = families.length === 0 ? empty() : element("text", {}, lines([edition(findings), back(families)]))
  return xmlDocument(element("TEI", { xmlns: "http://www.tei-c.org/ns/1.0" }, lines([header(findings), text])))
}

function back(families: readonly FamilyFindings[]): Xml {
  const divisions = families.flatMap((family, index) => [
    stemmaGraph(family, index + 1),
    ...apparatus(family, index + 1),
  ])
  return element("back", {}, lines(divisions))
}

function empty(): Xml {
  return element("text", {}, element("body", {}, element("p", {}, "None of the reports is kin to another.")))
}
