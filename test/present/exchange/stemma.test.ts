import { instance, type Viz } from "@viz-js/viz"
import { beforeAll, describe, expect, it } from "vitest"
import type { Findings } from "../../../src/model/findings.ts"
import { dot } from "../../../src/present/exchange/dot.ts"
import { graphml } from "../../../src/present/exchange/graphml.ts"
import { oneFamily } from "../../../src/present/exchange/network.ts"
import { xmlText } from "../../../src/present/exchange/xml.ts"
import { visible } from "../../../src/present/visible.ts"
import { parseStemma } from "../../notation.ts"
import { expectGolden } from "../golden.ts"
import { CASES, harbour } from "./harbour.ts"
import { all, elementsIn, parseXml, textOf, type XmlElement } from "./xml-tree.ts"

let viz: Viz
beforeAll(async () => {
  viz = await instance()
})

interface Graph {
  readonly nodes: readonly Readonly<Record<string, string | undefined>>[]
  readonly edges: readonly Readonly<Record<string, string | undefined>>[]
}

/** GraphML as a reader has it: attributes by the names that the keys give them. */
function readGraphml(text: string): Graph {
  const root = parseXml(text)
  const nameOf = new Map(all(root, "key").map(({ attributes }) => [attributes.id, attributes["attr.name"]!]))
  const values = (element: XmlElement) =>
    Object.fromEntries(elementsIn(element).map(datum => [nameOf.get(datum.attributes.key), textOf(datum)]))
  return {
    nodes: all(root, "node").map(node => ({ name: node.attributes.id, ...values(node) })),
    edges: all(root, "edge").map(edge => ({
      parent: edge.attributes.source,
      child: edge.attributes.target,
      ...values(edge),
    })),
  }
}

/** DOT as Graphviz itself reads it. */
function readDot(text: string): Graph {
  const { objects = [], edges = [] } = viz.renderJSON(text) as {
    objects?: readonly Record<string, string>[]
    edges?: readonly Record<string, string>[]
  }
  const nameOf = (index: unknown) => plain(objects[Number(index)]!.name!)
  return {
    nodes: objects,
    edges: edges.map(edge => ({ ...edge, parent: nameOf(edge.tail), child: nameOf(edge.head) })),
  }
}

/** Graphviz keeps doubled backslashes, and shows entities as characters. */
const plain = (text: string) => text.replaceAll("\\\\", "\\")
const shown = (text: string) => plain(text).replaceAll("&amp;", "&")
const onOneLine = (text: string) => visible(text).replace(/\s/g, " ")

const nodesOf = ({ families }: Findings) => families.flatMap(({ stemma }) => stemma.nodes)
const edgesOf = ({ families }: Findings) => families.flatMap(({ stemma }) => stemma.edges)
const isSecond = (findings: Findings) =>
  edgesOf(findings).map(({ evidence }) => evidence.some(({ kind }) => kind === "second-source"))

describe.each(CASES)("%s texts", (_, findings) => {
  it("come back from GraphML with their texts, edges and certainty", () => {
    const { nodes, edges } = readGraphml(graphml(findings))
    expect(nodes.map(({ label }) => label)).toEqual(nodesOf(findings).map(({ label }) => xmlText(label)))
    expect(new Set(nodes.map(({ name }) => name)).size).toBe(nodes.length)
    const outletOf = new Map(findings.witnesses.map(({ id, outlet }) => [id, outlet]))
    expect(nodes.map(({ outlet }) => outlet)).toEqual(
      nodesOf(findings).map(({ id }) => outletOf.get(id) && xmlText(outletOf.get(id)!)),
    )
    expect(edges.map(({ confidence }) => Number(confidence))).toEqual(edgesOf(findings).map(edge => edge.confidence))
    expect(edges.map(({ type }) => type === "contamination")).toEqual(isSecond(findings))
    expect(pairs({ nodes, edges })).toEqual(pairsIn(findings))
  })

  it("come back from DOT with their texts, edges and certainty", () => {
    const { nodes, edges } = readDot(dot(findings))
    expect(nodes.map(({ label }) => shown(label!))).toEqual(nodesOf(findings).map(({ label }) => onOneLine(label)))
    expect(edges.map(({ confidence }) => Number(confidence))).toEqual(edgesOf(findings).map(edge => edge.confidence))
    expect(edges.map(({ style }) => style === "dashed")).toEqual(isSecond(findings))
    expect(pairs({ nodes: nodes.map(node => ({ ...node, name: plain(node.name!) })), edges })).toEqual(
      pairsIn(findings),
    )
  })

  it("make no link and no element of their own in the picture that Graphviz draws", () => {
    const picture = viz.renderString(dot(findings), { format: "svg" })
    expect(picture.match(/<script|<img|<image|href=/g)).toBeNull()
    expect(picture.match(/<g id="node\d+"/g)).toHaveLength(nodesOf(findings).length)
  })
})

/** Edges as pairs of places in the list of nodes, sorted. */
function pairs({ nodes, edges }: Graph): string[] {
  const placeOf = new Map(nodes.map(({ name }, index) => [name, index]))
  return edges.map(({ parent, child }) => `${placeOf.get(parent)} ${placeOf.get(child)}`)
}

function pairsIn(findings: Findings): string[] {
  const nodes = findings.families.flatMap(({ id, stemma }) => stemma.nodes.map(node => `${id} ${node.id}`))
  return findings.families.flatMap(({ id, stemma }) =>
    stemma.edges.map(({ parent, child }) => `${nodes.indexOf(`${id} ${parent}`)} ${nodes.indexOf(`${id} ${child}`)}`),
  )
}

describe("conventions", () => {
  const family = { ...parseStemma("ω > A B; A > D; C > D"), rivals: [] }
  const findings: Findings = {
    witnesses: [],
    families: [{ id: "f", witnesses: ["A", "B", "C", "D"], kinships: [], stemma: family, variants: [] }],
    stories: [],
    claims: [],
    conflicts: [],
    problems: [],
  }

  it("of stemmaweb: extant and hypothetical texts, called by their sigla", () => {
    const { nodes } = readDot(dot(findings))
    expect(Object.fromEntries(nodes.map(node => [node.name, node.class]))).toEqual({
      A: "extant",
      B: "extant",
      C: "extant",
      D: "extant",
      ω: "hypothetical",
    })
  })

  it("of OpenStemmata: lost texts grey, second parents dashed in DOT and contamination in GraphML", () => {
    const { nodes, edges } = readGraphml(graphml(findings))
    expect(nodes.filter(({ color }) => color === "grey").map(({ label }) => label)).toEqual(["ω"])
    expect(edges.filter(({ type }) => type === "contamination").map(({ parent, child }) => [parent, child])).toEqual([
      ["C", "D"],
    ])
    expect(new Set(edges.map(({ cert }) => cert))).toEqual(new Set(["high"]))
    expect(readDot(dot(findings)).edges.filter(({ style }) => style === "dashed")).toHaveLength(1)
  })
})

describe("the trees of the example", () => {
  let findings: Findings
  beforeAll(async () => {
    findings = await harbour()
  })

  it("are as in their golden files", () => {
    expectGolden("exchange/trees.dot", dot(findings))
    expectGolden("exchange/trees.graphml", graphml(findings))
  })

  it("can be had one family at a time, under plain sigla", () => {
    const one = oneFamily(findings, 2)!
    expect(readGraphml(graphml(one)).nodes.map(({ name }) => name)).toEqual(["A", "B"])
    expect(oneFamily(findings, 3)).toBeUndefined()
  })
})
