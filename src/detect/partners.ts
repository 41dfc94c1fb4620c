import type { Postings } from "./postings.ts"

/** Two documents of which at least one has a block that shares enough with the other, `a < b`. */
export interface Pair {
  readonly a: number
  readonly b: number
  /** Summed weight that such blocks share, of the document that has more of it. */
  readonly shared: number
}

/** In a list longer than this, a block meets only its neighbours. */
export const LONG_LIST = 64
/** So many neighbours, on each side. */
export const NEIGHBOURS = 16

/**
 * Whether a pair comes of a block that has the weight `total`, of which it shares the weight `shared` with a document of
 * `blocks` blocks.
 */
export type Rule = (shared: number, total: number, blocks: number) => boolean

/**
 * The pairs of documents that the rule finds, in the order of `a`, then `b`; of each block only the `most` best. In a list of up
 * to {@link LONG_LIST} blocks all meet; in a longer one each meets {@link NEIGHBOURS} on either side. Number the documents so
 * that near copies stand side by side, and the lists of a story with 5,000 copies agree on who meets whom. The first `heads`
 * documents, which stand for many near copies each, are met by all and come on top of the `most` best.
 * O(features · (LONG_LIST + heads)) in time, O(blocks · (most + heads)) in memory.
 */
export function pairsOf(postings: Postings, rule: Rule, most: number, heads = 0): Pair[] {
  const { documentOf, totals } = postings
  const blocksOf = countBlocks(documentOf)
  const met = new Float64Array(blocksOf.length)
  const sharedOf = new Map<number, [number, number]>()
  for (let block = 0; block < documentOf.length; block++) {
    const own = documentOf[block]!
    const partners = meet(postings, block, met, heads)
    const enough = partners.filter(b => rule(met[b]!, totals[block]!, blocksOf[b]!))
    for (const other of bestOf(enough, met, most, heads)) addShared(sharedOf, own, other, met[other]!, blocksOf.length)
    for (const other of partners) met[other] = 0
  }
  return [...sharedOf]
    .sort(([x], [y]) => x - y)
    .map(([key, both]) => ({
      a: Math.floor(key / blocksOf.length),
      b: key % blocksOf.length,
      shared: Math.max(...both),
    }))
}

function countBlocks(documentOf: Uint32Array): Uint32Array {
  const counts = new Uint32Array((documentOf.at(-1) ?? -1) + 1)
  for (const document of documentOf) counts[document]!++
  return counts
}

function bestOf(partners: readonly number[], met: Float64Array, most: number, heads: number): readonly number[] {
  if (partners.length <= most) return partners
  const best = partners.filter(b => b >= heads).sort((x, y) => met[y]! - met[x]! || x - y)
  return [...partners.filter(b => b < heads), ...best.slice(0, most)]
}

// What is seen from the one side and from the other is added up apart, under one key.
function addShared(
  sharedOf: Map<number, [number, number]>,
  own: number,
  other: number,
  shared: number,
  documents: number,
): void {
  const key = Math.min(own, other) * documents + Math.max(own, other)
  const both = sharedOf.get(key) ?? [0, 0]
  both[own < other ? 0 : 1] += shared
  sharedOf.set(key, both)
}

function meet(postings: Postings, block: number, met: Float64Array, heads: number): number[] {
  const { documentOf, blockStarts, blockPlaces, blockLists, listStarts, listBlocks, weights } = postings
  const partners: number[] = []
  const own = documentOf[block]!
  for (let i = blockStarts[block]!; i < blockStarts[block + 1]!; i++) {
    const list = blockLists[i]!
    const place = blockPlaces[i]!
    let first = listStarts[list]!
    let end = listStarts[list + 1]!
    if (end - first > LONG_LIST) {
      first = Math.max(first, place - NEIGHBOURS)
      end = Math.min(end, place + NEIGHBOURS + 1)
    }
    let last = own
    const take = (other: number) => {
      if (other === last || other === own) return
      last = other
      if (met[other] === 0) partners.push(other)
      met[other]! += weights[list]!
    }
    for (let at = listStarts[list]!; at < first && documentOf[listBlocks[at]!]! < heads; at++)
      take(documentOf[listBlocks[at]!]!)
    for (let at = first; at < end; at++) take(documentOf[listBlocks[at]!]!)
  }
  return partners
}

/**
 * The pairs that are among the `most` best of either of their documents, so at most `most` · documents, and all with one of the first `heads`
 * documents. Equally good ones are taken in the order of the partner's number. Keeps the order. O(pairs · log pairs).
 */
export function bestPairs(pairs: readonly Pair[], documents: number, most: number, heads = 0): Pair[] {
  const ofDocument: number[][] = Array.from({ length: documents }, () => [])
  pairs.forEach(({ a, b }, i) => {
    ofDocument[a]!.push(i)
    ofDocument[b]!.push(i)
  })
  const isKept = new Uint8Array(pairs.length)
  for (const own of ofDocument) {
    own.sort((x, y) => pairs[y]!.shared - pairs[x]!.shared || x - y)
    for (const i of own.slice(0, most)) isKept[i] = 1
  }
  return pairs.filter(({ a }, i) => a < heads || isKept[i] === 1)
}
