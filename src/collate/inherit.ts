import type { Segmented } from "../model/segmented.ts"
import type { Family } from "../model/stemma.ts"
import type { Reading } from "../model/variant.ts"
import { lowerBound } from "../text/lower-bound.ts"
import type { Pair, PairFinder } from "./pair.ts"
import { readingOf } from "./variants.ts"
import type { Weighed } from "./weight.ts"

/**
 * Adds to each variant of weight the witnesses that inherited it: descendants of the witness that made the change which still have
 * its words at that place, or pass over it as well.
 */
export function inherit(
  variants: readonly Weighed[],
  family: Family,
  own: ReadonlyMap<string, Segmented>,
  pairs: PairFinder,
): Weighed[] {
  const children = Map.groupBy(family.stemma.edges, edge => edge.parent)
  return variants.map(variant => {
    if (variant.severity !== "sense" && variant.severity !== "detail") return variant
    const readings = [...variant.readings]
    const having = new Set(readings.map(({ witness }) => witness))
    for (const maker of variant.readings.slice(1)) {
      for (const heir of heirs(maker, children, own, pairs)) {
        if (having.has(heir.witness)) continue
        having.add(heir.witness)
        readings.push(heir)
      }
    }
    return readings.length === variant.readings.length ? variant : { ...variant, readings }
  })
}

function heirs(
  maker: Reading,
  children: ReadonlyMap<string, readonly { readonly child: string }[]>,
  own: ReadonlyMap<string, Segmented>,
  pairs: PairFinder,
): Reading[] {
  const found: Reading[] = []
  const queue = [maker]
  const seen = new Set([maker.witness])
  for (let reading = queue.pop(); reading; reading = queue.pop()) {
    for (const { child } of children.get(reading.witness) ?? []) {
      if (seen.has(child) || !own.has(child)) continue
      seen.add(child)
      const pair = pairs(reading.witness, child)
      const inherited = pair && inheritedReading(reading, pair)
      if (!inherited) continue
      found.push(inherited)
      queue.push(inherited)
    }
  }
  return found
}

/** The child's reading at the place of its parent's, when it is the same. */
function inheritedReading(reading: Reading, pair: Pair): Reading | undefined {
  if (reading.kind !== "text") {
    const at = pair.b.sentences.find((_, s) => pair.beadOfB[s] !== -1)
    return at ? { kind: reading.kind, witness: pair.b.witness.id, at: fellowOffset(reading.at, pair) } : undefined
  }
  const { sentences, tokens } = pair.a
  const s = sentences.findIndex(sentence => sentence.span.end > reading.span.start)
  const bead = pair.beads[pair.beadOfA[s] ?? -1]
  if (!bead) return undefined
  const words = wordsWithin(tokens, reading.span.start, reading.span.end)
  const first = pair.b.sentences[bead.b.first]!.tokens.first
  const end = pair.b.sentences[bead.b.end - 1]!.tokens.end
  for (let t = first; t + words.length <= end; t++) {
    if (words.every((word, k) => pair.b.tokens.words[t + k] === word))
      return readingOf(pair.b, { first: t, end: t + words.length })
  }
  return undefined
}

function wordsWithin(tokens: Segmented["tokens"], start: number, end: number): string[] {
  const first = lowerBound(tokens.starts, start)
  return tokens.words.slice(first, Math.max(first, lowerBound(tokens.starts, end)))
}

/** Offset in the child behind the fellow of the last aligned sentence before `at`. */
function fellowOffset(at: number, pair: Pair): number {
  for (let s = pair.a.sentences.length - 1; s >= 0; s--) {
    const bead = pair.beads[pair.beadOfA[s]!]
    if (bead && pair.a.sentences[s]!.span.start <= at) return pair.b.sentences[bead.b.end - 1]!.span.end
  }
  return 0
}
