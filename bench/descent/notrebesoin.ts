import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import type { Row } from "../table.ts"
import { orientation, signSimilarity } from "./sign.ts"
import { tracedTree } from "./traced.ts"
import type { Edge } from "./tree.ts"

/** The folder under `HEARSAY_DATA`. */
export const NOTRE_BESOIN = "stemma/notrebesoin"

/** What others reached: sign similarity in percent. */
const PUBLISHED: readonly (readonly [string, number])[] = [
  ["an expert by hand", 85.1],
  ["minimum spanning tree", 80.0],
  ["neighbour joining", 77.4],
  ["RHM", 76.9],
  ["random trees", 52],
]

/** How the found tree of the tradition does. */
export interface BesoinScore {
  readonly sign: number
  readonly orientation: number
  /** Of the two sources of the copy that has two, how many are among the edges proposed for it. */
  readonly doubleSource: number
  readonly lost: number
}

interface BesoinTruth {
  readonly edges: readonly Edge[]
  readonly extant: readonly string[]
  readonly contaminated: Readonly<Record<string, readonly string[]>>
}

/** The tradition traced from the plain texts, and from texts put together again from the alignment given with it. */
export function measureNotreBesoin(data: string): { plain: BesoinScore; aligned: BesoinScore; rows: Row[] } {
  const folder = join(data, NOTRE_BESOIN)
  const truth = JSON.parse(readFileSync(join(folder, "true_stemma.json"), "utf8")) as BesoinTruth
  const plain = mark(truth, plainTexts(folder))
  const aligned = mark(truth, alignedTexts(folder))
  return {
    plain,
    aligned,
    rows: [row("ours, from the plain texts", plain), row("ours, from the alignment", aligned), ...published()],
  }
}

function mark(truth: BesoinTruth, texts: ReadonlyMap<string, string>): BesoinScore {
  const found = tracedTree(truth.extant.map(id => ({ id, text: texts.get(id)! })))
  const [[copy, sources]] = Object.entries(truth.contaminated) as [[string, readonly string[]]]
  const proposed = found.edges.filter(([, child]) => child === copy).map(([parent]) => parent)
  const joints = new Set(found.edges.flat().filter(node => !truth.extant.includes(node)))
  return {
    sign: signSimilarity(truth.edges, found.main, truth.extant),
    orientation: orientation(truth.edges, found.main, truth.extant),
    doubleSource: sources.filter(source => proposed.includes(source)).length,
    lost: joints.size,
  }
}

function plainTexts(folder: string): Map<string, string> {
  const texts = join(folder, "texts_by_siglum")
  return new Map(
    readdirSync(texts)
      .sort()
      .map(name => [name.replace(/\.txt$/, ""), readFileSync(join(texts, name), "utf8")]),
  )
}

/** A block of the alignment ends before a line whose words all begin with a capital, after so many lines at least. */
const BLOCK = 8

/**
 * Each witness from its column of the alignment. The texts have no stops, so every block of lines is made a sentence of its own,
 * the same block in all witnesses: that is what the alignment tells about which words stand for which.
 */
function alignedTexts(folder: string): Map<string, string> {
  const [head, ...lines] = readFileSync(join(folder, "aligned_sigla13.tsv"), "latin1")
    .split(/\r?\n/)
    .filter(line => line.trim() !== "")
    .map(line => line.split("\t").map(cell => cell.trim()))
  const blocks: string[][][] = [[]]
  for (const line of lines) {
    const words = line.filter(word => word !== "")
    const begins = words.length > 0 && words.every(word => /^\p{Lu}/u.test(word))
    if (begins && blocks.at(-1)!.length >= BLOCK) blocks.push([])
    blocks.at(-1)!.push(line)
  }
  const sentence = (block: readonly (readonly string[])[], column: number) => {
    const words = block.map(line => line[column] ?? "").filter(word => word !== "")
    return words.length === 0 ? [] : [`${words.join(" ")}.`]
  }
  return new Map(head!.map((siglum, column) => [siglum, blocks.flatMap(block => sentence(block, column)).join(" ")]))
}

function row(what: string, { sign, orientation: depth, doubleSource, lost }: BesoinScore): Row {
  return {
    what,
    "sign similarity": sign.toFixed(1),
    orientation: depth.toFixed(1),
    "sources of F found": `${doubleSource} of 2`,
    "lost texts said": lost,
  }
}

function published(): Row[] {
  return PUBLISHED.map(([what, sign]) => ({ what: `published: ${what}`, "sign similarity": sign.toFixed(1) }))
}
